# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A copy of the node: every row of one moment, and the payload bytes that the rows speak of.

Rows are written as JSON lines, so that a copy of an SQLite node can be restored into PostgreSQL. Payloads never change once they are
written, so they are copied after the rows, without holding anybody up.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Final

from django.apps import apps
from django.core import serializers
from django.db import connection, models, transaction

from longbien.actions.access import Actor, require
from longbien.actions.log.decision import record_decision
from longbien.actions.log.prove import checkpoint
from longbien.actions.node import Node
from longbien.bridge.ports import WriteMember
from longbien.core.base.canonical import decode, encode
from longbien.core.base.fields import Fields
from longbien.core.base.ids import ObjectId, PartyId, parse_party_id
from longbien.core.base.moments import cut_moment, print_moment
from longbien.store.models import EvidencePart
from longbien.store.queries.conference_papers import file_parts
from longbien.store.writing import write_transaction

ABOUT: Final = "about.json"
ROWS: Final = "rows/"
OBJECTS: Final = "objects/"
_FORMAT: Final = "longbien/backup/v1"
_ROWS_IN_MEMBER: Final = 500
_LEFT_OUT: Final = frozenset({"auth", "contenttypes", "sessions", "axes", "usersessions", "account"})
"""What belongs to a moment (sessions, failed sign-ins) or is made anew by every installation (permissions, unused here)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a backup says of itself: whose, when, and how far the log was."""

    party: PartyId
    exercise: bool
    made_at: datetime
    origin: str
    log_size: int


def backup(*, node: Node, actor: Actor, write: WriteMember) -> About:
    """Write a copy of the node through `write`; give what it says of itself. The act of copying is itself logged.

    RefusedError `people.not_permitted`. Settings, keyring and passphrase are files, not rows: the door adds the first two.
    """
    require(actor, "log.backup")
    now = cut_moment(node.clock())
    with write_transaction():
        record_decision(node=node, verb="log.backup", role_id=actor.role_id, facts={}, now=now)
    with _one_moment():
        head = checkpoint().checkpoint
        about = About(
            party=node.party, exercise=node.exercise, made_at=now, origin=head.origin, log_size=head.size
        )
        _write_bytes(write, ABOUT, print_about(about))
        for number, lines in enumerate(_row_lines()):
            _write_bytes(write, f"{ROWS}{number:06}.jsonl", lines)
        parts = list(EvidencePart.objects.order_by("object_id", "name").values_list("object_id", "name"))
        parts += file_parts()
    for object_id, name in parts:
        size = node.objects.size(ObjectId(object_id), name)
        if size:
            with node.objects.reader(ObjectId(object_id), name) as source:
                write(f"{OBJECTS}{object_id}/{name}", size, source)
    return about


def print_about(about: About) -> bytes:
    """Write the first member."""
    return encode(
        {
            "type": _FORMAT,
            "party": about.party,
            "exercise": about.exercise,
            "made_at": print_moment(about.made_at),
            "origin": about.origin,
            "log_size": about.log_size,
        }
    )


def parse_about(data: bytes) -> About:
    """Read the first member; MalformedError for anything else."""
    fields = Fields(decode(data, max_bytes=4096))
    fields.choice("type", (_FORMAT,))
    about = About(
        party=fields.parsed("party", parse_party_id),
        exercise=fields.boolean("exercise"),
        made_at=fields.moment("made_at"),
        origin=fields.text("origin"),
        log_size=fields.integer("log_size"),
    )
    fields.done()
    return about


def copied_models() -> list[type[models.Model]]:
    """Give the models whose rows are copied, those that others point to first."""
    configs = [(config, None) for config in apps.get_app_configs() if config.label not in _LEFT_OUT]
    ordered = serializers.sort_dependencies(configs, allow_cycles=True)
    return [model for model in ordered if not model._meta.proxy]


def _row_lines() -> Iterator[bytes]:
    """Give all rows as JSON lines, some hundred in a piece."""
    for model in copied_models():
        rows = model._base_manager.order_by("pk").iterator(chunk_size=_ROWS_IN_MEMBER)
        while piece := list(islice(rows, _ROWS_IN_MEMBER)):
            yield serializers.serialize("jsonl", piece).encode()


def _write_bytes(write: WriteMember, name: str, data: bytes) -> None:
    write(name, len(data), io.BytesIO(data))


@contextmanager
def _one_moment() -> Iterator[None]:
    """Open a transaction in which every row is read as of one moment, on either database.

    PostgreSQL takes the isolation only before a transaction's first query: inside another transaction that one's stays.
    """
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield
