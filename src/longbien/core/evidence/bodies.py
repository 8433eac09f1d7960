# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What acts about evidence say (docs/protocol/evidence.md, section 4): one value, one strict reader and one writer per kind."""

import base64
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Final, TypeAlias

from longbien.core.base.canonical import Json, encode
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import (
    Digest,
    ObjectId,
    RequestId,
    parse_digest,
    parse_object_id,
    parse_request_id,
)
from longbien.core.base.moments import parse_moment, print_moment
from longbien.core.base.vocabulary import vocabulary
from longbien.core.log.proof import Receipt, read_receipt
from longbien.core.sealing.dsse import MAX_ENVELOPE

ANNOUNCED: Final = "evidence.announced"
ACCEPTED: Final = "evidence.accepted"
DECLINED: Final = "evidence.declined"
RELEASED: Final = "evidence.released"
RECEIVED: Final = "evidence.received"
RECALLED: Final = "evidence.recalled"
DISPOSED: Final = "evidence.disposed"

RETURNED: Final = "returned"
DESTROYED: Final = "destroyed"
DISPOSALS: Final = (RETURNED, DESTROYED)
"""What becomes of evidence after its use."""

MAX_CONDITIONS: Final = 50
MAX_CUSTODY: Final = 16
"""How many custody records travel with a release: the last ones, which are enough to reach the act of sealing."""
MAX_HEADER: Final = 256 * 1024
_MAX_TEXT: Final = 4000
_VERDICTS: Final = ("matches", "differs")


@dataclass(frozen=True, slots=True, kw_only=True)
class UseCondition:
    """A condition of use: a code of the list CONDITION, its words, and until when it binds (for good if no moment is given)."""

    code: str
    text: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """`evidence.announced`: what is offered and under which conditions. `manifest` is the signed envelope.

    `object_id` repeats what the manifest says, so that a thread can be read without opening manifests.
    """

    object_id: ObjectId
    manifest: bytes = field(repr=False)
    conditions: tuple[UseCondition, ...]
    request: RequestId


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """`evidence.accepted`: the conditions, named by their digest, bind the recipient. Two officers say so (Art. 40(19))."""

    object_id: ObjectId
    conditions: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """`evidence.declined`: the conditions are not accepted; what travelled stays ciphertext."""

    object_id: ObjectId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """`evidence.released`: the age header for the recipient, in answer to one acceptance.

    With it come the sealer's custody records, and proofs that its log holds them and the sealing.
    """

    object_id: ObjectId
    header: bytes = field(repr=False)
    acceptance: Digest
    custody: tuple[bytes, ...] = field(repr=False, default=())
    proofs: tuple[Receipt, ...] = field(repr=False, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """`evidence.received`: opened and checked against the manifest; `verdict` is `matches` or `differs`."""

    object_id: ObjectId
    manifest: Digest
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """`evidence.recalled`: taken back. Before release nothing can be opened; after it, it only asks."""

    object_id: ObjectId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposed:
    """`evidence.disposed`: after use, returned or destroyed; `copies` says what became of copies made outside this software."""

    object_id: ObjectId
    disposal: str
    copies: str
    note: str = ""


EvidenceBody: TypeAlias = Announced | Accepted | Declined | Released | Received | Recalled | Disposed
"""Any body that this room reads."""


def conditions_digest(conditions: tuple[UseCondition, ...]) -> Digest:
    """Name conditions by the SHA-256 of their canonical JSON: what an acceptance repeats."""
    return Digest(hashlib.sha256(encode(print_conditions(conditions))).hexdigest())


def read_evidence_body(kind: str, body: Json) -> EvidenceBody | None:
    """Read the body of an act of `kind`; None for a kind of another room. MalformedError for a wrong shape."""
    read = _READERS.get(kind)
    if read is None:
        return None
    fields = Fields(body)
    found = read(fields)
    fields.done()
    return found


def object_of_body(kind: str, body: Mapping[str, Json]) -> str:
    """Give the object id that an evidence act speaks of, "" for any other kind or a body without one."""
    found = body.get("object") if kind in _READERS else ""
    return found if isinstance(found, str) else ""


def kind_of(body: EvidenceBody) -> str:
    """Give the act kind that carries a body."""
    return _KINDS[type(body)]


def write_evidence_body(body: EvidenceBody) -> dict[str, Json]:
    """Write a body for its act."""
    written: dict[str, Json] = {"object": body.object_id}
    match body:
        case Announced():
            written |= {
                "manifest": _base64(body.manifest),
                "conditions": print_conditions(body.conditions),
                "request": body.request,
            }
        case Accepted():
            written |= {"conditions": body.conditions}
        case Declined() | Recalled():
            written |= {"reason": body.reason}
        case Released():
            written |= {
                "header": _base64(body.header),
                "acceptance": body.acceptance,
                "custody": [_base64(record) for record in body.custody],
                "proofs": [_proof_json(proof) for proof in body.proofs],
            }
        case Received():
            written |= {"manifest": body.manifest, "verdict": body.verdict}
        case Disposed():
            written |= {"disposal": body.disposal, "copies": body.copies, "note": body.note}
    return written


def print_conditions(conditions: tuple[UseCondition, ...]) -> list[Json]:
    """Write conditions as an act and its digest have them."""
    return [
        {
            "code": one.code,
            "text": one.text,
            "until": print_moment(one.until) if one.until is not None else "",
        }
        for one in conditions
    ]


def read_conditions(fields: Fields) -> tuple[UseCondition, ...]:
    """Read the field `conditions`."""
    return fields.objects("conditions", _condition, max_items=MAX_CONDITIONS)


def _condition(item: Fields) -> UseCondition:
    return UseCondition(
        code=item.choice("code", vocabulary("CONDITION").codes),
        text=item.text("text", min_length=0, max_length=_MAX_TEXT),
        until=_moment(item, "until"),
    )


def _moment(fields: Fields, name: str) -> datetime | None:
    text = fields.text(name, min_length=0, max_length=40)
    if not text:
        return None
    moment = parse_moment(text)
    if print_moment(moment) != text:
        raise MalformedError("base.field_value", field=name, where=fields.where)
    return moment


def _announced(fields: Fields) -> Announced:
    return Announced(
        object_id=_object(fields),
        manifest=fields.base64("manifest", max_length=MAX_ENVELOPE),
        conditions=read_conditions(fields),
        request=fields.parsed("request", parse_request_id),
    )


def _accepted(fields: Fields) -> Accepted:
    return Accepted(object_id=_object(fields), conditions=fields.parsed("conditions", parse_digest))


def _declined(fields: Fields) -> Declined:
    return Declined(object_id=_object(fields), reason=_reason(fields))


def _released(fields: Fields) -> Released:
    def one(value: Json, where: str) -> bytes:
        return Fields({"record": value}, where=where).base64("record", max_length=MAX_ENVELOPE)

    return Released(
        object_id=_object(fields),
        header=fields.base64("header", max_length=MAX_HEADER),
        acceptance=fields.parsed("acceptance", parse_digest),
        custody=fields.list_of("custody", one, max_items=MAX_CUSTODY),
        proofs=fields.objects("proofs", read_receipt, max_items=MAX_CUSTODY + 1),
    )


def _received(fields: Fields) -> Received:
    return Received(
        object_id=_object(fields),
        manifest=fields.parsed("manifest", parse_digest),
        verdict=fields.choice("verdict", _VERDICTS),
    )


def _recalled(fields: Fields) -> Recalled:
    return Recalled(object_id=_object(fields), reason=_reason(fields))


def _disposed(fields: Fields) -> Disposed:
    return Disposed(
        object_id=_object(fields),
        disposal=fields.choice("disposal", DISPOSALS),
        copies=fields.text("copies", max_length=_MAX_TEXT),
        note=fields.text("note", min_length=0, max_length=_MAX_TEXT),
    )


def _object(fields: Fields) -> ObjectId:
    return fields.parsed("object", parse_object_id)


def _reason(fields: Fields) -> str:
    return fields.text("reason", max_length=_MAX_TEXT)


def _proof_json(proof: Receipt) -> dict[str, Json]:
    return {"leaf": _base64(proof.leaf), "proof": proof.proof.decode("utf-8")}


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


_READERS: Final[Mapping[str, Callable[[Fields], EvidenceBody]]] = MappingProxyType(
    {
        ANNOUNCED: _announced,
        ACCEPTED: _accepted,
        DECLINED: _declined,
        RELEASED: _released,
        RECEIVED: _received,
        RECALLED: _recalled,
        DISPOSED: _disposed,
    }
)

_KINDS: Final[Mapping[type, str]] = MappingProxyType(
    {
        Announced: ANNOUNCED,
        Accepted: ACCEPTED,
        Declined: DECLINED,
        Released: RELEASED,
        Received: RECEIVED,
        Recalled: RECALLED,
        Disposed: DISPOSED,
    }
)
