# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien log`: audit, export, checkpoint."""

import pytest

from longbien.core.log.checkpoint import open_checkpoint
from longbien.store.models.log import LogEntry, Misbehaviour
from tests.authority import authority
from tests.cli.terminal import Terminal
from tests.cli.test_cooperation import drafted, fits
from tests.nodes import log_signer


def acted(terminal: Terminal) -> None:
    number = terminal.run("request", "submit", drafted(terminal), "--json", by="duty-officer").value[
        "proposal"
    ]
    assert terminal.run("act", "approve", str(number), by="approver").status == 0


def test_the_audit_of_an_honest_log_is_sound(terminal: Terminal) -> None:
    acted(terminal)
    said = terminal.run("log", "audit", by="auditor")
    assert (said.status, said.err) == (0, "")
    assert "sound" in said.out
    assert fits(said.out)
    (found,) = terminal.run("log", "audit", "--json", by="auditor").value
    assert (found["tree"]["size"], found["findings"]) == (1, [])


def test_a_changed_leaf_is_found_and_ends_with_a_status(terminal: Terminal) -> None:
    acted(terminal)
    entry = LogEntry.objects.get()
    LogEntry.objects.filter(pk=entry.pk).update(data=bytes(entry.data).replace(b"act-made", b"act-mode"))
    said = terminal.run("log", "audit", by="auditor")
    assert said.status == 77
    assert "NOT SOUND" in said.out
    assert said.err.endswith("[cli.audit_unsound]\n")
    assert fits(said.out)


def test_the_log_is_exported_as_files(terminal: Terminal) -> None:
    acted(terminal)
    folder = terminal.folder / "tiles"
    said = terminal.run("log", "export", str(folder), by="auditor")
    assert said.out == f"1 leaves are in {folder}.\n"
    signed = open_checkpoint((folder / "checkpoint").read_bytes(), log_signer(authority("VN")).keys)
    assert signed.checkpoint.size == 1


def test_a_place_that_cannot_be_written_is_refused(terminal: Terminal) -> None:
    acted(terminal)
    (terminal.folder / "file").write_text("")
    said = terminal.run("log", "export", str(terminal.folder / "file" / "below"), by="auditor")
    assert said.status == 64
    assert said.err.endswith("[cli.file_unwritable]\n")


def test_the_newest_checkpoint_is_shown_with_its_signatures(terminal: Terminal) -> None:
    said = terminal.run("log", "checkpoint", "--json", by="auditor")
    assert (said.value["size"], said.value["signed_by"]) == (0, [log_signer(authority("VN")).origin])
    assert log_signer(authority("VN")).origin in terminal.run("log", "checkpoint", by="auditor").out


@pytest.mark.parametrize(
    ("words", "status"), [(("export",), 2), (("export", "x", "--since", "-1"), 2), (("nonsense",), 2)]
)
def test_wrong_words_are_refused(terminal: Terminal, words: tuple[str, ...], status: int) -> None:
    assert terminal.run("log", *words, by="auditor").status == status


def test_exported_files_are_checked_with_a_policy(terminal: Terminal) -> None:
    acted(terminal)
    terminal.deliver()
    folder, policy = terminal.folder / "tiles", terminal.folder / "witnesses.txt"
    assert terminal.run("log", "export", str(folder), by="auditor").status == 0
    assert terminal.run("log", "policy", str(policy), by="auditor").status == 0
    said = terminal.run("log", "check", str(folder), "--policy", str(policy))
    assert said.err.endswith("[log.quorum_missing]\n")  # the newest leaves are not witnessed yet
    policy.write_text(policy.read_text().replace("quorum witnesses", "quorum none"))
    said = terminal.run("log", "check", str(folder), "--policy", str(policy))
    assert (said.status, "sound" in said.out) == (0, True)
    assert fits(said.out)
    (folder / "tile" / "entries" / "000.p" / "3").write_bytes(b"\0\1x")
    assert terminal.run("log", "check", str(folder), "--policy", str(policy)).status == 65


def test_doubts_are_listed(terminal: Terminal) -> None:
    assert terminal.run("log", "doubts", by="auditor").out == "No doubt about a partner's log.\n"
    Misbehaviour.objects.create(
        party="AT",
        origin="log.example",
        suspicion="fork",
        size=7,
        root=bytes(32),
        note=b"note",
        digest="ab" * 32,
        found_at=terminal.clock.now,
    )
    said = terminal.run("log", "doubts", "--party", "at", by="auditor")
    assert "two histories: proven" in said.out
    assert fits(said.out)
    assert terminal.run("log", "doubts", "--party", "FR", "--json", by="auditor").value == []
