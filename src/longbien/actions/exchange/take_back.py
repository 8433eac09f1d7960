# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking acts back that partners hold and a restored node has lost: rows, receipts, and what desks make of them.

An act whose leaf is in the log (it was recovered) gets its row at that leaf. Any other becomes a leaf now: it is recorded
when it came back, and the log says so.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from longbien.actions.exchange.receipts import ReceiptReader
from longbien.actions.log.append import append
from longbien.actions.node import Node
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.ids import Digest, KeyId, PartyId
from longbien.core.exchange.recovery import GivenAct, Place, RecoveryReader
from longbien.core.log.leaf import Leaf, LeafClass, Outcome, make_leaf
from longbien.core.log.proof import Receipt
from longbien.core.parties.validity import in_doubt
from longbien.core.sealing.act import Act, read_signed_act
from longbien.core.sealing.dsse import check_signatures, envelope_digest, find_keys
from longbien.core.sealing.keys import PublicKey
from longbien.core.sealing.trust import check_valid
from longbien.store import models
from longbien.store.queries.parties import Directory

_REVOKED = "parties.key_revoked"


@dataclass(slots=True, kw_only=True)
class TakenBack:
    """What came back: acts, receipts; acts that no desk could follow any more; acts that were refused, by code."""

    acts: int = 0
    receipts: int = 0
    unfollowed: int = 0
    refused: dict[str, int] = field(default_factory=dict)


def take_acts_back(
    readers: Sequence[RecoveryReader], leaves: Mapping[str, tuple[int, Leaf]], *, node: Node, now: datetime
) -> TakenBack:
    """Take back every act in the files that is not here, inside the caller's transaction; `leaves` by the act they speak of.

    First those whose leaves were recovered, in the order of the log; then the others, in the order of the files.
    """
    found: dict[Digest, tuple[RecoveryReader, Place]] = {}
    for reader in readers:
        for place in reader.acts():
            found.setdefault(envelope_digest(reader.act(place).envelope), (reader, place))
    known = {
        digest for digest in found if models.Act.objects.filter(digest=digest).exists()
    }  # one by one: a file may name more acts than a query may
    ordered = sorted(
        (digest for digest in found if digest not in known),
        key=lambda digest: leaves[digest][0] if digest in leaves else _LAST,
    )
    taken = TakenBack()
    for digest in ordered:
        reader, place = found[digest]
        one = _One(node=node, now=now, sender=reader.header.sender, given=reader.act(place), digest=digest)
        try:
            with transaction.atomic():
                one.take(taken, leaves.get(digest))
        except LongBienError as error:
            taken.refused[error.code] = taken.refused.get(error.code, 0) + 1
    return taken


_LAST = 2**63


@dataclass(slots=True, kw_only=True)
class _One:
    """One act on its way back."""

    node: Node
    now: datetime
    sender: PartyId
    given: GivenAct
    digest: Digest

    def take(self, taken: TakenBack, at: tuple[int, Leaf] | None) -> None:
        """Verify the act, make its row, let its desk follow it, and keep the partner's receipt."""
        act, directory = self._verified(), Directory()
        is_ours = act.sender == self.node.party
        row = self._row(act, made=is_ours)
        if at is None:
            self._check_keys(directory, act)
        else:
            row.leaf_index, row.recorded_at = at[0], at[1].time
            row.outcome = at[1].fields.get("outcome", row.outcome)
            row.code = at[1].fields.get("code", "")
        entry = directory.entry(act.sender)
        if entry is not None and in_doubt(entry, act.sign_keys, recorded_at=row.recorded_at):
            row.flagged = _REVOKED
        if is_ours:
            self._take_ours(taken, row, act, directory)
        else:
            self._take_theirs(taken, row, act)
        taken.acts += 1

    def _take_ours(self, taken: TakenBack, row: models.Act, act: Act, directory: Directory) -> None:
        entry = directory.entry(PartyId(row.partner))
        if entry is None or self.given.receipt is None:
            raise RefusedError("exchange.receipt_invalid", act=self.digest)
        leaf = ReceiptReader(entry.log_keys(), self.node.party).read(self.given.receipt, self.digest)
        if row.leaf_index < 0:
            row.leaf_index = self._append(make_leaf(LeafClass.ACT_MADE, self.now, act=self.digest))
        row.save(force_insert=True)
        is_stored = leaf.fields["outcome"] == Outcome.STORED
        models.Outbox.objects.create(
            act=row,
            partner=row.partner,
            frame=b"",
            state=models.Outbox.DELIVERED if is_stored else models.Outbox.REFUSED,
            code=leaf.fields["code"],
            queued_at=row.recorded_at,
            ended_at=self.now,
        )
        self._keep_receipt(row, self.given.receipt)
        taken.receipts += 1
        if is_stored and not self._follow(self.node.desks.back(row.kind), row, act):
            taken.unfollowed += 1

    def _take_theirs(self, taken: TakenBack, row: models.Act, act: Act) -> None:
        has_leaf = row.leaf_index >= 0
        row.save(force_insert=True)
        if row.outcome == Outcome.STORED and not self._follow(self.node.desks.taker(row.kind), row, act):
            taken.unfollowed += 1
        if not has_leaf:
            row.leaf_index = self._append(
                make_leaf(
                    LeafClass.ACT_RECEIVED,
                    self.now,
                    act=self.digest,
                    sender=row.partner,
                    outcome=row.outcome,
                    code="",
                )
            )
            row.save(update_fields=["leaf_index"])

    def _verified(self) -> Act:
        """Give the act once both its signatures hold and it is between this node and the one that gives it back."""
        envelope, act = read_signed_act(self.given.envelope)
        if {act.sender, act.recipient} != {self.node.party, self.sender}:
            raise RefusedError("exchange.wrong_recipient", recipient=act.recipient)
        if act.exercise is not self.node.exercise:
            code = "exchange.exercise_act" if act.exercise else "exchange.real_act_on_exercise_node"
            raise RefusedError(code, act=act.id)
        if tuple(one.key_id for one in envelope.signatures) != act.sign_keys:
            raise RefusedError("sealing.header_mismatch", field="sign_keys")
        directory = Directory()

        def find(key_id: KeyId) -> PublicKey | None:
            trusted = directory.key(act.sender, key_id)
            return None if trusted is None else trusted.public

        check_signatures(envelope, find_keys(envelope, find))
        direction = models.Act.MADE if act.sender == self.node.party else models.Act.RECEIVED
        same = models.Act.objects.filter(direction=direction, partner=self.sender, act_id=act.id)
        if same.exists():
            raise RefusedError("exchange.act_id_reused", act=act.id)
        return act

    def _check_keys(self, directory: Directory, act: Act) -> None:
        """Refuse an act without a leaf here if its keys are not good for it now: a thief claims any time."""
        for key_id in act.sign_keys:
            trusted = directory.key(act.sender, key_id)
            if trusted is None:
                raise RefusedError("parties.key_unknown", key=key_id)
            check_valid(trusted, act.time)

    def _follow(self, desk: object, row: models.Act, act: Act) -> bool:
        """Let a desk follow the act, in a savepoint; False if it cannot any more (what it needs was lost)."""
        if not callable(desk):
            return True
        try:
            with transaction.atomic():
                desk(self.node, row, act)
        except LongBienError:
            return False
        return True

    def _keep_receipt(self, row: models.Act, receipt: Receipt) -> None:
        leaf = make_leaf(
            LeafClass.RECEIPT_HELD,
            self.now,
            act=self.digest,
            party=row.partner,
            proof=hashlib.sha256(receipt.proof).hexdigest(),
        )
        models.Receipt.objects.create(
            act=row,
            party=row.partner,
            leaf=receipt.leaf,
            proof=receipt.proof.decode("utf-8"),
            held_at=self.now,
            leaf_index=self._append(leaf),
        )

    def _append(self, leaf: Leaf) -> int:
        return append((leaf,), self.now, self.node.keys.log).indexes[0]

    def _row(self, act: Act, *, made: bool) -> models.Act:
        return models.Act(
            act_id=act.id,
            direction=models.Act.MADE if made else models.Act.RECEIVED,
            partner=act.recipient if made else act.sender,
            kind=act.kind,
            thread=act.thread,
            refers_to=act.refers_to or "",
            digest=self.digest,
            envelope=self.given.envelope,
            frame_digest=self.given.frame or "",
            sign_keys=" ".join(act.sign_keys),
            act_time=act.time,
            recorded_at=self.now,
            outcome=Outcome.STORED.value,
            leaf_index=-1,
        )
