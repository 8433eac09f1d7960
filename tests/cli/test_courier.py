# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien courier`: what waits, as a file; reading what a partner wrote is tested with two nodes."""

import hashlib

import pytest

from tests.cli.terminal import Terminal
from tests.cli.test_cooperation import drafted, fits


def sent(terminal: Terminal) -> None:
    number = terminal.run("request", "submit", drafted(terminal), "--json", by="duty-officer").value[
        "proposal"
    ]
    terminal.run("act", "approve", str(number), by="approver")


def test_what_waits_is_written_and_waits_on(terminal: Terminal) -> None:
    sent(terminal)
    file = terminal.folder / "at.lbc"
    said = terminal.run("courier", "write", str(file), "--to", "at", "--json", by="operator")
    assert (said.value["acts"], said.value["segments"]) == (1, 0)
    assert file.read_bytes().endswith(hashlib.sha256(file.read_bytes()[: -9 - 32]).digest())
    assert [one["state"] for one in terminal.run("act", "outbox", "--json", by="auditor").value] == [
        "waiting"
    ]
    again = terminal.run("courier", "write", str(file), "--to", "AT", by="operator")
    assert again.err.endswith("[cli.file_exists]\n")
    assert fits(
        terminal.run("courier", "write", str(file.with_suffix(".2")), "--to", "AT", by="operator").out
    )


def test_a_file_for_somebody_else_is_refused(terminal: Terminal) -> None:
    sent(terminal)
    file = terminal.folder / "at.lbc"
    terminal.run("courier", "write", str(file), "--to", "AT", by="operator")
    said = terminal.run("courier", "read", str(file), by="operator")
    assert (said.status, said.out) == (77, "")
    assert said.err.endswith("[exchange.wrong_recipient]\n")


def test_a_damaged_file_is_refused(terminal: Terminal) -> None:
    sent(terminal)
    file = terminal.folder / "at.lbc"
    terminal.run("courier", "write", str(file), "--to", "AT", by="operator")
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    said = terminal.run("courier", "read", str(file), by="operator")
    assert (said.status, said.err.split("[")[-1]) == (65, "exchange.courier_damaged]\n")


WRONG = [
    (("write", "{folder}/x", "--to", "AT"), 77, "exchange.nothing_waits"),
    (("write", "{folder}/x", "--to", "FR"), 77, "parties.not_introduced"),
    (("write", "{folder}/no/x", "--to", "AT"), 64, "cli.file_unwritable"),
    (("read", "{folder}/missing"), 64, "cli.file_unreadable"),
    (("write", "{folder}/x"), 2, "Missing option"),
]


@pytest.mark.parametrize(("words", "status", "code"), WRONG)
def test_wrong_words_are_refused_and_leave_nothing(
    terminal: Terminal, words: tuple[str, ...], status: int, code: str
) -> None:
    typed = [word.replace("{folder}", str(terminal.folder)) for word in words]
    said = terminal.run("courier", *typed, by="operator")
    assert (said.status, said.out) == (status, "")
    assert code in said.err
    assert [path.name for path in terminal.folder.iterdir()] == ["password"]
