# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The inbox page: what burns first stands first."""

from dataclasses import asdict, dataclass
from typing import Final
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from longbien.actions.access import permits
from longbien.actions.cooperation.pages.inbox import listed_requests
from longbien.actions.cooperation.register.filters import ANY, DUES, Filters, filters
from longbien.actions.node import current_node
from longbien.core.base.errors import UsageError
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.forms.kinds import forms
from longbien.core.cooperation.life.table import STATES
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.names import names_now
from longbien.web.base.tags import phrase
from longbien.web.base.words import word_now


@guarded()
def inbox_page(request: HttpRequest) -> HttpResponse:
    """List requests; htmx asks again each minute for the list alone."""
    node = current_node()
    asked = _asked(request)
    page = listed_requests(
        node=node, actor=officer_of(request), asked=asked, page=_number(request.GET.get("page", ""))
    )
    values = {
        "asked": asked,
        "choices": _choices(asked),
        "more": any(getattr(asked, name) for name in _MORE),
        "narrowed": urlencode(
            {name: value for name, value in asdict(asked).items() if value != _UNASKED[name]}
        ),
        "page": page,
        "now": node.clock(),
        "may_draft": permits(officer_of(request), "cooperation.draft"),
    }
    part = request.headers.get("HX-Request") == "true"
    return render(request, f"longbien/cooperation/{'inbox_rows' if part else 'inbox'}.html", values)


_UNASKED: Final = asdict(Filters())
_MORE: Final = ("partner", "kind", "state", "basis", "urgency", "due")
"""What stands behind \"More filters\": the page opens it where one of them is set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One list of choices of the filter: values with their words."""

    name: str
    label: str
    chosen: str
    options: tuple[tuple[str, str], ...]


def _asked(request: HttpRequest) -> Filters:
    """Read the filters of an address; one that says nothing is left out, for people edit addresses."""
    given = {name: text for name in _UNASKED if (text := request.GET.get(name, "").strip())}
    try:
        return filters(**given)
    except UsageError:
        return filters(**{name: text for name, text in given.items() if _fits(name, text)})


def _fits(name: str, text: str) -> bool:
    try:
        filters(**{name: text})
    except UsageError:
        return False
    return True


def _choices(asked: Filters) -> tuple[Choice, ...]:
    codes = {
        "partner": tuple(names_now().items()),
        "kind": tuple((one.id, phrase(one.label)) for one in forms().values()),
        "state": tuple((one, word_now("state.request", one)) for one in STATES["request"]),
        "basis": _listed("LEGAL-BASIS"),
        "urgency": ((ANY, gettext("any")), *_listed("URGENCY")),
        "due": tuple((one, str(_DUE_WORDS[one])) for one in DUES),
    }
    return tuple(
        Choice(name=name, label=str(_LABELS[name]), chosen=getattr(asked, name), options=codes[name])
        for name in _MORE
    )


def _listed(list_id: str) -> tuple[tuple[str, str], ...]:
    found = vocabulary(list_id)
    return tuple((code, phrase(found.label_of(code))) for code in found.codes)


_LABELS: Final = {
    "partner": _("Partner"),
    "kind": _("Kind"),
    "state": _("Where it stands"),
    "basis": _("Legal basis"),
    "urgency": _("Urgent"),
    "due": _("Next clock"),
}
_DUE_WORDS: Final = {
    "overdue": _("has run out"),
    "day": _("ends within a day"),
    "week": _("ends within a week"),
}


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) <= 6 else 1
