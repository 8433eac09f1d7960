# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Deliveries: 1 to 64 frames in one body, with what the two logs have to tell each other (docs/protocol/exchange.md).

    "LBD1" || u32 header length || header || frames, each u32 length || frame

Only the outside is read here. Each frame is decided alone, by `longbien.core.sealing.arrival`.
"""

import base64
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from longbien.core.base.canonical import decode, encode
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import PartyId, parse_party_id

MAX_ACTS: Final = 64
"""How many acts a delivery carries at most."""
MAX_DELIVERY: Final = 16 * 1024 * 1024
"""The largest delivery in bytes."""
MAX_HEADER: Final = 256 * 1024
"""The largest header in bytes: room for a checkpoint with its proof and the leaves to keep, and for cosignatures."""
MAX_COSIGNATURE_TEXT: Final = 16 * 1024
"""The longest text of cosignature lines, in characters."""

_MAGIC: Final = b"LBD1"
_START: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A delivery as it was read. Nothing in it is verified.

    `checkpoint`: an add-checkpoint body for the sender's log, or empty. `witnessed`: the size of the recipient's log
    that the sender last witnessed; `cosignatures`: the sender's cosignature lines for that checkpoint, or empty.
    """

    sender: PartyId
    recipient: PartyId
    frames: tuple[bytes, ...] = field(repr=False)
    checkpoint: bytes = field(default=b"", repr=False)
    witnessed: int = 0
    cosignatures: str = field(default="", repr=False)


def print_delivery(delivery: Delivery) -> bytes:
    """Write a delivery; MalformedError for what a reader would refuse."""
    if not 1 <= len(delivery.frames) <= MAX_ACTS:
        raise MalformedError("exchange.delivery_malformed", reason="count")
    header = encode(
        {
            "v": 1,
            "sender": delivery.sender,
            "recipient": delivery.recipient,
            "count": len(delivery.frames),
            "checkpoint": base64.b64encode(delivery.checkpoint).decode("ascii"),
            "witnessed": delivery.witnessed,
            "cosignatures": delivery.cosignatures,
        }
    )
    if len(header) > MAX_HEADER:
        raise MalformedError("exchange.delivery_malformed", reason="header")
    pieces = [_MAGIC, len(header).to_bytes(4, "big"), header]
    for frame in delivery.frames:
        pieces += (len(frame).to_bytes(4, "big"), frame)
    data = b"".join(pieces)
    if len(data) > MAX_DELIVERY:
        raise MalformedError("exchange.too_large", limit=MAX_DELIVERY)
    return data


def fill_delivery(frames: Sequence[bytes]) -> int:
    """Tell how many of the first frames fit one delivery (at least one: no frame is as large as a delivery)."""
    room = MAX_DELIVERY - _START - MAX_HEADER
    for count, frame in enumerate(frames[:MAX_ACTS]):
        room -= 4 + len(frame)
        if room < 0:
            return count
    return min(len(frames), MAX_ACTS)


def parse_delivery(data: bytes) -> Delivery:
    """Read a delivery. MalformedError `exchange.too_large`, `exchange.truncated`, `exchange.delivery_malformed`."""
    if len(data) > MAX_DELIVERY:
        raise MalformedError("exchange.too_large", limit=MAX_DELIVERY)
    if len(data) < _START:
        raise MalformedError("exchange.truncated")
    length = int.from_bytes(data[4:_START], "big")
    if data[:4] != _MAGIC or length > MAX_HEADER:
        raise MalformedError("exchange.delivery_malformed", reason="prefix")
    end = _START + length
    if len(data) < end:
        raise MalformedError("exchange.truncated")
    try:
        fields = Fields(decode(data[_START:end], max_bytes=MAX_HEADER, max_depth=1))
        fields.integer("v", minimum=1, maximum=1)
        count = fields.integer("count", minimum=1, maximum=MAX_ACTS)
        delivery = Delivery(
            sender=fields.parsed("sender", parse_party_id),
            recipient=fields.parsed("recipient", parse_party_id),
            frames=_frames(data, end, count),
            checkpoint=fields.base64("checkpoint"),
            witnessed=fields.integer("witnessed"),
            cosignatures=fields.text("cosignatures", min_length=0, max_length=MAX_COSIGNATURE_TEXT),
        )
        fields.done()
    except MalformedError as error:
        if error.code.startswith("exchange."):
            raise
        raise MalformedError("exchange.delivery_malformed", reason=str(error)) from error
    return delivery


def _frames(data: bytes, place: int, count: int) -> tuple[bytes, ...]:
    frames = []
    for _ in range(count):
        start = place + 4
        length = int.from_bytes(data[place:start], "big")
        place = start + length
        if start > len(data) or place > len(data):
            raise MalformedError("exchange.truncated")
        frames.append(data[start:place])
    if place != len(data):
        raise MalformedError("exchange.delivery_malformed", reason="trailing")
    return tuple(frames)
