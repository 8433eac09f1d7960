# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 35: a State that is not yet Party works under Budapest and a bilateral treaty; the Convention is claimed nowhere, and takes over by itself."""

from datetime import timedelta

import pytest

from tests.scenarios.bases import end, enter, history, let_pass, noticed, refused, today
from tests.scenarios.crossing import Crossing, acts_of, tracks_of

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow]


def under_budapest(case: Crossing) -> str:
    """Its rules and its grounds, and no article of the Convention anywhere on the request."""
    first = case.ask("preservation", "NOT-2", legal_basis="budapest")
    case.acknowledge(first)
    page = case.asked.page(first)
    assert (page["article"], page["standing"]["procedure"]["because"]) == ("", "own")
    assert page["grounds"]["preservation"] == ["political-offence", "essential-interests"]
    shown = case.asked.node.run("request", "show", first, by="duty").out
    assert "Hanoi" not in shown
    assert "(Art. 42)" not in shown
    case.keep(first)
    return first


def under_a_bilateral_treaty(case: Crossing) -> None:
    """Free grounds, with reasons."""
    treaty = {"legal_basis": "bilateral", "legal_basis_detail": "Treaty (exercise), 4"}
    second = case.ask("stored-data", "NOT-3", **treaty)
    case.acknowledge(second)
    words = ("request", "decide", "disclosure", second, "refused", "--ground", "other-treaty")
    assert "cooperation.decision_reasons" in refused(case.asked, *words)
    case.approved(case.asked, *words, "--reasons", "Article 9 of the treaty: sentence already served.")
    page = case.arrived(case.asking, second, "answer.decided")
    assert tracks_of(page)["disclosure"] == "refused"
    (decision,) = acts_of(page, "answer.decided")
    assert decision["body"]["grounds"] == ["other-treaty"]


def test_budapest_and_a_bilateral_treaty_until_the_convention_is_in_force(case: Crossing) -> None:
    desks = (case.asking, case.asked)
    tomorrow = today(case.asking) + timedelta(days=1)
    rows = []
    for desk in desks:
        until = ("--until", tomorrow.isoformat())
        enter(desk, "hanoi", "--status", "not-in-force", "--from", "2026-01-01", *until)
        rows.append((desk, enter(desk, "budapest", "--from", "2026-01-01")))
        rows.append((desk, enter(desk, "bilateral", "--from", "2026-01-01", "--name", "Treaty (exercise)")))

    # Nothing leaves under the Convention.
    draft = case.ask_in_vain("preservation", "NOT-1")
    assert "treaty.not_in_force" in refused(case.asking, "request", "submit", draft)

    first = under_budapest(case)
    under_a_bilateral_treaty(case)

    # The day of entry into force: nobody does anything; both nodes notice it, once, with a leaf.
    let_pass(case, 1)
    for desk in desks:
        found = noticed(case, desk, "hanoi", "in-force", tomorrow)
        assert found["leaf_index"] > 0
        assert history(desk)["notices"].count(found) == 1
    case.say(case.asking, draft, lambda one: bool(one["thread"]), "request", "submit", draft)
    case.acknowledge(draft)
    page = case.asked.page(draft)
    assert (page["article"], page["standing"]["now"]) == ("42", "in-force")
    assert page["standing"]["procedure"]["rules"] == "bilateral"
    # What was asked under Budapest stays under Budapest.
    assert case.asked.page(first)["standing"]["basis"] == "budapest"

    for desk, row in rows:
        end(desk, row, tomorrow)
    assert case.asked.page(draft)["standing"]["procedure"]["rules"] == "hanoi"
