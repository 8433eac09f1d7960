# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a table of votes may be written: headings, votes, outcomes and names of States, in the languages of the project."""

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import mistake, reading, sources
from longbien.core.base.fields import Fields
from longbien.core.base.ids import parse_party_id
from longbien.core.base.library import Document, read_data
from longbien.core.treaty.status.participants import participants

WORDS_PATH: Final = "conference/votes-file.yaml"
STATES_PATH: Final = "states/spellings.yaml"
COLUMNS: Final = ("meeting", "date", "item", "state", "vote", "outcome", "for", "against", "abstain")
NEEDED: Final = ("item", "state", "vote")
"""The columns without which nothing can be counted."""
VOTES: Final = ("yes", "no", "abstain", "absent")
OUTCOMES: Final = ("adopted", "rejected")
_ARTICLE: Final = "the"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Folded words and what each means: for columns, votes and recorded outcomes."""

    columns: Mapping[str, str]
    votes: Mapping[str, str]
    outcomes: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voter:
    """Somebody who may stand in a table of votes. `former`: a State that is no more, recognised under its own name only."""

    code: str
    name: str
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Voters:
    """Everybody by what they are called: as it is written (`Nga` is Russia, `NGA` Nigeria), in any case (`áo` is Austria), without accents (`AO` is Angola)."""

    written: Mapping[str, Voter]
    spelt: Mapping[str, Voter]
    plain: Mapping[str, Voter]

    def find(self, text: str) -> Voter | None:
        """Give who is meant by a code or a name, if anybody is."""
        return (
            self.written.get(_written(text)) or self.spelt.get(_spelt(text)) or self.plain.get(folded(text))
        )


def folded(text: str) -> str:
    """Give a text without case, accents, punctuation and the English article: what spellings are compared by."""
    parts = unicodedata.normalize("NFKD", text.replace("&", " and ")).casefold()
    kept = "".join(
        one if one.isalnum() else " " for one in parts if not unicodedata.combining(one) and one not in "'’."
    )
    return " ".join(word for word in kept.split() if word != _ARTICLE)


@cache
def words() -> Words:
    """Give the words that the software knows."""
    return parse_words(read_data(WORDS_PATH))


@cache
def voters() -> Voters:
    """Give everybody by code and name: participants in every language, other spellings, and States that are no more."""
    return parse_voters(read_data(STATES_PATH))


def parse_words(document: Document) -> Words:
    """Read the words; MalformedError with file and line, also for a spelling that means two things."""
    with reading(document, schema="longbien/votes-file/1") as fields:
        sources(fields)
        return Words(
            columns=_table(fields, "columns", "column", COLUMNS),
            votes=_table(fields, "votes", "vote", VOTES),
            outcomes=_table(fields, "outcomes", "outcome", OUTCOMES),
        )


def parse_voters(document: Document) -> Voters:
    """Read spellings and former States; MalformedError with file and line, also for a name that two have."""
    written: dict[str, Voter] = {}
    spelt: dict[str, Voter] = {}
    plain: dict[str, Voter] = {}
    known = {code: Voter(code=code, name=row.name()) for code, row in participants().items()}
    for code, row in participants().items():
        for text in filter(None, (code, row.alpha3)):
            written[text] = spelt[_spelt(text)] = plain[folded(text)] = known[code]
    for code, row in participants().items():
        for name in row.names.values():
            written[_written(name)] = known[code]
            spelt.setdefault(_spelt(name), known[code])
            plain.setdefault(folded(name), known[code])

    def add(item: Fields, held: Voter, names: Collection[str]) -> None:
        for name in names:
            if written.setdefault(_written(name), held) != held:
                raise mistake(item, "words")
            spelt.setdefault(_spelt(name), held)
            plain.setdefault(folded(name), held)

    def spelling(item: Fields) -> None:
        code = item.parsed("code", parse_party_id)
        if code not in known:
            raise mistake(item, "code")
        add(item, known[code], item.texts("words", max_length=120))

    def former(item: Fields) -> None:
        held = Voter(code=item.parsed("code", parse_party_id), name=item.text("name"), former=True)
        item.text("note", min_length=0)
        own = (held.code, item.text("alpha3", pattern="[A-Z]{3}"), held.name)
        add(item, held, (*own, *item.texts("words", max_length=120)))

    with reading(document, schema="longbien/spellings/1") as fields:
        sources(fields)
        fields.objects("spellings", spelling)
        fields.objects("former", former)
    return Voters(
        written=MappingProxyType(written), spelt=MappingProxyType(spelt), plain=MappingProxyType(plain)
    )


def _written(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _spelt(text: str) -> str:
    return _written(text).casefold()


def _table(fields: Fields, name: str, member: str, options: Collection[str]) -> Mapping[str, str]:
    found: dict[str, str] = {}

    def one(item: Fields) -> None:
        meaning = item.choice(member, options)
        for text in item.texts("words", max_length=60):
            if found.setdefault(folded(text), meaning) != meaning:
                raise mistake(item, "words")

    fields.objects(name, one)
    return MappingProxyType(found)
