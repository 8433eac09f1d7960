# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Roles are given and taken by two people; one alone may only shut an account, and no auditor's."""

import pytest

from longbien.actions.access import Role
from longbien.actions.log.audit import audit_logs
from longbien.actions.node import Node
from longbien.actions.people.enrol import find_officer
from longbien.actions.people.list import officers, open_changes
from longbien.actions.people.roles import (
    CLOSE,
    END,
    GRANT,
    REOPEN,
    approve_change,
    find_change,
    propose_change,
    reject_change,
    suspend,
)
from longbien.core.base.errors import LongBienError
from longbien.store import models
from tests.authority import authority
from tests.nodes import make_node, make_officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def node() -> Node:
    return make_node(authority("VN"))


def refused(code: str) -> "pytest.RaisesExc[LongBienError]":
    return pytest.raises(LongBienError, match=code.replace(".", r"\."))


def people() -> tuple[models.Officer, models.Officer, models.Officer]:
    return (
        make_officer("op", "operator"),
        make_officer("dir", "directory-officer"),
        make_officer("x", "custodian"),
    )


def test_a_role_is_given_and_taken_by_two(node: Node) -> None:
    op, directory, other = people()
    change = propose_change(node=node, actor=op, officer=other, step=GRANT, roles=["auditor"])
    assert other.roles() == {"custodian"}
    with refused("people.own_proposal"):
        approve_change(node=node, actor=op, change=change)
    with refused("people.not_permitted"):
        approve_change(node=node, actor=other, change=change)
    (shown,) = open_changes(actor=directory)
    assert (shown.number, shown.officer, shown.roles, shown.may_approve) == (
        change.pk,
        "zz-x",
        ("auditor",),
        True,
    )
    approve_change(node=node, actor=directory, change=change)
    assert other.roles() == {"custodian", "auditor"}
    with refused("people.change_ended"):
        approve_change(node=node, actor=directory, change=change)
    change = propose_change(node=node, actor=op, officer=other, step=END, roles=["custodian"])
    approve_change(node=node, actor=directory, change=change)
    assert other.roles() == {"auditor"}
    verbs = models.DecisionRecord.objects.values_list("verb", flat=True)
    assert list(verbs) == ["people.manage"] * 4
    assert audit_logs([node.keys.log.keys])[0].is_sound


def test_nobody_decides_about_his_own_roles_while_others_could(node: Node) -> None:
    op, directory, other = people()
    with refused("people.own_roles"):
        propose_change(node=node, actor=op, officer=op, step=GRANT, roles=["approver"])
    change = propose_change(node=node, actor=op, officer=directory, step=GRANT, roles=["approver"])
    approve_change(
        node=node, actor=directory, change=change
    )  # two people are enough where there are only two
    second = make_officer("dir-2", "directory-officer")
    change = propose_change(node=node, actor=op, officer=directory, step=GRANT, roles=["auditor"])
    with refused("people.own_roles"):
        approve_change(node=node, actor=directory, change=change)
    assert [one.may_approve for one in open_changes(actor=directory)] == [False]
    approve_change(node=node, actor=second, change=change)
    assert directory.roles() == {"directory-officer", "approver", "auditor"}
    assert other.roles() == {"custodian"}


def test_a_closed_account_opens_again_by_two(node: Node) -> None:
    op, directory, other = people()
    approve_change(
        node=node,
        actor=directory,
        change=propose_change(node=node, actor=op, officer=other, step=CLOSE),
    )
    assert (find_officer("zz-x").roles(), find_officer("zz-x").is_active) == (frozenset(), False)
    assert [one.active for one in officers(actor=op)] == [True, True, False]
    change = propose_change(node=node, actor=op, officer=other, step=REOPEN)
    approve_change(node=node, actor=directory, change=change)
    assert (find_officer("zz-x").roles(), find_officer("zz-x").is_active) == (frozenset(), True)


def test_one_alone_bars_an_account_but_no_auditor(node: Node) -> None:
    op, _, other = people()
    auditor = make_officer("aud", "auditor")
    suspend(node=node, actor=op, officer=other)
    found = find_officer("zz-x")
    assert (found.is_active, found.roles()) == (False, frozenset())
    assert found.grants.filter(ended_at=None).count() == 1
    with refused("people.auditor_stays"):
        suspend(node=node, actor=op, officer=auditor)
    with refused("people.not_permitted"):
        suspend(node=node, actor=auditor, officer=op)


def test_a_change_is_rejected_and_not_proposed_twice(node: Node) -> None:
    op, directory, other = people()
    change = propose_change(node=node, actor=op, officer=other, step=GRANT, roles=["auditor"])
    with refused("people.change_waits"):
        propose_change(node=node, actor=op, officer=other, step=GRANT, roles=["auditor"])
    with refused("people.not_permitted"):
        reject_change(node=node, actor=other, change=change)
    reject_change(node=node, actor=directory, change=change)
    assert other.roles() == {"custodian"}
    assert find_change(change.pk).state == "rejected"
    with refused("people.change_unknown"):
        find_change(9999)


@pytest.mark.parametrize(
    ("step", "roles", "code"),
    [
        ("grant", [], "people.role_unknown"),
        ("end", ["king"], "people.role_unknown"),
        ("crown", [], "people.step_unknown"),
    ],
)
def test_bad_words_are_refused(node: Node, step: str, roles: list[str], code: str) -> None:
    op, _, other = people()
    with refused(code):
        propose_change(node=node, actor=op, officer=other, step=step, roles=roles)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.OPERATOR}))
def test_nobody_but_an_operator_proposes(node: Node, role: str) -> None:
    _, _, other = people()
    with refused("people.not_permitted"):
        propose_change(
            node=node, actor=make_officer("who", role), officer=other, step=GRANT, roles=["auditor"]
        )
