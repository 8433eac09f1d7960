# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an officer enters, with its source, counts beside the seed; what cannot be is not stored."""

from dataclasses import replace
from datetime import date

import pytest

from longbien.actions.treaty.status import add_event, current_events, strike_event
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.treaty.status.events import EventKind, events_seed
from longbien.core.treaty.status.standing import counts, standing
from longbien.store import models
from tests.authority import authority
from tests.core.treaty.states import event
from tests.nodes import Clock, make_node, make_officer

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 20)
PORTUGAL = event("PT", EventKind.RATIFICATION, DAY, confidence="medium")


def test_without_rows_the_seed_counts() -> None:
    assert current_events() == events_seed()


def test_an_event_with_its_source_counts_and_is_logged() -> None:
    node, officer = make_node(authority("VN"), clock=Clock()), make_officer("treaty-1", "treaty-officer")
    named = add_event(node=node, actor=officer, event=PORTUGAL)
    assert named.id == "pt-ratification-2026-12-20"
    assert standing(current_events(), PartyId("PT"), DAY).deposited == DAY
    assert counts(current_events(), DAY).deposited == counts(events_seed(), DAY).deposited + 1
    assert models.DecisionRecord.objects.filter(verb="treaty.status").count() == 1


def test_only_a_treaty_officer_enters_and_nothing_impossible_is_stored() -> None:
    node = make_node(authority("VN"), clock=Clock())
    with pytest.raises(RefusedError) as error:
        add_event(node=node, actor=make_officer("operator-1", "operator"), event=PORTUGAL)
    assert error.value.code == "people.not_permitted"
    officer = make_officer("treaty-1", "treaty-officer")
    for impossible, code in (
        (event("QA", EventKind.ACCESSION, DAY), "treaty.second_instrument"),
        (event("US", EventKind.RATIFICATION, DAY), "treaty.not_signed"),
        (event("PT", EventKind.RATIFICATION, date(2024, 1, 1)), "treaty.before_adoption"),
        (event("PT", EventKind.RESERVATION, DAY), "treaty.about_nothing"),
    ):
        with pytest.raises(RefusedError) as error:
            add_event(node=node, actor=officer, event=impossible)
        assert error.value.code == code
    assert models.StatusEvent.objects.count() == 0
    assert models.DecisionRecord.objects.count() == 0


def test_a_day_takes_the_place_of_a_window() -> None:
    node, officer = make_node(authority("VN"), clock=Clock()), make_officer("treaty-1", "treaty-officer")
    exact = event("QA", EventKind.RATIFICATION, date(2026, 2, 11))
    with pytest.raises(RefusedError) as error:
        add_event(node=node, actor=officer, event=exact, replaces="nothing")
    assert error.value.code == "treaty.event_unknown"
    add_event(node=node, actor=officer, event=exact, replaces="qa-ratification")
    assert standing(current_events(), PartyId("QA"), DAY).deposited == date(2026, 2, 11)
    assert len(current_events()) == len(events_seed())


def test_what_was_wrong_is_struck_out_with_a_reason_and_kept() -> None:
    node, officer = make_node(authority("VN"), clock=Clock()), make_officer("treaty-1", "treaty-officer")
    named = add_event(node=node, actor=officer, event=PORTUGAL)
    for name, why, code in (
        (named.id, " ", "treaty.reason_missing"),
        ("dz-signature", "x", "treaty.event_unknown"),
    ):
        with pytest.raises(RefusedError) as error:
            strike_event(node=node, actor=officer, event=name, why=why)
        assert error.value.code == code
    strike_event(node=node, actor=officer, event=named.id, why="The paper took it back.")
    assert current_events() == events_seed()
    row = models.StatusEvent.objects.get()
    assert (row.struck_why, row.struck_by) == ("The paper took it back.", officer)
    again = add_event(node=node, actor=officer, event=replace(PORTUGAL, id="x"))
    assert again.id == "pt-ratification-2026-12-20-2"
