# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is known already of other treaties: a State that has a table for the Budapest Convention, UNTOC or UNCAC has half of this one.

A line `{"id": "CODE:12", "treaty": "budapest", "article": "2"}` says that the provision gives effect to that article of that treaty; it counts for
every article of this Convention that follows it (`relatives` of the articles' data).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.law.matching.placing import Rows
from longbien.core.law.provisions.lines import read_objects
from longbien.core.treaty.provisions.articles import RELATIVES
from longbien.core.treaty.provisions.convention import convention

MOST: Final = 10_000
TREATIES: Final = tuple(one for one in RELATIVES if one != "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """A provision and the article of another treaty to which it gives effect, on somebody's word."""

    provision: str
    treaty: str
    article: str

    def __str__(self) -> str:
        """Give the article as it is cited here: `budapest 2`."""
        return f"{self.treaty} {self.article}"


def read_relatives(data: bytes) -> tuple[Relative, ...]:
    """Read JSON lines; MalformedError `law.relative_broken`, RefusedError `law.relative_treaty`, `law.relatives_many`; as `read_objects`."""
    found: list[Relative] = []
    for number, value in read_objects(data, broken="law.relative_broken"):
        if len(found) == MOST:
            raise RefusedError("law.relatives_many", most=MOST)
        found.append(_relative(value, number))
    return tuple(found)


def of_article(known: Sequence[Relative]) -> Mapping[int, Mapping[str, tuple[Relative, ...]]]:
    """Give, by article of this Convention and id of a provision, what is known of the article's relatives."""
    found: dict[int, dict[str, tuple[Relative, ...]]] = {}
    for article in convention().articles:
        followed = {(treaty, _main(one)) for treaty in TREATIES for one in article.relatives.get(treaty, ())}
        row = found.setdefault(article.number, {})
        for one in known:
            if (one.treaty, _main(one.article)) in followed:
                row[one.provision] = (*row.get(one.provision, ()), one)
    return found


def with_relatives(
    rows: Rows,
    ids: Sequence[str],
    known: Mapping[int, Mapping[str, tuple[Relative, ...]]],
    numbers: Sequence[int],
    *,
    share: float,
) -> list[list[float]]:
    """Put each provision that gives effect to a relative of the article in front, for a person said so; among them the words decide."""
    places: dict[str, int] = {one: at for at, one in enumerate(ids)}
    found = [list(row) for row in rows]
    for number, row in zip(numbers, found, strict=True):
        best = max(row, default=0.0)
        for one in known.get(number, {}):
            if one in places:
                row[places[one]] = best + share * (best + row[places[one]])
    return found


def unknown(known: Sequence[Relative], ids: Sequence[str]) -> Iterator[str]:
    """Name the provisions of which something is known but which the law does not have, each once."""
    held = set(ids)
    yield from dict.fromkeys(one.provision for one in known if one.provision not in held)


def _relative(value: Mapping[str, object], number: int) -> Relative:
    provision, treaty, article = (_text(value, name, number) for name in ("id", "treaty", "article"))
    if treaty not in TREATIES:
        raise RefusedError("law.relative_treaty", line=number, known=", ".join(TREATIES))
    return Relative(provision=provision, treaty=treaty, article=article)


def _text(value: Mapping[str, object], name: str, number: int) -> str:
    held = value.get(name)
    if not isinstance(held, str) or not held:
        raise MalformedError("law.relative_broken", line=number)
    return held


def _main(article: str) -> str:
    """Give the article without its paragraph: 18 of 18.3."""
    return article.partition(".")[0].strip()
