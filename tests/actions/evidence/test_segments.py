# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Segments on arrival: any order, twice, damaged, of nothing that was announced; a cut line goes on where it stopped."""

import pytest

from longbien.actions.evidence.push import push
from longbien.actions.evidence.segments import missing, take_segment
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import ObjectId
from longbien.core.evidence.segments import SEGMENT_BYTES, SegmentTree
from longbien.store.models.evidence import EvidencePart
from tests.actions.steps import announced, look, transferred
from tests.pair import Pair, Side

UNKNOWN = ObjectId("ab" * 16)


def payload(side: Side, object_id: ObjectId) -> tuple[list[bytes], SegmentTree]:
    """Give the segments that a sealer holds, and their tree."""
    with side:
        part = EvidencePart.objects.get(object_id=object_id, name="content")
        found = [side.node.objects.get_segment(object_id, "content", index) for index in range(part.leaves)]
        return found, SegmentTree(bytes(part.leaf_hashes))


def take(side: Side, object_id: ObjectId, index: int, path: tuple[bytes, ...], data: bytes) -> bool:
    return take_segment(
        node=side.node, object_id=object_id, part="content", index=index, path=path, data=data
    )


def test_segments_come_in_any_order_and_twice(pair: Pair) -> None:
    request_id, object_id = announced(pair)
    segments, tree = payload(pair.at, object_id)
    with pair.vn as vn:
        for index in (3, 0, 3, 2):
            assert take(vn, object_id, index, tree.path(index), segments[index]) in (True, False)
        assert missing(node=vn.node, object_id=object_id, part="content").ranges == ((1, 1),)
        assert take(vn, object_id, 1, tree.path(1), segments[1]) is True
        assert take(vn, object_id, 1, tree.path(1), segments[1]) is False
        assert missing(node=vn.node, object_id=object_id, part="content").ranges == ()
    (card,) = look(pair.vn, request_id).evidence
    assert [one.action for one in card.custody if one.party == "VN"] == ["transfer-in"]
    assert card.parts[0].complete_at is not None


def test_what_does_not_lead_to_the_signed_root_is_refused_and_not_kept(pair: Pair) -> None:
    _, object_id = announced(pair)
    segments, tree = payload(pair.at, object_id)
    changed = bytes([segments[0][0] ^ 1]) + segments[0][1:]
    cases = (
        (0, tree.path(0), changed, "evidence.segment_damaged"),
        (1, tree.path(1), segments[0], "evidence.segment_damaged"),
        (0, tree.path(1), segments[0], "evidence.segment_damaged"),
        (0, (), segments[0], "evidence.segment_damaged"),
        (0, tree.path(0), segments[0][:-1], "evidence.segment_length"),
        (3, tree.path(3), segments[3] + b"\0", "evidence.segment_length"),
        (4, tree.path(3), segments[3], "evidence.segment_unknown"),
        (-1, tree.path(3), segments[3], "evidence.segment_unknown"),
    )
    with pair.vn as vn:
        for index, path, data, code in cases:
            with pytest.raises(RefusedError, match=code.replace(".", r"\.")):
                take(vn, object_id, index, path, data)
        assert vn.node.objects.size(object_id, "content") == 0
        assert missing(node=vn.node, object_id=object_id, part="content").held == 0


def test_bytes_that_fit_no_announced_object_are_refused(pair: Pair) -> None:
    _, object_id = announced(pair)
    segments, tree = payload(pair.at, object_id)
    with pair.vn as vn:
        for name, part in ((UNKNOWN, "content"), (object_id, "digests"), (object_id, "../../etc")):
            with pytest.raises(RefusedError, match=r"evidence\.not_announced"):
                take_segment(
                    node=vn.node, object_id=name, part=part, index=0, path=tree.path(0), data=segments[0]
                )
            with pytest.raises(RefusedError, match=r"evidence\.not_announced"):
                missing(node=vn.node, object_id=name, part=part)
    with pair.at as at, pytest.raises(RefusedError, match=r"evidence\.not_announced"):
        take(at, object_id, 0, tree.path(0), segments[0])


def test_a_cut_transfer_goes_on_and_sends_nothing_twice(pair: Pair) -> None:
    _, object_id = announced(pair)
    line = pair.line(pair.at)
    with pair.at as at:

        def step(segments: int) -> str:
            done = push(
                node=at.node, open_door=lambda _url, _key: line, partner=pair.vn.node.party, segments=segments
            )
            return done.code

        assert step(1) == ""
        line.is_cut = True
        assert step(10) == "bridge.unreachable"
        line.is_cut = False
        assert step(10) == ""
        assert step(10) == ""
    assert line.segments == 4
    with pair.vn as vn:
        assert missing(node=vn.node, object_id=object_id, part="content").ranges == ()


def test_nothing_is_pushed_before_the_announcement_has_arrived(pair: Pair) -> None:
    line = pair.line(pair.at)
    line.is_cut = False
    _, object_id = announced(pair)
    with pair.vn:
        EvidencePart.objects.filter(object_id=object_id).update(name="other")
    transferred(pair)
    assert line.segments == 0


def test_one_segment_more_than_a_mebibyte_is_counted(pair: Pair) -> None:
    _, object_id = announced(pair, data=b"x" * (SEGMENT_BYTES - 16 - 17 * 16))
    segments, _ = payload(pair.at, object_id)
    assert [len(one) for one in segments] in ([SEGMENT_BYTES], [SEGMENT_BYTES - 16], [SEGMENT_BYTES, 16])
    transferred(pair)
    with pair.vn as vn:
        assert missing(node=vn.node, object_id=object_id, part="content").ranges == ()
