# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Null twins of the ports: nobody answers, and payloads rest in memory. For tests, and for a node without a line."""

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import BinaryIO, NoReturn

from longbien.bridge.objects import SEGMENT_SIZE
from longbien.bridge.ports import HeldObject, Letter, Reply
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import ObjectId
from longbien.core.sealing.keyring import Keyring


class NullPeerDoor:
    """A door behind which nobody is (`longbien.bridge.ports.PeerDoor`)."""

    def deliver(self, delivery: bytes) -> Reply:
        """Refuse: nobody is there."""
        self._nobody()

    def add_checkpoint(self, request: bytes) -> Reply:
        """Refuse: nobody is there."""
        self._nobody()

    def checkpoint(self) -> Reply:
        """Refuse: nobody is there."""
        self._nobody()

    def missing(self, object_id: ObjectId, part: str) -> Reply:
        """Refuse: nobody is there."""
        self._nobody()

    def put_segment(
        self, object_id: ObjectId, part: str, index: int, path: Sequence[bytes], data: bytes
    ) -> Reply:
        """Refuse: nobody is there."""
        self._nobody()

    def _nobody(self) -> NoReturn:
        raise RefusedError("bridge.unreachable", host="null")


class MemoryStore:
    """An object store in memory (`longbien.bridge.ports.ObjectStore`); it forgets everything with the process."""

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """Begin empty; `now` tells when something was written."""
        self._parts: dict[tuple[ObjectId, str], bytearray] = {}
        self._written: dict[ObjectId, datetime] = {}
        self._now = now

    @contextmanager
    def writer(self, object_id: ObjectId, part: str) -> Iterator[BinaryIO]:
        """Write a whole part."""
        file = io.BytesIO()
        yield file
        self._parts[object_id, part] = bytearray(file.getbuffer())
        self._written[object_id] = self._now()

    @contextmanager
    def reader(self, object_id: ObjectId, part: str) -> Iterator[BinaryIO]:
        """Read a part from its beginning."""
        yield io.BytesIO(self._part(object_id, part))

    def put_segment(self, object_id: ObjectId, part: str, index: int, data: bytes) -> None:
        """Write one segment at its place."""
        held = self._parts.setdefault((object_id, part), bytearray())
        start = index * SEGMENT_SIZE
        if len(held) < start:
            held.extend(bytes(start - len(held)))
        held[start : start + len(data)] = data
        self._written[object_id] = self._now()

    def get_segment(self, object_id: ObjectId, part: str, index: int) -> bytes:
        """Read one segment."""
        start = index * SEGMENT_SIZE
        data = bytes(self._part(object_id, part)[start : start + SEGMENT_SIZE])
        if not data:
            raise RefusedError("bridge.object_missing", object=object_id, part=part)
        return data

    def size(self, object_id: ObjectId, part: str) -> int:
        """Give the bytes held of a part."""
        return len(self._parts.get((object_id, part), b""))

    def held(self) -> Iterator[HeldObject]:
        """Give every object of which something is held."""
        for object_id, written_at in sorted(self._written.items()):
            size = sum(len(data) for (held, _), data in self._parts.items() if held == object_id)
            yield HeldObject(object_id=object_id, size=size, written_at=written_at)

    def discard(self, object_id: ObjectId) -> None:
        """Forget an object."""
        for key in [key for key in self._parts if key[0] == object_id]:
            del self._parts[key]
        self._written.pop(object_id, None)

    def _part(self, object_id: ObjectId, part: str) -> bytearray:
        held = self._parts.get((object_id, part))
        if held is None:
            raise RefusedError("bridge.object_missing", object=object_id, part=part)
        return held


class MemoryKeyStore:
    """A keyring in memory (`longbien.bridge.ports.KeyStore`)."""

    def __init__(self, keyring: Keyring) -> None:
        """Begin with `keyring`."""
        self._keyring = keyring

    def load(self) -> Keyring:
        """Give the keyring."""
        return self._keyring

    def save(self, keyring: Keyring) -> None:
        """Replace the keyring."""
        self._keyring = keyring


class MemoryPost:
    """A post that keeps its letters (`longbien.bridge.ports.Post`); `is_down` lets every one of them fail."""

    def __init__(self) -> None:
        """Begin with no letters."""
        self.letters: list[Letter] = []
        self.is_down = False

    def send(self, letter: Letter) -> None:
        """Keep the letter."""
        if self.is_down:
            raise RefusedError("bridge.mail_unreachable", host="null")
        self.letters.append(letter)
