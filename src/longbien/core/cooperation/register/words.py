# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words under which a request is found in the register, and what a search asks for.

Words lose case, diacritics, Arabic vowel signs, article and common endings; Chinese is cut into characters and pairs. What is written with
signs between (a reference, an address, a telephone number) is also one word without them: `C-2026/118` is `c`, `2026`, `118` and `c2026118`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.cooperation.forms.kinds import Form
from longbien.core.cooperation.forms.masking import masked_values
from longbien.core.cooperation.forms.values import FieldValue, write_value
from longbien.core.treaty.finding.words import folded_letters, plain_digits, words

LONGEST_WORD: Final = 64
MOST_WORDS: Final = 2000
"""Words kept of one request: what is longer is found by its beginning."""
MOST_ASKED: Final = 12
SHORTEST_BEGINNING: Final = 3
FACETS: Final = ("direction", "partner", "kind", "legal_basis")
"""What never changes once a request has left, and can therefore be a word of its own."""
_FACET: Final = "\ue000"
"""A private letter: no text has it, every index takes it for one."""
_COMPACT: Final = 80
_NOT_WORDS: Final = frozenset({"code", "codes", "date", "moment", "period", "tick", "number", "language"})
_SIGNED: Final = re.compile(r"[^\W_]+(?:[^\w\s]+[^\W_]+)+", re.UNICODE)
_APART: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a search asks for: all of `words`; `begun` is the last one while it may still be typed on; `whole` the text as one word."""

    words: tuple[str, ...]
    begun: str = ""
    whole: str = ""


def text_words(text: str) -> Iterator[str]:
    """Give the words of a text, each as it is looked for; some more than once."""
    plain = plain_digits(text)
    before: tuple[int, str] | None = None
    for word in words(
        plain, "vi"
    ):  # Latin letters folded and not stemmed: a register holds names, and names have no endings
        tongue, form = word.forms[0]
        if tongue != "zh":
            if len(form) > 1:
                yield form[:LONGEST_WORD]
            continue
        yield form
        if before is not None and before[0] == word.start:
            yield before[1] + form
        before = (word.end, form)
    for piece in _SIGNED.findall(plain):
        if len(piece) <= _COMPACT and (found := compact(piece)):
            yield found


def compact(text: str) -> str:
    """Give a text as one word: letters and digits alone."""
    folded = folded_letters(unicodedata.normalize("NFKC", plain_digits(text)).casefold())
    return _APART.sub("", folded)[:LONGEST_WORD]


def wanted(text: str) -> Wanted | None:
    """Read what a person searches for; None if there is no letter or digit in it."""
    found = list(dict.fromkeys(text_words(text)))
    whole = compact(text) if len(text) <= _COMPACT else ""
    signed = {compact(piece) for piece in _SIGNED.findall(plain_digits(text))}
    parts = [one for one in found if one not in signed or _is_plain(one, text)][:MOST_ASKED]
    if not parts and not whole:
        return None
    begun = parts.pop() if parts and len(parts[-1]) >= SHORTEST_BEGINNING else ""
    return Wanted(words=tuple(parts), begun=begun, whole=whole)


def facet(name: str, value: str) -> str:
    """Give the word by which a list is narrowed to a party, kind, direction or basis; nobody can type it."""
    return f"{_FACET}{compact(name)}{_FACET}{compact(value)}"


def request_words(form: Form | None, values: Mapping[str, FieldValue]) -> Iterator[str]:
    """Give every text that a person wrote into a request: names, identifiers, free text; no codes and no moments, and no masked name."""
    for name, value in masked_values(values).items():
        field = form.fields.get(name) if form is not None else None
        if field is not None and field.type not in _NOT_WORDS:
            yield from _texts(write_value(value))


def kept_words(texts: Iterable[str]) -> tuple[str, ...]:
    """Give the words of some texts, each once, at most MOST_WORDS of them."""
    found: dict[str, None] = {}
    for text in texts:
        for word in text_words(text):
            found[word] = None
            if len(found) == MOST_WORDS:
                return tuple(found)
    return tuple(found)


def _texts(value: Json) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)


def _is_plain(word: str, text: str) -> bool:
    """Tell whether a word stands in the text as it is, with no sign inside."""
    return any(word == compact(piece) for piece in text.split() if _APART.search(piece.strip()) is None)
