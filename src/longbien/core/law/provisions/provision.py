# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One provision of a national law: what every part of the law desk reads, maps, compares and cites."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """An article, section or other numbered unit of a law.

    `id` is unique in its set (`CODE:12.1`); `number` is what is printed (342.1, 216^1, 95-2, § 176b), never counted with; `path` has the
    headings of the parts and chapters above, outermost first.
    """

    id: str
    text: str
    heading: str = ""
    law: str = ""
    number: str = ""
    path: tuple[str, ...] = ()


def number_of(one: Provision) -> str:
    """Give the number of a provision, or its id without the law's code where none is printed."""
    return one.number or one.id.rpartition(":")[2]


def number_key(number: str) -> str:
    """Give what two numbers are compared by: without white space, case and the full stop at the end."""
    return "".join(number.split()).casefold().rstrip(".")
