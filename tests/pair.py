# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two whole nodes in one process: each with its own database, keys, clock and payloads; one line between them.

    with pair.vn:
        acknowledge(node=pair.vn.node, ...)

Everything runs as in a real node; only the wire is a function call. The clock is one for both and moves when told.
"""

import itertools
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.sqlite3.base import DatabaseWrapper

from longbien.actions.desks import DESKS
from longbien.actions.evidence.segments import missing, take_segment
from longbien.actions.exchange.deliver import deliver
from longbien.actions.exchange.propose import approve
from longbien.actions.exchange.receive import receive
from longbien.actions.exchange.witness import answer_request
from longbien.actions.node import Node
from longbien.bridge.ports import Reply
from longbien.core.base.canonical import encode
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import ObjectId
from longbien.store import models
from tests.authority import SINCE, authority
from tests.nodes import Clock, make_node
from tests.requests import TODAY

_NUMBERS = itertools.count(1)
_COPIES: list[BaseDatabaseWrapper] = []
"""Copies on a PostgreSQL server that are not dropped yet."""
ROLES = {
    "duty": ("duty-officer",),
    "lawyer": ("lawyer",),
    "approver": ("approver",),
    "custodian": ("custodian",),
    "auditor": ("auditor",),
    "operator": ("operator",),
    "directory": ("directory-officer",),
    "registrar": ("directory-officer",),
    "treaty": ("treaty-officer",),
    "conference": ("conference-officer",),
    "law": ("law-officer",),
}


class Ticking(Clock):
    """One clock for both nodes; every look takes a millisecond, so that no two acts share a moment."""

    def __call__(self) -> datetime:
        """Tell the time."""
        self.go(milliseconds=1)
        return self.now


@dataclass(slots=True)
class Side:
    """One of the two nodes. As a context manager, it makes its database the one that everything uses."""

    node: Node
    database: BaseDatabaseWrapper
    officers: dict[str, models.Officer] = field(default_factory=dict)
    _outer: list[Any] = field(default_factory=list)

    def __enter__(self) -> Self:
        """Use this node's database."""
        self._outer.append(connections["default"])
        connections["default"] = self.database
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Use the database from before."""
        connections["default"] = self._outer.pop()

    @property
    def party(self) -> str:
        """Whose node it is."""
        return self.node.party

    def approve(self, proposal: int) -> models.Act | None:
        """Let the approver approve a proposal."""
        found = models.Proposal.objects.get(pk=proposal)
        return approve(node=self.node, actor=self.officers["approver"], proposal=found)


class Line:
    """The other node's door (`longbien.bridge.ports.PeerDoor`), reached by a function call. It can be cut."""

    def __init__(self, other: Side) -> None:
        """Lead to `other`."""
        self._other = other
        self.is_cut = False
        self.segments = 0

    def deliver(self, delivery: bytes) -> Reply:
        """Hand over a delivery."""
        self._check()
        with self._other as there:
            return Reply(status=200, body=receive(node=there.node, delivery=delivery, remote="192.0.2.1"))

    def add_checkpoint(self, request: bytes) -> Reply:
        """Ask for a cosignature."""
        self._check()
        with self._other as there:
            answer = answer_request(node=there.node, body=request)
        return Reply(status=answer.status, body=answer.body)

    def checkpoint(self) -> Reply:
        """Not used here."""
        raise RefusedError("bridge.unreachable", host="pair")

    def missing(self, object_id: ObjectId, part: str) -> Reply:
        """Ask which segments are missing."""
        self._check()
        with self._other as there:
            try:
                found = missing(node=there.node, object_id=object_id, part=part)
            except RefusedError:
                return Reply(status=404, body=b"")
        ranges = [list(pair) for pair in found.ranges]
        return Reply(
            status=200,
            body=encode({"v": 1, "leaves": found.leaves, "held": found.held, "ranges": ranges}),
        )

    def put_segment(
        self, object_id: ObjectId, part: str, index: int, path: Sequence[bytes], data: bytes
    ) -> Reply:
        """Hand over one segment."""
        self._check()
        with self._other as there:
            try:
                take_segment(
                    node=there.node, object_id=object_id, part=part, index=index, path=path, data=data
                )
            except RefusedError:
                return Reply(status=422, body=b"")
        self.segments += 1
        return Reply(status=204, body=b"")

    def _check(self) -> None:
        if self.is_cut:
            raise RefusedError("bridge.unreachable", host="pair")


@dataclass(slots=True)
class Pair:
    """The two nodes, their clock, and the line between them."""

    vn: Side
    at: Side
    clock: Clock
    lines: dict[str, Line]

    def other(self, side: Side) -> Side:
        """Give the other node."""
        return self.at if side is self.vn else self.vn

    def carry(self, sender: Side) -> int:
        """Carry what waits at one node to the other, and the answer back; give how many acts ended."""
        with sender:
            done = deliver(node=sender.node, partner=self.other(sender).node.party, door=self.line(sender))
        return done.ended

    def line(self, sender: Side) -> Line:
        """Give the line from one node to the other."""
        return self.lines[sender.party]

    def settle(self) -> None:
        """Carry in both directions until nothing waits."""
        while self.carry(self.vn) + self.carry(self.at):
            pass


def make_side(party: str, other: str, database: BaseDatabaseWrapper, clock: Clock) -> Side:
    """Make one node, with officers, in a database that has tables and no rows."""
    outer = connections["default"]
    connections["default"] = database
    try:
        node = make_node(authority(party), [authority(other)], desks=DESKS, clock=clock)
        side = Side(node=node, database=database)
        for name, roles in ROLES.items():
            officer = models.Officer.objects.create(username=name, role_id=f"{party.lower()}-{name}-1")
            for role in roles:
                officer.grants.create(role=role, granted_by="set-up", granted_at=SINCE)
            side.officers[name] = officer
    finally:
        connections["default"] = outer
    return side


def empty_database() -> BaseDatabaseWrapper:
    """Make a database with every table and no row: in memory, or on PostgreSQL beside the tests' own."""
    outer = connections["default"]
    settings = {**outer.settings_dict, "NAME": ":memory:"}
    database: BaseDatabaseWrapper = (
        _on_server("") if outer.vendor == "postgresql" else DatabaseWrapper(settings, alias="default")
    )
    connections["default"] = database
    try:
        call_command("migrate", verbosity=0)
    finally:
        connections["default"] = outer
    return database


def copy_database(source: BaseDatabaseWrapper) -> BaseDatabaseWrapper:
    """Copy a database: much faster than making one."""
    if not isinstance(source, DatabaseWrapper):
        source.close()  # PostgreSQL copies only what nobody uses
        copied = _on_server(source.settings_dict["NAME"])
        _COPIES.append(copied)
        return copied
    copy = DatabaseWrapper(source.settings_dict, alias="default")
    source.ensure_connection()
    copy.ensure_connection()
    source.connection.backup(copy.connection)
    return copy


def drop_copies() -> None:
    """Drop the copies that were made on a PostgreSQL server; those in memory vanish by themselves."""
    while _COPIES:
        database = _COPIES.pop()
        database.close()
        _tell_server(f"DROP DATABASE {database.settings_dict['NAME']}")


def _on_server(template: str) -> BaseDatabaseWrapper:
    """Make a database on the server of the tests' own, empty or as a copy."""
    name = f"longbien_pair_{os.getpid()}_{next(_NUMBERS)}"
    _tell_server(f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else ""))
    outer = connections["default"]
    return type(outer)({**outer.settings_dict, "NAME": name}, alias="default")


def _tell_server(words: str) -> None:
    with connections["default"]._nodb_cursor() as cursor:  # how Django itself makes test databases
        cursor.execute(words)


def make_pair(template: BaseDatabaseWrapper) -> Pair:
    """Make two nodes that know each other, in copies of an empty database."""
    clock = Ticking(TODAY)
    vn = make_side("VN", "AT", copy_database(template), clock)
    at = make_side("AT", "VN", copy_database(template), clock)
    return Pair(vn=vn, at=at, clock=clock, lines={"VN": Line(at), "AT": Line(vn)})
