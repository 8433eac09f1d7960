# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Frames: a sealed act with the outer header that carriage needs (docs/protocol/acts.md, section 5).

The header is bound to the sealed bytes through HPKE's `info`: a frame opens under its own header or not at all.
"""

from dataclasses import dataclass, field
from typing import Final

from longbien.core.base.canonical import decode, encode
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import ActId, KeyId, PartyId, parse_act_id, parse_key_id, parse_party_id
from longbien.core.sealing import hpke
from longbien.core.sealing.act import Act, SignedAct
from longbien.core.sealing.keys import KeyPair, PublicKey
from longbien.core.sealing.suites import ACT_SUITE, KeyUse, act_suite

MAX_HEADER: Final = 1024
"""The largest header in bytes."""
MAX_FRAME: Final = 1024 * 1024 + 1024
"""The largest frame in bytes."""
MIN_FRAME: Final = 6 + 2 + ACT_SUITE.overhead
"""No frame is shorter than its fixed parts, in bytes."""

_MAGIC: Final = b"LBF1"
_PREFIX: Final = 6
_INFO: Final = b"longbien/act/v1\0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A frame as it was read: what it says of itself, the header's bytes and the sealed bytes. Nothing is verified."""

    suite: str
    sender: PartyId
    recipient: PartyId
    act_id: ActId
    seal_key: KeyId
    header: bytes = field(repr=False)
    sealed: bytes = field(repr=False)


def seal_act(signed: SignedAct, recipient_key: PublicKey) -> bytes:
    """Seal a signed act to the recipient whose seal key it names, and frame it. Done once; the bytes are kept.

    RefusedError `sealing.statement_not_sent` for a statement, `sealing.wrong_seal_key` for another key than the
    act names, `sealing.key_use` for a key of another use.
    """
    act = signed.act
    if act.is_statement:
        raise RefusedError("sealing.statement_not_sent", kind=act.kind)
    if recipient_key.use is not KeyUse.SEAL:
        raise RefusedError("sealing.key_use", use=recipient_key.use, algorithm=recipient_key.algorithm)
    if recipient_key.key_id != act.seal_key:
        raise RefusedError("sealing.wrong_seal_key", key=recipient_key.key_id)
    header = _header(act, len(signed.envelope) + act_suite(act.suite).overhead)
    sealed = hpke.seal(signed.envelope, recipient_key, _INFO + header)
    return b"".join((_MAGIC, len(header).to_bytes(2, "big"), header, sealed))


def check_size(data: bytes) -> None:
    """Check a frame's size before anything else; MalformedError `exchange.too_large` or `exchange.truncated`."""
    if len(data) > MAX_FRAME:
        raise MalformedError("exchange.too_large", limit=MAX_FRAME)
    if len(data) < MIN_FRAME:
        raise MalformedError("exchange.truncated")


def read_frame(data: bytes) -> Frame:
    """Read a frame. MalformedError: `check_size`'s, `sealing.frame_malformed`, `sealing.suite_unknown`, `sealing.frame_length`."""
    check_size(data)
    length = int.from_bytes(data[4:_PREFIX], "big")
    if data[:4] != _MAGIC or length > MAX_HEADER:
        raise MalformedError("sealing.frame_malformed", reason="prefix")
    header = data[_PREFIX : _PREFIX + length]
    sealed = data[_PREFIX + length :]
    frame, stated = _parse_header(header, sealed)
    if stated != len(sealed):
        raise MalformedError("sealing.frame_length", stated=stated, found=len(sealed))
    return frame


def open_frame(frame: Frame, private: KeyPair) -> bytes:
    """Open a frame and give the envelope's bytes, unverified; RefusedError `sealing.not_opened` or `sealing.key_use`."""
    if private.public.use is not KeyUse.SEAL:
        raise RefusedError("sealing.key_use", use=private.public.use, algorithm=private.public.algorithm)
    if private.key_id != frame.seal_key:
        raise RefusedError("sealing.not_opened", key=frame.seal_key)
    return hpke.unseal(frame.sealed, private, _INFO + frame.header)


def check_header(frame: Frame, act: Act) -> None:
    """Check that the signed act repeats what the header says; RefusedError `sealing.header_mismatch` names the field."""
    pairs = (
        ("suite", frame.suite, act.suite),
        ("sender", frame.sender, act.sender),
        ("recipient", frame.recipient, act.recipient),
        ("act", frame.act_id, act.id),
        ("seal_key", frame.seal_key, act.seal_key),
    )
    for name, outer, inner in pairs:
        if outer != inner:
            raise RefusedError("sealing.header_mismatch", field=name)


def _header(act: Act, length: int) -> bytes:
    header = encode(
        {
            "v": 1,
            "suite": act.suite,
            "sender": act.sender,
            "recipient": act.recipient,
            "act": act.id,
            "seal_key": act.seal_key,
            "length": length,
        }
    )
    if len(header) > MAX_HEADER:
        raise MalformedError("sealing.frame_malformed", reason="header")
    return header


def _parse_header(header: bytes, sealed: bytes) -> tuple[Frame, int]:
    """Read the header; the second value is the length that it states for the sealed bytes."""
    try:
        fields = Fields(decode(header, max_bytes=MAX_HEADER, max_depth=1))
        fields.integer("v", minimum=1, maximum=1)
        suite = act_suite(fields.text("suite", max_length=40)).id
        frame = Frame(
            suite=suite,
            sender=fields.parsed("sender", parse_party_id),
            recipient=fields.parsed("recipient", parse_party_id),
            act_id=fields.parsed("act", parse_act_id),
            seal_key=fields.parsed("seal_key", parse_key_id),
            header=header,
            sealed=sealed,
        )
        stated = fields.integer("length", maximum=MAX_FRAME)
        fields.done()
    except MalformedError as error:
        if error.code == "sealing.suite_unknown":
            raise
        raise MalformedError("sealing.frame_malformed", reason=str(error)) from error
    return frame, stated
