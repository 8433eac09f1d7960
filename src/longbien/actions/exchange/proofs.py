# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What proves one act, for a page and as files: its envelope, our log's proof, the partner's receipt, who witnessed. Reading only."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from longbien.actions.access import Actor, require
from longbien.actions.log.prove import witnessed_receipt
from longbien.core.base.canonical import encode
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.ids import KeyId, PartyId
from longbien.core.log.checkpoint import read_checkpoint
from longbien.core.log.proof import Receipt, parse_proof, receipt_json
from longbien.core.parties.chain import CONFIRMATIONS
from longbien.core.sealing.act import read_signed_act
from longbien.core.sealing.dsse import Envelope, check_signatures, find_keys
from longbien.core.sealing.keys import PublicKey
from longbien.core.sealing.trust import TrustedKey, check_valid
from longbien.store import models
from longbien.store.queries.log import open_head
from longbien.store.queries.parties import Directory

OWN: Final = "own"
PARTNER: Final = "partner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A log that holds a leaf about the act: whose, where, under which checkpoint, cosigned by which names."""

    side: str
    origin: str
    index: int
    size: int
    root: str
    cosigned_by: tuple[str, ...]
    receipt: bytes = field(repr=False)
    """The receipt as a file: canonical JSON `{"leaf","proof"}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was checked just now about the sender: a code with its values, and whether it holds."""

    code: str
    good: bool
    params: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SenderProof:
    """Who signed an act, checked again now. `good` only if every check holds."""

    party: str
    digest: str
    keys: tuple[str, ...]
    fingerprint: str
    checks: tuple[Check, ...]

    @property
    def good(self) -> bool:
        """Whether every check holds."""
        return all(check.good for check in self.checks)


def act_envelope(*, actor: Actor, digest: str) -> bytes:
    """Give an act as it was signed; RefusedError `people.not_permitted`, `exchange.act_not_found`."""
    require(actor, "exchange.read")
    return bytes(_row(digest).envelope)


def act_held(*, actor: Actor, digest: str) -> tuple[Held, ...]:
    """Give the logs that hold the act, ours first. RefusedError `people.not_permitted`, `exchange.act_not_found`."""
    require(actor, "exchange.read")
    row = _row(digest)
    found = [_held(OWN, witnessed_receipt(row.leaf_index))] if _in_open_log(row) else []
    receipt = models.Receipt.objects.filter(act=row).first()
    if receipt is not None:
        found.append(_held(PARTNER, Receipt(leaf=bytes(receipt.leaf), proof=receipt.proof.encode())))
    return tuple(found)


def sender_proof(*, actor: Actor, digest: str) -> SenderProof:
    """Check again who signed an act: both signatures, the keys in the directory, the confirmation out of band, flags.

    RefusedError `people.not_permitted`, `exchange.act_not_found`.
    """
    require(actor, "exchange.read")
    row = _row(digest)
    envelope, act = read_signed_act(bytes(row.envelope))
    directory = Directory()
    entry = _entry_row(act.sender)
    checks = [
        _signatures(directory, act.sender, envelope),
        _keys([directory.key(act.sender, key_id) for key_id in act.sign_keys], act.time, entry),
        _confirmed(entry),
    ]
    if row.flagged:
        checks.append(Check(code=row.flagged, good=False, params=(("key", row.sign_keys.split()[0]),)))
    checks.append(Check(code="exchange.proof_recorded", good=True, params=(("leaf", row.leaf_index),)))
    return SenderProof(
        party=act.sender,
        digest=digest,
        keys=tuple(act.sign_keys),
        fingerprint=entry.digest if entry else "",
        checks=tuple(checks),
    )


def _row(digest: str) -> models.Act:
    found = models.Act.objects.filter(digest=digest).first()
    if found is None:
        raise RefusedError("exchange.act_not_found", act=digest[:64])
    return found


def _entry_row(party: str) -> models.Entry | None:
    trusted = models.Entry.objects.filter(party_id=party, state=models.Entry.TRUSTED)
    return trusted.select_related("party").prefetch_related("confirmations").order_by("-number").first()


def _signatures(directory: Directory, party: PartyId, envelope: Envelope) -> Check:
    def key(key_id: KeyId) -> PublicKey | None:
        trusted = directory.key(party, key_id)
        return trusted.public if trusted else None

    try:
        check_signatures(envelope, find_keys(envelope, key))
    except LongBienError as error:
        return Check(code=error.code, good=False, params=tuple(error.params.items()))
    return Check(code="exchange.proof_signatures", good=True)


def _keys(trusted: list[TrustedKey | None], at: datetime, entry: models.Entry | None) -> Check:
    known = [key for key in trusted if key is not None]
    if entry is None or len(known) != len(trusted):
        return Check(code="exchange.proof_keys_unknown", good=False)
    try:
        for key in known:
            check_valid(key, at)
    except LongBienError as error:
        return Check(code=error.code, good=False, params=tuple(error.params.items()))
    return Check(code="exchange.proof_keys", good=True, params=(("number", entry.number),))


def _confirmed(entry: models.Entry | None) -> Check:
    if entry is not None and entry.party.own:
        return Check(code="exchange.proof_own", good=True)
    officers = sorted({one.role_id for one in entry.confirmations.all()}) if entry else []
    if entry is None or (len(officers) < CONFIRMATIONS and entry.number == 1):
        return Check(code="exchange.proof_unconfirmed", good=False, params=(("needed", CONFIRMATIONS),))
    if not officers:
        return Check(code="exchange.proof_chained", good=True, params=(("number", entry.number),))
    return Check(code="exchange.proof_confirmed", good=True, params=(("officers", ", ".join(officers)),))


def _in_open_log(row: models.Act) -> bool:
    head = open_head()
    return head is not None and row.recorded_at >= head.opened_at and row.leaf_index < head.frontier.size


def _held(side: str, receipt: Receipt) -> Held:
    proof = parse_proof(receipt.proof)
    signed = read_checkpoint(proof.checkpoint)
    own = signed.checkpoint.origin
    return Held(
        side=side,
        origin=own,
        index=proof.index,
        size=signed.checkpoint.size,
        root=signed.checkpoint.root.hex(),
        cosigned_by=tuple(dict.fromkeys(line.name for line in signed.note.signatures if line.name != own)),
        receipt=encode(receipt_json(receipt)),
    )
