# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien parties limits` and `longbien evidence sweep`: what keepers of a node set and clear."""

from tests.cli.terminal import Terminal


def test_limits_are_shown_and_set(terminal: Terminal) -> None:
    assert terminal.run("parties", "limits", "at", by="auditor").out == (
        "AT: silence is stated after 72 h; 36000 acts an hour.\n"
    )
    said = terminal.run("parties", "limits", "AT", "--silence-hours", "1.5", by="operator")
    assert said.out == "AT: silence is stated after 1.5 h; 36000 acts an hour.\n"
    assert terminal.run("parties", "limits", "AT", "--acts-per-hour", "0", by="operator").status == 64
    assert terminal.run("parties", "limits", "AT", "--acts-per-hour", "9", by="auditor").status == 77


def test_a_clean_node_has_nothing_to_sweep(terminal: Terminal) -> None:
    said = terminal.run("evidence", "sweep", "--json", by="custodian")
    assert said.value == {"closed": [], "orphans": [], "size": 0}
    assert terminal.run("evidence", "sweep", "--older", "0", by="custodian").status == 2
