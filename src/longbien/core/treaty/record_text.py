# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""An entry that a node adds to the record: written as canonical JSON, read back by the reader of the data file.

Writing checks everything that reading would: what cannot be read again is never stored.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from longbien.core.base.canonical import Json, decode, encode
from longbien.core.base.datafile import Source
from longbien.core.base.errors import MalformedError, UsageError
from longbien.core.base.fields import Fields
from longbien.core.treaty.press.reading import Proposal, Reading
from longbien.core.treaty.record.entries import (
    MAX_TITLE,
    Entry,
    Excerpt,
    Number,
    parse_day,
    read_entry,
)

MAX_ENTRY: Final = 256 * 1024
_HIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a\u202b\u202d\u202e]")
_NO_ID: Final = "new"
_LAST_NUMBER: Final = 1000


def print_entry(entry: Entry) -> bytes:
    """Write an entry; MalformedError `base.field_*`, `treaty.record_when`, `treaty.record_text` for one that could not be read."""
    value: dict[str, Json] = {
        "id": entry.entry_id or _NO_ID,
        "when": str(entry.when),
        "kind": entry.kind,
        "title": entry.title,
        "confidence": entry.confidence,
        "source": [{"ref": source.ref, "confidence": source.confidence} for source in entry.sources],
    }
    value.update({name: text for name in ("text", "place") if (text := getattr(entry, name))})
    if entry.who:
        value["who"] = list(entry.who)
    if entry.numbers:
        value["numbers"] = [_number(number) for number in entry.numbers]
    if entry.planned:
        value["planned"] = True
    if entry.excerpt is not None:
        value["excerpt"] = _excerpt(entry.excerpt)
    _refuse_hidden(value)
    data = encode(value)
    if read_entry_text(data) != replace(entry, entry_id=entry.entry_id or _NO_ID, own=True):
        raise MalformedError("treaty.record_text", field="entry")
    return data


def read_entry_text(data: bytes) -> Entry:
    """Read an entry of the node; MalformedError for anything else."""
    fields = Fields(decode(data, max_bytes=MAX_ENTRY))
    entry = read_entry(fields)
    excerpt = fields.optional("excerpt", lambda name: _read_excerpt(fields.object(name)))
    fields.done()
    return replace(entry, own=True, excerpt=excerpt)


def free_id(entry: Entry, taken: Collection[str]) -> str:
    """Give an id that says day and kind, and a number if there is one already."""
    stem = f"{entry.when.first.isoformat()}-{entry.kind}"
    names = (stem, *(f"{stem}-{number}" for number in range(2, _LAST_NUMBER)))
    return next(name for name in names if name not in taken)


def accepted(reading: Reading, numbers: Iterable[int], *, confidence: str) -> tuple[Entry, ...]:
    """Make entries of the proposals that a person accepted, each with its report as source.

    UsageError `treaty.press_no_such` for a number that was not proposed, `treaty.press_known` for what the record has already.
    """
    by_number = {proposal.number: proposal for proposal in reading.proposals}
    found = []
    for number in dict.fromkeys(numbers):
        proposal = by_number.get(number)
        if proposal is None:
            raise UsageError("treaty.press_no_such", number=number, count=len(by_number))
        if proposal.known_as:
            raise UsageError("treaty.press_known", number=number, entry=proposal.known_as)
        found.append(_entry(reading, proposal, confidence))
    return tuple(found)


def report_name(reading: Reading) -> str:
    """Name a report as a source: who published it and when, as far as is known, else its file."""
    parts = [reading.publisher, reading.published.isoformat() if reading.published else ""]
    named = ", ".join(part for part in parts if part)
    return (named if reading.publisher else f"{reading.file}, {named}".strip(", "))[:120]


def _entry(reading: Reading, proposal: Proposal, confidence: str) -> Entry:
    event, name = proposal.event, report_name(reading)
    return Entry(
        entry_id="",
        when=event.when,
        kind=event.kind,
        title=proposal.title[:MAX_TITLE],
        text=" ".join(event.sentences)[:4000].strip(),
        place=event.place,
        who=event.who,
        numbers=tuple(
            Number(counts=one.counts, value=one.value, qualifier=one.qualifier, said_by=name)
            for one in event.numbers
        ),
        claims=(),
        sources=(Source(ref=name, confidence=confidence),),
        confidence=confidence,
        planned=proposal.planned,
        own=True,
        excerpt=Excerpt(
            file=reading.file[:200],
            sha256=reading.sha256,
            sentence=event.sentences[0],
            publisher=reading.publisher,
            published=reading.published,
        ),
    )


def _number(number: Number) -> dict[str, Json]:
    value: dict[str, Json] = {
        "counts": number.counts,
        "value": number.value,
        "qualifier": number.qualifier,
        "said_by": number.said_by,
    }
    return {**value, "note": number.note} if number.note else value


def _excerpt(excerpt: Excerpt) -> dict[str, Json]:
    value: dict[str, Json] = {
        "file": excerpt.file,
        "sha256": excerpt.sha256,
        "sentence": excerpt.sentence,
        "publisher": excerpt.publisher,
    }
    return {**value, "published": excerpt.published.isoformat()} if excerpt.published else value


def _read_excerpt(fields: Fields) -> Excerpt:
    def day(name: str) -> date:
        return fields.parsed(name, parse_day)

    found = Excerpt(
        file=fields.text("file", max_length=200),
        sha256=fields.text("sha256", pattern=r"[0-9a-f]{64}"),
        sentence=fields.text("sentence", max_length=4000),
        publisher=fields.text("publisher", min_length=0, max_length=120),
        published=fields.optional("published", day),
    )
    fields.done()
    return found


def _refuse_hidden(value: Json, field: str = "") -> None:
    """Refuse characters that rewrite a screen or turn the order of reading round."""
    if isinstance(value, str) and _HIDDEN.search(value):
        raise MalformedError("treaty.record_text", field=field)
    if isinstance(value, dict):
        for name, item in value.items():
            _refuse_hidden(item, name)
    if isinstance(value, list):
        for item in value:
            _refuse_hidden(item, field)
