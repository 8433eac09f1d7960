# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Records of meetings on pages: made by the secretariat once a meeting is closed, read and downloaded by everybody."""

from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longbien.actions.conference.hall.find import find_conference, find_meeting
from longbien.actions.conference.record.make import make_record
from longbien.actions.conference.record.printed import record_sheet
from longbien.actions.conference.record.read import record_of, records_of
from longbien.actions.conference.record.words import finding_words
from longbien.actions.node import current_node
from longbien.core.conference.record.check import Finding, check_record
from longbien.core.conference.record.file import RecordFile, print_file
from longbien.core.conference.record.replay import replay
from longbien.web.base.guard import guarded, officer_of, public
from longbien.web.conference.readers import paper, reader_of

_OFFICER: Final = "conference-officer"
_KEPT: Final = 64
_REPLAYED: Final[dict[str, tuple[Finding, ...]]] = {}
"""What replays found, by the digest of the record."""


@public
def records_page(request: HttpRequest, session: str) -> HttpResponse:
    """List a session's meetings with their records."""
    values = {
        "conference": find_conference(session),
        "records": records_of(session),
        "writes": reader_of(request).writes,
    }
    return render(request, "longbien/conference/records.html", values)


@public
def record_page(request: HttpRequest, session: str, meeting: str) -> HttpResponse:
    """Show a record as it is printed, and what a check and a replay of it find now."""
    record = _asked(request, meeting)
    language = get_language() or "en"
    checked = check_record(record)
    findings = (*checked.findings, *_replayed(record, checked.digest))
    values = {
        "conference": find_conference(session),
        "meeting": find_meeting(meeting),
        "number": record.statement.number,
        "sheet": record_sheet(record, language),
        "findings": [(one.good, finding_words(language, one)) for one in findings],
        "holds": all(one.good for one in findings),
    }
    return render(request, "longbien/conference/record.html", values)


@public
def record_json(request: HttpRequest, session: str, meeting: str) -> HttpResponseBase:
    """Give a record as the signed file."""
    record = _asked(request, meeting)
    return paper(print_file(record), f"{record.name}.json", "application/json")


@public
def record_pdf(request: HttpRequest, session: str, meeting: str) -> HttpResponseBase:
    """Give a record as a paper in the reader's language, with the signed file inside."""
    record = _asked(request, meeting)
    language = get_language() or "en"
    made = current_node().printer().sheet(record_sheet(record, language))
    return paper(made, f"{record.name}-{language}.pdf")


@guarded(_OFFICER)
@require_POST
def record_make(request: HttpRequest, session: str, meeting: str) -> HttpResponse:
    """Make and sign the record of a closed meeting."""
    make_record(node=current_node(), actor=officer_of(request), meeting_id=meeting)
    messages.success(request, _("The record is signed and in the log."))
    return redirect("conference_records", session)


def _replayed(record: RecordFile, digest: str) -> tuple[Finding, ...]:
    """Replay a record; one that was replayed before is not again (that it is the same is checked each time)."""
    if digest not in _REPLAYED:
        if len(_REPLAYED) >= _KEPT:
            _REPLAYED.clear()
        _REPLAYED[digest] = replay(record).findings
    return _REPLAYED[digest]


def _asked(request: HttpRequest, meeting: str) -> RecordFile:
    number = request.GET.get("number", "")
    asked = int(number) if number.isdecimal() and len(number) < 6 else None
    return record_of(meeting, number=asked)
