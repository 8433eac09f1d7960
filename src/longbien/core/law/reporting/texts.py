# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a State writes into its report in its own words: legal system, method, good practice, challenges. None of it has to be there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.fields import Fields

NAMES: Final = ("summary", "legal_system", "method", "good_practice", "challenges", "follow_up")
"""The texts, in the order of the report: a word to the House; legal system and the rank of treaties; who worked how; what works; what is
hard; what happens next."""
MOST: Final = 20_000
"""Characters of one text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTexts:
    """The texts by name, and which of them the public version leaves out (it says so)."""

    language: str = "en"
    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    withheld: frozenset[str] = frozenset()

    def public(self) -> "ReportTexts":
        """Give what the public version may say."""
        kept = {name: words for name, words in self.texts.items() if name not in self.withheld}
        return ReportTexts(language=self.language, texts=MappingProxyType(kept), withheld=self.withheld)

    def tidy(self) -> "ReportTexts":
        """Give the texts without empty ones, and nothing withheld where nothing was written."""
        texts = {name: words.strip() for name, words in self.texts.items() if words.strip()}
        withheld = frozenset(name for name in self.withheld if name in texts)
        return ReportTexts(language=self.language, texts=MappingProxyType(texts), withheld=withheld)


def texts_json(value: ReportTexts) -> dict[str, Json]:
    """Write the texts as JSON."""
    withheld: list[Json] = [*sorted(value.withheld)]
    return {
        "language": value.language,
        "texts": {name: value.texts[name] for name in NAMES if value.texts.get(name)},
        "withheld": withheld,
    }


def read_texts(value: Json) -> ReportTexts:
    """Read the texts; MalformedError as `Fields` gives it."""
    fields = Fields(value)
    inner = fields.object("texts")
    texts = {name: inner.text(name, max_length=MOST) for name in NAMES if inner.has(name)}
    inner.done()
    withheld = fields.texts("withheld", max_items=len(NAMES), max_length=40)
    for name in withheld:
        Fields({"name": name}, where=f"{fields.where}.withheld").choice("name", NAMES)
    found = ReportTexts(
        language=fields.text("language", max_length=35, pattern=r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}"),
        texts=MappingProxyType(texts),
        withheld=frozenset(withheld),
    )
    fields.done()
    return found
