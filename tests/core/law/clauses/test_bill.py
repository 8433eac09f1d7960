# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A bill of clauses: cut as they are numbered, without loss; alternatives exclude each other."""

from datetime import date

import pytest

from longbien.core.base.errors import RefusedError
from longbien.core.law.clauses.bill import Piece, bill_of, chosen, cut
from longbien.core.law.clauses.proposals import proposals


def together(pieces: tuple[Piece, ...]) -> list[str]:
    """Give the lines of a clause again, without the numbers."""
    return [
        line
        for piece in pieces
        for line in (
            *piece.text.split("\n"),
            *together(piece.below),
            *(piece.after.split("\n") if piece.after else ()),
        )
    ]


def test_a_clause_is_cut_into_paragraphs_and_points() -> None:
    first, second = cut(
        "(1) A person who\n(a) enters; or\n(b) stays\ncommits an offence.\n(2) It is punishable."
    )
    assert (first.number, first.text, first.after) == ("(1)", "A person who", "commits an offence.")
    assert [(one.number, one.text) for one in first.below] == [("(a)", "enters; or"), ("(b)", "stays")]
    assert second == Piece(number="(2)", text="It is punishable.")
    assert cut("One sentence.") == (Piece(number="", text="One sentence."),)


def test_nothing_of_any_clause_is_lost() -> None:
    for one in proposals():
        words = "".join("".join(together(cut(one.clause))).split())
        numbers = sum(
            len(piece.number) + sum(len(each.number) for each in piece.below) for piece in cut(one.clause)
        )
        assert len(words) + numbers == len("".join(one.clause.split())), one.code


def test_a_bill_takes_the_widest_wording_where_nothing_is_chosen() -> None:
    codes = [one.code for one in chosen(())]
    assert "7.base" in codes
    assert "7.security" not in codes
    bill = bill_of(chosen(("9.harm", "7.security")), title="T", on=date(2026, 11, 22), marks=("M",))
    assert [one.code for one in bill.sections] == ["7.security", "9.harm"]


@pytest.mark.parametrize(
    ("codes", "code"),
    [
        (("7.base", "7.security"), "law_report.clauses_exclude"),
        (("7.intent", "7.security"), "law_report.clauses_exclude"),
        (("7.base", "7.base"), "law_report.clauses_twice"),
        (("7.x",), "law_report.clause_unknown"),
    ],
)
def test_alternatives_cannot_stand_in_one_bill(codes: tuple[str, ...], code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        chosen(codes)
    assert refused.value.code == code
