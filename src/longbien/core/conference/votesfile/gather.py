# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a table of votes line by line: each State's vote on each item as one bit, so that memory grows with items and not with lines.

Nothing is dropped in silence: each line that is not counted as it stands is a `Finding` with its number.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol, TypeAlias

from longbien.core.base.errors import MalformedError
from longbien.core.conference.votesfile.shape import Shape
from longbien.core.conference.votesfile.spelling import VOTES, Voter, folded, voters, words

MAX_ITEMS: Final = 200_000
MAX_VOTERS: Final = 5_000
"""Bounds of memory: items, and different names of States."""
YES, NO, ABSTAIN, ABSENT = range(4)
_RECORDED: Final = ("outcome", "for", "against", "abstain")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A line that is not counted as it stands, or that is marked: `code` has its sentence, `text` is what stands there."""

    line: int
    code: str
    text: str
    item: str = ""


@dataclass(slots=True)
class Item:
    """What is known of one item so far. `masks`: who voted yes, no, abstained, was absent; `open`: votes that cannot be counted for sure."""

    line: int
    masks: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    seen: int = 0
    disputed: int = 0
    open: int = 0
    former: bool = False
    recorded: tuple[str, ...] | None = None


Key: TypeAlias = tuple[str, str, str]
Report: TypeAlias = Callable[[Finding], None]


class Reader(Protocol):
    """What is used of the standard library's reader: rows, and the number of the last line read."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]:
        """Give the rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How lines are read: `spellings` adds votes of the caller (`1` is yes); `any_name` takes names that are no State's as they stand.

    `before` is the number of lines up to and with the headings.
    """

    shape: Shape
    before: int = 1
    spellings: Mapping[str, str] = field(default_factory=dict)
    any_name: bool = False


class Gathering:
    """All items of a table, filled line by line by `read`."""

    def __init__(self, settings: Settings, report: Report) -> None:
        """Begin with nothing; `report` is told each finding as it comes."""
        self.items: dict[Key, Item] = {}
        self.voters: list[Voter] = []
        self.lines = 0
        self.former: dict[int, int] = {}
        self._settings = settings
        self._report = report
        self._bits: dict[str, int] = {}
        self._by_code: dict[str, int] = {}
        self._former = 0
        self._votes: dict[str, int] = {}
        known = {**words().votes, **{folded(text): vote for text, vote in settings.spellings.items()}}
        self._known = {text: VOTES.index(vote) for text, vote in known.items()}

    def read(self, lines: Iterator[str]) -> None:
        """Read all lines after the headings; MalformedError `conference_votes.file_broken`, `…file_items`, `…file_voters`."""
        reader = csv.reader(lines, delimiter=self._settings.shape.delimiter, strict=True)
        try:
            self._read(reader)
        except csv.Error as error:
            line = reader.line_num + self._settings.before
            raise MalformedError("conference_votes.file_broken", line=line) from error

    def _read(self, reader: Reader) -> None:
        columns, width = self._settings.shape.columns, self._settings.shape.width
        meeting, date = columns.get("meeting", -1), columns.get("date", -1)
        named, state, vote = columns["item"], columns["state"], columns["vote"]
        recorded = [columns.get(name, -1) for name in _RECORDED]
        if max(recorded) < 0:
            recorded = []
        items, bits, votes = self.items, self._bits, self._votes
        before = self._settings.before
        last, item = None, Item(line=0)
        for row in reader:
            if len(row) != width:
                self._odd(row, reader.line_num + before)
                continue
            self.lines += 1
            key = (row[meeting] if meeting >= 0 else "", row[date] if date >= 0 else "", row[named])
            if key != last:
                last, item = key, items.get(key) or self._new(key, reader.line_num + before)
            bit = bits.get(row[state])
            if bit is None:
                bit = self._voter(row[state])
            choice = votes.get(row[vote])
            if choice is None:
                choice = self._vote(row[vote])
            if bit <= 0 or choice < 0 or item.seen & bit or bit & self._former:
                self._judge(item, key, (bit, choice), (row[state], row[vote], reader.line_num + before))
            else:
                item.seen |= bit
                item.masks[choice] |= bit
            if recorded:
                self._recorded(
                    item, key, [row[one] if one >= 0 else "" for one in recorded], reader.line_num + before
                )

    def former_states(self) -> dict[str, int]:
        """Give the States that are no more, by name, with the number of lines that have them."""
        return {self.voters[bit.bit_length() - 1].name: lines for bit, lines in self.former.items()}

    def _judge(self, item: Item, key: Key, read: tuple[int, int], said: tuple[str, str, int]) -> None:
        """Deal with a line that is not plain: an unknown State or vote, a State's second line, a former State."""
        (bit, choice), (state, vote, line) = read, said
        name = key[2]
        if bit <= 0:
            self._report(Finding(line=line, code="conference_votes.line_state", text=state[:80], item=name))
            item.open += choice in (YES, NO) or choice < 0
            return
        if choice < 0:
            self._report(Finding(line=line, code="conference_votes.line_vote", text=vote[:80], item=name))
            self._dispute(item, bit)
            return
        if item.seen & bit:
            same = bool(item.masks[choice] & bit)
            code = "conference_votes.line_twice" if same else "conference_votes.line_contradicts"
            self._report(Finding(line=line, code=code, text=f"{state[:60]}: {vote[:20]}", item=name))
            if not same:
                self._dispute(item, bit)
            return
        item.former = True
        self.former[bit] = self.former.get(bit, 0) + 1
        item.seen |= bit
        item.masks[choice] |= bit

    def _dispute(self, item: Item, bit: int) -> None:
        """Take a State's vote out of the count: what it was is open."""
        if item.disputed & bit:
            return
        item.disputed |= bit
        item.seen |= bit
        item.open += 1
        item.masks = [mask & ~bit for mask in item.masks]

    def _new(self, key: Key, line: int) -> Item:
        if len(self.items) >= MAX_ITEMS:
            raise MalformedError("conference_votes.file_items", limit=MAX_ITEMS)
        if not key[2].strip():
            self._report(Finding(line=line, code="conference_votes.line_item", text="", item=""))
        item = self.items[key] = Item(line=line)
        return item

    def _voter(self, text: str) -> int:
        """Give the bit of a State by how it is written; 0 for a name that is no State's."""
        found = voters().find(text)
        if found is None and self._settings.any_name and text.strip():
            found = Voter(code=text.strip(), name=text.strip())
        bit = 0
        if found is not None:
            place = self._by_code.setdefault(found.code, len(self.voters))
            if place == len(self.voters):
                self.voters.append(found)
            bit = 1 << place
            if found.former:
                self._former |= bit
        if len(self.voters) > MAX_VOTERS:
            raise MalformedError("conference_votes.file_voters", limit=MAX_VOTERS)
        if len(self._bits) < MAX_VOTERS:
            self._bits[text] = bit
        return bit

    def _vote(self, text: str) -> int:
        choice = self._known.get(folded(text), -1)
        if len(self._votes) < MAX_VOTERS:
            self._votes[text] = choice
        return choice

    def _odd(self, row: list[str], line: int) -> None:
        if any(cell.strip() for cell in row):
            self.lines += 1
            text = f"{len(row)} / {self._settings.shape.width}"
            self._report(Finding(line=line, code="conference_votes.line_width", text=text))

    def _recorded(self, item: Item, key: Key, said: list[str], line: int) -> None:
        values = tuple(said)
        if item.recorded is None:
            item.recorded = values
        elif item.recorded != values:
            self._report(
                Finding(
                    line=line, code="conference_votes.line_recorded", text=" ".join(values)[:80], item=key[2]
                )
            )
