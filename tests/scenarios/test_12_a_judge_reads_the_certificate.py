# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 12: a judge reads the certificate. One page, plain words, the court's language, who did what, matches or does not match."""

import json
import re
from pathlib import Path

import pytest

from longbien.bridge.papers import certificate_values
from longbien.core.evidence.certificate import Certificate
from tests.core.evidence.certificates import certificate
from tests.scenarios.crossing import Crossing

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow]

CONTENT = b"Nov 19 21:14:07 host sshd[4242]: Failed password for root from 8.8.8.8 port 51515\n" * 1000
TECHNICAL = re.compile(
    r"\b(?:hash|merkle|tlog|nonce|DSSE|HPKE|ML-DSA|Ed25519|JSON|envelope)\b", re.IGNORECASE
)
"""Words that a reader without technical knowledge cannot be asked to know; SHA-256 stands once, as the name of a number to compare."""


def pages(pdf: bytes) -> int:
    """Count the pages of a PDF by its page tree."""
    return max(int(count) for count in re.findall(rb"/Count ([0-9]+)", pdf))


def words(found: Certificate, language: str) -> str:
    """Give everything that the page says."""
    return json.dumps(certificate_values(found, language), ensure_ascii=False)


def test_a_judge_reads_the_certificate(case: Crossing) -> None:
    request_id, object_id = case.announced("JUDGE-1", CONTENT)
    case.accept(request_id, object_id)
    assert case.opened(object_id, "opened") == CONTENT
    made: dict[str, bytes] = {}
    for language in ("en", "vi", "ar"):
        bag = case.folder / f"court-{language}"
        case.asking.json("evidence", "export", request_id, "--bundle", str(bag), "--language", language)
        made[language] = (bag / "data" / "certificate.pdf").read_bytes()

    # One page in the court's language, tagged for screen readers (PDF/UA), kept by archives (PDF/A), printable.
    for language, pdf in made.items():
        assert pages(pdf) == 1
        assert f"/Lang({language})".encode() in pdf
        for mark in (b"<pdfuaid:part>1</pdfuaid:part>", b"<pdfaid:part>3</pdfaid:part>", b"/StructTreeRoot"):
            assert mark in pdf
    assert len(set(made.values())) == len(made)

    # Plain words: what matches, who did what and when, how to check, what is not proven, where the detail is.
    good, bad = words(certificate(), "en"), words(certificate(spoiled=True), "en")
    assert "The evidence matches what was sealed" in good
    assert "does NOT match" in bad
    for said in (
        "Who did what",
        "sealed the evidence",
        "What is NOT proven",
        "How the court checks this",
        "verify.py",
    ):
        assert said in good
    assert TECHNICAL.findall(good) == []
    assert Path(case.folder / "court-en" / "data" / "verify.py").exists()
