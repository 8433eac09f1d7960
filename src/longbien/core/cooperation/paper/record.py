# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on the paper of one act, as a value and as the JSON that travels inside the paper (docs/protocol/papers.md).

The paper is made from this record alone, in any language: what people read and what programs read is the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.moments import print_moment

SCHEMA: Final = "longbien/paper/1"
UNSIGNED: Final = "unsigned"
"""The carriage of a draft: nothing was signed or sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperParty:
    """A State or organisation and the authority that stands on the paper, as its directory entry has them."""

    party: str
    names: Mapping[str, str]
    authority: str = ""
    phone: str = ""
    email: str = ""
    office_hours: str = ""
    time_zone: str = "UTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperApproval:
    """An officer who approved, by role id: no paper names a person whom the act does not name."""

    role_id: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperProof:
    """A log in which the act stands: whose, at which place of how many, as what (`made`, `stored` or `refused` with a code).

    `cosigned_by`: names of witnesses who signed the log's state. `at`: when it was recorded, where that is known.
    """

    log: str
    index: int
    size: int
    outcome: str
    code: str = ""
    at: datetime | None = None
    cosigned_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperBasis:
    """The legal basis that the request names and whether it holds on a day, by which table. `convention` only for this Convention in force."""

    code: str
    on: date
    holds: bool
    table: str = ""
    convention: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperAct:
    """The signed act: its id, digest, time, what it refers to, when it was recorded here, the keys that signed, who approved."""

    id: str
    digest: str
    time: datetime
    refers_to: str
    recorded_at: datetime
    keys: tuple[str, ...]
    approved_by: tuple[PaperApproval, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One paper. `act` is None for a draft; `form` is the request's form, also on the papers of its answers.

    `masked` names members that this copy hides: they are not in `body` either. `mended`: fields that information given later has
    changed. `flags`: codes of doubts. `carriage`: how it travelled, or `unsigned`. `receipt`: the paper is about the receipt of the act.
    """

    kind: str
    form: str
    exercise: bool
    sender: PaperParty
    recipient: PaperParty
    thread: str
    reference: str
    act: PaperAct | None
    body: Mapping[str, Json] = field(repr=False)
    basis: PaperBasis | None
    proofs: tuple[PaperProof, ...] = ()
    carriage: str = UNSIGNED
    masked: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    receipt: bool = False
    made_at: datetime
    made_by: str
    role_id: str


def record_json(record: Record) -> dict[str, Json]:
    """Write the record: the JSON inside the paper."""
    act = record.act
    return {
        "schema": SCHEMA,
        "kind": record.kind,
        "form": record.form,
        "exercise": record.exercise,
        "about": "receipt" if record.receipt else "act",
        "sender": _party(record.sender),
        "recipient": _party(record.recipient),
        "thread": record.thread,
        "reference": record.reference,
        "act": _act(act) if act is not None else None,
        "body": dict(record.body),
        "basis": _basis(record.basis) if record.basis is not None else None,
        "proofs": [_proof(one) for one in record.proofs],
        "carriage": record.carriage,
        "masked": list(record.masked),
        "mended": list(record.mended),
        "flags": list(record.flags),
        "made": {
            "at": print_moment(record.made_at),
            "by": record.made_by,
            "role_id": record.role_id,
        },
    }


def _party(one: PaperParty) -> dict[str, Json]:
    return {
        "party": one.party,
        "names": dict(one.names),
        "authority": one.authority,
        "phone": one.phone,
        "email": one.email,
        "office_hours": one.office_hours,
        "time_zone": one.time_zone,
    }


def _act(act: PaperAct) -> dict[str, Json]:
    return {
        "id": act.id,
        "digest": act.digest,
        "time": print_moment(act.time),
        "refers_to": act.refers_to,
        "recorded_at": print_moment(act.recorded_at),
        "keys": list(act.keys),
        "approved_by": [{"role_id": one.role_id, "at": print_moment(one.at)} for one in act.approved_by],
    }


def _basis(basis: PaperBasis) -> dict[str, Json]:
    return {
        "code": basis.code,
        "on": basis.on.isoformat(),
        "holds": basis.holds,
        "table": basis.table,
        "convention": basis.convention,
    }


def _proof(proof: PaperProof) -> dict[str, Json]:
    return {
        "log": proof.log,
        "index": proof.index,
        "size": proof.size,
        "outcome": proof.outcome,
        "code": proof.code,
        "at": print_moment(proof.at) if proof.at is not None else "",
        "cosigned_by": list(proof.cosigned_by),
    }
