# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.evidence.bundle`: a valid bag, the same bytes each time, that the verifier accepts."""

import io
from dataclasses import replace
from pathlib import Path

import bagit
import pytest

from longbien.core.base.errors import RefusedError
from longbien.core.evidence.bundle import BundleWriter, WrittenExhibit, bundle_policy, trust_file
from longbien.core.evidence.verifier.directory import read_trust_file
from longbien.core.log.policy import parse_policy
from tests.authority import NOW
from tests.core.evidence.bundles import (
    CONTENT,
    OBJECT,
    VN,
    Case,
    MemorySink,
    anchors,
    case,
    check,
    put,
    small_case,
)
from tests.entries import first_envelope


def write_exhibit(found: Case, *, sealed: bool, content: bytes | None = None) -> WrittenExhibit:
    """Write only the evidence, perhaps with other content."""
    writer = BundleWriter(MemorySink(), made_by=VN.party, made_at=NOW, thread=found.thread, exercise=True)
    exhibit = found.exhibit(sealed=sealed)
    if content is not None:
        exhibit = replace(exhibit, content=io.BytesIO(content))
    return writer.exhibit(exhibit)


@pytest.mark.parametrize("sealed", [False, True])
def test_a_bundle_is_proven(tmp_path: Path, sealed: bool) -> None:
    found = case()
    status, text = check(put(found.files(sealed=sealed), tmp_path), *anchors(found))
    assert status == 0, text
    assert "content MATCHES what AT sealed" in text
    assert "EXERCISE - NOT A REAL CASE" in text


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_any_bagit_tool_accepts_the_bag(tmp_path: Path, sealed: bool) -> None:
    bag = bagit.Bag(str(put(small_case().files(sealed=sealed), tmp_path)))
    assert bag.validate()
    assert bag.info["External-Description"] == "EXERCISE - NOT A REAL CASE"


def test_the_same_parts_give_the_same_bytes_in_whatever_order_they_come() -> None:
    found = small_case()
    turned = replace(found, acts=found.acts[::-1], proofs=found.proofs[::-1])
    assert found.files() == turned.files()


def test_the_header_stands_before_the_payload_so_that_age_opens_it() -> None:
    found = small_case()
    assert found.files(sealed=True)[f"data/evidence/{OBJECT}/content.age"] == found.header + found.payload
    unreleased = found.exhibit(sealed=True)
    sink = MemorySink()
    BundleWriter(sink, made_by=VN.party, made_at=NOW, thread=found.thread, exercise=True).exhibit(
        replace(unreleased, header=b"")
    )
    assert sink.files[f"data/evidence/{OBJECT}/content.age"] == found.payload


def test_content_is_compared_while_it_is_written() -> None:
    found = small_case()
    assert write_exhibit(found, sealed=False).matches
    assert write_exhibit(found, sealed=True).matches
    assert not write_exhibit(found, sealed=False, content=CONTENT[:4999]).matches
    assert not write_exhibit(found, sealed=True, content=found.payload[:-1]).matches


def test_readers_that_give_little_at_a_time_change_nothing() -> None:
    class Slow(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return super().read(min(size or 0, 70_001))

    found = case()
    sink = MemorySink()
    writer = BundleWriter(sink, made_by=VN.party, made_at=NOW, thread=found.thread, exercise=True)
    written = writer.exhibit(replace(found.exhibit(sealed=True), content=Slow(found.payload)))
    assert written.matches
    assert sink.files == {path: data for path, data in found.files(sealed=True).items() if path in sink.files}


def test_nothing_is_written_twice() -> None:
    found = small_case()
    writer = BundleWriter(MemorySink(), made_by=VN.party, made_at=NOW, thread=found.thread, exercise=True)
    writer.exhibit(found.exhibit(sealed=False))
    with pytest.raises(RefusedError, match=r"evidence\.bundle_twice"):
        writer.exhibit(found.exhibit(sealed=False))


def test_the_policy_is_one_that_the_log_room_reads() -> None:
    policy = parse_policy(small_case().policy)
    assert set(policy.logs) == {"vn.example/log", "at.example/log"}
    assert len(policy.witnesses) == 4
    assert policy.is_met(lambda name: name.startswith("AT"))
    assert not policy.is_met(lambda name: name == "AT.1.1")
    assert parse_policy(bundle_policy([])).quorum == ""


def test_a_trust_file_is_read_back() -> None:
    entries = read_trust_file(trust_file([first_envelope(VN)]))
    assert [(entry.party, entry.number, entry.fingerprint) for entry in entries] == [
        ("VN", 1, small_case().fingerprints["VN"])
    ]
