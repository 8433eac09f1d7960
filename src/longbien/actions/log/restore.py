# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bringing a node back from its copy (docs/protocol/log.md, section 5).

The log comes back held: nothing is signed until every witness has said how much of it it has seen. A log that is shorter than what
was witnessed can never go on, for its next checkpoint would be a fork; it is closed, and a new one begun.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.base import DeserializationError
from django.db import IntegrityError, connection, models

from longbien.actions.log.backup import ABOUT, OBJECTS, ROWS, About, copied_models, parse_about
from longbien.actions.log.hold import hold_log, let_log_go_on
from longbien.actions.log.prove import cosignature_request
from longbien.bridge.ports import Member, ObjectStore, OpenDoor, Reply
from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.base.ids import parse_object_id
from longbien.store.models import Party
from longbien.store.queries.parties import partners, trusted_entry
from longbien.store.writing import write_transaction

MAX_ROWS: Final = 256 * 1024 * 1024
"""The largest member of rows that is read, in bytes."""
_SIZE: Final = 20
_COPY: Final = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the witnesses said after a restore: sizes by party, and who could not be reached and why (a code)."""

    sizes: dict[str, int]
    silent: dict[str, str]


def restore(*, members: Iterable[Member], objects: ObjectStore, now: datetime) -> About:
    """Fill an empty node from a backup and hold its log, all in one transaction (payloads before its end).

    RefusedError `log.restore_not_empty`; MalformedError `log.backup_malformed`. Nothing is kept if it fails, but payloads may lie
    in the object store; they are overwritten by the next try.
    """
    with write_transaction():
        if Party.objects.exists():
            raise RefusedError("log.restore_not_empty")
        about: About | None = None
        with connection.constraint_checks_disabled():
            for member in members:
                about = _take(member, objects, about)
        if about is None:
            raise MalformedError("log.backup_malformed", name=ABOUT)
        connection.check_constraints()
        _reset_sequences()
        hold_log(now)
    return about


def ask_witnesses(*, open_door: OpenDoor) -> Asked:
    """Ask every partner for the last size of our log that it has witnessed; let the log go on if all are here and none saw more.

    RefusedError `log.shorter_than_witnessed`. The log stays held as long as a partner is silent.
    """
    asked = ask_sizes(open_door=open_door)
    if not asked.silent:
        let_log_go_on(asked.sizes)
    return asked


def ask_sizes(*, open_door: OpenDoor) -> Asked:
    """Ask every partner for the last size of our log that it has witnessed; nothing changes here."""
    asked = Asked(sizes={}, silent={})
    request = cosignature_request(0)
    for party in partners():
        entry = trusted_entry(party)
        if entry is None:
            continue
        try:
            door = open_door(entry.endpoint.url, entry.endpoint.tls_sha256)
            asked.sizes[party] = _size(door.add_checkpoint(request))
        except LongBienError as error:
            asked.silent[party] = error.code
    return asked


def _size(reply: Reply) -> int:
    """Read a witness's last size: 409 names it; 200 means that it had seen nothing, 404 that it does not know the log."""
    if reply.status in {200, 404}:
        return 0
    text = reply.body[:_SIZE].strip()
    if reply.status != 409 or not text.isdigit():
        raise RefusedError("log.witness_answer", status=reply.status)
    return int(text)


def _take(member: Member, objects: ObjectStore, about: About | None) -> About | None:
    if member.name == ABOUT:
        return parse_about(member.source.read(min(member.size, 4096)))
    if about is None:
        raise MalformedError("log.backup_malformed", name=member.name[:80])
    if member.name.startswith(ROWS) and member.size <= MAX_ROWS:
        _load(member)
    elif member.name.startswith(OBJECTS) and member.name.count("/") == 2:
        _, object_id, part = member.name.split("/")
        with objects.writer(parse_object_id(object_id), part) as sink:
            while data := member.source.read(_COPY):
                sink.write(data)
    else:
        raise MalformedError("log.backup_malformed", name=member.name[:80])
    return about


def _load(member: Member) -> None:
    allowed = set(copied_models())
    try:
        text = member.source.read(member.size).decode()
        for found in serializers.deserialize("jsonl", text):
            if type(found.object) not in allowed:
                raise MalformedError("log.backup_malformed", name=member.name[:80])
            models.Model.save_base(found.object, raw=True, force_insert=True)
            for field, keys in (found.m2m_data or {}).items():
                getattr(found.object, field).set(keys)
    except (DeserializationError, UnicodeDecodeError, IntegrityError, ValueError) as error:
        raise MalformedError("log.backup_malformed", name=member.name[:80]) from error


def _reset_sequences() -> None:
    statements = connection.ops.sequence_reset_sql(no_style(), copied_models())
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
