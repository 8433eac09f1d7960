# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Invented laws of an invented State, and how tests read them."""

from longbien.core.law.reading.blocks import Block, Blocks, Cut, Place
from longbien.core.law.reading.cutting import cut
from longbien.core.law.reading.recipe import Recipe


def lines(text: str, *, form: str = "text") -> Blocks:
    """Give a text as blocks, a line each."""
    return Blocks(
        form=form,
        blocks=tuple(
            Block(text=line, place=Place(unit="line", number=number))
            for number, line in enumerate(text.split("\n"), 1)
            if line.strip()
        ),
    )


def read(text: str, language: str = "en", *, law: str = "", recipe: Recipe | None = None) -> Cut:
    """Cut a text."""
    return cut(lines(text), language=language, law=law, recipe=recipe)


def told(found: Cut) -> list[tuple[str, str, str]]:
    """Give number, heading and text of each provision."""
    return [(one.number, one.heading, one.text) for one in found.provisions]


def codes(found: Cut) -> list[str]:
    """Give the codes of the notes without their room."""
    return [one.code.removeprefix("law_reading.") for one in found.notes]


LAW = """LAW ON EXAMPLES
adopted by the Assembly

CONTENTS
Article 1. Purpose ......... 1
Article 2. Entering ......... 2

CHAPTER I
GENERAL PROVISIONS
Article 1. Purpose
This law has a purpose.
It has no other.
CHAPTER II
OFFENCES
Article 2. Entering without right
1. Whoever enters a system without right is punished.
2. Article 1 remains.
Article 3. Other law
Article 7 of the other law is replaced by the following:
“Article 7. Quoted
Text that is quoted.”
Article 4. End
This law ends here.
ANNEX I
A list of things that has no numbers and goes on for a while.
"""
"""A small law with a table of contents, chapters, a quotation and an annex."""
