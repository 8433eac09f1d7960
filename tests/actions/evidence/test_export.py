# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Court bundles of a whole case, made by either side, checked by the verifier that knows neither node."""

import subprocess
import sys
from pathlib import Path

import pytest

from longbien.actions.evidence.export_bundle import Exported, export_bundle, export_trust
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import ObjectId, PartyId, RequestId
from longbien.core.sealing.age_file import decrypt_file
from longbien.core.sealing.age_recipients import HybridIdentity, parse_hybrid_recipient
from longbien.core.sealing.suites import Algorithm, KeyUse
from tests.actions.steps import LOG, accepted, opened, transferred
from tests.authority import authority
from tests.core.evidence.bundles import MemorySink, check, put
from tests.pair import Pair, Side


def export(side: Side, request_id: RequestId, *, plain: bool) -> tuple[Exported, MemorySink]:
    sink = MemorySink()
    with side:
        found = export_bundle(
            node=side.node,
            actor=side.officers["custodian"],
            request_id=request_id,
            sink=sink,
            plain=plain,
            purpose="trial",
        )
    return found, sink


def trust(side: Side, folder: Path) -> str:
    with side:
        data = export_trust(
            node=side.node,
            actor=side.officers["custodian"],
            parties=[PartyId("AT"), PartyId("VN")],
        )
    file = folder / "trust.json"
    file.write_bytes(data)
    return str(file)


@pytest.mark.parametrize("plain", [True, False])
def test_the_requesting_side_proves_its_case_to_a_court(pair: Pair, tmp_path: Path, plain: bool) -> None:
    request_id, object_id, content = opened(pair)
    assert content == LOG
    found, sink = export(pair.vn, request_id, plain=plain)
    assert [(one.object, one.sealed, one.matches) for one in found.exhibits] == [(object_id, not plain, True)]
    bag = put(sink.files, tmp_path / "bag")
    status, text = check(bag, trust=(trust(pair.vn, tmp_path),))
    assert status == 0, text
    assert "content MATCHES what AT sealed" in text
    status, text = check(bag)
    assert status == 3, text


def test_the_requested_side_proves_what_it_gave(pair: Pair, tmp_path: Path) -> None:
    request_id, _, _ = opened(pair)
    _, sink = export(pair.at, request_id, plain=True)
    status, text = check(put(sink.files, tmp_path / "bag"), trust=(trust(pair.at, tmp_path),))
    assert status == 0, text


def test_sealed_evidence_without_a_key_can_be_shown_too(pair: Pair, tmp_path: Path) -> None:
    request_id, object_id = accepted(pair)
    transferred(pair)
    found, sink = export(pair.vn, request_id, plain=True)
    assert [(one.sealed, one.matches) for one in found.exhibits] == [(True, True)]
    status, text = check(put(sink.files, tmp_path / "bag"), trust=(trust(pair.vn, tmp_path),))
    assert status == 0, text
    assert sink.files[f"data/evidence/{object_id}/content.age"][:1] != b"a"


def test_one_changed_byte_is_named(pair: Pair, tmp_path: Path) -> None:
    request_id, object_id, _ = opened(pair)
    _, sink = export(pair.vn, request_id, plain=True)
    bag = put(sink.files, tmp_path / "bag")
    file = bag / "data" / "evidence" / object_id / "content"
    data = bytearray(file.read_bytes())
    data[2 * 1024 * 1024 + 5] ^= 1
    file.write_bytes(data)
    status, text = check(bag)
    assert status == 1
    assert f"data/evidence/{object_id}/content" in text
    assert "segment 2" in text or "MiB 2" in text or "third" in text, text


def test_the_verifier_in_the_bag_runs_by_itself(pair: Pair, tmp_path: Path) -> None:
    request_id, _, _ = opened(pair, data=b"one line of a log\n")
    _, sink = export(pair.vn, request_id, plain=True)
    bag = put(sink.files, tmp_path / "bag")
    done = subprocess.run(
        [
            sys.executable,
            "-I",
            str(bag / "data" / "verify.py"),
            str(bag),
            "--trust",
            trust(pair.vn, tmp_path),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_only_whole_objects_of_the_request_are_exported(pair: Pair) -> None:
    request_id, object_id = accepted(pair)
    with pair.vn as vn:

        def named(objects: list[ObjectId]) -> None:
            export_bundle(
                node=vn.node,
                actor=vn.officers["custodian"],
                request_id=request_id,
                sink=MemorySink(),
                plain=True,
                objects=objects,
            )

        with pytest.raises(RefusedError, match=r"evidence\.segments_missing"):
            named([object_id])
        with pytest.raises(RefusedError, match=r"evidence\.object_unknown"):
            named([ObjectId("ab" * 16)])
        with pytest.raises(RefusedError, match=r"people\.not_permitted"):
            export_bundle(
                node=vn.node,
                actor=vn.officers["auditor"],
                request_id=request_id,
                sink=MemorySink(),
                plain=True,
            )


def test_a_court_opens_what_was_sealed_to_its_own_key(pair: Pair, tmp_path: Path) -> None:
    request_id, object_id, content = opened(pair, data=b"one line of a log\n")
    court = HybridIdentity(pair=authority("FR").pairs[KeyUse.EVIDENCE, Algorithm.MLKEM768_X25519])
    sink = MemorySink()
    with pair.vn as vn:
        export_bundle(
            node=vn.node,
            actor=vn.officers["custodian"],
            request_id=request_id,
            sink=sink,
            plain=True,
            recipient=parse_hybrid_recipient(court.recipient().text()),
        )
    sealed = sink.files[f"data/evidence/{object_id}/content.age"]
    assert decrypt_file(sealed, [court], max_bytes=len(sealed)) == content
    status, text = check(put(sink.files, tmp_path / "bag"), trust=(trust(pair.vn, tmp_path),))
    assert status == 0, text
    assert "it is none that was released in this thread" in text
