# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a list of requests may be narrowed to, as one value for pages, terminal and programs."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Final

from django.db.models import QuerySet

from longbien.core.base.errors import UsageError
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.forms.kinds import forms
from longbien.core.cooperation.life.table import STATES
from longbien.core.cooperation.register.words import FACETS, facet, wanted
from longbien.store.models.cooperation import STAGES, Request
from longbien.store.queries.register import OUTLINE, WHOLE, matching

VIEWS: Final = (*STAGES, "all")
"""What a list may be asked for."""
DIRECTIONS: Final = ("incoming", "outgoing")
DUES: Final = {"overdue": timedelta(), "day": timedelta(days=1), "week": timedelta(days=7)}
"""The next clock has run out, or ends within this time."""
ANY: Final = "any"
"""Any urgency."""
LONGEST: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """A list narrowed: codes, `""` for all. `text` looks for words, references, ids, parties, identifiers and names."""

    view: str = "open"
    direction: str = ""
    partner: str = ""
    kind: str = ""
    state: str = ""
    basis: str = ""
    urgency: str = ""
    due: str = ""
    text: str = ""


def filters(**given: str) -> Filters:
    """Read filters as a person or program gave them; UsageError `cooperation.filter` names the first that says nothing."""
    found = Filters(**{name: value.strip()[:LONGEST] for name, value in given.items()})
    for field in fields(found):
        value = getattr(found, field.name)
        if value and field.name in _ALLOWED and value not in _ALLOWED[field.name]():
            raise UsageError("cooperation.filter", name=field.name, value=value[:40])
    return found


_ALLOWED: Final[Mapping[str, Callable[[], Container[str]]]] = {
    "view": lambda: VIEWS,
    "direction": lambda: DIRECTIONS,
    "state": lambda: STATES["request"],
    "kind": forms,
    "basis": lambda: vocabulary("LEGAL-BASIS").codes,
    "urgency": lambda: (ANY, *vocabulary("URGENCY").codes),
    "due": lambda: DUES,
}


def choose(asked: Filters, now: datetime, *, contents: bool) -> tuple[QuerySet[Request], bool]:
    """Give the rows that fit, and whether a search found more than it looked at; `contents`: names and free text are searched too."""
    rows = Request.objects.all()
    equal = {
        "stage": asked.view if asked.view in STAGES else "",
        "direction": asked.direction,
        "partner": asked.partner,
        "kind": asked.kind,
        "state": asked.state,
        "legal_basis": asked.basis,
        "urgency": asked.urgency if asked.urgency != ANY else "",
    }
    rows = rows.filter(**{name: value for name, value in equal.items() if value})
    if asked.urgency == ANY:
        rows = rows.filter(urgent=True)
    if asked.due:
        rows = rows.filter(burns_at__lte=now + DUES[asked.due])
    if asked.text:
        words = wanted(asked.text)
        if words is None:
            return rows.none(), False
        facets = [facet(name, equal[name]) for name in FACETS if equal[name]]
        return matching(rows, words, where=WHOLE if contents else OUTLINE, facets=facets)
    return rows, False
