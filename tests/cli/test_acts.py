# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien act`: the second officer's work, and what became of an act."""

import base64
import json

import pytest

from longbien.core.log.proof import Receipt, verify_receipt
from tests.authority import authority
from tests.cli.terminal import Terminal
from tests.cli.test_cooperation import drafted, fits
from tests.nodes import log_signer


def proposed(terminal: Terminal) -> str:
    """Propose a request; give the proposal's number."""
    said = terminal.run("request", "submit", drafted(terminal), "--json", by="duty-officer")
    return str(said.value["proposal"])


def test_the_second_officer_sees_what_will_be_signed_and_approves_it(terminal: Terminal) -> None:
    number = proposed(terminal)
    listed = terminal.run("act", "proposals", by="approver")
    assert "you may approve" in listed.out
    assert fits(listed.out)
    shown = terminal.run("act", "proposals", number, by="approver")
    assert "A server was entered with guessed passwords." in shown.out
    assert fits(shown.out)
    said = terminal.run("act", "approve", number, "--json", by="approver")
    assert said.value[0]["proposal"] == int(number)
    assert len(said.value[0]["act"]) == 64
    assert terminal.run("act", "proposals", by="approver").out.endswith(
        "Nothing waits for a second officer.\n"
    )


def test_an_act_is_followed_from_the_outbox_to_its_receipt(terminal: Terminal) -> None:
    number = proposed(terminal)
    act = terminal.run("act", "approve", number, "--json", by="approver").value[0]["act"]
    waiting = terminal.run("act", "outbox", by="auditor")
    assert act[:12] in waiting.out
    assert fits(waiting.out)
    terminal.deliver()
    assert terminal.run("act", "outbox", "--partner", "at", by="auditor").out.endswith(
        "Nothing waits to leave.\n"
    )
    assert [one["state"] for one in terminal.run("act", "outbox", "--all", "--json", by="auditor").value] == [
        "delivered"
    ]
    shown = terminal.run("act", "show", act[:10], by="auditor")
    assert "AT: " in shown.out
    assert fits(shown.out)
    thread = terminal.run("request", "list", "--json", by="auditor").value["rows"][0]["request_id"]
    page = terminal.run("request", "show", thread, by="auditor")
    assert "receipt: leaf 0 of" in page.out
    assert fits(page.out)


def test_a_receipt_can_be_handed_to_anybody(terminal: Terminal) -> None:
    act = terminal.run("act", "approve", proposed(terminal), "--json", by="approver").value[0]["act"]
    terminal.deliver()
    file = terminal.folder / "receipt.json"
    assert terminal.run("act", "show", act, "--receipt", str(file), by="auditor").status == 0
    value = json.loads(file.read_text())
    receipt = Receipt(leaf=base64.b64decode(value["leaf"]), proof=value["proof"].encode())
    verify_receipt(receipt, log_signer(authority("AT")).keys)


def test_a_proposal_is_rejected_with_a_reason(terminal: Terminal) -> None:
    number = proposed(terminal)
    assert terminal.run("act", "reject", number, "--reason", "Not yet.", by="approver").status == 0
    assert "Not yet." in terminal.run("act", "proposals", number, by="duty-officer").out


def test_an_act_of_ours_is_called_back(terminal: Terminal) -> None:
    act = terminal.run("act", "approve", proposed(terminal), "--json", by="approver").value[0]["act"]
    said = terminal.run(
        "act", "recall", act[:12], "--reason", "Sent to a wrong State.", "--json", by="duty-officer"
    )
    assert said.status == 0
    shown = terminal.run("act", "show", said.value["act"], "--json", by="auditor").value
    assert (shown["kind"], shown["body"]) == (
        "act.recalled",
        {"act": act, "reason": "Sent to a wrong State."},
    )
    declared = terminal.run("act", "declare", said.value["act"], "unopened", by="duty-officer")
    assert declared.err.endswith("[exchange.recall_unknown]\n")


WRONG = [
    (("recall", "feed", "--reason", "x"), "duty-officer", 64, "exchange.act_unknown"),
    (("declare", "feed", "unopened"), "duty-officer", 64, "exchange.act_unknown"),
    (("declare", "feed", "eaten"), "duty-officer", 2, "is not one of"),
    (("approve", "1"), "approver", 64, "exchange.proposal_unknown"),
    (("reject", "1", "--reason", "x"), "approver", 64, "exchange.proposal_unknown"),
    (("proposals", "1"), "approver", 64, "exchange.proposal_unknown"),
    (("show", "feed"), "approver", 64, "exchange.act_unknown"),
    (("approve", "one"), "approver", 2, "is not a valid integer"),
    (("approve",), "approver", 2, "Missing argument"),
    (("outbox",), "stranger", 77, "people.sign_in_failed"),
]


@pytest.mark.parametrize(("words", "by", "status", "code"), WRONG)
def test_wrong_words_are_refused_with_a_code(
    terminal: Terminal, words: tuple[str, ...], by: str, status: int, code: str
) -> None:
    said = terminal.run("act", *words, by=by)
    assert (said.status, said.out) == (status, "")
    assert code in said.err


def test_nobody_approves_their_own(terminal: Terminal) -> None:
    terminal.enrol("both", "duty-officer", "approver")
    number = terminal.run("request", "submit", drafted(terminal), "--json", by="both").value["proposal"]
    said = terminal.run("act", "approve", str(number), by="both")
    assert said.status == 77
    assert said.err.endswith("[people.own_proposal]\n")


def test_without_a_name_nobody_acts(terminal: Terminal) -> None:
    assert terminal.run("act", "outbox").status == 2
