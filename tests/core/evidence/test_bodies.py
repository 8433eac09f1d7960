# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bodies of evidence acts: what is written is read back, and nothing else is read."""

import random
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.canonical import Json, decode, encode
from longbien.core.base.errors import MalformedError
from longbien.core.base.ids import Digest, ObjectId, RequestId
from longbien.core.base.vocabulary import vocabulary
from longbien.core.evidence.bodies import (
    Accepted,
    Announced,
    Declined,
    Disposed,
    EvidenceBody,
    Recalled,
    Received,
    Released,
    UseCondition,
    conditions_digest,
    kind_of,
    object_of_body,
    read_evidence_body,
    write_evidence_body,
)
from longbien.core.log.proof import Receipt

OBJECT = ObjectId("0a" * 16)
DIGEST = Digest("0b" * 32)
CONDITIONS = (
    UseCondition(code="purpose-only"),
    UseCondition(code="destroy", text="at the end", until=datetime(2027, 1, 1, tzinfo=UTC)),
)
BODIES: tuple[EvidenceBody, ...] = (
    Announced(object_id=OBJECT, manifest=b"{}", conditions=CONDITIONS, request=RequestId("0c" * 16)),
    Accepted(object_id=OBJECT, conditions=DIGEST),
    Declined(object_id=OBJECT, reason="our law does not allow the second condition"),
    Released(
        object_id=OBJECT,
        header=b"age",
        acceptance=DIGEST,
        custody=(b"one", b"two"),
        proofs=(Receipt(leaf=b"leaf", proof=b"proof"),),
    ),
    Received(object_id=OBJECT, manifest=DIGEST, verdict="matches"),
    Recalled(object_id=OBJECT, reason="sent to the wrong State"),
    Disposed(object_id=OBJECT, disposal="destroyed", copies="None were made."),
)


def stored(body: EvidenceBody) -> Json:
    return decode(encode(write_evidence_body(body)), max_bytes=100_000)


@pytest.mark.parametrize("body", BODIES, ids=kind_of)
def test_what_is_written_is_read_back(body: EvidenceBody) -> None:
    assert read_evidence_body(kind_of(body), stored(body)) == body


@pytest.mark.parametrize("body", BODIES, ids=kind_of)
def test_every_body_names_its_object(body: EvidenceBody) -> None:
    found = stored(body)
    assert isinstance(found, dict)
    assert object_of_body(kind_of(body), found) == OBJECT
    assert object_of_body("answer.decided", found) == ""


@pytest.mark.parametrize("body", BODIES, ids=kind_of)
def test_every_field_is_needed_and_no_other_is_taken(body: EvidenceBody) -> None:
    found = stored(body)
    assert isinstance(found, dict)
    for name in found:
        with pytest.raises(MalformedError, match=r"base\.field_missing"):
            read_evidence_body(kind_of(body), {key: value for key, value in found.items() if key != name})
    with pytest.raises(MalformedError, match=r"base\.field_unknown"):
        read_evidence_body(kind_of(body), {**found, "more": 1})


def test_other_rooms_have_their_own_readers() -> None:
    assert read_evidence_body("answer.decided", {}) is None
    assert read_evidence_body("evidence.something-new", {}) is None


def test_a_moment_has_one_spelling() -> None:
    body = stored(BODIES[0])
    assert isinstance(body, dict)
    changed: dict[str, Json] = {
        **body,
        "conditions": [{"code": "destroy", "text": "", "until": "2027-01-01T00:00:00Z"}],
    }
    with pytest.raises(MalformedError, match=r"base\.field_value"):
        read_evidence_body("evidence.announced", changed)


@given(
    st.lists(
        st.builds(
            UseCondition,
            code=st.sampled_from(sorted(vocabulary("CONDITION").codes)),
            text=st.text(st.characters(codec="utf-8"), max_size=40),
            until=st.none() | st.just(datetime(2027, 1, 1, tzinfo=UTC)),
        ),
        max_size=5,
    )
)
def test_conditions_survive_and_their_digest_names_them(conditions: list[UseCondition]) -> None:
    body = Announced(
        object_id=OBJECT, manifest=b"m", conditions=tuple(conditions), request=RequestId("0c" * 16)
    )
    found = read_evidence_body("evidence.announced", stored(body))
    assert isinstance(found, Announced)
    assert conditions_digest(found.conditions) == conditions_digest(tuple(conditions))
    assert conditions_digest((*conditions, UseCondition(code="return"))) != conditions_digest(
        found.conditions
    )


@pytest.mark.fuzz
def test_any_json_is_read_or_refused_with_a_code(rounds: Iterator[random.Random]) -> None:
    for chance in rounds:
        body = chance.choice(BODIES)
        data = bytearray(encode(write_evidence_body(body)))
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(MalformedError):
            read_evidence_body(kind_of(body), decode(bytes(data), max_bytes=100_000))
