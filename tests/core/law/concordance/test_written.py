# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Concordances as JSON: exact both ways, closed against everything else."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longbien.core.base.canonical import Json, decode_loose, encode
from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.law.concordance.codes import Coverage, Part, Seat
from longbien.core.law.concordance.public import public_form
from longbien.core.law.concordance.table import Assessment, Comment, Concordance, Dissent, Link, Row
from longbien.core.law.concordance.written import concordance_json, read_concordance, read_concordance_bytes
from longbien.core.treaty.provisions.citation import ProvisionId
from tests.core.law.concordance.strategies import concordances

DAY = date(2026, 11, 22)


def assessed(seat: Seat, law: Coverage, *, author: str = "", round_: int = 1) -> Assessment:
    return Assessment(seat=seat, round=round_, author=author or f"xa-{seat.value}", day=DAY, law=law)


def table(*rows: Row) -> Concordance:
    return Concordance(id="a" * 32, title="Aurelia", state="XA", language="en", as_of=DAY, rows=rows)


def row(*assessments: Assessment, **more: object) -> Row:
    return Row(id=ProvisionId("7.1"), assessments=assessments, **more)  # type: ignore[arg-type]


@given(concordances())
@settings(max_examples=25, deadline=None)
def test_what_is_written_is_read_again(value: Concordance) -> None:
    data = encode(concordance_json(value))
    assert read_concordance_bytes(data) == value


@given(concordances())
@settings(max_examples=15, deadline=None)
def test_the_public_version_is_a_concordance_that_names_nobody_and_stays_as_it_is(value: Concordance) -> None:
    public = public_form(value)
    assert read_concordance(concordance_json(public)) == public
    assert public_form(public) == public
    assert {one.author for item in public.rows for one in item.assessments} <= {seat.value for seat in Seat}
    assert not [one for item in public.rows for one in item.comments if not one.public]
    assert not [item for item in public.rows if item.first or item.second or item.reviewer]


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


@given(concordances(), st.data())
@settings(max_examples=25, deadline=None)
def test_a_spoilt_document_ends_in_a_code(value: Concordance, data: st.DataObject) -> None:
    written: Json = concordance_json(value)
    holder = written
    while isinstance(holder, dict | list) and holder:
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        key = data.draw(st.sampled_from(keys))
        inner = holder[key]  # type: ignore[index,call-overload]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.booleans()):
            holder[key] = data.draw(JSONS)  # type: ignore[index,call-overload]
            break
        holder = inner
    try:
        read_concordance(decode_loose(encode(written), max_bytes=10_000_000))
    except LongBienError as error:
        assert error.code  # noqa: PT017 # a code is all that may come out


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((Row(id=ProvisionId("7.9")),), "law.concordance_row_unknown"),
        ((Row(id=ProvisionId("8.1")), Row(id=ProvisionId("7.1"))), "law.concordance_order"),
        ((Row(id=ProvisionId("7.1")), Row(id=ProvisionId("7.1"))), "law.concordance_twice"),
        ((row(assessed(Seat.FIRST, Coverage.FULL, round_=2)),), "law.concordance_round"),
        (
            (
                row(
                    assessed(Seat.FIRST, Coverage.FULL, author="xa-1"),
                    assessed(Seat.REVIEWER, Coverage.FULL, author="xa-1"),
                ),
            ),
            "law.concordance_persons",
        ),
        (
            (row(links=(Link(provision="A:1", law="A"), Link(provision="A:1", law="A"))),),
            "law.concordance_twice",
        ),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(rows: tuple[Row, ...], code: str) -> None:
    with pytest.raises(MalformedError) as refused:
        read_concordance(concordance_json(table(*rows)))
    assert refused.value.code == code


def test_two_assessors_disagree_visibly_and_nothing_counts_before_the_review() -> None:
    found = row(assessed(Seat.FIRST, Coverage.FULL), assessed(Seat.SECOND, Coverage.PART))
    assert found.disagree
    assert found.standing is None
    assert not found.dissenting


def test_a_dissent_stays_visible_after_the_review_and_after_another_round() -> None:
    first, second = assessed(Seat.FIRST, Coverage.FULL), assessed(Seat.SECOND, Coverage.PART)
    found = row(first, second, assessed(Seat.REVIEWER, Coverage.PART), round=2)
    assert found.dissenting == (first,)
    assert found.standing is None
    again = row(
        first,
        second,
        assessed(Seat.REVIEWER, Coverage.PART),
        assessed(Seat.FIRST, Coverage.PART, round_=2),
        round=2,
    )
    assert again.dissenting == (first,)


def test_what_was_not_reviewed_is_not_published_and_what_is_withheld_is_named() -> None:
    first, second = assessed(Seat.FIRST, Coverage.FULL), assessed(Seat.SECOND, Coverage.PART)
    draft = public_form(table(row(first, second))).rows[0]
    assert draft.assessments == ()
    comments = (
        Comment(id="1", text="open", author="xa-1", day=DAY, public=True),
        Comment(id="2", text="not", author="xa-1", day=DAY),
    )
    full = row(
        first,
        second,
        assessed(Seat.REVIEWER, Coverage.PART),
        comments=comments,
        dissents=(Dissent(round=1, author="xa-first", day=DAY, text="No."),),
        ministry="Justice",
        withheld=frozenset({Part.OWNER}),
    )
    shown = public_form(table(full)).rows[0]
    assert [one.seat for one in shown.assessments] == [Seat.FIRST, Seat.REVIEWER]
    assert [one.author for one in shown.dissents] == ["first"]
    assert [one.id for one in shown.comments] == ["1"]
    assert (shown.ministry, shown.withheld) == ("", frozenset({Part.OWNER}))
    nothing = public_form(table(row(first, ministry="Justice", withheld=frozenset({Part.ROW})))).rows[0]
    assert nothing == Row(id=ProvisionId("7.1"), withheld=frozenset({Part.ROW}))


def test_no_value_of_a_concordance_is_a_score() -> None:
    def names(value: Json) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {name for inner in value.values() for name in names(inner)}
        return {name for inner in value for name in names(inner)} if isinstance(value, list) else set()

    whole = names(concordance_json(table(row(assessed(Seat.REVIEWER, Coverage.PART)))))
    assert not [
        name
        for name in whole
        if any(word in name for word in ("score", "percent", "total", "index", "rating"))
    ]
