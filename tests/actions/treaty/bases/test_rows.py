# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows about treaties: entered by one, confirmed by another, ended by a third row; nothing is overwritten and every step is in the log."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from longbien.actions.treaty.bases.current import basis_between
from longbien.actions.treaty.bases.enter import confirm_basis, end_basis, enter_basis, reject_basis
from longbien.actions.treaty.bases.show import bases_list, bases_page, recent_notices, waiting_rows
from longbien.actions.treaty.bases.watch import knowledge, watch_bases
from longbien.actions.treaty.status import add_event, current_events
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.treaty.bases.entries import BasisEntry
from longbien.core.treaty.status.events import INSTRUMENTS, EventKind
from longbien.store import models
from tests.authority import authority
from tests.core.treaty.states import OUTSIDE, event
from tests.nodes import Clock, make_node, make_officer
from tests.pair import Pair

pytestmark = pytest.mark.django_db
AT, VN = PartyId("AT"), PartyId("VN")
PAIR = (VN, AT)
ENTRY = BasisEntry(
    pair=PAIR,
    basis="budapest",
    status="in-force",
    since=date(2026, 1, 1),
    until=None,
    name="",
    note="",
    source="Made for a test",
    confidence="low",
)


def codes(call: Callable[[], object]) -> str:
    with pytest.raises(RefusedError) as refused:
        call()
    return refused.value.code


def standing(pair: Pair, basis: str, day: date) -> str:
    try:
        basis_between(basis, PAIR, day=day, exercise=pair.vn.node.exercise)
    except RefusedError as error:
        return error.code
    return "holds"


def test_a_row_counts_once_a_second_officer_confirmed_it(pair: Pair) -> None:
    with pair.vn as vn:
        node, treaty, directory = vn.node, vn.officers["treaty"], vn.officers["directory"]
        day = node.clock().date()
        assert codes(lambda: enter_basis(node=node, actor=vn.officers["duty"], entry=ENTRY)) == (
            "people.not_permitted"
        )
        row = enter_basis(node=node, actor=treaty, entry=ENTRY)
        assert [one.number for one in waiting_rows(actor=treaty)] == [row.pk]
        assert standing(pair, "budapest", day) == "treaty.basis_unknown"
        assert codes(lambda: confirm_basis(node=node, actor=treaty, row=row.pk)) == "people.own_proposal"
        confirm_basis(node=node, actor=directory, row=row.pk)
        assert codes(lambda: confirm_basis(node=node, actor=directory, row=row.pk)) == "treaty.basis_decided"
        assert standing(pair, "budapest", day) == "holds"
        assert standing(pair, "budapest", date(2025, 1, 1)) == "treaty.basis_unknown"
        steps = models.DecisionRecord.objects.filter(verb="treaty.basis").count()
        assert steps == 2


def test_an_end_is_a_row_of_its_own_and_the_history_stays(pair: Pair) -> None:
    with pair.vn as vn:
        node, treaty, directory = vn.node, vn.officers["treaty"], vn.officers["directory"]
        row = enter_basis(node=node, actor=treaty, entry=ENTRY)
        confirm_basis(node=node, actor=directory, row=row.pk)
        ended = end_basis(node=node, actor=treaty, row=row.pk, until=date(2027, 6, 1), source="Note 12")
        twice = end_basis(node=node, actor=treaty, row=row.pk, until=date(2027, 7, 1), source="Note 13")
        assert standing(pair, "budapest", date(2027, 6, 1)) == "holds"
        confirm_basis(node=node, actor=directory, row=ended.pk)
        assert standing(pair, "budapest", date(2027, 6, 1)) == "treaty.basis_unknown"
        assert standing(pair, "budapest", date(2027, 5, 31)) == "holds"
        assert codes(lambda: confirm_basis(node=node, actor=directory, row=twice.pk)) == (
            "treaty.basis_replaced"
        )
        assert codes(lambda: reject_basis(node=node, actor=directory, row=twice.pk, why=" ")) == (
            "treaty.reason_missing"
        )
        reject_basis(node=node, actor=directory, row=twice.pk, why="The wrong day.")
        page = bases_page(node=node, actor=vn.officers["auditor"], pair=PAIR)
        assert [(one.number, one.state) for one in page.entries] == [
            (twice.pk, "rejected"),
            (ended.pk, "current"),
            (row.pk, "replaced"),
        ]
        assert codes(
            lambda: end_basis(node=node, actor=treaty, row=999, until=date(2027, 1, 1), source="x")
        ) == ("treaty.basis_row")
        other = replace(ENTRY, basis="untoc")
        assert codes(lambda: enter_basis(node=node, actor=treaty, entry=other, replaces=ended.pk)) == (
            "treaty.basis_pair"
        )


def test_the_node_notices_each_change_once_and_writes_a_leaf(pair: Pair) -> None:
    with pair.vn as vn:
        node, treaty, directory = vn.node, vn.officers["treaty"], vn.officers["directory"]
        assert [(one.partner, one.basis, one.status) for one in watch_bases(node=node)] == [
            (AT, "hanoi", "in-force")
        ]
        assert watch_bases(node=node) == ()
        before = knowledge(node)
        row = enter_basis(node=node, actor=treaty, entry=replace(ENTRY, basis="hanoi", status="suspended"))
        confirm_basis(node=node, actor=directory, row=row.pk)
        assert knowledge(node) != before
        found = recent_notices(actor=treaty)[0]
        assert (found.status, found.day) == ("suspended", date(2026, 1, 1))
        assert watch_bases(node=node) == ()
        lifted = end_basis(node=node, actor=treaty, row=row.pk, until=date(2026, 11, 1), source="Note 12")
        confirm_basis(node=node, actor=directory, row=lifted.pk)
        assert watch_bases(node=node) == ()
        assert models.DecisionRecord.objects.filter(verb="treaty.basis_switch").count() == 3
        assert [one.status for one in recent_notices(actor=treaty)] == ["in-force", "suspended", "in-force"]
        ((partner, rows),) = bases_list(node=node, actor=treaty)
        assert (partner, rows[0].status) == (AT, "in-force")


def test_the_switch_at_entry_into_force_needs_nobody() -> None:
    """Art. 65(1): the ninetieth day after the fortieth deposit. The turn of the worker notices it by itself, once."""
    clock = Clock(datetime(2026, 11, 26, 3, tzinfo=UTC))
    node = replace(make_node(authority("VN"), (authority("AT"),), clock=clock), exercise=False)
    officer = make_officer("t-1", "treaty-officer")
    assert watch_bases(node=node) == ()
    held = {one.party: one for one in current_events() if one.kind in INSTRUMENTS}
    day = date(2026, 12, 1)
    for party in (*[code for code in OUTSIDE if code not in {*held, VN}][:40], VN, AT):
        before = held.get(party)
        kind = before.kind if before else EventKind.ACCESSION
        new = event(party, kind, day)
        add_event(node=node, actor=officer, event=new, replaces=before.id if before else "")
    clock.go(days=94)
    assert watch_bases(node=node) == ()
    clock.go(days=5)
    (found,) = watch_bases(node=node)
    assert (found.partner, found.basis, found.status, found.day) == (
        AT,
        "hanoi",
        "in-force",
        date(2027, 3, 1),
    )
    assert watch_bases(node=node) == ()
    add_event(node=node, actor=officer, event=event("AT", EventKind.DENUNCIATION, date(2027, 4, 1)))
    assert watch_bases(node=node) == ()
    clock.go(days=400)
    (found,) = watch_bases(node=node)
    assert (found.status, found.day) == ("ended", clock.now.date())
    page = bases_page(node=node, actor=officer, pair=(VN, AT))
    assert [one.status for one in page.notices] == ["ended", "in-force"]
    assert page.procedure is None
