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


def test_what_a_party_asks_of_requests_is_shown_and_ours_changed(terminal: Terminal) -> None:
    for name in ("registrar-1", "registrar-2"):
        terminal.enrol(name, "directory-officer")
    assert "Nothing beyond the form" in terminal.run("parties", "profile", "AT", by="auditor").out
    assert "parties.not_introduced" in terminal.run("parties", "profile", "FR", by="auditor").err
    file, secret = terminal.folder / "profile.yaml", str(terminal.folder / "password")
    second = ("--with", "registrar-2", "--with-password-file", secret)
    change = ("parties", "profile", "--from", str(file))
    file.write_text(
        "requirements:\n  - {kinds: [stored-data], required_fields: [nexxus]}\n", encoding="utf-8"
    )
    assert "parties.profile_unknown" in terminal.run(*change, *second, by="registrar-1").err
    file.write_text("requirements:\n  - {kinds: stored-data}\n", encoding="utf-8")
    assert terminal.run(*change, *second, by="registrar-1").status != 0
    file.write_text("requirements:\n  - {kinds: [stored-data], required_fields: [nexus]}\n", encoding="utf-8")
    assert "people.two_needed" in terminal.run(*change, by="registrar-1").err
    assert terminal.run(*change, *second, by="registrar-1").out.startswith("Entry 2 of this node")
    said = terminal.run("parties", "profile", "--json", by="auditor")
    (row,) = said.value["requirements"]
    assert (row["kinds"], row["required_fields"]) == (["stored-data"], ["nexus"])
    assert "required_fields: " in terminal.run("parties", "profile", by="auditor").out
