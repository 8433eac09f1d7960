# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 5: either State disputes that a request was received. A third party decides from exported proofs alone."""

import base64
import hashlib
import json
from pathlib import Path

import pytest

from longbien.core.base.errors import RefusedError
from longbien.core.log.leaf import LeafClass, parse_leaf
from longbien.core.log.proof import Receipt, verify_receipt
from longbien.core.parties.chain import read_entry
from tests.scenarios.crossing import Crossing, refused

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow]


def leaves(folder: Path) -> list[bytes]:
    """Read the entry bundles of an exported log (c2sp.org/tlog-tiles): what a third party can do with no software of ours."""
    found = []
    bundles = sorted(path for path in (folder / "tile" / "entries").rglob("*") if path.is_file())
    for bundle in bundles:
        data, place = bundle.read_bytes(), 0
        while place < len(data):
            length = int.from_bytes(data[place : place + 2], "big")
            found.append(data[place + 2 : place + 2 + length])
            place += 2 + length
    return found


def named(entries: list[bytes], act: str) -> list[str]:
    """Give the classes of the leaves that name an act."""
    parsed = (parse_leaf(entry) for entry in entries)
    return [leaf.leaf_class.value for leaf in parsed if leaf.fields.get("act") == act]


def exported(case: Crossing, act: str) -> Receipt:
    """Export the partner's receipt for an act, as it goes to a third party."""
    file = case.folder / "receipt.json"
    case.asking.node.run("act", "show", act, "--receipt", str(file), by="duty")
    value = json.loads(file.read_text())
    return Receipt(leaf=base64.b64decode(value["leaf"]), proof=value["proof"].encode())


def test_a_third_party_decides_from_exported_proofs(case: Crossing) -> None:
    request_id = case.ask("preservation", "RECEIVED-1")
    (act,) = case.receipted(case.asking, request_id)["thread"]

    # VN exports the receipt, AT's entry is public: nothing else is needed to decide.
    receipt = exported(case, act["digest"])
    entry = read_entry(case.asked.node.beside("entry.json").read_bytes()).entry
    checkpoint = verify_receipt(receipt, entry.log_keys()).checkpoint
    leaf = parse_leaf(receipt.leaf)
    assert leaf.leaf_class is LeafClass.ACT_RECEIVED
    assert {**leaf.fields} == {"act": act["digest"], "sender": "VN", "outcome": "stored", "code": ""}
    assert checkpoint.origin == entry.log_origin
    changed = Receipt(leaf=receipt.leaf.replace(b'"stored"', b'"stolen"'), proof=receipt.proof)
    with pytest.raises(RefusedError, match=r"log\.inclusion_invalid"):
        verify_receipt(changed, entry.log_keys())

    # Both nodes show the entry: AT that it received, VN that it made the act and holds the receipt.
    (there,) = case.asked.page(request_id)["thread"]
    assert (there["digest"], there["carriage"]) == (act["digest"], "received")
    for desk, expected in ((case.asked, ["act-received"]), (case.asking, ["act-made", "receipt-held"])):
        assert desk.node.run("log", "audit", by="duty").status == 0
        folder = case.folder / f"log-{desk.node.party}"
        desk.node.run("log", "export", str(folder), by="duty")
        entries = leaves(folder)
        assert named(entries, act["digest"]) == expected
        # What never arrived is absent from the whole log, and no receipt for it exists.
        never = hashlib.sha256(b"never said").hexdigest()
        assert named(entries, never) == []
        refused(desk, "act", "show", never)
