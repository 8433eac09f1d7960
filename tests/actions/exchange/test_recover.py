# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A node is restored from an older copy of itself: partners give back what they hold, or the log is closed."""

import io
from dataclasses import replace

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper

from longbien.actions.exchange.give_back import give_back
from longbien.actions.exchange.hourly import exchange_checkpoint
from longbien.actions.exchange.recover import Recovered, recover
from longbien.actions.log.audit import audit_logs
from longbien.actions.log.backup import backup
from longbien.actions.log.hold import is_held
from longbien.actions.log.prove import checkpoint
from longbien.actions.log.restore import restore
from longbien.actions.parties.next_log import begin_next_log
from longbien.bridge.null import MemoryStore, NullPeerDoor
from longbien.bridge.ports import ObjectStore
from longbien.core.base.errors import RefusedError
from longbien.core.log.checkpoint import LogSigner
from longbien.store import models
from tests.actions.log.test_backup import archive
from tests.actions.steps import accepted, look, preserved, send
from tests.pair import Pair, Side, copy_database
from tests.requests import preservation


class Copies:
    """Copies of the two nodes, and how a node is set back to its copy."""

    def __init__(self, pair: Pair, template: BaseDatabaseWrapper) -> None:
        self.pair = pair
        self.template = template
        self.kept: list[tuple[str, bytes]] = []

    def keep(self, side: Side) -> None:
        """Back a node up."""
        self.kept.clear()
        with side:
            backup(
                node=side.node,
                actor=side.officers["operator"],
                write=lambda name, size, source: self.kept.append((name, source.read(size))),
            )

    def bring_back(self, side: Side, objects: ObjectStore | None = None) -> None:
        """Lose the node, and restore the copy into an empty database and an empty store."""
        side.database = copy_database(self.template)
        side.node = replace(side.node, objects=objects or MemoryStore())
        with side:
            restore(members=archive(self.kept), objects=side.node.objects, now=side.node.clock())
            side.officers = {one.username: one for one in models.Officer.objects.all()}

    def given_back(self, side: Side) -> io.BytesIO:
        """Let the other node write what it holds of this one."""
        other = self.pair.other(side)
        file = io.BytesIO()
        with other:
            give_back(node=other.node, actor=other.officers["duty"], partner=side.node.party, file=file)
        file.seek(0)
        return file

    def recover(self, side: Side, *files: io.BytesIO) -> Recovered:
        """Take recovery files in."""
        with side:
            return recover(
                node=side.node,
                actor=side.officers["operator"],
                files=files,
                open_door=lambda _url, _key: self.pair.line(side),
            )


@pytest.fixture
def copies(pair: Pair, pair_template: BaseDatabaseWrapper) -> Copies:
    """Give copies of a pair."""
    return Copies(pair, pair_template)


def is_sound(side: Side) -> tuple[bool, int]:
    """Audit the newest log of a node: sound or not, and how many rows it lost."""
    with side:
        found = audit_logs([side.node.keys.log.keys])[-1]
        assert found.findings == found.tree.findings == ()
        return found.is_sound, found.lost


def test_what_was_lost_comes_back_from_the_partner(pair: Pair, copies: Copies) -> None:
    copies.keep(pair.vn)
    request_id = preserved(pair)
    tracks = look(pair.vn, request_id).state.tracks
    pair.clock.go(hours=2)
    with pair.vn:
        assert (
            exchange_checkpoint(node=pair.vn.node, partner=pair.at.node.party, door=pair.line(pair.vn)) == ""
        )
        size = checkpoint().checkpoint.size
    copies.bring_back(pair.vn)
    with pair.vn:
        assert is_held()
        restored = checkpoint().checkpoint.size
    found = copies.recover(pair.vn, copies.given_back(pair.vn))
    assert (found.sizes, found.silent, found.refused, found.unfollowed) == ({"AT": size}, {}, {}, 0)
    assert (found.size, found.leaves) == (size, size - restored)
    assert (found.acts, found.receipts) == (4, 1)
    assert found.lost > 0  # who approved, receipts under their first checkpoint: nobody else had them
    assert is_sound(pair.vn) == (True, found.lost)
    assert look(pair.vn, request_id).state.tracks == tracks
    pair.settle()
    again = send(pair, "preservation", preservation())
    assert look(pair.vn, again).state.tracks == look(pair.at, again).state.tracks
    assert copies.recover(pair.vn, copies.given_back(pair.vn)).acts == 0
    assert is_sound(pair.vn) == (True, found.lost)
    assert is_sound(pair.at) == (True, 0)


def test_a_node_that_is_asked_gets_its_leaves_back_too(pair: Pair, copies: Copies) -> None:
    with pair.at:
        copies.keep(pair.at)
    request_id, _ = accepted(pair)
    copies.bring_back(pair.at)
    found = copies.recover(pair.at, copies.given_back(pair.at))
    assert found.leaves > 0
    assert is_sound(pair.at) == (True, found.lost)
    here, there = look(pair.at, request_id), look(pair.vn, request_id)
    assert here.state.tracks == there.state.tracks
    pair.settle()


def test_leaves_that_nobody_kept_close_the_log(pair: Pair, copies: Copies) -> None:
    copies.keep(pair.vn)
    request_id = preserved(pair)
    with pair.at:
        kept = models.WitnessedCheckpoint.objects.filter(log__party="VN").order_by("size")
        kept.filter(pk=kept[0].pk).delete()
    copies.bring_back(pair.vn)
    file = copies.given_back(pair.vn)
    with pytest.raises(RefusedError, match=r"log\.recovery_incomplete"):
        copies.recover(pair.vn, file)
    with pair.vn as vn:
        assert is_held()
        assert not models.Act.objects.exists()
        pair_of = [vn.officers["directory"], vn.officers["registrar"]]
        begin_next_log(node=vn.node, actors=pair_of, origin="log.vn.example/next")
        signer = vn.node.keys.log
        log = LogSigner(origin="log.vn.example/next", ed25519=signer.ed25519, ml_dsa_44=signer.ml_dsa_44)
        vn.node = replace(vn.node, keys=replace(vn.node.keys, log=log))
    found = copies.recover(pair.vn, file)
    assert (found.acts, found.receipts, found.leaves, found.lost) == (4, 1, 0, 0)
    assert is_sound(pair.vn) == (True, 0)
    pair.settle()
    assert look(pair.vn, request_id).state.tracks == look(pair.at, request_id).state.tracks


def test_nothing_is_signed_while_a_partner_is_silent(pair: Pair, copies: Copies) -> None:
    copies.keep(pair.vn)
    preserved(pair)
    copies.bring_back(pair.vn)
    file = copies.given_back(pair.vn)
    pair.line(pair.vn).is_cut = True
    assert copies.recover(pair.vn, file).silent == {"AT": "bridge.unreachable"}
    with pair.vn:
        assert is_held()
    pair.line(pair.vn).is_cut = False
    assert copies.recover(pair.vn, file).acts == 4


def test_another_partys_file_and_another_officer_are_refused(pair: Pair, copies: Copies) -> None:
    preserved(pair)
    file = copies.given_back(pair.vn)
    with pytest.raises(RefusedError, match=r"exchange\.wrong_recipient"):
        copies.recover(pair.at, file)
    with pair.vn, pytest.raises(RefusedError, match=r"people\.not_permitted"):
        recover(
            node=pair.vn.node,
            actor=pair.vn.officers["duty"],
            files=[file],
            open_door=lambda _url, _key: NullPeerDoor(),
        )
    with pair.at, pytest.raises(RefusedError, match=r"people\.not_permitted"):
        give_back(
            node=pair.at.node,
            actor=pair.at.officers["auditor"],
            partner=pair.vn.node.party,
            file=io.BytesIO(),
        )


def test_a_partner_sees_no_leaf_of_ours(pair: Pair) -> None:
    preserved(pair)
    with pair.at:
        kept = list(models.WitnessedCheckpoint.objects.exclude(leaves_from=None))
    assert kept
    assert all(b'"class"' not in bytes(one.leaves) for one in kept)
