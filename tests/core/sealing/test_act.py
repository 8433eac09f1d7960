# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Acts: the signed JSON, field by field."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.canonical import encode
from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.base.ids import ActId, Digest, KeyId, PartyId, RequestId
from longbien.core.sealing.act import (
    Act,
    ActDraft,
    Approval,
    new_act_id,
    new_nonce,
    parse_act,
    read_signed_act,
    sign_act,
)
from longbien.core.sealing.dsse import ACT_TYPE, verify_envelope
from tests.authority import NOW, authority, chance
from tests.core.sealing.forgery import payload_of

VN, AT = authority("VN"), authority("AT")
DRAFT = VN.draft(AT)
SIGNED = sign_act(DRAFT, VN.signer)
PAYLOAD = payload_of(SIGNED.envelope)


class SignsNothing:
    """A signer whose signatures are zeros: for tests of everything but signatures."""

    key_ids = VN.signer.key_ids

    def sign(self, message: bytes) -> tuple[bytes, bytes]:
        return bytes(64), bytes(3309)


def refused(**changes: Any) -> LongBienError:
    """Give the error for the payload with some fields changed; None takes the field out."""
    changed = {name: value for name, value in (PAYLOAD | changes).items() if value is not None}
    with pytest.raises(MalformedError) as caught:
        parse_act(encode(changed))
    return caught.value


def test_the_signed_json_is_the_one_of_the_page() -> None:
    assert {
        "type": "longbien/act/v1",
        "suite": "LB-ACT-1",
        "id": DRAFT.id,
        "kind": "request.preservation",
        "sender": "VN",
        "recipient": "AT",
        "exercise": True,
        "thread": DRAFT.id,
        "refers_to": "",
        "sign_keys": list(VN.signer.key_ids),
        "seal_key": AT.seal.key_id,
        "time": "2026-03-01T03:00:00.000Z",
        "nonce": DRAFT.nonce.hex(),
        "approved_by": [
            {"role_id": "point-1", "at": "2026-03-01T03:00:00.000Z"},
            {"role_id": "point-2", "at": "2026-03-01T03:00:00.000Z"},
        ],
        "body": {"form": "preservation", "form_version": 1},
    } == PAYLOAD


def test_what_is_signed_is_read() -> None:
    envelope, act = read_signed_act(SIGNED.envelope)
    assert act == SIGNED.act == parse_act(envelope.payload)
    found = verify_envelope(SIGNED.envelope, ACT_TYPE, VN.public)
    assert (found.payload, found.digest) == (envelope.payload, SIGNED.digest)


def test_ids_and_nonces_are_drawn_from_chance() -> None:
    assert new_act_id(chance("a")) == chance("a")(16).hex()
    assert new_nonce(chance("a")) == chance("a")(16)


def test_a_statement_is_addressed_to_its_sender_and_sealed_to_nobody() -> None:
    act = sign_act(VN.draft(VN), SignsNothing()).act
    assert act.is_statement
    assert not SIGNED.act.is_statement
    assert refused(recipient="VN").code == "sealing.act_malformed"
    assert refused(seal_key="").code == "sealing.act_malformed"


ids = st.binary(min_size=16, max_size=16).map(bytes.hex)
moments = st.datetimes(
    min_value=datetime(1971, 1, 1),  # noqa: DTZ001 - the strategy adds the zone
    max_value=datetime(2199, 1, 1),  # noqa: DTZ001 - the same
    timezones=st.just(UTC),
)
parties = st.from_regex(r"\A(?:[A-Z]{2}|X-[A-Z0-9]{2,16})\Z")
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
bodies = st.dictionaries(
    texts,
    st.recursive(
        st.none() | st.booleans() | st.integers(-1000, 1000) | texts, lambda one: st.lists(one, max_size=3)
    ),
    max_size=4,
)


@given(
    st.builds(
        ActDraft,
        id=ids.map(ActId),
        kind=st.from_regex(r"\A[a-z][a-z0-9.-]{0,63}\Z"),
        sender=parties.map(PartyId),
        recipient=parties.map(PartyId),
        exercise=st.booleans(),
        thread=ids.map(RequestId),
        refers_to=st.none() | st.binary(min_size=32, max_size=32).map(bytes.hex).map(Digest),
        seal_key=ids.map(KeyId),
        time=moments,
        nonce=st.binary(min_size=16, max_size=16),
        approved_by=st.lists(
            st.builds(Approval, role_id=st.from_regex(r"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\Z"), at=moments),
            max_size=3,
        ),
        body=bodies,
    )
)
def test_any_draft_is_read_as_it_was_written(draft: ActDraft) -> None:
    if draft.sender == draft.recipient:
        draft = replace(draft, seal_key=None)

    def cut(moment: datetime) -> datetime:
        return moment.replace(microsecond=moment.microsecond // 1000 * 1000)

    assert sign_act(draft, SignsNothing()).act == Act(
        id=draft.id,
        suite="LB-ACT-1",
        kind=draft.kind,
        sender=draft.sender,
        recipient=draft.recipient,
        exercise=draft.exercise,
        thread=draft.thread,
        refers_to=draft.refers_to,
        sign_keys=VN.signer.key_ids,
        seal_key=draft.seal_key,
        time=cut(draft.time),
        nonce=draft.nonce,
        approved_by=tuple(Approval(role_id=one.role_id, at=cut(one.at)) for one in draft.approved_by),
        body=dict(draft.body),  # type: ignore[arg-type]
    )


def test_times_of_another_zone_are_signed_in_utc() -> None:
    hanoi = NOW.astimezone(timezone(timedelta(hours=7)))
    signed = sign_act(replace(DRAFT, time=hanoi), SignsNothing())
    assert signed.act.time == NOW
    assert payload_of(signed.envelope)["time"] == "2026-03-01T03:00:00.000Z"


@pytest.mark.parametrize("name", sorted(PAYLOAD))
def test_each_field_is_needed(name: str) -> None:
    error = refused(**{name: None})
    assert error.code == "sealing.act_malformed"
    assert f"field={name}" in str(error.params["reason"])


@pytest.mark.parametrize("name", sorted(PAYLOAD))
@pytest.mark.parametrize("value", [0, 1.5, "?", [], {"x": {}}, [[]], True])
def test_each_field_has_a_type_and_a_form(name: str, value: Any) -> None:
    if (name, value) in (("exercise", True), ("approved_by", []), ("body", {"x": {}})):
        return
    code = "sealing.suite_unknown" if (name, value) == ("suite", "?") else "sealing.act_malformed"
    assert refused(**{name: value}).code == code


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("type", "longbien/act/v2"),
        ("type", "longbien/manifest/v1"),
        ("id", "0" * 31),
        ("id", "A" * 32),
        ("kind", "Request"),
        ("kind", "a" * 65),
        ("sender", "vn"),
        ("recipient", "X-a"),
        ("refers_to", "0" * 63),
        ("sign_keys", ["0" * 32]),
        ("sign_keys", ["0" * 32] * 3),
        ("sign_keys", ["0" * 32, "x"]),
        ("seal_key", "0" * 33),
        ("time", "2026-03-01T03:00:00Z"),  # the second spelling of a moment
        ("time", "2026-03-01T03:00:00.000+00:00"),
        ("time", "2026-02-30T03:00:00.000Z"),
        ("nonce", "0" * 30),
        ("nonce", "0" * 34),
        ("approved_by", [{"role_id": "", "at": "2026-03-01T03:00:00.000Z"}]),
        ("approved_by", [{"role_id": "Nguyễn", "at": "2026-03-01T03:00:00.000Z"}]),
        ("approved_by", [{"role_id": "a b", "at": "2026-03-01T03:00:00.000Z"}]),
        ("approved_by", [{"role_id": "a" * 65, "at": "2026-03-01T03:00:00.000Z"}]),
        ("approved_by", [{"role_id": "a", "at": "2026-03-01T03:00:00Z"}]),
        ("approved_by", [{"role_id": "a", "at": "2026-03-01T03:00:00.000Z", "name": "n"}]),
        ("approved_by", [{"role_id": "a", "at": "2026-03-01T03:00:00.000Z"}] * 17),
        ("more", 1),
    ],
)
def test_values_that_are_not_allowed(name: str, value: Any) -> None:
    assert refused(**{name: value}).code == "sealing.act_malformed"


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[]", b"null", encode(PAYLOAD) + b" ", json.dumps(PAYLOAD).encode(), b"[" * 1000, b"\xff"],
)
def test_only_canonical_bytes_are_read(data: bytes) -> None:
    with pytest.raises(MalformedError) as caught:
        parse_act(data)
    assert caught.value.code == "sealing.act_malformed"


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "Upper"},
        {"nonce": b"short"},
        {"sender": PartyId("vn")},
        {"seal_key": None},
        {"approved_by": (Approval(role_id="", at=NOW),)},
        {"body": ["not an object"]},
    ],
)
def test_nothing_is_signed_that_nobody_would_read(changes: dict[str, Any]) -> None:
    with pytest.raises(MalformedError) as caught:
        sign_act(replace(DRAFT, **changes), VN.signer)
    assert caught.value.code == "sealing.act_malformed"


def test_an_act_that_fits_no_frame_is_not_signed() -> None:
    with pytest.raises(MalformedError) as caught:
        sign_act(replace(DRAFT, body={"text": "a" * 800_000}), SignsNothing())
    assert caught.value.code == "sealing.too_large"
    with pytest.raises(MalformedError) as caught:
        sign_act(replace(DRAFT, body={"text": "a" * 2_000_000}), SignsNothing())
    assert caught.value.code == "sealing.act_malformed"


@given(st.binary(max_size=100))
def test_any_bytes_end_in_our_error(data: bytes) -> None:
    with pytest.raises(MalformedError):
        parse_act(data)
