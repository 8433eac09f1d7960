# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""For the audit: the rows of all rooms that name a leaf of the log, and the row that each leaf speaks of."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final, NamedTuple

from django.db.models import Model, QuerySet

from longbien.core.log.leaf import Leaf, LeafClass
from longbien.store.models.evidence import CustodyRecord, EvidenceObject
from longbien.store.models.exchange import Act, Receipt
from longbien.store.models.log import Misbehaviour, WitnessedCheckpoint
from longbien.store.models.parties import Entry
from longbien.store.models.people import DecisionRecord

_CHUNK: Final = 500


class _Subject(NamedTuple):
    """Where the row stands that a leaf speaks of: the leaf's field holds the digest in this column."""

    field: str
    model: type[Model]
    column: str


_SUBJECTS: Final[Mapping[LeafClass, _Subject]] = MappingProxyType(
    {
        LeafClass.ACT_MADE: _Subject("act", Act, "digest"),
        LeafClass.ACT_RECEIVED: _Subject("act", Act, "digest"),
        LeafClass.STATEMENT: _Subject("act", Act, "digest"),
        LeafClass.RECEIPT_HELD: _Subject("act", Receipt, "act__digest"),
        LeafClass.CHECKPOINT_HELD: _Subject("note", WitnessedCheckpoint, "digest"),
        LeafClass.MISBEHAVIOUR: _Subject("note", Misbehaviour, "digest"),
        LeafClass.EVIDENCE_SEALED: _Subject("manifest", EvidenceObject, "manifest_digest"),
        LeafClass.EVIDENCE_HELD: _Subject("manifest", EvidenceObject, "manifest_digest"),
        LeafClass.CUSTODY: _Subject("record", CustodyRecord, "digest"),
        LeafClass.ENTRY_TRUSTED: _Subject("entry", Entry, "digest"),
        LeafClass.KEY_REVOKED: _Subject("entry", Entry, "digest"),
        LeafClass.DECISION: _Subject("record", DecisionRecord, "digest"),
    }
)
"""Every class has its row: a leaf is appended in the transaction of what it speaks of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedLeaf:
    """A row (`act 17`), the index it names, the classes its leaf may have and the fields that leaf must carry."""

    row: str
    index: int
    classes: frozenset[LeafClass]
    fields: dict[str, str]


def leaves_without_row(leaves: Sequence[tuple[int, Leaf]]) -> list[int]:
    """Give the indexes of those leaves (a few hundred at most) whose row is not there."""
    missing: list[int] = []
    for leaf_class in {leaf.leaf_class for _, leaf in leaves}:
        field, model, column = _SUBJECTS[leaf_class]
        asked = {index: leaf.fields[field] for index, leaf in leaves if leaf.leaf_class is leaf_class}
        rows = model._default_manager.filter(**{f"{column}__in": set(asked.values())})  # noqa: SLF001 - public in Django's documentation
        found = set(rows.values_list(column, flat=True))
        missing += [index for index, digest in asked.items() if digest not in found]
    return sorted(missing)


def named_leaves(since: datetime | None, until: datetime | None) -> Iterator[NamedLeaf]:
    """Give every row that names a leaf, of those recorded from `since` until before `until` (None: no bound)."""
    yield from _acts(since, until)
    yield from _receipts(since, until)
    for model, name, field, leaf_class, moment in (
        (DecisionRecord, "decision", "record", LeafClass.DECISION, "recorded_at"),
        (CustodyRecord, "custody", "record", LeafClass.CUSTODY, "at"),
        (Entry, "entry", "entry", LeafClass.ENTRY_TRUSTED, "trusted_at"),
    ):
        rows = _between(model, moment, since, until).exclude(leaf_index=None)
        for pk, index, digest in rows.values_list("pk", "leaf_index", "digest").iterator(chunk_size=_CHUNK):
            yield NamedLeaf(
                row=f"{name} {pk}", index=index, classes=frozenset({leaf_class}), fields={field: digest}
            )


def _acts(since: datetime | None, until: datetime | None) -> Iterator[NamedLeaf]:
    names = ("pk", "leaf_index", "digest", "direction", "partner", "outcome", "code")
    rows = _between(Act, "recorded_at", since, until).values_list(*names)
    for pk, index, digest, direction, partner, outcome, code in rows.iterator(chunk_size=_CHUNK):
        fields = {"act": digest}
        classes = frozenset({LeafClass.ACT_MADE, LeafClass.STATEMENT})
        if direction == Act.RECEIVED:
            fields |= {"sender": partner, "outcome": outcome, "code": code}
            classes = frozenset({LeafClass.ACT_RECEIVED})
        yield NamedLeaf(row=f"act {pk}", index=index, classes=classes, fields=fields)


def _receipts(since: datetime | None, until: datetime | None) -> Iterator[NamedLeaf]:
    names = ("pk", "leaf_index", "act__digest", "party", "proof")
    rows = _between(Receipt, "held_at", since, until).values_list(*names)
    for pk, index, digest, party, proof in rows.iterator(chunk_size=_CHUNK):
        fields = {"act": digest, "party": party, "proof": hashlib.sha256(proof.encode()).hexdigest()}
        classes = frozenset({LeafClass.RECEIPT_HELD})
        yield NamedLeaf(row=f"receipt {pk}", index=index, classes=classes, fields=fields)


def _between(
    model: type[Model], moment: str, since: datetime | None, until: datetime | None
) -> QuerySet[Model]:
    rows = model._default_manager.order_by("pk")  # noqa: SLF001 - public in Django's documentation
    if since is not None:
        rows = rows.filter(**{f"{moment}__gte": since})
    if until is not None:
        rows = rows.filter(**{f"{moment}__lt": until})
    return rows
