# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The access table: nobody without the role, and every kind has its verb."""

from dataclasses import dataclass

import pytest

from longbien.actions.access import (
    KINDS,
    RULES,
    Role,
    permits,
    permits_approval,
    require,
    require_approval,
    verb_of_kind,
)
from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.acts.eyes import FOUR_EYES, Eyes
from longbien.core.cooperation.forms.kinds import forms


@dataclass
class Somebody:
    role_id: str
    held: frozenset[str]

    def roles(self) -> frozenset[str]:
        return self.held


NOBODY = Somebody("", frozenset(Role))
AUDITOR = Somebody("zz-auditor-1", frozenset({Role.AUDITOR}))
SECRETARIAT = Somebody("zz-conf-1", frozenset({Role.CONFERENCE_OFFICER}))
CHANGING = sorted(verb for verb in RULES if not verb.endswith(".read"))


@pytest.mark.parametrize("verb", sorted(RULES))
def test_an_account_without_a_role_id_passes_nowhere(verb: str) -> None:
    with pytest.raises(RefusedError, match=r"people\.not_permitted"):
        require(NOBODY, verb)
    assert not permits(NOBODY, verb)


@pytest.mark.parametrize("verb", CHANGING)
def test_an_auditor_changes_nothing(verb: str) -> None:
    assert (permits(AUDITOR, verb), permits_approval(AUDITOR, verb)) == (False, False)
    with pytest.raises(RefusedError, match=r"people\.not_permitted"):
        require_approval(AUDITOR, verb)


def test_an_auditor_reads_everything() -> None:
    assert [verb for verb in RULES if verb.endswith(".read") and not permits(AUDITOR, verb)] == []


def test_the_secretariat_of_a_conference_opens_no_other_desk() -> None:
    allowed = {verb for verb in RULES if permits(SECRETARIAT, verb) or permits_approval(SECRETARIAT, verb)}
    own = {verb for verb in RULES if verb.startswith("conference.")}
    assert allowed - own == {"people.contact", "people.token", "treaty.read"}


def test_each_kind_leads_to_a_verb_of_the_table() -> None:
    assert set(KINDS.values()) <= set(RULES)
    assert verb_of_kind("answer.decided") == "cooperation.decide"
    assert verb_of_kind("request.preservation") == "cooperation.request"
    assert verb_of_kind("something.new") == "exchange.unknown_kind"


@pytest.mark.parametrize("row", [row for row in FOUR_EYES if row.officers], ids=lambda row: row.kind)
def test_who_may_approve_follows_from_how_many_it_takes(row: Eyes) -> None:
    most = max(one.officers for one in FOUR_EYES if KINDS.get(one.kind) == KINDS[row.kind])
    assert bool(RULES[verb_of_kind(row.kind)].approve) is (most > 1)


@pytest.mark.parametrize("kind", [*(found.act for found in forms().values()), "something.new"])
def test_requests_and_unknown_kinds_can_be_approved(kind: str) -> None:
    assert RULES[verb_of_kind(kind)].approve


def test_every_kind_has_a_row_in_both_tables() -> None:
    assert {row.kind for row in FOUR_EYES if row.officers} == set(KINDS)
