# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.bridge.papers`: one page whatever is on it, honest, marked, the same each time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from longbien.bridge.papers import _one_page, picture_certificate, render_certificate
from longbien.core.base.canonical import JsonInput
from longbien.core.base.ids import PartyId
from longbien.core.evidence.bodies import UseCondition
from longbien.core.evidence.certificate import Certificate
from longbien.sentences.paper import SENTENCES
from tests.core.evidence.certificates import certificate


def values(found: Certificate) -> dict[str, JsonInput]:
    """Give what the template prints."""
    return _one_page(found, "en")


def test_it_is_a_tagged_pdf_for_archives_and_always_the_same() -> None:
    made = render_certificate(certificate())
    assert made == render_certificate(certificate())
    assert made.startswith(b"%PDF-1.7")
    assert b"<pdfaid:part>3</pdfaid:part>" in made
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in made
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made


def test_an_exercise_is_marked_and_a_real_case_is_not() -> None:
    assert values(certificate())["exercise"] == "EXERCISE – NOT A REAL CASE"
    assert values(replace(certificate(), exercise=False))["exercise"] == ""


@pytest.mark.parametrize(
    ("sealed", "spoiled", "result", "verdict"),
    [
        (False, False, "The evidence matches what was sealed, byte for byte.", "MATCHES"),
        (False, True, "The evidence does NOT match what was sealed. Do not rely on it.", "DOES NOT MATCH"),
        (
            True,
            False,
            "The sealed evidence matches what was sealed, byte for byte. It was not opened.",
            "MATCHES",
        ),
        (True, True, "The evidence does NOT match what was sealed. Do not rely on it.", "DOES NOT MATCH"),
    ],
)
def test_it_says_plainly_whether_the_evidence_matches(
    sealed: bool, spoiled: bool, result: str, verdict: str
) -> None:
    found = values(certificate(sealed=sealed, spoiled=spoiled))
    assert (found["result"], found["good"]) == (result, not spoiled)
    assert isinstance(found["objects"], list)
    assert [item["verdict"] for item in found["objects"]] == [verdict]
    assert len(picture_certificate(certificate(sealed=sealed, spoiled=spoiled))) == 1


def test_no_evidence_is_said_too() -> None:
    found = replace(certificate(), objects=())
    assert values(found)["result"] == SENTENCES["paper.none"]
    assert len(picture_certificate(found)) == 1


@pytest.mark.parametrize("objects", [1, 2, 4, 30])
def test_it_stays_one_page(objects: int) -> None:
    """Long names, many steps, items and conditions: shortened and counted, never a second page."""
    one = certificate()
    steps = tuple(
        replace(step, at=step.at + timedelta(days=day), roles=("a-rather-long-role-name-1",) * 4)
        for day in range(9)
        for step in one.steps
    )
    parties = tuple(
        replace(
            one.parties[0], party=PartyId(party), names={"en": "A State with a very long official name " * 4}
        )
        for party in ("AT", "VN", "X-WITNESS1")
    )
    conditions = tuple(
        UseCondition(code=condition.code, text="explained at length " * 30) for condition in one.conditions
    )
    found = replace(
        one, objects=one.objects * objects, steps=steps, parties=parties, conditions=conditions * 5
    )
    assert len(picture_certificate(found)) == 1
    assert "more steps" in str(values(found)["more"])
    assert bool(values(found)["more_objects"]) == (objects > 4)


def test_values_are_never_markup() -> None:
    one = certificate()
    evil = {"en": '#panic("x") $x$ *b* `c` #import "@preview/x:1.0.0" \\ <a> @b'}
    found = replace(one, parties=tuple(replace(party, names=evil) for party in one.parties))
    assert len(picture_certificate(found)) == 1


def test_a_kind_without_words_is_shown_as_it_is() -> None:
    one = certificate()
    found = replace(one, steps=(replace(one.steps[0], kind="request.unheard-of"),))
    rows = values(found)["steps"]
    assert isinstance(rows, list)
    assert [row[2] for row in rows] == ["request.unheard-of"]
