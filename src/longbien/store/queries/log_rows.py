# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of all rooms that name a leaf of the log, and what their leaf must say: for the audit."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Model, QuerySet

from longbien.core.log.leaf import LeafClass
from longbien.store.models.evidence import CustodyRecord
from longbien.store.models.exchange import Act, Receipt
from longbien.store.models.parties import Entry
from longbien.store.models.people import DecisionRecord

_CHUNK: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedLeaf:
    """A row (`act 17`), the index it names, the classes its leaf may have and the fields that leaf must carry."""

    row: str
    index: int
    classes: frozenset[LeafClass]
    fields: dict[str, str]


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
    rows = model._default_manager.order_by("pk")  # noqa: SLF001
    if since is not None:
        rows = rows.filter(**{f"{moment}__gte": since})
    if until is not None:
        rows = rows.filter(**{f"{moment}__lt": until})
    return rows
