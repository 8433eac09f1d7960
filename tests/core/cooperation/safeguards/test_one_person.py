# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two names, one person: each rule with a case that it finds and one that it leaves alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.cooperation.safeguards.one_person import (
    HINT,
    PROOF,
    RULES,
    TERMINAL,
    Seen,
    doubt_of,
    doubts,
)

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
DUTY = Seen(officer="at-duty-1", at=NOW, door="page", session="s1", address="192.0.2.1", agent="a1")
OTHER = Seen(
    officer="at-approver-1", at=NOW, door="page", session="s2", address="192.0.2.2", agent="a2", factor="k2"
)
LATER = NOW + timedelta(minutes=11)


@pytest.mark.parametrize(
    ("second", "code"),
    [
        (OTHER, None),
        (replace(OTHER, session="s1"), "safeguards.one_session"),
        (replace(OTHER, session="s1", at=LATER), "safeguards.one_session"),
        (replace(OTHER, address="192.0.2.1", agent="a1"), "safeguards.one_browser"),
        (replace(OTHER, address="192.0.2.1", agent="a1", at=LATER), None),
        (replace(OTHER, address="192.0.2.1"), "safeguards.one_address"),
        (replace(OTHER, address="192.0.2.1", at=LATER), None),
        (replace(DUTY, session="s3", address="192.0.2.3"), "safeguards.two_devices"),
        (replace(DUTY, session="s3"), None),
        (replace(DUTY, session="s3", address="192.0.2.3", at=LATER), None),
        (Seen(officer="at-approver-1", at=NOW), None),
    ],
)
def test_each_rule_finds_what_it_is_for(second: Seen, code: str | None) -> None:
    found = doubt_of(DUTY, second)
    assert (found.code if found else None) == code


def test_one_terminal_and_one_passkey_under_two_names() -> None:
    typed = replace(DUTY, door=TERMINAL)
    found = doubt_of(typed, replace(OTHER, door=TERMINAL, session="s1"))
    assert found is not None
    assert (found.code, found.strength) == ("safeguards.one_terminal", PROOF)
    keyed = doubt_of(replace(DUTY, factor="k2"), replace(OTHER, at=LATER))
    assert keyed is not None
    assert keyed.code == "safeguards.one_passkey"


def test_proofs_come_before_hints() -> None:
    third = replace(OTHER, officer="at-lawyer-1", address="192.0.2.1", session="s2")
    found = doubts([DUTY, OTHER, third])
    assert [one.strength for one in found] == [PROOF, HINT]
    assert all(earlier.strength == PROOF or later.strength == HINT for earlier, later in pairwise(found))


SEEN = st.builds(
    Seen,
    officer=st.sampled_from(["a", "b"]),
    at=st.sampled_from([NOW, LATER]),
    door=st.just("page"),
    session=st.sampled_from(["", "s1", "s2"]),
    address=st.sampled_from(["", "192.0.2.1", "192.0.2.2"]),
    agent=st.sampled_from(["", "a1", "a2"]),
    factor=st.sampled_from(["", "k1", "k2"]),
)


@given(SEEN, SEEN)
def test_the_rules_do_not_care_who_came_first(first: Seen, second: Seen) -> None:
    one, other = doubt_of(first, second), doubt_of(second, first)
    assert (one.code if one else "") == (other.code if other else "")
    assert {rule.code for rule in RULES} >= ({one.code} if one else set())


@given(st.lists(st.builds(Seen, officer=st.sampled_from(["a", "b"]), at=st.just(NOW)), max_size=5))
def test_what_is_not_known_proves_nothing(found: list[Seen]) -> None:
    assert doubts(found) == ()
