# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Acts: what one authority says to another, as a value and as the JSON that is signed (docs/protocol/acts.md, section 3)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from longbien.core.base.canonical import Json, JsonInput, decode, encode
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import (
    ActId,
    Digest,
    KeyId,
    PartyId,
    RequestId,
    parse_act_id,
    parse_digest,
    parse_key_id,
    parse_party_id,
    parse_request_id,
)
from longbien.core.base.moments import print_moment
from longbien.core.sealing.dsse import (
    ACT_TYPE,
    MAX_ENVELOPE,
    ActSigner,
    Envelope,
    envelope_digest,
    parse_envelope,
    sign_document,
)
from longbien.core.sealing.keys import Randomness
from longbien.core.sealing.suites import ACT_SUITE, act_suite

_TYPE: Final = "longbien/act/v1"
_NONCE: Final = 16
_KIND: Final = re.compile(r"[a-z][a-z0-9.-]{0,63}")
_ROLE_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_MAX_APPROVALS: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """An officer's approval: by role id, never by name."""

    role_id: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ActDraft:
    """An act before it is signed. A statement (not sent) has `recipient` = `sender` and no `seal_key`."""

    id: ActId
    kind: str
    sender: PartyId
    recipient: PartyId
    exercise: bool
    thread: RequestId
    refers_to: Digest | None = None
    seal_key: KeyId | None
    time: datetime
    nonce: bytes = field(repr=False)
    approved_by: Sequence[Approval] = ()
    body: Mapping[str, JsonInput]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An act as it was signed; times are UTC, cut to milliseconds. `body` is JSON that the act's kind explains."""

    id: ActId
    suite: str
    kind: str
    sender: PartyId
    recipient: PartyId
    exercise: bool
    thread: RequestId
    refers_to: Digest | None
    sign_keys: tuple[KeyId, KeyId]
    seal_key: KeyId | None
    time: datetime
    nonce: bytes = field(repr=False)
    approved_by: tuple[Approval, ...]
    body: dict[str, Json]

    @property
    def is_statement(self) -> bool:
        """Whether the act is a statement about its sender that is never framed."""
        return self.seal_key is None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedAct:
    """An act with its envelope; `digest` (SHA-256 of the envelope) is its name in logs, receipts and threads."""

    act: Act
    envelope: bytes = field(repr=False)
    digest: Digest


def new_act_id(randomness: Randomness) -> ActId:
    """Draw a new act id."""
    return ActId(randomness(16).hex())


def new_nonce(randomness: Randomness) -> bytes:
    """Draw the nonce that makes an act's digest a commitment."""
    return randomness(_NONCE)


def sign_act(draft: ActDraft, signer: ActSigner) -> SignedAct:
    """Sign an act with both keys. What the reader would refuse is refused here: MalformedError."""
    payload = encode(_to_json(draft, signer.key_ids))
    act = parse_act(payload)
    envelope = sign_document(ACT_TYPE, payload, signer)
    return SignedAct(act=act, envelope=envelope, digest=envelope_digest(envelope))


def read_signed_act(data: bytes) -> tuple[Envelope, Act]:
    """Read an act's envelope and payload. NOTHING is verified: use `arrival` or `dsse.check_signatures` for that."""
    envelope = parse_envelope(data, ACT_TYPE)
    return envelope, parse_act(envelope.payload)


def parse_act(payload: bytes) -> Act:
    """Read the signed JSON; MalformedError `sealing.suite_unknown` or `sealing.act_malformed` (its cause names the field)."""
    try:
        fields = Fields(decode(payload, max_bytes=MAX_ENVELOPE))
        fields.choice("type", (_TYPE,))
        suite = fields.text("suite", max_length=40)
        act_suite(suite)
        act = _from_fields(fields, suite)
        fields.done()
    except MalformedError as error:
        if error.code == "sealing.suite_unknown":
            raise
        raise MalformedError("sealing.act_malformed", reason=str(error)) from error
    return act


def _from_fields(fields: Fields, suite: str) -> Act:
    first, second = _key_ids(fields)
    act = Act(
        id=fields.parsed("id", parse_act_id),
        suite=suite,
        kind=fields.text("kind", pattern=_KIND),
        sender=fields.parsed("sender", parse_party_id),
        recipient=fields.parsed("recipient", parse_party_id),
        exercise=fields.boolean("exercise"),
        thread=fields.parsed("thread", parse_request_id),
        refers_to=fields.parsed("refers_to", lambda text: parse_digest(text) if text else None),
        sign_keys=(first, second),
        seal_key=fields.parsed("seal_key", lambda text: parse_key_id(text) if text else None),
        time=fields.moment("time"),
        nonce=fields.hex("nonce", length=_NONCE),
        approved_by=fields.objects("approved_by", _approval, max_items=_MAX_APPROVALS),
        body=_body(fields),
    )
    _check_moment(fields, "time", act.time)
    if act.is_statement != (act.sender == act.recipient):
        raise MalformedError("base.field_value", field="seal_key", where=fields.where)
    return act


def _key_ids(fields: Fields) -> tuple[KeyId, ...]:
    count = len(ACT_SUITE.signing)

    def one(value: Json, where: str) -> KeyId:
        if not isinstance(value, str):
            raise MalformedError("base.field_type", field="sign_keys", where=where, expected="text")
        return parse_key_id(value)

    return fields.list_of("sign_keys", one, min_items=count, max_items=count)


def _approval(fields: Fields) -> Approval:
    approval = Approval(role_id=fields.text("role_id", pattern=_ROLE_ID), at=fields.moment("at"))
    _check_moment(fields, "at", approval.at)
    return approval


def _check_moment(fields: Fields, name: str, moment: datetime) -> None:
    """Refuse the second spelling of a moment (without milliseconds): one value, one byte string."""
    if fields.value(name) != print_moment(moment):
        raise MalformedError("base.field_value", field=name, where=fields.where)


def _body(fields: Fields) -> dict[str, Json]:
    body = fields.value("body")
    if not isinstance(body, dict):
        raise MalformedError("base.field_type", field="body", where=fields.where, expected="object")
    return body


def _to_json(draft: ActDraft, sign_keys: tuple[KeyId, KeyId]) -> dict[str, JsonInput]:
    return {
        "type": _TYPE,
        "suite": ACT_SUITE.id,
        "id": draft.id,
        "kind": draft.kind,
        "sender": draft.sender,
        "recipient": draft.recipient,
        "exercise": draft.exercise,
        "thread": draft.thread,
        "refers_to": draft.refers_to or "",
        "sign_keys": sign_keys,
        "seal_key": draft.seal_key or "",
        "time": print_moment(draft.time),
        "nonce": draft.nonce.hex(),
        "approved_by": [{"role_id": one.role_id, "at": print_moment(one.at)} for one in draft.approved_by],
        "body": draft.body,
    }
