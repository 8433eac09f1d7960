# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two States on one offence: what differs and what is unknown is said, element by element; nothing is decided."""

from dataclasses import replace

import pytest

from longbien.core.base.errors import RefusedError
from longbien.core.law.concordance.codes import Coverage
from longbien.core.law.concordance.public import public_form
from longbien.core.law.dual.states import beside
from longbien.core.law.dual.table import Silence, Standing, dual
from tests.law_tables import decided, elements, sample

STATES = ("VN", "AT")


def test_an_element_that_one_state_lacks_and_both_penalties_stand_side_by_side() -> None:
    other = public_form(sample("AT"))
    lacking = decided(
        "8.1", Coverage.FULL, elements=elements("8.1", missing=("mental",), penalty="two years")
    )
    own = replace(sample(), rows=(lacking,))
    table = dual(own, other, article=8, states=STATES)
    (pair,) = table.duties
    standing = {one.element.key: one.standing for one in pair.elements}
    assert standing["mental"] is Standing.OTHER_ONLY
    assert standing["object"] is Standing.OWN_ONLY
    assert standing["conduct.1"] is Standing.BOTH
    assert standing["optional.1"] is Standing.NEITHER
    (penalty,) = [one for one in pair.elements if one.is_penalty]
    assert penalty.own is not None
    assert penalty.other is not None
    assert (penalty.own.words, penalty.other.words) == ("two years", "a fine")
    assert not table.unknown
    assert [one.narrows for one in pair.elements if one.element.key.startswith("optional")] == [True, True]


def test_what_nobody_published_decided_or_gave_away_is_unknown() -> None:
    hidden = public_form(sample("AT"))
    assert [one.other.silence for one in dual(sample(), None, article=7, states=STATES).duties] == [
        Silence.NO_TABLE
    ]
    assert [one.other.silence for one in dual(sample(), hidden, article=10, states=STATES).duties] == [
        Silence.WITHHELD
    ]
    undecided = dual(sample(), hidden, article=12, states=STATES)
    assert [(one.own.silence, one.other.silence) for one in undecided.duties] == [
        (Silence.NOT_DECIDED, Silence.NOT_DECIDED)
    ]
    assert {one.other.silence for one in dual(sample(), hidden, article=13, states=STATES).duties} == {
        Silence.NO_ROW
    }
    for table in (dual(sample(), None, article=7, states=STATES), undecided):
        assert {one.standing for pair in table.duties for one in pair.elements} == {Standing.UNKNOWN}


def test_only_what_is_asked_for_is_shown_and_strange_questions_are_refused() -> None:
    table = dual(sample(), sample("AT"), article=7, states=STATES, elements=("penalty",))
    assert [one.element.key for one in table.duties[0].elements] == ["penalty"]
    for article, asked, code in ((27, (), "law_dual.no_offence"), (7, ("glory",), "law_dual.element")):
        with pytest.raises(RefusedError) as refused:
            dual(None, None, article=article, states=STATES, elements=asked)
        assert refused.value.code == code


def test_two_states_stand_side_by_side_on_every_duty_of_either() -> None:
    own = replace(sample(), rows=sample().rows[:2])
    table = beside(own, public_form(sample("AT")))
    assert [one.duty for one in table.duties] == ["7.1", "8.1", "9.1", "10", "12.1", "27.a"]
    assert table.articles == (7, 8, 9, 10, 12, 27)
    assert [one.own.silence for one in table.article(9)] == [Silence.NO_ROW]
    assert len(beside(own, own, articles=(7,)).duties) == 1
