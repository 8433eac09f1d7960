# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The depositary's page as events: participants with the days of their signatures and instruments, notes, statements.

    reading = read_participants(data, default_mapping(), Source(ref="UN Treaty Collection", confidence="high"))

Nothing is guessed: an unknown column, name, mark or date stops the reading and is named with its row. What the page itself
marks as not counting (in brackets) is set aside and shown. The page's own counts must agree with its rows.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from longbien.core.base.datafile import Source
from longbien.core.base.errors import MalformedError
from longbien.core.base.ids import PartyId
from longbien.core.treaty.depositary.mapping import COUNTERS, PARTICIPANT, PageMapping, plain
from longbien.core.treaty.depositary.pages import Line, RawPage, Row, read_page
from longbien.core.treaty.status.events import INSTRUMENTS, Event, EventKind

MAX_SHORT: Final = 300
"""Characters of a cell with a name or a date."""
_NOTE: Final = re.compile(r"<(?:sup|superscript)>([^<]{0,40})</(?:sup|superscript)>")
_TAG: Final = re.compile(r"<[^<>]{0,80}>")
_IN_BRACKETS: Final = re.compile(r"\(([^()]{0,60})\)")
_TRAILING: Final = re.compile(r"(?<=\D)[\s,]*((?:\d{1,3}\s*,\s*)*\d{1,3})$")
_MARKED: Final = re.compile(r"(.*?)\s*\(?([A-Za-z]{1,4})\)?")
_NUMBER: Final = re.compile(r"\d{1,3}")
_DASHED: Final = re.compile(r"\d{2}[-/.]\d{2}[-/.]\d{4}|\d{1,2} [^\W\d_]+ \d{4}|\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a column holds; `kinds` are the instruments that its heading names."""

    role: str
    kinds: tuple[EventKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """What stands on the page and is no event: a day in brackets, a statement that could not be placed."""

    row: str
    text: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the page after the table, with its lines."""

    role: str
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusReading:
    """A page that was understood. `day` is the page's own day, if it names one; `withdrawn` stand in brackets: it does not count them."""

    form: str
    day: date | None
    events: tuple[Event, ...]
    aside: tuple[SetAside, ...]
    sections: tuple[Section, ...]
    withdrawn: frozenset[PartyId]


def read_participants(data: bytes, mapping: PageMapping, source: Source) -> StatusReading:
    """Read the table of participants and the sections; `page_statements` makes events of what the sections say.

    MalformedError `treaty.page_no_table`, `treaty.page_columns`, `treaty.page_name`, `treaty.page_twice`,
    `treaty.page_date`, `treaty.page_mark`, `treaty.page_cells`, `treaty.page_count`, and as `read_page`.
    """
    raw = read_page(data, mapping)
    number, columns = _find_table(raw, mapping)
    head, *rows = raw.tables[number]
    notes: dict[PartyId, str] = {}
    withdrawn: set[PartyId] = set()
    events: list[Event] = []
    aside: list[SetAside] = []
    for row in rows:
        if [plain(cell) for cell in row.cells] == [plain(cell) for cell in head.cells]:
            continue
        found = _Participant(row, columns, mapping)
        if found.code in notes:
            raise MalformedError("treaty.page_twice", row=found.where, name=found.name)
        notes[found.code] = found.notes
        withdrawn.update((found.code,) if found.withdrawn else ())
        events += found.events(source, aside)
    lines = [line for line in raw.lines if line.table != number]
    _check_counts(raw.lines, events, len(aside), mapping)
    return StatusReading(
        form=raw.form,
        day=_as_at(raw.lines, mapping),
        events=tuple(sorted(events, key=lambda event: event.order)),
        aside=tuple(aside),
        sections=_sections(lines, mapping),
        withdrawn=frozenset(withdrawn),
    )


def participant_of(text: str, mapping: PageMapping) -> PartyId | None:
    """Give whose name a text is, references to notes aside; None if it is nobody's."""
    name, _ = split_notes(text)
    return mapping.names.get(plain(name))


def split_notes(text: str) -> tuple[str, str]:
    """Give a text without its references to notes, and the numbers of the notes."""
    marked = [number for found in _NOTE.findall(text) for number in _NUMBER.findall(found)]
    bare = " ".join(_TAG.sub("", _NOTE.sub("", text)).split())
    trailing = _TRAILING.search(bare)
    if trailing and bool(_DASHED.search(bare)) == bool(_DASHED.search(bare[: trailing.start()])):
        marked += _NUMBER.findall(trailing[1])
        bare = bare[: trailing.start()].rstrip(" ,")
    return bare, ", ".join(marked)


class _Participant:
    """One row that is being read."""

    def __init__(self, row: Row, columns: Sequence[Column], mapping: PageMapping) -> None:
        self.row, self.columns, self.mapping = row, columns, mapping
        self.where = str(row.number)
        if len(row.cells) > len(columns) or any(len(cell) > MAX_SHORT for cell in row.cells):
            raise MalformedError(
                "treaty.page_cells", row=self.where, cells=len(row.cells), columns=len(columns)
            )
        place = next(number for number, column in enumerate(columns) if column.role == PARTICIPANT)
        shown, self.notes = split_notes(row.cells[place] if place < len(row.cells) else "")
        self.withdrawn = shown.startswith("[") and shown.endswith("]")
        self.name = shown.strip("[] ") if self.withdrawn else shown
        code = mapping.names.get(plain(self.name))
        if code is None:
            raise MalformedError("treaty.page_name", row=self.where, name=self.name[:80])
        self.code = code

    def events(self, source: Source, aside: list[SetAside]) -> Iterable[Event]:
        """Give the row's events; what stands in brackets goes `aside`: a whole row whose name does, for who withdrew."""
        for cell, column in zip(self.row.cells, self.columns, strict=False):
            text, notes = split_notes(cell)
            if column.role == PARTICIPANT or not text:
                continue
            if text.startswith("[") or self.withdrawn:
                said = f"{self.name}: {text}"
                aside.append(SetAside(row=self.where, text=said, code="treaty.aside_brackets"))
                continue
            day, kind = self._act(text, column)
            numbers = ", ".join(found for found in (self.notes, notes) if found)
            yield Event(
                id=f"{self.code.lower()}-{kind.value}-{day.isoformat()}",
                party=self.code,
                kind=kind,
                day=day,
                note=f"Note {numbers} of the page." if numbers else "",
                sources=(source,),
            )

    def _act(self, text: str, column: Column) -> tuple[date, EventKind]:
        day = self.mapping.day(text)
        if day is not None:
            return day, self._unmarked(column)
        match = _MARKED.fullmatch(text)
        day = self.mapping.day(match[1]) if match else None
        if match is None or day is None:
            raise MalformedError("treaty.page_date", row=self.where, name=self.name, text=text[:40])
        kind = self.mapping.marks.get(match[2])
        if kind is None or not column.kinds:
            raise MalformedError("treaty.page_mark", row=self.where, name=self.name, mark=match[2])
        return day, kind

    def _unmarked(self, column: Column) -> EventKind:
        if column.role == EventKind.SIGNATURE:
            return EventKind.SIGNATURE
        if len(column.kinds) == 1:
            return column.kinds[0]
        if EventKind.RATIFICATION in column.kinds:
            return EventKind.RATIFICATION
        raise MalformedError("treaty.page_mark", row=self.where, name=self.name, mark="-")


def _find_table(raw: RawPage, mapping: PageMapping) -> tuple[int, tuple[Column, ...]]:
    """Find the table whose first row has a column of participants and one of days."""
    for number, rows in enumerate(raw.tables):
        if not rows or not any(
            mapping.headings.get(plain(split_notes(cell)[0])) == PARTICIPANT for cell in rows[0].cells
        ):
            continue
        read = [_column(cell, mapping) for cell in rows[0].cells]
        unknown = [
            split_notes(cell)[0] for cell, column in zip(rows[0].cells, read, strict=True) if column is None
        ]
        if unknown:
            raise MalformedError("treaty.page_columns", columns="; ".join(unknown)[:200])
        columns = tuple(column for column in read if column is not None)
        roles = Counter(column.role for column in columns)
        if roles[PARTICIPANT] == 1 and len(columns) > 1 and roles[EventKind.SIGNATURE.value] <= 1:
            return number, columns
    raise MalformedError("treaty.page_no_table")


def _column(heading: str, mapping: PageMapping) -> Column | None:
    """Read a heading such as `Ratification, Acceptance(A), Accession(a)`; None if a part of it is unknown."""
    text = plain(_IN_BRACKETS.sub(",", split_notes(heading)[0]))
    if text in mapping.headings:
        roles = [mapping.headings[text]]
    else:
        joined = "|".join(re.escape(word) for word in sorted(mapping.joiners))
        cut = re.sub(rf"\s(?:{joined})\s", ",", text.replace("/", ",")) if joined else text.replace("/", ",")
        parts = [part.strip(" .") for part in cut.split(",") if part.strip(" .")]
        if not parts or any(part not in mapping.headings for part in parts):
            return None
        roles = [mapping.headings[part] for part in parts]
    roles = list(dict.fromkeys(roles))
    if PARTICIPANT in roles or EventKind.SIGNATURE.value in roles:
        return Column(role=roles[0], kinds=()) if len(roles) == 1 else None
    return Column(role="action", kinds=tuple(EventKind(role) for role in roles))


def _sections(lines: Sequence[Line], mapping: PageMapping) -> tuple[Section, ...]:
    """Cut the lines into sections: by an element around them, or from a line that is a section's heading."""
    found: list[tuple[str, str, list[str]]] = []
    current, by_heading = "", False
    for line in lines:
        element = next((name for name in line.inside if name in mapping.sections), "")
        heading = plain(split_notes(line.text)[0]).rstrip(" .:")
        if not element and heading in mapping.sections:
            current, by_heading = heading, True
            found.append((mapping.sections[heading], line.text, []))
        elif element and element != current:
            current, by_heading = element, False
            found.append((mapping.sections[element], element, [line.text]))
        elif element or by_heading:
            found[-1][2].append(line.text)
        else:
            current = ""
    return tuple(
        Section(role=role, heading=heading, lines=tuple(held)) for role, heading, held in found if held
    )


def _check_counts(lines: Sequence[Line], events: Sequence[Event], aside: int, mapping: PageMapping) -> None:
    """Compare the page's own counts with its rows: a list that was cut short is noticed."""
    rows = {
        "signatories": sum(event.kind is EventKind.SIGNATURE for event in events),
        "parties": sum(event.kind in INSTRUMENTS for event in events),
    }
    for counter in COUNTERS:
        said = _counter(lines, mapping.counters[counter])
        if said is not None and not rows[counter] <= said <= rows[counter] + aside:
            raise MalformedError("treaty.page_count", counter=counter, said=said, rows=rows[counter])


def _counter(lines: Sequence[Line], words: frozenset[str]) -> int | None:
    for line in lines:
        if line.inside and line.inside[-1] in words and line.text.isdecimal() and len(line.text) < 5:
            return int(line.text)
        for word in words:
            match = re.search(rf"\b{re.escape(word)}\s*:\s*(\d{{1,4}})\b", plain(line.text))
            if match:
                return int(match[1])
    return None


def _as_at(lines: Sequence[Line], mapping: PageMapping) -> date | None:
    for line in lines:
        text = plain(line.text)
        for word in mapping.as_at:
            if word in text:
                match = _DASHED.search(text, text.index(word))
                found = mapping.day(match[0].replace("/", "-")) if match else None
                if found is not None:
                    return found
    return None
