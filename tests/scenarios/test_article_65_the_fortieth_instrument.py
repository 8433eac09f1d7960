# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Article 65 from today's status to the day on which the Convention binds: the fortieth instrument, over a leap day, and what follows.

A node starts from what is known today. Officers enter deposits as the press reports them, the depositary's page confirms them, and on the
ninetieth day the Convention is a legal basis between two States without anybody touching a table.
"""

from datetime import UTC, date, datetime

import pytest

from longbien.actions.cooperation.drafts.examine import Between, basis_today
from longbien.actions.node import Node
from longbien.actions.treaty.status import add_event, current_events
from longbien.actions.treaty.status_page import take_page
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.treaty.depositary.preview import PageGiven
from longbien.core.treaty.status.events import EventKind, events_seed
from longbien.core.treaty.status.participants import participants
from longbien.core.treaty.status.standing import counts, force_on, standing
from longbien.store import models
from tests.authority import authority
from tests.core.treaty.made_pages import csv_page
from tests.core.treaty.states import event
from tests.nodes import Clock, make_node, make_officer

pytestmark = pytest.mark.django_db
SIGNED = tuple(
    one.party
    for one in events_seed()
    if one.kind is EventKind.SIGNATURE and participants()[one.party].is_state and one.party != "EU"
)
FORTIETH = date(2027, 12, 2)
IN_FORCE = date(2028, 3, 1)
"""The ninetieth day after it: 29 February 2028 lies between."""


def page(fortieth: bool) -> bytes:
    """Give the depositary's page: everybody who signed, 39 instruments or forty, and the Union's, which is not counted."""
    rows = [
        (participants()[party].name(), "25 Oct 2025", "1 Sep 2027" if number < 39 else "")
        for number, party in enumerate(SIGNED)
    ]
    if fortieth:
        rows[39] = (rows[39][0], "25 Oct 2025", "2 Dec 2027 A")
    return csv_page([*rows, ("European Union", "25 Oct 2025", "2 Oct 2027 AA")])


def bring(node: Node, officers: tuple[models.Officer, ...], data: bytes, day: date) -> None:
    for officer in officers:
        given = PageGiven(data=data, mapping=None, source="UN Treaty Collection, made for a test", day=day)
        take_page(node=node, actor=officer, given=given)


def is_basis(one: PartyId, other: PartyId, day: date) -> bool:
    """Tell whether a real request between the two could rest on the Convention on a day."""
    now = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    try:
        basis_today("hanoi", Between(requesting=one, requested=other, exercise=False, now=now))
    except RefusedError as error:
        if error.code != "treaty.not_in_force":
            raise
        return False
    return True


def test_from_today_to_the_ninetieth_day_after_the_fortieth_instrument() -> None:
    clock = Clock()
    node = make_node(authority("VN"), clock=clock)
    officers = tuple(make_officer(f"t-{number}", "treaty-officer") for number in (1, 2))
    first, second, fortieth, late = SIGNED[0], SIGNED[1], SIGNED[39], SIGNED[40]

    # Thirty-nine instruments and the Union's: not enough.
    bring(node, officers, page(fortieth=False), date(2027, 11, 1))
    found = force_on(current_events(), date(2027, 12, 1))
    assert (len(found.standing), found.missing, found.day) == (39, 1, None)

    # The press reports the fortieth: counted, but no basis for the data of people.
    clock.go(hours=1)
    add_event(
        node=node,
        actor=officers[0],
        event=event(fortieth, EventKind.ACCEPTANCE, FORTIETH, confidence="medium"),
    )
    assert force_on(current_events(), FORTIETH).day == IN_FORCE
    assert not is_basis(first, second, IN_FORCE)

    # The depositary's page confirms it.
    clock.go(hours=1)
    bring(node, officers, page(fortieth=True), date(2027, 12, 10))
    assert force_on(current_events(), FORTIETH).day == IN_FORCE
    assert not is_basis(first, second, date(2028, 2, 29))
    assert is_basis(first, second, IN_FORCE)
    assert is_basis(first, fortieth, IN_FORCE)
    assert standing(current_events(), PartyId("EU"), IN_FORCE).in_force == IN_FORCE
    assert counts(current_events(), IN_FORCE).in_force == 41

    # Who joins in the window is bound on its own thirtieth day.
    clock.go(hours=1)
    add_event(node=node, actor=officers[0], event=event(late, EventKind.RATIFICATION, date(2028, 2, 15)))
    assert not is_basis(first, late, date(2028, 3, 15))
    assert is_basis(first, late, date(2028, 3, 16))

    # Who withdraws in the window is not bound, and the clock goes on; who leaves later is bound for one more year.
    add_event(node=node, actor=officers[0], event=event(second, EventKind.DENUNCIATION, date(2028, 1, 15)))
    add_event(node=node, actor=officers[0], event=event(first, EventKind.DENUNCIATION, date(2028, 6, 1)))
    assert force_on(current_events(), IN_FORCE).day == IN_FORCE
    assert not is_basis(second, fortieth, IN_FORCE)
    assert is_basis(first, fortieth, date(2029, 5, 31))
    assert not is_basis(first, fortieth, date(2029, 6, 1))
    assert is_basis(fortieth, late, date(2030, 1, 1))
