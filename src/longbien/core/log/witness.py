# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a witness decides: whether to cosign a checkpoint (c2sp.org/tlog-witness, add-checkpoint).

In this order: 400 not readable; 404 a log it does not know; 403 not signed by that log; 400 an old size above the new one;
409 an old size that is not the last it cosigned (the answer tells which is); 422 not consistent with what it cosigned; else it cosigns.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.log.checkpoint import (
    Checkpoint,
    LogKeys,
    SignedCheckpoint,
    only_signed_by,
    read_checkpoint,
    verify_checkpoint,
)
from longbien.core.log.kept import MAX_KEPT, KeptLeaves, join_kept, split_kept
from longbien.core.log.lines import parse_hash_lines, print_hash_lines
from longbien.core.log.merkle import EMPTY_ROOT, MAX_SIZE, verify_consistency
from longbien.core.log.note import MAX_NOTE

MAX_PATH: Final = 63
"""How many hashes a request may carry."""
MAX_REQUEST: Final = MAX_NOTE + 64 * 64 + MAX_KEPT
"""The largest request that is read, in bytes."""
SIZE_TYPE: Final = "text/x.tlog.size"
"""The content type of a 409 answer."""
TEXT_TYPE: Final = "text/plain; charset=utf-8"
"""The content type of every other answer."""

_OLD: Final = re.compile(rb"old (0|[1-9][0-9]{0,18})\n")


class Suspicion(StrEnum):
    """Why a refused checkpoint is kept."""

    FORK = "fork"
    """Two checkpoints of one size with different roots, both signed: proof that the log shows two histories."""
    UNPROVEN = "unproven"
    """Signed by the log, but the request did not prove it consistent. Whoever sent it may be at fault, so this proves nothing yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCheckpoint:
    """A request: cosign this checkpoint, given that you cosigned size `old`. `kept`: sealed leaves that the witness keeps for the log."""

    old: int
    path: tuple[bytes, ...]
    signed: SignedCheckpoint
    kept: KeptLeaves | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a witness knows of a log: its keys, the last state it cosigned, and roots it holds of other sizes."""

    keys: LogKeys
    size: int = 0
    root: bytes = EMPTY_ROOT
    roots: Mapping[int, bytes] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cosign:
    """The checkpoint shall be cosigned and becomes the last state (its size may be the one already known)."""

    signed: SignedCheckpoint


@dataclass(frozen=True, slots=True, kw_only=True)
class Refuse:
    """The HTTP status, this project's code and, for 409, the known size. `keep` tells that and why the note must be kept."""

    status: int
    code: str
    known_size: int | None = None
    signed: SignedCheckpoint | None = field(default=None, repr=False)
    keep: Suspicion | None = None


def print_add_checkpoint(request: AddCheckpoint) -> bytes:
    """Write the body of a request."""
    body = b"old %d\n%b\n%b" % (request.old, print_hash_lines(request.path), request.signed.data)
    return join_kept(body, request.kept)


def parse_add_checkpoint(data: bytes) -> AddCheckpoint:
    """Read the body of a request; MalformedError, and RefusedError `log.empty_root_wrong`."""
    if len(data) > MAX_REQUEST:
        raise MalformedError("base.too_large", limit=MAX_REQUEST)
    data, kept = split_kept(data)
    old = _OLD.match(data)
    if old is None or int(old[1]) > MAX_SIZE:
        raise MalformedError("log.request_malformed")
    path, start = parse_hash_lines(data, old.end(), MAX_PATH, "log.request_malformed")
    return AddCheckpoint(old=int(old[1]), path=path, signed=read_checkpoint(data[start:]), kept=kept)


def read_request(data: bytes) -> AddCheckpoint | Refuse:
    """Read a request, or say with which status it is refused: 400; 403 for signature lines that are none; 422 for a false empty tree."""
    try:
        return parse_add_checkpoint(data)
    except MalformedError as error:
        return Refuse(status=403 if error.code == "log.signature_malformed" else 400, code=error.code)
    except RefusedError as error:
        return Refuse(status=422, code=error.code)


def decide(request: AddCheckpoint, known: Known | None) -> Cosign | Refuse:
    """Decide on a request, given what is known of the log of its origin (None: nothing).

    The checkpoint of the decision carries the log's own signatures and no other line.
    """
    if known is None:
        return Refuse(status=404, code="log.origin_unknown")
    try:
        signed = only_signed_by(verify_checkpoint(request.signed, known.keys), known.keys)
    except LongBienError as error:
        return Refuse(status=403, code=error.code)
    checkpoint = signed.checkpoint
    if request.old > checkpoint.size:
        return Refuse(status=400, code="log.request_malformed")
    fork = _is_fork(checkpoint, known)
    if request.old != known.size:
        keep = Suspicion.FORK if fork else None
        return Refuse(status=409, code="log.size_stale", known_size=known.size, signed=signed, keep=keep)
    try:
        verify_consistency(
            old=known.size, old_root=known.root, size=checkpoint.size, root=checkpoint.root, path=request.path
        )
    except RefusedError as error:
        keep = Suspicion.FORK if fork else Suspicion.UNPROVEN
        return Refuse(status=422, code=error.code, signed=signed, keep=keep)
    return Cosign(signed=signed)


def _is_fork(checkpoint: Checkpoint, known: Known) -> bool:
    """Tell whether a root is held for the same size, and is another."""
    root = known.root if checkpoint.size == known.size else known.roots.get(checkpoint.size)
    return root is not None and root != checkpoint.root
