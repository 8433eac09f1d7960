# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""At the terminal: who looks after a request, alarms, targets, where an officer is reached."""

from tests.cli.terminal import Terminal
from tests.cli.test_cooperation import drafted, fits


def test_targets_are_listed_set_and_ended(terminal: Terminal) -> None:
    words = ("request", "targets", "set", "acknowledge", "2 h", "--partner", "at", "--reason", "Agreed.")
    assert terminal.run(*words, by="duty-officer").status == 77
    said = terminal.run(*words, by="approver")
    assert (said.status, said.out) == (0, "Target 1: acknowledge within 2 h.\n")
    listed = terminal.run("request", "targets", "list", by="auditor").out
    assert ("By law" in listed, "Agreed." in listed) == (True, True)
    assert (
        terminal.run(
            "request", "targets", "set", "acknowledge", "soon", "--reason", "x", by="approver"
        ).status
        == 65
    )
    legal = ("request", "targets", "set", "renew-order", "2 d", "--reason", "x")
    assert "set by law" in terminal.run(*legal, by="approver").err
    assert terminal.run("request", "targets", "end", "1", by="approver").status == 0
    assert terminal.run("request", "targets", "end", "1", by="approver").status == 64


def test_an_officer_says_where_he_is_reached(terminal: Terminal) -> None:
    words = ("people", "contact", "vn-custodian", "--email", "c@example.org", "--language", "ar")
    assert terminal.run(*words, by="custodian").out == "vn-custodian: noted.\n"
    assert terminal.run(*words, by="approver").status == 77
    assert terminal.run(*words, by="operator").status == 0
    assert terminal.run("people", "contact", "vn-custodian", "--email", "c", by="custodian").status == 64


def test_a_request_is_given_to_an_officer_and_a_deputy(terminal: Terminal) -> None:
    request = drafted(terminal)
    words = ("request", "assign", request[:8], "--to", "vn-duty-officer", "--deputy", "vn-approver")
    assert terminal.run(*words, by="custodian").status == 77
    said = terminal.run(*words, by="approver")
    assert (said.status, "vn-duty-officer" in said.out, fits(said.out)) == (0, True, True)
    assert terminal.run(*words[:4], "nobody", by="approver").status == 64
    assert terminal.run("request", "alarms", request[:8], by="auditor").status == 0


def test_no_alarm_is_no_table(terminal: Terminal) -> None:
    assert terminal.run("request", "alarms", by="duty-officer").out.endswith("No alarm.\n")
    assert terminal.run("request", "seen", "7", by="duty-officer").status == 64
    assert terminal.run("request", "seen", "7", by="auditor").status == 77
