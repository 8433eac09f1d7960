# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a node publishes about the Convention, as plain JSON: the same for downloads and for the API.

`plain` writes any of the room's values: members that are not said are left out, days are ISO text, codes are text.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.treaty.provisions.articles import Article
from longbien.core.treaty.provisions.convention import Convention
from longbien.core.treaty.provisions.duties import Duty
from longbien.core.treaty.record.entries import Entry
from longbien.core.treaty.record.when import When
from longbien.core.treaty.status.events import Event
from longbien.core.treaty.status.participants import Participant, participants
from longbien.core.treaty.status.standing import Standing, counts, force_on, standings

STATUS_SCHEMA: Final = "longbien/published-status/1"
CONVENTION_SCHEMA: Final = "longbien/published-convention/1"
RECORD_SCHEMA: Final = "longbien/published-record/1"
NOTICE: Final = "Compiled from the sources named in each row. The depositary's own page decides; what is not `high` is to be confirmed."
_COMMON: Final = frozenset({"id", "text", "actor", "modality", "kind", "confidence", "see"})
PARAPHRASE: Final = "Paraphrases in this project's own words, not the treaty text."


def plain(value: object) -> Json:
    """Write a value of the treaty room as plain JSON; None, empty texts and empty lists are left out of objects."""
    if isinstance(value, When):
        return str(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(name): plain(item) for name, item in value.items() if item not in (None, "", (), [])}
    if is_dataclass(value):
        return plain({field.name: getattr(value, field.name) for field in fields(value)})
    if isinstance(value, Iterable):
        return [plain(item) for item in value]
    raise TypeError(type(value).__name__)


def status_document(events: Iterable[Event], day: date) -> dict[str, Json]:
    """Give the status on a day: counts, how far it is to the forty, and a row for every participant with its sources."""
    known = tuple(events)
    force = force_on(known, day)
    found = standings(known, day)
    return {
        "schema": STATUS_SCHEMA,
        "notice": NOTICE,
        "on": day.isoformat(),
        "counts": counts_of(known, day),
        "entry_into_force": {
            "counted": len(force.standing),
            "missing": force.missing,
            "fortieth": plain(force.fortieth),
            "day": plain(force.day),
        },
        "rows": [status_row(row, found[row.code]) for row in participants().values()],
    }


def counts_of(events: Iterable[Event], day: date) -> dict[str, Json]:
    """Give the four counts on a day, and the same counts of what is confirmed."""
    found = counts(events, day)
    return {
        "signed": found.signed,
        "approved": found.approved,
        "deposited": found.deposited,
        "in_force": found.in_force,
        "confirmed": plain(found.confirmed),
    }


def status_row(row: Participant, standing: Standing) -> dict[str, Json]:
    """Give one participant's row: who it is, the four states, and the events behind them."""
    return {
        "code": row.code,
        "kind": row.kind.value,
        "group": row.group.value,
        "names": plain(row.names),
        "signed": plain(standing.signed),
        "approved": plain(standing.approved),
        "deposited": plain(standing.deposited),
        "in_force": plain(standing.in_force),
        "instrument": plain(standing.instrument),
        "expected": plain(standing.expected),
        "leaving": plain(standing.leaving),
        "left": plain(standing.left),
        "confirmed": not standing.doubtful,
        "events": [event_row(event) for event in standing.events],
    }


def event_row(event: Event) -> Json:
    """Give one event with its sources and how sure it is."""
    row = plain(event)
    if isinstance(row, dict):
        row["confidence"] = event.confidence
    return row


def duty_row(whole: Convention, duty: Duty) -> dict[str, Json]:
    """Give one duty; `details` holds what only some duties say: notice, deadline, grounds, elements and the like."""
    row = plain(duty)
    details = (
        {name: value for name, value in row.items() if name not in _COMMON} if isinstance(row, dict) else {}
    )
    return {
        "id": duty.id,
        "cite": duty.cite,
        "text": duty.text,
        "actor": duty.actor.value,
        "modality": duty.modality.value,
        "kind": duty.kind,
        "confidence": duty.confidence,
        "standing": whole.standing(duty),
        "see": list(duty.see),
        "details": details,
    }


def article_row(whole: Convention, article: Article) -> dict[str, Json]:
    """Give one article with its duties."""
    return {
        "number": article.number,
        "chapter": article.chapter,
        "title": article.title,
        "notice": PARAPHRASE,
        "confidence": article.confidence,
        "checked": list(article.checked),
        "relatives": plain(article.relatives),
        "duties": [duty_row(whole, duty) for duty in article.duties],
    }


def convention_document(whole: Convention) -> dict[str, Json]:
    """Give the whole Convention as duties."""
    return {
        "schema": CONVENTION_SCHEMA,
        "notice": PARAPHRASE,
        "name": whole.short_name,
        "adopted": whole.adopted.isoformat(),
        "resolution": whole.resolution,
        "chapters": plain(whole.chapters),
        "checked": plain(whole.checked),
        "articles": [article_row(whole, article) for article in whole.articles],
    }


def record_document(entries: Iterable[Entry]) -> dict[str, Json]:
    """Give the record, in the order of time."""
    return {"schema": RECORD_SCHEMA, "entries": [plain(entry) for entry in entries]}
