# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bag (BagIt 1.0, RFC 8493): its tag files, its manifests, and that each file is there once and unchanged.

Every file is read once: whoever needs its content reads it through the bag, which hashes it on the way.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from longbien.core.evidence.verifier.flaws import FlawError
from longbien.core.evidence.verifier.folder import MAX_FILES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from hashlib import _Hash as Hash
    from typing import Final

    from longbien.core.evidence.verifier.folder import Folder
    from longbien.core.evidence.verifier.report import Report

SEGMENT: Final = 2**20
"""The unit in which content is read and named: 1 MiB."""
_DECLARATION: Final = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_MAX_TAG_FILE: Final = 64 * 2**20
_LINE: Final = re.compile(r"([0-9a-f]{64})  ([A-Za-z0-9._/-]{1,400})")
_TAGGED: Final = frozenset(("bagit.txt", "bag-info.txt", "manifest-sha256.txt"))
_INFO_LINE: Final = re.compile(r"([A-Za-z][A-Za-z-]*): (.*)")


class Bag:
    """An opened bag. `payload` lists its files below `data/` with their sizes."""

    def __init__(self, folder: Folder, report: Report) -> None:
        """Read the tag files, and note what is missing or not listed."""
        self._folder = folder
        self._report = report
        self._unread = set(folder.sizes)
        self._expected: dict[str, str] = {}
        self._check_tag_files()
        self.payload = {name: size for name, size in folder.sizes.items() if name.startswith("data/")}
        self._check_complete()

    def _check_tag_files(self) -> None:
        with self._report.about("tagmanifest-sha256.txt"):
            self._expected.update(self._read_manifest("tagmanifest-sha256.txt"))
            if set(self._expected) != _TAGGED:
                raise FlawError("bag.tag_files", "it does not list exactly the tag files that a bundle has")
        with self._report.about("bagit.txt"):
            if self.small("bagit.txt", 1000) != _DECLARATION:
                raise FlawError("bag.version", "it is not the declaration of a BagIt 1.0 bag")
        with self._report.about("manifest-sha256.txt"):
            listed = self._read_manifest("manifest-sha256.txt")
            if any(not name.startswith("data/") for name in listed):
                raise FlawError("bag.outside", "it lists a file outside data/")
            self._expected.update(listed)
        with self._report.about("bag-info.txt"):
            self._check_info()

    def _read_manifest(self, name: str) -> dict[str, str]:
        found: dict[str, str] = {}
        try:
            text = self.small(name, _MAX_TAG_FILE).decode("ascii")
        except UnicodeDecodeError:
            raise FlawError("bag.manifest", "it has a name that no bundle has") from None
        if not text.endswith("\n") or text.count("\n") > MAX_FILES:
            raise FlawError("bag.manifest", "it does not end with a full line, or has too many")
        for line in text[:-1].split("\n"):
            match = _LINE.fullmatch(line)
            if match is None or ".." in match.group(2).split("/") or match.group(2) in found:
                raise FlawError("bag.manifest", "it has a line that is malformed, unsafe or given twice")
            found[match.group(2)] = match.group(1)
        return found

    def _check_info(self) -> None:
        try:
            text = self.small("bag-info.txt", 100_000).decode("utf-8")
        except UnicodeDecodeError:
            raise FlawError("bag.info", "it is not text") from None
        matches = [_INFO_LINE.fullmatch(line) for line in text.split("\n")]
        fields = {match.group(1): match.group(2) for match in matches if match}
        sizes = [size for name, size in self._folder.sizes.items() if name.startswith("data/")]
        if fields.get("Payload-Oxum") != f"{sum(sizes)}.{len(sizes)}":
            raise FlawError("bag.oxum", "the number of files or bytes below data/ is not the one it states")

    def _check_complete(self) -> None:
        for name in sorted(set(self._expected) - set(self._folder.sizes)):
            self._report.flaw(name, FlawError("bag.missing", "it is listed, but it is missing"))
        listed = set(self._expected) | {"tagmanifest-sha256.txt"}
        for name in sorted(set(self._folder.sizes) - listed):
            self._report.flaw(name, FlawError("bag.added", "it is there, but it is not listed"))

    def small(self, name: str, limit: int) -> bytes:
        """Read a whole file of at most `limit` bytes; FlawError if it is missing or larger.

        That its bytes are not those listed is noted, and they are given all the same.
        """
        size = self._folder.sizes.get(name)
        if size is None:
            raise FlawError("bag.missing", "it is missing")
        if size > limit:
            self.forget([name])
            raise FlawError("bag.too_large", f"it is larger than the {limit} bytes allowed here")
        return b"".join(self.chunks(name))

    def chunks(self, name: str, *, first: int = SEGMENT) -> Iterator[bytes]:
        """Read a file in pieces: one of `first` bytes (left out if 0), then pieces of 1 MiB, the last one shorter."""
        return (piece for piece, _ in self.hashed(name, first=first))

    def hashed(self, name: str, *, first: int = SEGMENT) -> Iterator[tuple[bytes, Hash]]:
        """Read a file in the same pieces, each with the SHA-256 state after it: no byte is hashed twice."""
        state = hashlib.sha256()
        left = self._folder.sizes.get(name, 0)
        with self._folder.open(name) as file:
            size = first
            while left:
                piece = file.read(min(size, left)) if size else b""
                if len(piece) < min(size, left):
                    raise FlawError("bag.truncated", "it became shorter while it was read")
                state.update(piece)
                left -= len(piece)
                size = SEGMENT
                if piece:
                    yield piece, state
        self._compare(name, state.hexdigest())

    def _compare(self, name: str, digest: str) -> None:
        self._unread.discard(name)
        expected = self._expected.get(name)
        if expected is not None and expected != digest:
            manifest = "tagmanifest-sha256.txt" if name in _TAGGED else "manifest-sha256.txt"
            text = f"its SHA-256 is not the one listed in {manifest}"
            self._report.flaw(name, FlawError("bag.changed", text))

    def raw(self, name: str, piece: int) -> Iterator[bytes]:
        """Read a file again in pieces of `piece` bytes, without hashing it a second time."""
        with self._folder.open(name) as file:
            while data := file.read(piece):
                yield data

    def forget(self, names: Iterable[str]) -> None:
        """Leave files unread that are wrong whatever is in them: a hostile one may be endless."""
        self._unread.difference_update(names)

    def finish(self) -> None:
        """Hash what nobody asked for."""
        for name in sorted(self._unread):
            with self._report.about(name):
                for _ in self.chunks(name):
                    pass
