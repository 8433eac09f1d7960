# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The roll-call's order and the lots that begin it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.base.library import parse_yaml
from longbien.core.conference.counting.lot import SEED_BYTES, check_reveal, commitment, draw
from longbien.core.conference.counting.roll import LANGUAGES, alphabetical, orders, parse_orders, roll
from longbien.core.treaty.status.participants import participants
from tests.core.conference.counting.rules import refuses
from tools.draw_orders import FILE, page

SEED = bytes(range(SEED_BYTES))


def test_the_roll_starts_at_the_name_drawn_and_wraps() -> None:
    names = ("Angola", "Brazil", "Chad", "Denmark", "Egypt")
    assert roll(names, drawn="Chad") == ("Chad", "Denmark", "Egypt", "Angola", "Brazil")


def test_each_language_has_its_own_alphabet() -> None:
    states = ("EG", "DE", "VN", "GB")
    assert alphabetical(states, "en") == ("EG", "DE", "GB", "VN")
    assert alphabetical(states, "fr") == ("DE", "EG", "GB", "VN")
    assert alphabetical(("SK", "ES", "EE"), "es") == ("SK", "ES", "EE")
    assert alphabetical(("DZ", "BR", "TD"), "ar") == ("BR", "TD", "DZ")


def test_an_organisation_is_called_after_the_states() -> None:
    assert roll(("EU", "VN", "AT"), drawn="VN", at_end=("EU",)) == ("VN", "AT", "EU")


def test_the_order_covers_every_participant_in_each_language() -> None:
    assert {language: set(places) for language, places in orders().items()} == {
        language: set(participants()) for language in LANGUAGES
    }


def test_the_order_is_as_the_tool_writes_it() -> None:
    assert FILE.read_text(encoding="utf-8") == page()


def test_a_name_that_is_not_called_cannot_be_drawn() -> None:
    with refuses("roll_drawn"):
        roll(("VN", "AT"), drawn="FR")
    with refuses("roll_language"):
        alphabetical(("VN",), "xx")


def test_orders_that_differ_in_their_codes_are_refused() -> None:
    lines = ["schema: longbien/orders/1", "source: [{ref: x, confidence: low}]", "orders:"]
    lines += [f"  {one}: [VN, FR]" for one in LANGUAGES[:-1]]
    for last in ("[VN]", "[VN, VN]"):
        with pytest.raises(MalformedError):
            parse_orders(parse_yaml("\n".join([*lines, f"  ar: {last}"]), source="made"))


def test_a_lot_can_be_repeated_by_everybody_and_not_changed() -> None:
    committed = commitment(SEED, "vote-1")
    check_reveal(committed, SEED, "vote-1")
    assert draw(SEED, "vote-1", ("VN", "FR", "EG")) == draw(SEED, "vote-1", ("EG", "VN", "FR"))
    for seed, about in ((bytes(SEED_BYTES), "vote-1"), (SEED, "vote-2")):
        with refuses("lot_reveal"):
            check_reveal(committed, seed, about)


def test_each_name_is_drawn_about_as_often() -> None:
    names = ("A", "B", "C", "D", "E", "F", "G")
    times = dict.fromkeys(names, 0)
    for number in range(1400):
        times[draw(SEED, f"vote-{number}", names)[0]] += 1
    assert min(times.values()) > 140
    assert max(times.values()) < 260


@given(
    st.lists(st.text(max_size=5), max_size=8), st.integers(-1, 9), st.binary(max_size=40), st.text(max_size=9)
)
def test_a_draw_gives_different_names_or_one_of_the_errors(
    names: list[str], number: int, seed: bytes, about: str
) -> None:
    drawn: tuple[str, ...] = tuple(sorted(set(names))[: max(number, 0)])
    try:
        drawn = draw(seed, about, names, number=number)
    except LongBienError as error:
        code = error.code
    else:
        code = "conference_votes.lot_names"
        assert len(set(drawn)) == number
    assert set(drawn) <= set(names)
    assert code in {"conference_votes.lot_names", "conference_votes.lot_seed"}


@given(st.sets(st.sampled_from(sorted(participants())), min_size=1, max_size=40), st.data())
def test_a_roll_calls_everybody_once(states: set[str], data: st.DataObject) -> None:
    drawn = data.draw(st.sampled_from(sorted(states)))
    called = roll(states, drawn=drawn, language=data.draw(st.sampled_from(LANGUAGES)))
    assert called[0] == drawn
    assert sorted(called) == sorted(states)
