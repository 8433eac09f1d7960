# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What models add to words: closeness in meaning, fused by rank, so that no model's scale matters and none can outvote the words."""

from collections.abc import Sequence
from typing import Final

from longbien.core.law.matching.placing import Rows
from longbien.core.law.matching.result import Proposer
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.words.language import LawWords

LETTERS: Final = 500
"""Characters of a provision that a model reads: what matters stands at the beginning, and cutting long ones in pieces gained nothing."""
LETTERS_HAN: Final = 200
"""The same where a character is a syllable or a word."""
SMOOTH: Final = 60
"""The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009)."""


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


def with_models(words: Rows, models: Sequence[Rows]) -> list[list[float]]:
    """Fuse rows by rank; without a model, the words' rows as they are."""
    if not models:
        return [list(row) for row in words]
    return [_fused([words[at], *(one[at] for one in models)]) for at in range(len(words))]


def _standard(row: Sequence[float]) -> list[float]:
    mean = sum(row) / max(1, len(row))
    spread = (sum((number - mean) ** 2 for number in row) / max(1, len(row))) ** 0.5
    return [(number - mean) / spread if spread else 0.0 for number in row]


def _fused(rows: Sequence[Sequence[float]]) -> list[float]:
    found = [0.0] * len(rows[0])
    for row in rows:
        for rank, at in enumerate(sorted(range(len(row)), key=lambda at: (-row[at], at)), start=1):
            found[at] += 1 / (SMOOTH + rank)
    return found
