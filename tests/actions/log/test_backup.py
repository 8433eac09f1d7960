# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Backup and restore: every row comes back, the log is held until the witnesses have spoken, a fork is never signed."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import pytest
from django.db import connection

from longbien.actions.log.append import append
from longbien.actions.log.backup import ABOUT, backup, copied_models
from longbien.actions.log.decision import record_decision
from longbien.actions.log.hold import is_held
from longbien.actions.log.prove import checkpoint
from longbien.actions.log.restore import ask_witnesses, restore
from longbien.actions.parties.next_log import begin_next_log
from longbien.bridge.archive import reading, writing
from longbien.bridge.null import MemoryStore, NullPeerDoor
from longbien.bridge.ports import Member, Reply
from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.log.leaf import LeafClass, make_leaf
from longbien.store import models
from longbien.store.queries.parties import trusted_entry
from longbien.store.writing import write_transaction
from tests.authority import NOW, authority
from tests.nodes import log_signer, make_node, make_officer

pytestmark = pytest.mark.django_db
Copy: TypeAlias = list[tuple[str, bytes]]


def archive(members: Sequence[tuple[str, bytes]]) -> list[Member]:
    return [Member(name=name, size=len(data), source=io.BytesIO(data)) for name, data in members]


def copy_of_a_node() -> Copy:
    """Make a node with an officer, a partner, a decision; copy it; and empty the database."""
    node = make_node(authority("VN"), [authority("AT")])
    operator = make_officer("operator", "operator")
    with write_transaction():
        record_decision(node=node, verb="people.manage", role_id="x", facts={}, now=NOW)
    kept: Copy = []
    about = backup(
        node=node, actor=operator, write=lambda name, size, source: kept.append((name, source.read(size)))
    )
    assert about.log_size == 2
    empty_the_database()
    return kept


def empty_the_database() -> None:
    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        for model in copied_models():
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")
    connection.check_constraints()


def test_everything_comes_back_and_the_log_is_held() -> None:
    kept = copy_of_a_node()
    about = restore(members=archive(kept), objects=MemoryStore(), now=NOW)
    assert (about.party, about.log_size) == ("VN", 2)
    assert checkpoint().checkpoint.size == 2
    assert models.Officer.objects.get().roles() == {"operator"}
    assert is_held()
    with pytest.raises(RefusedError) as caught, write_transaction():
        append([make_leaf(LeafClass.DECISION, NOW, record="00" * 32)], NOW, log_signer(authority("VN")))
    assert caught.value.code == "log.held"
    with pytest.raises(RefusedError) as caught:
        restore(members=archive(kept), objects=MemoryStore(), now=NOW)
    assert caught.value.code == "log.restore_not_empty"


@dataclass(frozen=True)
class Witness(NullPeerDoor):
    """A partner's door that answers one thing about our log."""

    reply: Reply

    def add_checkpoint(self, request: bytes) -> Reply:
        return self.reply


@pytest.mark.parametrize(
    "reply",
    [
        Reply(status=409, body=b"2\n"),
        Reply(status=409, body=b"1\n"),
        Reply(status=200, body=b"lines"),
        Reply(status=404, body=b""),
    ],
)
def test_the_log_goes_on_when_no_witness_saw_more(reply: Reply) -> None:
    restore(members=archive(copy_of_a_node()), objects=MemoryStore(), now=NOW)
    asked = ask_witnesses(open_door=lambda *_: Witness(reply=reply))
    assert (not is_held(), not asked.silent) == (True, True)


def test_a_silent_witness_or_nonsense_keeps_the_log_held() -> None:
    restore(members=archive(copy_of_a_node()), objects=MemoryStore(), now=NOW)
    assert ask_witnesses(open_door=lambda *_: NullPeerDoor()).silent == {"AT": "bridge.unreachable"}
    nonsense = Witness(reply=Reply(status=409, body=b"many\n"))
    assert ask_witnesses(open_door=lambda *_: nonsense).silent == {"AT": "log.witness_answer"}
    assert is_held()


def test_a_log_that_was_seen_longer_is_closed_and_a_new_one_linked() -> None:
    restore(members=archive(copy_of_a_node()), objects=MemoryStore(), now=NOW)
    with pytest.raises(RefusedError) as caught:
        ask_witnesses(open_door=lambda *_: Witness(reply=Reply(status=409, body=b"7\n")))
    assert caught.value.code == "log.shorter_than_witnessed"
    assert is_held()


def test_the_next_log_begins_with_the_statement_that_closes_the_last() -> None:
    node = make_node(authority("VN"), [authority("AT")])
    pair = [make_officer(name, "directory-officer") for name in ("one", "two")]
    with pytest.raises(RefusedError) as caught:
        begin_next_log(node=node, actors=pair[:1], origin="vn.example/log-2")
    assert caught.value.code == "people.two_needed"
    begin_next_log(node=node, actors=pair, origin="vn.example/log-2")
    entry = trusted_entry(node.party)
    assert entry is not None
    assert (entry.number, entry.log_origin, checkpoint().checkpoint.origin) == (
        2,
        "vn.example/log-2",
        "vn.example/log-2",
    )
    assert list(models.Act.objects.order_by("leaf_index").values_list("kind", "leaf_index")) == [
        ("statement.log-closed", 0),
        ("directory.entry", 1),
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda kept: kept[1:],
        lambda kept: [(kept[0][0], b"{}"), *kept[1:]],
        lambda kept: [*kept, ("../../etc/passwd", b"x")],
        lambda kept: [
            *kept,
            ("rows/999999.jsonl", b'{"model": "auth.group", "pk": 1, "fields": {"name": "x"}}\n'),
        ],
        lambda kept: [*kept, ("rows/999999.jsonl", b"not json\n")],
        lambda kept: [*kept, kept[1]],
    ],
)
def test_a_changed_backup_leaves_nothing(change: Callable[[Copy], Copy]) -> None:
    kept = copy_of_a_node()
    with pytest.raises(LongBienError):
        restore(members=archive(change(kept)), objects=MemoryStore(), now=NOW)
    assert models.Party.objects.count() == 0


def test_the_archive_is_locked_and_cannot_be_cut() -> None:
    sink = io.BytesIO()
    with writing(sink, "a passphrase", 10) as write:
        write(ABOUT, 3, io.BytesIO(b"abc"))
        write("objects/x/content", 200_000, io.BytesIO(bytes(200_000)))
    sealed = sink.getvalue()
    with reading(io.BytesIO(sealed), "a passphrase") as members:
        assert [(one.name, len(one.source.read())) for one in members] == [
            (ABOUT, 3),
            ("objects/x/content", 200_000),
        ]
    for bad in (sealed[:-1], sealed[: len(sealed) // 2], sealed[:-5] + b"\0" + sealed[-4:]):
        with pytest.raises(LongBienError), reading(io.BytesIO(bad), "a passphrase") as members:
            [one.source.read() for one in members]
    with pytest.raises(RefusedError), reading(io.BytesIO(sealed), "another") as members:
        list(members)
    with pytest.raises(MalformedError), reading(io.BytesIO(b"nothing"), "a passphrase") as members:
        list(members)
