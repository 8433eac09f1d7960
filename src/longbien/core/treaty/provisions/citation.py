# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ids of the Convention's provisions and how people cite them: `40.15.c` is Article 40, paragraph 15 (c).

An id is article, then paragraph, letter and small roman number as far as there are any. In an article without
paragraph numbers the letter follows the article (`13.a`).
"""

import re
from typing import Final, NewType

from longbien.core.base.errors import MalformedError

ProvisionId = NewType("ProvisionId", str)
"""An article (`40`), a paragraph (`40.15`), a lettered item (`40.15.c`) or a numbered one below it (`11.1.a.ii`)."""

ROMANS: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
ARTICLES: Final = 68
_ID: Final = re.compile(
    r"(?P<article>[1-9][0-9]?)(?:\.(?P<paragraph>[1-9][0-9]?))?(?:\.(?P<letter>[a-z])(?:\.(?P<roman>[ivx]{1,4}))?)?",
    re.ASCII,
)


def parse_provision_id(text: str) -> ProvisionId:
    """Read an id; MalformedError `treaty.provision_id` for anything else, such as `40(15)` or an Article 69."""
    found = _ID.fullmatch(text)
    if found is None or int(found["article"]) > ARTICLES:
        raise MalformedError("treaty.provision_id", value=text[:40])
    if found["roman"] is not None and found["roman"] not in ROMANS:
        raise MalformedError("treaty.provision_id", value=text[:40])
    return ProvisionId(text)


def article_of(provision: ProvisionId) -> int:
    """Give the number of the article that a provision stands in."""
    return int(provision.split(".", 1)[0])


def ancestors(provision: ProvisionId) -> tuple[ProvisionId, ...]:
    """Give what a provision stands in, the nearest first: `40.15`, then `40` for `40.15.c`."""
    parts = provision.split(".")
    return tuple(ProvisionId(".".join(parts[:length])) for length in range(len(parts) - 1, 0, -1))


def order(provision: ProvisionId) -> tuple[int, int, str, int]:
    """Give the sort key of a provision: the order in which the treaty prints it."""
    article, paragraph, letter, roman = _parts(provision)
    return article, paragraph, letter, ROMANS.index(roman) + 1 if roman else 0


def cite(provision: ProvisionId) -> str:
    """Cite in full: `Article 40, paragraph 15 (c)`."""
    article, paragraph, letter, roman = _parts(provision)
    items = "".join(f" ({item})" for item in (letter, roman) if item)
    return f"Article {article}" + (f", paragraph {paragraph}" if paragraph else "") + items


def cite_short(provision: ProvisionId) -> str:
    """Cite as notes and tables do: `40(15)(c)`."""
    article, *items = provision.split(".")
    return article + "".join(f"({item})" for item in items)


def _parts(provision: ProvisionId) -> tuple[int, int, str, str]:
    found = _ID.fullmatch(provision)
    if found is None:
        raise MalformedError("treaty.provision_id", value=provision[:40])
    paragraph = int(found["paragraph"]) if found["paragraph"] else 0
    return int(found["article"]), paragraph, found["letter"] or "", found["roman"] or ""
