# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Downloads: the status as JSON, CSV and XLSX, the Convention and the record as JSON. The same values as on the pages."""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page

from longbien.actions.treaty.known import known
from longbien.actions.treaty.record import whole_record
from longbien.core.base.canonical import Json
from longbien.core.treaty.provisions.convention import convention
from longbien.core.treaty.published import convention_document, record_document, status_document
from longbien.core.treaty.status.participants import participants
from longbien.core.treaty.status.standing import standings
from longbien.web.base.guard import public
from longbien.web.treaty.days import Day, asked_day
from longbien.web.treaty.sheets import Cell, write_csv, write_xlsx
from longbien.web.treaty.tiles import furthest

TYPES: Final[Mapping[str, str]] = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
HEADING: Final = (
    *("on", "code", "name", "kind", "group", "state", "signed", "approved_at_home", "deposited"),
    *("instrument", "in_force", "confirmed", "sources"),
)
"""The columns of the status; names and codes are English, for programs."""


@public
@conditional_page
def status_file(request: HttpRequest, ending: str) -> HttpResponse:
    """Give the status on a day as a file."""
    if ending not in TYPES:
        raise Http404
    day = asked_day(request)
    if ending == "json":
        return _json(status_document(known().events, day.on), f"status-{day.on}")
    write = write_csv if ending == "csv" else lambda heading, rows: write_xlsx("status", heading, rows)
    return _file(write(HEADING, _rows(day)), f"status-{day.on}", ending)


@public
@conditional_page
def convention_file(request: HttpRequest) -> HttpResponse:
    """Give the Convention as data."""
    return _json(convention_document(convention()), "convention")


@public
@conditional_page
def record_file(request: HttpRequest) -> HttpResponse:
    """Give the record as data."""
    return _json(record_document(whole_record()), "record")


def _rows(day: Day) -> Iterator[tuple[Cell, ...]]:
    found = standings(known().events, day.on)
    for row in participants().values():
        standing = found[row.code]
        days = (standing.signed, standing.approved, standing.deposited)
        yield (
            day.on.isoformat(),
            row.code,
            row.name("en"),
            row.kind.value,
            row.group.value,
            furthest(standing),
            *(one.isoformat() if one else "" for one in days),
            standing.instrument.value if standing.instrument else "",
            standing.in_force.isoformat() if standing.in_force else "",
            "no" if standing.doubtful else "yes",
            "; ".join(dict.fromkeys(source.ref for event in standing.events for source in event.sources)),
        )


def _json(value: Mapping[str, Json], name: str) -> HttpResponse:
    return _file(json.dumps(value, ensure_ascii=False, indent=1).encode(), name, "json")


def _file(content: bytes, name: str, ending: str) -> HttpResponse:
    response = HttpResponse(content, content_type=TYPES[ending])
    response["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    patch_cache_control(response, public=True, max_age=300)
    return response
