# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing and reading an age v1 file of any length as a stream, for archives: constant memory, nothing held back.

with AgeWriter(sink, [recipient], randomness=randomness) as writer:
    writer.write(data)
"""

import io
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import BinaryIO, Final

from longbien.core.sealing.age_header import print_header, read_header
from longbien.core.sealing.age_recipients import Identity, Recipient, file_key_from_header, make_header
from longbien.core.sealing.age_stream import CHUNK_BYTES, NONCE_BYTES, ChunkCipher, decrypt_chunks
from longbien.core.sealing.keys import Randomness

_FILE_KEY: Final = 16


class AgeWriter(io.RawIOBase):
    """A file that encrypts what is written to it. Without `close`, or leaving its context, it lacks its end and opens nowhere."""

    def __init__(self, sink: BinaryIO, recipients: Sequence[Recipient], *, randomness: Randomness) -> None:
        """Write the header and the nonce to `sink`."""
        super().__init__()
        file_key, nonce = randomness(_FILE_KEY), randomness(NONCE_BYTES)
        sink.write(print_header(make_header(file_key, recipients, randomness=randomness)))
        sink.write(nonce)
        self._sink = sink
        self._cipher = ChunkCipher(file_key, nonce)
        self._held = bytearray()
        self._index = 0

    def writable(self) -> bool:
        """Say that this can be written to."""
        return True

    def write(self, data: "bytes | bytearray | memoryview", /) -> int:  # type: ignore[override] # no exotic buffers
        """Take bytes; whole chunks are sealed as soon as it is certain that another follows."""
        self._held += data
        while len(self._held) > CHUNK_BYTES:
            self._seal(bytes(self._held[:CHUNK_BYTES]), last=False)
            del self._held[:CHUNK_BYTES]
        return len(data)

    def finish(self) -> None:
        """Seal the last chunk."""
        self._seal(bytes(self._held), last=True)
        self._held.clear()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Finish the file, unless an error left it without its end."""
        if kind is None:
            self.finish()

    def _seal(self, plaintext: bytes, *, last: bool) -> None:
        self._sink.write(self._cipher.seal(self._index, plaintext, last=last))
        self._index += 1


class AgeReader(io.RawIOBase):
    """A file that decrypts what is read from `source`, chunk by chunk. MalformedError or RefusedError of the age file."""

    def __init__(self, source: BinaryIO, identities: Sequence[Identity]) -> None:
        """Read the header and find the file key."""
        super().__init__()
        self._chunks: Iterator[bytes] = decrypt_chunks(
            file_key_from_header(read_header(source), identities), source
        )
        self._held = b""

    def readable(self) -> bool:
        """Say that this can be read from."""
        return True

    def readinto(self, buffer: "bytearray | memoryview", /) -> int:  # type: ignore[override] # no exotic buffers
        """Fill the buffer with what the next chunk holds; 0 at the end, which only a whole file reaches."""
        while not self._held:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._held = chunk
        count = min(len(buffer), len(self._held))
        buffer[:count] = self._held[:count]
        self._held = self._held[count:]
        return count
