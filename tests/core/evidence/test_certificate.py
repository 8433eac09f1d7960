# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.evidence.certificate`."""

from longbien.core.evidence.custody import Finding
from tests.core.evidence.bundles import CONDITIONS, OBJECT, small_case
from tests.core.evidence.certificates import certificate


def test_it_tells_who_did_what_in_order() -> None:
    steps = certificate().steps
    assert [(step.party, step.kind) for step in steps] == [
        ("VN", "request.stored-data"),
        ("AT", "answer.acknowledged"),
        ("AT", "custody.acquire"),
        ("AT", "custody.seal"),
        ("AT", "custody.announce"),
        ("AT", "evidence.announced"),
        ("VN", "evidence.accepted"),
        ("AT", "evidence.released"),
        ("VN", "custody.transfer-in"),
        ("VN", "custody.verify"),
        ("VN", "evidence.received"),
    ]
    assert steps[0].roles == ("point-1", "point-2")
    assert steps[-2].found is Finding.MATCH


def test_it_names_evidence_keys_and_conditions() -> None:
    found = certificate()
    (item,) = found.objects
    assert (item.object, item.sealed_by, item.written.matches) == (OBJECT, "AT", True)
    assert item.inner is not None
    assert item.inner.description.name == "auth.log"
    assert {party.party: party.fingerprint for party in found.parties} == dict(small_case().fingerprints)
    assert found.conditions == CONDITIONS


def test_it_says_when_content_does_not_match() -> None:
    assert not certificate(spoiled=True).objects[0].written.matches
    sealed = certificate(sealed=True).objects[0]
    assert (sealed.inner, sealed.written.sealed, sealed.written.matches) == (None, True, True)
