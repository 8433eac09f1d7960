# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the report in one language: codes as words, duties cited, everything that has its own direction kept in it."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from longbien.core.base.vocabulary import vocabulary
from longbien.core.law.concordance.codes import Part, Translation
from longbien.core.law.concordance.table import Link
from longbien.core.law.concordance.table import Row as Duty
from longbien.core.treaty.provisions.citation import ProvisionId, cite_short
from longbien.core.treaty.provisions.convention import convention
from longbien.core.treaty.provisions.glossary import working_titles
from longbien.core.treaty.status.participants import participants
from longbien.texts import phrase, translated

NOTHING: Final = "—"
_CODE: Final = "law_paper."
_RIGHT_TO_LEFT: Final = frozenset({"ar"})
_SHOWN: Final = 16
"""Digits of a digest on paper; the data have the whole."""


class Words:
    """What is said in a language."""

    def __init__(self, language: str) -> None:
        """Speak a language of the software."""
        self.language = language
        self.turned = language.partition("-")[0] in _RIGHT_TO_LEFT
        self.withheld = self.say("withheld")
        self.comma = "\u060c " if self.turned else ", "

    def say(self, code: str, /, **values: object) -> str:
        """Say a sentence of the report; where it runs from right to left, values keep their own direction."""
        given = {name: self.apart(value) for name, value in values.items()} if self.turned else values
        return translated(self.language, _CODE + code, **given)

    def code(self, table: str, code: str) -> str:
        """Say a code of what was found: `code("law", "full")`."""
        return translated(self.language, f"{_CODE}{table}_{code.replace('-', '_')}")

    def listed(self, list_id: str, code: str) -> str:
        """Say a code of a coded list of the data."""
        known = vocabulary(list_id)
        return phrase(self.language, known.label_of(code)) if code in known else code

    def apart(self, value: object) -> str:
        """Keep words in their own direction (Unicode isolates); the paper in one direction needs none."""
        return f"\u2068{value}\u2069" if self.turned and str(value) else str(value)

    def ltr(self, value: object) -> str:
        """Keep a citation, number or digest from left to right, brackets and all."""
        return f"\u2066{value}\u2069" if self.turned and str(value) else str(value)

    def cited(self, provision: str) -> str:
        """Cite a provision briefly."""
        return self.ltr(cite_short(ProvisionId(provision)))

    def cited_all(self, provisions: Iterable[str]) -> str:
        """Cite provisions in a row."""
        return self.comma.join(self.cited(one) for one in provisions) or NOTHING

    def asked(self, provision: str) -> str:
        """Give the paraphrase of a duty: in English as long as no language has one."""
        return self.apart(phrase(self.language, convention().duty(provision).text))

    def title(self, article: int) -> str:
        """Give the working title of an article."""
        found = working_titles().title(article, self.language.partition("-")[0])
        return found or phrase(self.language, convention().article(article).title)

    def article(self, article: int) -> str:
        """Head an article: number and title."""
        return self.say("power_article", article=article, title=self.title(article))

    def state(self, code: str) -> str:
        """Name a State by its UN short name."""
        found = participants().get(code)  # type: ignore[call-overload] # any text may be asked for
        return found.name(self.language.partition("-")[0]) if found is not None else code

    def day(self, day: date | None) -> str:
        """Write a day."""
        return self.ltr(day.isoformat()) if day is not None else NOTHING

    def digest(self, digest: str) -> str:
        """Write the beginning of a digest."""
        return self.ltr(digest[:_SHOWN]) if digest else NOTHING

    def place(self, link: Link) -> str:
        """Name a national provision: law, number, heading."""
        number = link.number or link.provision
        named = f"{link.law} {number}" if link.law and link.law not in number else number
        return self.apart(f"{named} {link.heading}".strip())

    def provisions(self, row: Duty, *, public: bool) -> str:
        """Name the national provisions of a row, or say that they are withheld or that none is linked."""
        if public and hidden(row, Part.LINKS):
            return self.withheld
        return "\n".join(self.place(one) for one in row.links) or self.say("none_linked")

    def translation(self, kind: Translation) -> str:
        """Say what kind of text is quoted."""
        return self.code("translation", kind.value)


def hidden(row: Duty, part: Part) -> bool:
    """Tell whether a part of a row, or all of it, was taken out of the public version. Only asked of a public one."""
    return bool(row.withheld & {Part.ROW, part})
