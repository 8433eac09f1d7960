# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two texts beside each other: what is the same stays so, what moved is found, nothing stands twice and nothing is lost."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from longbien.core.law.comparing.amending import Reach, compare_bill
from longbien.core.law.comparing.comparison import Change, compare
from longbien.core.law.comparing.differences import PieceKind, differences
from longbien.core.law.comparing.tokens import tokens
from longbien.core.law.provisions.provision import Provision
from tests.law_texts import FIRST, SECOND


def seen(first: Sequence[Provision], second: Sequence[Provision]) -> list[tuple[str, str, str]]:
    return [
        (
            "+".join(one.number for one in row.before),
            "+".join(one.number for one in row.after),
            " ".join(sorted(row.changes)),
        )
        for row in compare(first, second).rows
    ]


def test_what_was_inserted_renumbers_what_follows() -> None:
    assert seen(FIRST, SECOND) == [
        ("1", "1", ""),
        ("2", "2", "changed"),
        ("", "3", "added"),
        ("3", "4", "renumbered"),
        ("4", "5", "renumbered"),
        ("5", "", "repealed"),
    ]


def test_a_provision_that_was_cut_in_two_is_split_and_the_way_back_is_merged() -> None:
    both = replace(FIRST[1], text=f"{FIRST[1].text} {FIRST[3].text}", heading="")
    one, other = replace(FIRST[1], heading=""), replace(FIRST[3], heading="", id="HC:2a", number="2a")
    assert seen([both], [one, other]) == [("2", "2+2a", "split")]
    assert seen([one, other], [both]) == [("2+2a", "2", "merged")]


def test_another_chapter_moves_and_a_renamed_chapter_does_not() -> None:
    renamed = [replace(one, path=("Chapter III",)) if one.path else one for one in FIRST]
    assert {changes for _, _, changes in seen(FIRST, renamed)} == {""}
    moved = [replace(one, path=("Chapter 9",)) if one.number == "4" else one for one in FIRST]
    assert seen(FIRST, moved)[3] == ("4", "4", "moved")
    swapped = [FIRST[0], FIRST[2], FIRST[1], *FIRST[3:]]
    assert sum(changes == "moved" for _, _, changes in seen(FIRST, swapped)) == 1


def test_the_same_number_settles_what_has_nothing_in_common() -> None:
    other = replace(FIRST[4], heading="Bells", text="Every buoy carries one bell.")
    assert seen(FIRST, [*FIRST[:4], other])[-1] == ("5", "5", "changed")


_TEXT = st.sampled_from(["", "a", "a b c d e f", "a b c d e g", "h i j k l m n", "法律第一条", "x y"])
_SETS = st.lists(st.tuples(st.integers(1, 6), _TEXT, _TEXT), max_size=8).map(
    lambda rows: [
        Provision(id=f"L:{number}#{place}", number=str(number), heading=heading, text=text)
        for place, (number, heading, text) in enumerate(rows)
    ]
)


@given(_SETS)
def test_a_text_beside_itself_has_no_change(one: list[Provision]) -> None:
    found = compare(one, one)
    assert (found.counts, found.same, found.changed()) == ({}, len(one), ())


@given(_SETS, _SETS)
def test_each_provision_stands_once(first: list[Provision], second: list[Provision]) -> None:
    rows = compare(first, second).rows
    assert Counter(one.id for row in rows for one in row.before) == Counter(one.id for one in first)
    assert Counter(one.id for row in rows for one in row.after) == Counter(one.id for one in second)
    assert all(row.before or row.after for row in rows)


@given(_SETS, _SETS)
def test_what_was_added_one_way_was_repealed_the_other(
    first: list[Provision], second: list[Provision]
) -> None:
    here, there = compare(first, second).counts, compare(second, first).counts
    changed = len(first) - len(second)
    if {Change.SPLIT, Change.MERGED}.isdisjoint({*here, *there}):
        assert here.get(Change.REPEALED, 0) - here.get(Change.ADDED, 0) == changed


@given(st.text(max_size=300), st.text(max_size=300))
def test_pieces_joined_are_the_two_texts(before: str, after: str) -> None:
    found = differences(before, after)
    assert "".join(one.before for one in found) == before
    assert "".join(one.after for one in found) == after
    assert "".join(tokens(before)) == before
    assert all(one.kind is PieceKind.SAME for one in differences(before, before))


def test_words_and_characters_are_compared() -> None:
    english = differences("fined up to ten lanterns.", "fined up to thirty lanterns.")
    assert [(one.kind.value, one.before, one.after) for one in english] == [
        ("same", "fined up to ", "fined up to "),
        ("deleted", "ten ", ""),
        ("inserted", "", "thirty "),
        ("same", "lanterns.", "lanterns."),
    ]
    chinese = differences("处三年以下", "处五年以下")
    assert [one.before + one.after for one in chinese if one.kind is not PieceKind.SAME] == ["三", "五"]


def test_a_very_long_text_is_compared_in_time() -> None:
    before = " ".join(f"word{number % 700} of sentence {number}." for number in range(30_000))
    after = before.replace("sentence 15000.", "another sentence.")
    begin = time.process_time()
    assert sum(one.kind is not PieceKind.SAME for one in differences(before, after)) == 2
    assert time.process_time() - begin < 5


def test_a_bill_stands_beside_what_it_changes() -> None:
    new = SECOND[1].text
    bill = [
        Provision(
            id="B:1", number="1", text=f"Section 2 of the Harbour Machines Act is replaced: “2. {new}”"
        ),
        Provision(id="B:2", number="2", text="In section 4 the word “two” is replaced by “three”."),
        Provision(id="B:3", number="3", text="The master of a lighthouse keeps a diary."),
        Provision(id="B:4", number="7", text=FIRST[4].text),
    ]
    found = compare_bill(FIRST, bill)
    assert [(one.reach, [target.provision.number for target in one.targets]) for one in found.amendments] == [
        (Reach.NEW_TEXT, ["2"]),
        (Reach.NAMES, ["4"]),
        (Reach.NOTHING, []),
        (Reach.NEW_TEXT, ["5"]),
    ]
    assert found.amendments[0].targets[0].passage.startswith("Whoever enters a machine")
    assert found.untouched == ("HC:1", "HC:3")


@given(_SETS, _SETS)
@settings(max_examples=50)
def test_every_provision_of_a_bill_is_answered_and_of_the_law_counted(
    law: list[Provision], bill: list[Provision]
) -> None:
    found = compare_bill(law, bill)
    assert [one.bill for one in found.amendments] == bill
    reached = {target.provision.id for one in found.amendments for target in one.targets}
    assert reached | set(found.untouched) == {one.id for one in law}
    assert reached.isdisjoint(found.untouched)
