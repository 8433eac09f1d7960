# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The routes of evidence: what is missing of a part, and one segment at a time (docs/protocol/exchange.md)."""

from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from longbien.actions.evidence.segments import missing as missing_segments
from longbien.actions.evidence.segments import take_segment
from longbien.actions.node import current_node
from longbien.core.base.canonical import encode
from longbien.core.base.errors import MalformedError
from longbien.core.base.ids import ObjectId
from longbien.core.exchange.courier import MAX_PATH, MAX_SEGMENT
from longbien.peer.guard import JSON, peer_route

_HASH: Final = 32


@peer_route("GET")
def missing(request: HttpRequest, object_id: str, part: str) -> HttpResponseBase:
    """Tell which segments of a part are missing here."""
    found = missing_segments(node=current_node(), object_id=ObjectId(object_id), part=part)
    answer = encode({"v": 1, "leaves": found.leaves, "held": found.held, "ranges": found.ranges})
    return HttpResponse(answer, content_type=JSON)


@peer_route("PUT")
def segment(request: HttpRequest, object_id: str, part: str, index: str) -> HttpResponseBase:
    """Take one segment with its audit path; 204 once it is held, also when it was held before."""
    path, data = read_segment(request.body)
    take_segment(
        node=current_node(), object_id=ObjectId(object_id), part=part, index=int(index), path=path, data=data
    )
    return HttpResponse(status=204)


def read_segment(body: bytes) -> tuple[list[bytes], bytes]:
    """Take a body apart: u8 path length, path, segment. MalformedError `exchange.segment_malformed`."""
    hashes = body[0] if body else MAX_PATH + 1
    end = 1 + hashes * _HASH
    if hashes > MAX_PATH or not end < len(body) <= end + MAX_SEGMENT:
        raise MalformedError("exchange.segment_malformed")
    return [body[place : place + _HASH] for place in range(1, end, _HASH)], body[end:]
