# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The order of checks on an arriving frame, as one table (docs/protocol/acts.md, section 6).

Cheap checks on bytes come first; keys are used only on what passed them; the payload is read only once both signatures hold,
so that nobody but a partner can give its reader work; nothing later is done once one check fails.
Everything that the checks need to know is asked of `Door`; nothing is remembered here.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, TypeAlias

from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.ids import ActId, Digest, KeyId, PartyId
from longbien.core.sealing.act import Act, parse_act
from longbien.core.sealing.dsse import (
    ACT_TYPE,
    Envelope,
    check_signatures,
    envelope_digest,
    parse_envelope,
)
from longbien.core.sealing.frame import Frame, check_header, check_size, open_frame, read_frame
from longbien.core.sealing.keys import KeyPair
from longbien.core.sealing.trust import TrustedKey, TrustedKeys, check_valid

MAX_FUTURE: Final = timedelta(minutes=10)
"""How far ahead of our clock an act's time may be."""
MAX_PAST: Final = timedelta(days=400)
"""How old an act may be when it arrives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """What this node knows when a frame arrives.

    `is_known`: the party was introduced. `seen`: digest of the frame already stored for this sender and act id, or
    None. `within_quota`: counts this frame (its length in bytes) against the sender and tells whether it may be
    looked at now. `private_key`: our seal key of an id, or None.
    """

    party: PartyId
    exercise: bool
    now: datetime
    is_known: Callable[[PartyId], bool]
    seen: Callable[[PartyId, ActId], Digest | None]
    within_quota: Callable[[PartyId, int], bool]
    private_key: Callable[[KeyId], KeyPair | None]
    keys: TrustedKeys


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """An act that passed every check, with the bytes to keep and `frame_digest` for `Door.seen`."""

    act: Act
    envelope: bytes = field(repr=False)
    digest: Digest
    frame_digest: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """A frame that is already stored, byte for byte: the stored receipt is given again, and no new leaf made."""

    sender: PartyId
    act_id: ActId
    frame_digest: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A frame that failed the check `step`; `error` has the code.

    `frame` is there when it could be read, so that the answer can name the act. `digest` and `envelope` are there only
    when both signatures hold: then the sender really said it, and the refusal gets a receipt; `act` too, if what was said
    could be read. Anybody can seal to a public key, so without signatures there is nothing to acknowledge.
    """

    step: str
    error: LongBienError
    frame: Frame | None
    act: Act | None
    envelope: bytes | None = field(repr=False)
    digest: Digest | None


Verdict: TypeAlias = Arrived | Repeated | Refused
"""What the checks say of one frame."""


@dataclass(slots=True, kw_only=True)
class _Work:
    """One frame on its way through the checks; each field is set by the step that establishes it."""

    data: bytes
    door: Door
    frame: Frame = field(init=False)
    frame_digest: Digest = field(init=False)
    is_repeated: bool = False
    opened: bytes = field(init=False)
    envelope: Envelope = field(init=False)
    act: Act = field(init=False)
    keys: tuple[TrustedKey, ...] = field(init=False)
    digest: Digest = field(init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One check: its name, every code with which it may refuse, and what it does."""

    name: str
    codes: tuple[str, ...]
    check: Callable[[_Work], None]


def examine(data: bytes, door: Door) -> Verdict:
    """Put a frame through the checks, in order, until one fails or all have passed. Never raises for bad input."""
    work = _Work(data=data, door=door)
    for step in STEPS:
        try:
            step.check(work)
        except LongBienError as error:
            return Refused(
                step=step.name,
                error=error,
                frame=getattr(work, "frame", None),
                act=getattr(work, "act", None),
                envelope=work.opened if hasattr(work, "digest") else None,
                digest=getattr(work, "digest", None),
            )
        if work.is_repeated:
            return Repeated(
                sender=work.frame.sender, act_id=work.frame.act_id, frame_digest=work.frame_digest
            )
    return Arrived(act=work.act, envelope=work.opened, digest=work.digest, frame_digest=work.frame_digest)


def arrive(data: bytes, door: Door) -> Arrived | Repeated:
    """Do as `examine`, but raise the refusal: MalformedError or RefusedError with a code of `STEPS`."""
    verdict = examine(data, door)
    if isinstance(verdict, Refused):
        raise verdict.error
    return verdict


def frame_digest(data: bytes) -> Digest:
    """Compute the digest by which a frame's repetition is recognised: SHA-256 of its bytes."""
    return Digest(hashlib.sha256(data).hexdigest())


def _size(work: _Work) -> None:
    check_size(work.data)


def _frame(work: _Work) -> None:
    work.frame = read_frame(work.data)


def _addressing(work: _Work) -> None:
    frame = work.frame
    if frame.recipient != work.door.party:
        raise RefusedError("exchange.wrong_recipient", recipient=frame.recipient)
    if frame.sender == work.door.party or not work.door.is_known(frame.sender):
        raise RefusedError("exchange.unknown_sender", sender=frame.sender)


def _replay(work: _Work) -> None:
    work.frame_digest = frame_digest(work.data)
    stored = work.door.seen(work.frame.sender, work.frame.act_id)
    if stored is None:
        return
    if stored != work.frame_digest:
        raise RefusedError("exchange.act_id_reused", act=work.frame.act_id)
    work.is_repeated = True


def _quota(work: _Work) -> None:
    if not work.door.within_quota(work.frame.sender, len(work.data)):
        raise RefusedError("exchange.quota", sender=work.frame.sender)


def _open(work: _Work) -> None:
    private = work.door.private_key(work.frame.seal_key)
    if private is None:
        raise RefusedError("sealing.not_opened", key=work.frame.seal_key)
    work.opened = open_frame(work.frame, private)
    work.envelope = parse_envelope(work.opened, ACT_TYPE)


def _signatures(work: _Work) -> None:
    keys = []
    for signature in work.envelope.signatures:
        trusted = work.door.keys.key(work.frame.sender, signature.key_id)
        if trusted is None:
            raise RefusedError("parties.key_unknown", key=signature.key_id)
        keys.append(trusted)
    check_signatures(work.envelope, [trusted.public for trusted in keys])
    work.keys = tuple(keys)
    work.digest = envelope_digest(work.opened)


def _act(work: _Work) -> None:
    act = parse_act(work.envelope.payload)
    work.act = act
    check_header(work.frame, act)
    if act.sign_keys != tuple(signature.key_id for signature in work.envelope.signatures):
        raise RefusedError("sealing.header_mismatch", field="sign_keys")


def _keys(work: _Work) -> None:
    for trusted in work.keys:
        check_valid(trusted, work.act.time)


def _clock(work: _Work) -> None:
    act, door = work.act, work.door
    if act.time > door.now + MAX_FUTURE:
        raise RefusedError("exchange.clock_future", act=act.id)
    if act.time < door.now - MAX_PAST:
        raise RefusedError("exchange.clock_past", act=act.id)
    if act.exercise and not door.exercise:
        raise RefusedError("exchange.exercise_act", act=act.id)
    if door.exercise and not act.exercise:
        raise RefusedError("exchange.real_act_on_exercise_node", act=act.id)


STEPS: Final = (
    Step(name="size", codes=("exchange.too_large", "exchange.truncated"), check=_size),
    Step(
        name="frame",
        codes=("sealing.frame_malformed", "sealing.suite_unknown", "sealing.frame_length"),
        check=_frame,
    ),
    Step(name="addressing", codes=("exchange.wrong_recipient", "exchange.unknown_sender"), check=_addressing),
    Step(name="replay", codes=("exchange.act_id_reused",), check=_replay),
    Step(name="quota", codes=("exchange.quota",), check=_quota),
    Step(
        name="open",
        codes=(
            "sealing.not_opened",
            "sealing.too_large",
            "sealing.envelope_malformed",
            "sealing.signature_missing",
        ),
        check=_open,
    ),
    Step(
        name="signatures",
        codes=("parties.key_unknown", "sealing.key_use", "sealing.signature_invalid"),
        check=_signatures,
    ),
    Step(
        name="act",
        codes=("sealing.act_malformed", "sealing.suite_unknown", "sealing.header_mismatch"),
        check=_act,
    ),
    Step(
        name="keys",
        codes=("parties.key_revoked", "parties.key_not_yet_valid", "parties.key_expired"),
        check=_keys,
    ),
    Step(
        name="clock",
        codes=(
            "exchange.clock_future",
            "exchange.clock_past",
            "exchange.exercise_act",
            "exchange.real_act_on_exercise_node",
        ),
        check=_clock,
    ),
)
"""The checks in their order; a door that runs them all, in this order, runs the protocol."""
