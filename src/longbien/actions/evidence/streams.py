# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening as a stream that a page gives away block by block: constant memory, nothing in the clear on this machine's disk.

A thread opens and waits whenever nobody reads; rows are touched by the reading side only. Each block was found right before it
is given. What was opened is recorded in the custody when the stream ends, also when it ends early.
"""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from queue import Queue
from typing import BinaryIO, Final, cast

from longbien.actions.access import require
from longbien.actions.evidence.custody import Step, add_custody
from longbien.actions.evidence.documents import find_document
from longbien.actions.evidence.open_received import DIFFERS, Ready, conclude, ready
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import ObjectId
from longbien.core.evidence.custody import CustodyAction, Finding
from longbien.store.models.people import Officer
from longbien.store.queries.evidence import lock_object
from longbien.store.writing import write_transaction

_AHEAD: Final = 4
"""Blocks (of two MiB at most) that wait to be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Streamed:
    """Something to be taken as a file: its name, its size in bytes, and its blocks, to be read once."""

    name: str
    size: int
    blocks: Iterator[bytes]


def stream_received(
    *, node: Node, actor: Officer, object_id: ObjectId, purpose: str = "", place: str = ""
) -> Streamed:
    """Open evidence as a stream; the custody record and, the first time, `evidence.received` follow at its end.

    RefusedError at once as `open_received`; if the evidence itself is wrong the stream breaks off with the error.
    """
    require(actor, "evidence.open")
    found = ready(node, object_id)
    inner = found.unlocked.inner

    def blocks() -> Iterator[bytes]:
        finding, notes = None, "broken off by the reader"
        try:
            yield from written_by(lambda sink: found.write(node, sink))
            finding, notes = Finding.MATCH, ""
        except RefusedError as error:
            finding, notes = (Finding.MISMATCH if error.code in DIFFERS else None), str(error)
            raise
        finally:
            if finding is not None:
                conclude(node, actor, object_id, finding, purpose=purpose, place=place, notes=notes)
            else:
                _broken_off(node, actor, object_id, purpose=purpose, place=place, notes=notes)

    return Streamed(name=inner.description.name, size=inner.size, blocks=blocks())


def stream_document(*, node: Node, actor: Officer, request_id: str, field: str) -> Streamed:
    """Give an attachment as a stream. RefusedError at once as `open_document`."""
    value, object_id = find_document(node=node, actor=actor, request_id=request_id, field=field)
    found: Ready = ready(node, object_id)
    if (found.unlocked.inner.sha256.hex(), found.unlocked.inner.size) != (value.sha256, value.size):
        raise RefusedError("cooperation.document_differs", object=object_id)
    return Streamed(name=value.name, size=value.size, blocks=written_by(lambda sink: found.write(node, sink)))


def written_by(write: Callable[[BinaryIO], object]) -> Iterator[bytes]:
    """Give what `write` writes into its sink, block by block, from a thread of its own; its error is raised at the end."""
    pipe = _Pipe()
    writer = threading.Thread(target=pipe.run, args=(write,), daemon=True)
    writer.start()
    try:
        while (block := pipe.blocks.get()) is not None:
            yield block
        if pipe.error is not None:
            raise pipe.error
    finally:
        pipe.close()
        writer.join()


@dataclass(slots=True)
class _Pipe:
    """What the writing thread sees as a file."""

    blocks: "Queue[bytes | None]" = field(default_factory=lambda: Queue(_AHEAD))
    error: BaseException | None = None
    _closed: bool = False

    def run(self, write: Callable[[BinaryIO], object]) -> None:
        """Write everything; tell the reader of the end, and why."""
        try:
            write(cast("BinaryIO", self))
        except BaseException as error:  # noqa: BLE001 # raised again in the reading thread
            self.error = error
        self.blocks.put(None)

    def write(self, data: memoryview) -> int:
        """Hand a copy of a block over; OSError once nobody reads any more."""
        if self._closed:
            raise OSError
        self.blocks.put(bytes(data))
        return len(data)

    def close(self) -> None:
        """Stop the writer: it finds the file closed, and room to say so."""
        self._closed = True
        while not self.blocks.empty():
            self.blocks.get()


def _broken_off(
    node: Node, actor: Officer, object_id: ObjectId, *, purpose: str, place: str, notes: str
) -> None:
    """Record that somebody looked at an object without opening all of it."""
    step = Step(action=CustodyAction.ACCESS, role_id=actor.role_id, purpose=purpose, place=place, notes=notes)
    with write_transaction():
        evidence = lock_object(object_id)
        if evidence is not None:
            add_custody(node, evidence, [step], now=node.clock())
