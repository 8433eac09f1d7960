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
