# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Receipts for acts made here: verified before they are kept, and logged as held.

A receipt ends an act's waiting, whatever code stood beside it. It causes no message.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import QuerySet

from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.exchange.answer import RECEIVED, RECEIVED_BEFORE, ActResult
from longbien.core.exchange.retries import CURABLE
from longbien.core.log.checkpoint import LogKeys, SignedCheckpoint, open_checkpoint
from longbien.core.log.leaf import Leaf, LeafClass, Outcome, make_leaf, parse_leaf
from longbien.core.log.merkle import leaf_hash, verify_inclusion
from longbien.core.log.proof import Receipt, parse_proof
from longbien.store import models

INVALID: Final = "exchange.receipt_invalid"
"""The partner says it has the act, and gives no receipt that proves it."""


class ReceiptReader:
    """Verifies the receipts of one log; the checkpoint that a batch shares is verified once."""

    __slots__ = ("_keys", "_opened", "_own")

    def __init__(self, keys: LogKeys, own: PartyId) -> None:
        """Verify against the log's `keys` receipts for acts of the party `own`."""
        self._keys = keys
        self._own = own
        self._opened: dict[bytes, SignedCheckpoint] = {}

    def read(self, receipt: Receipt, digest: str) -> Leaf:
        """Give the leaf of a receipt for the act `digest`.

        MalformedError, RefusedError of the proof; RefusedError `exchange.receipt_invalid` if it speaks of something else.
        """
        leaf = parse_leaf(receipt.leaf)
        expected = {"act": digest, "sender": self._own}
        if leaf.leaf_class is not LeafClass.ACT_RECEIVED or not expected.items() <= leaf.fields.items():
            raise RefusedError(INVALID, act=digest)
        proof = parse_proof(receipt.proof)
        if proof.checkpoint not in self._opened:
            self._opened[proof.checkpoint] = open_checkpoint(proof.checkpoint, self._keys)
        checkpoint = self._opened[proof.checkpoint].checkpoint
        verify_inclusion(
            leaf=leaf_hash(receipt.leaf),
            index=proof.index,
            size=checkpoint.size,
            path=proof.path,
            root=checkpoint.root,
        )
        return leaf


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """What the results of one answer mean for the rows that waited.

    `held`: rows with a receipt, and its leaf. `refused`: rows that no patience will cure, and the code. `open`: the
    others, which wait on, and the code. `worst`: the code to note for the attempt, empty if nothing waits on.
    """

    held: tuple[tuple[models.Outbox, Receipt, Leaf], ...]
    refused: tuple[tuple[models.Outbox, str], ...]
    open: tuple[tuple[models.Outbox, str], ...]

    @property
    def worst(self) -> str:
        """The code of the first act that waits on, or nothing."""
        return self.open[0][1] if self.open else ""


def judge(
    results: Iterable[ActResult], waiting: Mapping[str, models.Outbox], reader: ReceiptReader
) -> Outcomes:
    """Judge an answer's results for the rows that wait, by act id. Results for other acts are passed over."""
    held, refused, still = [], [], []
    left = dict(waiting)
    for result in results:
        row = left.pop(result.act, None) if result.act else None
        if row is None:
            continue
        if result.receipt is not None:
            try:
                held.append((row, result.receipt, reader.read(result.receipt, row.act.digest)))
            except LongBienError:
                still.append((row, INVALID))
        elif result.code in {RECEIVED, RECEIVED_BEFORE}:
            still.append((row, INVALID))
        elif result.code in CURABLE:
            still.append((row, result.code))
        else:
            refused.append((row, result.code))
    still += [(row, "exchange.not_answered") for row in left.values()]
    return Outcomes(held=tuple(held), refused=tuple(refused), open=tuple(still))


def held_leaves(outcomes: Outcomes, party: PartyId, now: datetime) -> list[Leaf]:
    """Give the leaves that say which receipts came."""
    return [
        make_leaf(
            LeafClass.RECEIPT_HELD,
            now,
            act=row.act.digest,
            party=party,
            proof=hashlib.sha256(receipt.proof).hexdigest(),
        )
        for row, receipt, _ in outcomes.held
    ]


def keep(outcomes: Outcomes, *, party: PartyId, now: datetime, indexes: Sequence[int]) -> None:
    """Write receipts and the ends of waiting, inside the caller's transaction; `indexes` are those of `held_leaves`."""
    models.Receipt.objects.bulk_create(
        models.Receipt(
            act_id=row.act_id,
            party=party,
            leaf=receipt.leaf,
            proof=receipt.proof.decode("utf-8"),
            held_at=now,
            leaf_index=index,
        )
        for (row, receipt, _), index in zip(outcomes.held, indexes, strict=True)
    )
    ends: dict[tuple[str, str], list[int]] = {}
    for row, _, leaf in outcomes.held:
        is_stored = leaf.fields["outcome"] == Outcome.STORED
        state = models.Outbox.DELIVERED if is_stored else models.Outbox.REFUSED
        ends.setdefault((state, leaf.fields["code"]), []).append(row.pk)
    for row, code in outcomes.refused:
        ends.setdefault((models.Outbox.REFUSED, code), []).append(row.pk)
    for (state, code), rows in ends.items():
        _waiting(rows).update(state=state, code=code, ended_at=now)
    for row, code in outcomes.open:
        if row.code != code:
            _waiting([row.pk]).update(code=code)


def still_waiting(rows: Iterable[models.Outbox]) -> dict[str, models.Outbox]:
    """Give those rows, by act id, that still wait: an answer may come twice, by line and by courier."""
    by_key = {row.pk: row for row in rows}
    left = _waiting(list(by_key)).values_list("pk", flat=True)
    return {by_key[key].act.act_id: by_key[key] for key in left}


def _waiting(keys: list[int]) -> QuerySet[models.Outbox]:
    return models.Outbox.objects.filter(pk__in=keys, state=models.Outbox.WAITING)
