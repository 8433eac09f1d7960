# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Officers: enrolled by an operator, roles ended and never deleted, each step a leaf of the log."""

import json

import pytest

from longbien.actions.people.enrol import enrol, find_officer, is_set_up
from longbien.actions.people.sign_in import sign_in
from longbien.core.base.errors import LongBienError, RefusedError, UsageError
from longbien.store import models
from tests.authority import authority
from tests.nodes import make_node

pytestmark = pytest.mark.django_db
GOOD = "a bridge over the red river"


def code_of(error: pytest.ExceptionInfo[LongBienError]) -> str:
    return error.value.code


def test_the_first_officer_needs_nobody_and_the_second_an_operator() -> None:
    node = make_node(authority("VN"))
    first = enrol(node=node, actor=None, username="one", role_id="vn-op-1", roles=["operator"], password=GOOD)
    assert first.roles() == {"operator"}
    with pytest.raises(RefusedError) as caught:
        enrol(node=node, actor=None, username="two", role_id="vn-2", roles=["approver"], password=GOOD)
    assert code_of(caught) == "people.not_first"
    second = enrol(node=node, actor=first, username="two", role_id="vn-2", roles=["approver"], password=GOOD)
    with pytest.raises(RefusedError) as caught:
        enrol(node=node, actor=second, username="three", role_id="vn-3", roles=["auditor"], password=GOOD)
    assert code_of(caught) == "people.not_permitted"
    assert models.DecisionRecord.objects.count() == 2


@pytest.mark.parametrize(
    ("username", "role_id", "roles", "password", "code"),
    [
        ("No Spaces", "vn-1", ["operator"], GOOD, "people.username"),
        ("one", "VN 1", ["operator"], GOOD, "people.role_id"),
        ("one", "installation", ["operator"], GOOD, "people.role_id"),
        ("one", "vn-1", ["king"], GOOD, "people.role_unknown"),
        ("one", "vn-1", [], GOOD, "people.role_unknown"),
        ("one", "vn-1", ["operator"], "short", "people.password_weak"),
    ],
)
def test_bad_words_are_refused_and_nothing_is_left(
    username: str, role_id: str, roles: list[str], password: str, code: str
) -> None:
    node = make_node(authority("VN"))
    with pytest.raises(UsageError) as caught:
        enrol(node=node, actor=None, username=username, role_id=role_id, roles=roles, password=password)
    assert code_of(caught) == code
    assert models.Officer.objects.count() == 0
    assert models.DecisionRecord.objects.count() == 0


def test_roles_wait_for_a_second_person_once_two_could_decide() -> None:
    node = make_node(authority("VN"))
    boss = enrol(node=node, actor=None, username="one", role_id="vn-op-1", roles=["operator"], password=GOOD)
    plain = enrol(node=node, actor=boss, username="two", role_id="vn-2", roles=["approver"], password=GOOD)
    assert plain.roles() == {"approver"}
    assert is_set_up()  # the two cannot decide about roles together
    other = enrol(
        node=node, actor=boss, username="three", role_id="vn-3", roles=["directory-officer"], password=GOOD
    )
    assert other.roles() == {"directory-officer"}
    assert not is_set_up()
    fourth = enrol(node=node, actor=boss, username="four", role_id="vn-4", roles=["custodian"], password=GOOD)
    assert fourth.roles() == frozenset()
    assert [one.step for one in models.RoleChange.objects.all()] == ["grant"]
    models.RoleGrant.objects.filter(officer=other).update(ended_at=node.clock())
    assert not is_set_up()
    said = [json.loads(bytes(one.record)) for one in models.DecisionRecord.objects.order_by("pk")]
    assert [one["facts"].get("set_up") for one in said] == [True, True, True, False, None]


def test_an_unknown_officer_is_refused() -> None:
    with pytest.raises(UsageError) as caught_usage:
        find_officer("nobody")
    assert code_of(caught_usage) == "people.unknown"


def test_signing_in_at_the_terminal() -> None:
    node = make_node(authority("VN"))
    enrol(node=node, actor=None, username="one", role_id="vn-op-1", roles=["operator"], password=GOOD)
    assert sign_in(username="one", password=GOOD).role_id == "vn-op-1"
    with pytest.raises(RefusedError) as caught:
        sign_in(username="one", password="wrong")
    assert code_of(caught) == "people.sign_in_failed"


def test_a_name_is_locked_after_many_failures() -> None:
    node = make_node(authority("VN"))
    enrol(node=node, actor=None, username="one", role_id="vn-op-1", roles=["operator"], password=GOOD)
    for _ in range(20):
        with pytest.raises(RefusedError):
            sign_in(username="one", password="wrong")
    with pytest.raises(RefusedError):
        sign_in(username="one", password=GOOD)
