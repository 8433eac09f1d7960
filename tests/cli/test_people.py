# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien people`: a role waits for a second person, at this terminal or another."""

from longbien.store import models
from tests.cli.terminal import PASSWORD, Terminal


def test_a_role_waits_for_a_second_person(terminal: Terminal) -> None:
    terminal.enrol("second", "directory-officer")
    said = terminal.run("people", "grant", "vn-custodian", "auditor", by="operator")
    assert (said.status, "longbien people approve 1" in said.out) == (0, True)
    assert "you may approve" in terminal.run("people", "changes", by="second").out
    assert terminal.run("people", "approve", "1", by="operator").status == 77
    assert terminal.run("people", "approve", "1", by="second").status == 0
    assert models.Officer.objects.get(username="custodian").roles() == {"custodian", "auditor"}
    assert terminal.run("people", "reject", "1", by="second").status == 77


def test_two_at_one_terminal(terminal: Terminal) -> None:
    terminal.enrol("second", "directory-officer")
    words = ("people", "close", "vn-custodian", "--with", "second")
    said = terminal.run(*words, "--with-password-file", str(terminal.folder / "password"), by="operator")
    assert (said.status, said.out) == (0, "vn-custodian: done (close).\n")
    assert terminal.run("people", "reopen", "vn-custodian", by="operator").status == 0
    assert "custodian" in terminal.run("people", "list", by="operator").out


def test_an_account_is_barred_by_one(terminal: Terminal) -> None:
    assert terminal.run("people", "suspend", "vn-custodian", by="operator").status == 0
    assert terminal.run("people", "suspend", "vn-auditor", by="operator").status == 77
    assert terminal.run("people", "list", by="custodian").status == 77


def test_a_new_account_has_no_role_before_a_second_person_agreed(terminal: Terminal) -> None:
    terminal.enrol("second", "directory-officer")
    secret = terminal.folder / "new"
    secret.write_text(PASSWORD + "\n")
    secret.chmod(0o600)
    words = ("people", "add", "third", "--role-id", "vn-third-3", "--role", "approver")
    said = terminal.run(*words, "--new-password-file", str(secret), by="operator")
    assert (said.status, "wait for a second person" in said.out) == (0, True)
    assert models.Officer.objects.get(username="third").roles() == frozenset()
    assert terminal.run("people", "end", "vn-third-3", "approver", by="operator").status == 0


def test_the_roster_is_planned_read_and_called_off(terminal: Terminal) -> None:
    assert "alarms go to every officer" in terminal.run("people", "roster", by="custodian").out
    words = ("people", "plan", "vn-duty-officer", "--from", "2026-11-22", "--until", "2026-11-29")
    assert terminal.run(*words, by="custodian").status == 77
    assert terminal.run(*words, by="operator").out == "Turn 1 of vn-duty-officer is planned.\n"
    (turn,) = terminal.run("people", "roster", "--json", by="auditor").value
    assert (turn["officer"], turn["kind"]) == ("vn-duty-officer", "duty")
    assert "vn-duty-officer" in terminal.run("people", "roster", by="auditor").out
    assert terminal.run("people", "plan", "nobody", *words[3:], by="operator").status == 64
    assert terminal.run("people", "call-off", "1", by="operator").status == 0
    assert terminal.run("people", "call-off", "1", by="operator").status == 77


def test_an_administrator_is_the_operator(terminal: Terminal) -> None:
    terminal.enrol("second", "directory-officer")
    terminal.run("people", "grant", "vn-custodian", "administrator", by="operator")
    assert terminal.run("people", "approve", "1", by="second").status == 0
    assert models.Officer.objects.get(username="custodian").roles() == {"custodian", "operator"}
