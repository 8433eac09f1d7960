# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 5: a State disputes that a request was received. Exported receipts alone decide, for whoever looks."""

import base64
import json
from pathlib import Path

import pytest

from longbien.core.base.errors import LongBienError
from longbien.core.log.leaf import parse_leaf
from longbien.core.log.proof import Receipt, verify_receipt
from longbien.core.parties.chain import read_entry
from longbien.core.parties.entry import Entry
from tools.crossing import Case, Desk

pytestmark = [pytest.mark.two_nodes, pytest.mark.network]


def receipt_of(desk: Desk, act: str, file: Path) -> Receipt:
    """Export the partner's receipt for an act from a node."""
    desk.node.run("act", "show", act, "--receipt", str(file), by="duty")
    found = json.loads(file.read_text())
    return Receipt(leaf=base64.b64decode(found["leaf"]), proof=found["proof"].encode())


def entry_of(desk: Desk) -> Entry:
    """Read a State's entry, as it hands it to anybody who asks; its fingerprint is told on another line."""
    read = read_entry(desk.node.beside("entry.json").read_bytes())
    assert read.fingerprint == desk.node.fingerprint.replace(" ", "").replace("-", "").lower()
    return read.entry


def test_exported_receipts_decide_whether_acts_arrived(case: Case, tmp_path: Path) -> None:
    request_id = case.ask("preservation", "DISPUTE-1")
    case.acknowledge(request_id)
    case.until(
        lambda: all(
            act["receipt"] for act in case.asked.page(request_id)["thread"] if act["direction"] == "made"
        )
    )
    asked, answered = (act["digest"] for act in case.asking.page(request_id)["thread"])

    # VN shows AT's receipt for the request; AT shows VN's for its answer. The third party has nothing but files.
    for desk, other, act in ((case.asking, case.asked, asked), (case.asked, case.asking, answered)):
        receipt = receipt_of(desk, act, tmp_path / f"{desk.node.party}.json")
        checkpoint = verify_receipt(receipt, entry_of(other).log_keys())
        leaf = parse_leaf(receipt.leaf)
        assert checkpoint.checkpoint.origin == entry_of(other).log_origin
        assert leaf.fields["act"] == act
        assert leaf.fields["sender"] == desk.node.party
        assert leaf.fields["outcome"] == "stored"
        # It is the log of the receiver that speaks: nobody else's keys will do, and no leaf can be put in its place.
        with pytest.raises(LongBienError):
            verify_receipt(receipt, entry_of(desk).log_keys())
        changed = receipt.leaf[:-1] + bytes([receipt.leaf[-1] ^ 1])
        with pytest.raises(LongBienError):
            verify_receipt(Receipt(leaf=changed, proof=receipt.proof), entry_of(other).log_keys())

    # Both nodes show the same leaf: the sender with its receipt, the receiver in its log.
    (held,) = [act for act in case.asked.page(request_id)["thread"] if act["digest"] == asked]
    sent = case.asking.page(request_id)["thread"][0]["receipt"]
    shown = case.asked.json("act", "show", asked)
    assert (shown["leaf_index"], shown["recorded_at"]) == (sent["leaf_index"], sent["at"])
    assert held["carriage"] == "received"


def test_an_act_that_never_arrived_has_no_receipt_on_either_side(case: Case, tmp_path: Path) -> None:
    case.asked.node.stop()
    try:
        request_id = case.ask("preservation", "DISPUTE-2")
        (act,) = case.asking.page(request_id)["thread"]
        assert act["receipt"] is None
        file = tmp_path / "none.json"
        case.asking.node.run("act", "show", act["digest"], "--receipt", str(file), by="duty")
        assert not file.exists()
        said = case.asked.node.run("act", "show", act["digest"], by="duty", expect=None)
        assert (said.status != 0, "exchange.act_unknown" in said.err) == (True, True)
    finally:
        case.asked.node.start()
        case.asked.node.wait_ready()
    case.acknowledge(request_id)
