# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tokens for programs: given once, kept as a digest, logged, ended."""

import json

import pytest

from longbien.actions.node import Node
from longbien.actions.people.tokens import MOST, bearer, give_token, revoke_token, tokens
from longbien.core.base.errors import LongBienError, RefusedError, UsageError
from longbien.store import models
from tests.authority import authority
from tests.nodes import make_node, make_officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def node() -> Node:
    return make_node(authority("VN"))


def test_a_token_names_its_officer_and_its_secret_is_kept_nowhere(node: Node) -> None:
    officer = make_officer("duty-1", "duty-officer")
    token, secret = give_token(node=node, actor=officer, name="register", scopes=("read",), days=1)
    found = bearer(node=node, text=secret)
    assert (found.officer, found.scopes, found.token_id) == (
        officer,
        frozenset({"read"}),
        token.token_id,
    )
    kept = str(models.OfficerToken.objects.values().get())
    assert secret.rsplit("_", 1)[1] not in kept


def test_giving_and_ending_are_logged(node: Node) -> None:
    officer = make_officer("duty-1", "duty-officer")
    token, secret = give_token(node=node, actor=officer, name="register", scopes=("say", "read"), days=1)
    for _ in range(2):
        assert not revoke_token(node=node, actor=officer, token_id=token.token_id).holds
    rows = models.DecisionRecord.objects.filter(verb__startswith="people.token").order_by("id")
    facts = [json.loads(bytes(row.record))["facts"] for row in rows]
    assert [row.verb for row in rows] == ["people.token", "people.token_revoked"]
    assert [one["token"] for one in facts] == [token.token_id, token.token_id]
    assert facts[0]["scopes"] == ["read", "say"]
    with pytest.raises(RefusedError, match=r"people\.token_invalid"):
        bearer(node=node, text=secret)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"name": ""}, "token_name"),
        ({"name": "x" * 81}, "token_name"),
        ({"name": "a\nb"}, "token_name"),
        ({"scopes": ()}, "token_scopes"),
        ({"scopes": ("approve",)}, "token_scopes"),
        ({"days": 0}, "token_days"),
        ({"days": 366}, "token_days"),
    ],
)
def test_a_token_has_a_name_an_end_and_a_purpose(node: Node, given: dict[str, object], code: str) -> None:
    officer = make_officer("duty-1", "duty-officer")
    with pytest.raises(UsageError, match=rf"people\.{code}"):
        give_token(node=node, actor=officer, **{"name": "x", "scopes": ("read",), "days": 1, **given})  # type: ignore[arg-type]


def test_nobody_has_too_many_or_ends_another_officers(node: Node) -> None:
    officer, other = make_officer("duty-1", "duty-officer"), make_officer("duty-2", "duty-officer")
    for number in range(MOST):
        token, _ = give_token(node=node, actor=officer, name=str(number), scopes=("read",), days=1)
    with pytest.raises(RefusedError, match=r"people\.token_many"):
        give_token(node=node, actor=officer, name="more", scopes=("read",), days=1)
    with pytest.raises(UsageError, match=r"people\.token_unknown"):
        revoke_token(node=node, actor=other, token_id=token.token_id)
    assert len(tokens(node=node, actor=officer)) == MOST


@pytest.mark.parametrize("name", ["auditor", "nobody"])
def test_who_only_reads_or_holds_nothing_has_no_token(node: Node, name: str) -> None:
    officer = make_officer("one", *(["auditor"] if name == "auditor" else []))
    with pytest.raises(LongBienError, match=r"people\.not_permitted"):
        give_token(node=node, actor=officer, name="x", scopes=("read",), days=1)
