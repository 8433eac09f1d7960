# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A model that turns texts into vectors, as a proposer of the law desk; what it has once computed is kept by the text's hash.

The file begins with a line that names the model and the vectors' length; records of 32 bytes (SHA-256 of kind and text) and the vector in
single precision follow. A file that is not of this form is begun anew: it is a cache and holds nothing else.
"""

import hashlib
import os
import sys
from array import array
from collections.abc import Callable, Iterable, Sequence
from operator import mul
from pathlib import Path
from typing import Final, Literal, Protocol, TypeAlias

Kind: TypeAlias = Literal["query", "passage"]
Vector: TypeAlias = "array[float]"
Tell: TypeAlias = Callable[[int, int], None]
"""Is told how many texts of how many are done."""

_HASH: Final = 32
_HEAD: Final = "longbien-vectors/1"
_BATCH: Final = 64


class Embedder(Protocol):
    """A model: texts in, vectors of one length out."""

    @property
    def name(self) -> str:
        """Name the model and its version."""

    def embed(self, texts: Sequence[str], kind: Kind) -> list[Vector]:
        """Give a vector for each text, as a question or as a passage that may answer one."""


class KeptProposer:
    """A proposer (`core/law/matching/result.py`) over an embedder and a folder; without a folder nothing is kept."""

    def __init__(
        self, model: Embedder, folder: Path | None = None, tell: Tell = lambda _done, _all: None
    ) -> None:
        """Keep vectors in `folder`, which is made if need be; `tell` hears how far the work is."""
        self._model = model
        self._tell = tell
        self._file = folder / f"{_plain(model.name)}.vectors" if folder else None
        self._held: dict[bytes, Vector] = _read(self._file, model.name) if self._file else {}

    @property
    def name(self) -> str:
        """Name the model."""
        return self._model.name

    def closeness(self, questions: Sequence[Sequence[str]], passages: Sequence[str]) -> list[list[float]]:
        """Give the cosine of each question (the mean of its wordings) and each passage."""
        wordings = [text for one in questions for text in one]
        texts: tuple[tuple[Kind, Sequence[str]], ...] = (("query", wordings), ("passage", passages))
        new: dict[tuple[Kind, str], None] = {(kind, text): None for kind, some in texts for text in some}
        self._compute([pair for pair in new if _hash(*pair) not in self._held])
        means = [
            _unit(_mean([self._held[_hash("query", text)] for text in one])).tolist() for one in questions
        ]
        ends = [_unit(self._held[_hash("passage", text)]).tolist() for text in passages]
        return [[sum(map(mul, mean, end)) for end in ends] for mean in means]

    def _compute(self, missing: Sequence[tuple[Kind, str]]) -> None:
        """Compute what is not held, in batches, and keep each batch at once: an interrupted run goes on where it was."""
        done = 0
        self._tell(0, len(missing))
        kinds: tuple[Kind, ...] = ("query", "passage")
        for kind in kinds:
            texts = [text for one, text in missing if one == kind]
            for at in range(0, len(texts), _BATCH):
                batch = texts[at : at + _BATCH]
                found = {
                    _hash(kind, text): vector
                    for text, vector in zip(batch, self._model.embed(batch, kind), strict=True)
                }
                self._held.update(found)
                if self._file:
                    _append(self._file, self._model.name, found)
                done += len(batch)
                self._tell(done, len(missing))


def cache_folder() -> Path:
    """Give the folder where a person's programs keep what can be computed again (XDG Base Directory Specification)."""
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "longbien" / "vectors"


def _hash(kind: str, text: str) -> bytes:
    return hashlib.sha256(f"{kind}\0{text}".encode()).digest()


def _plain(name: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "-." else "-" for letter in name)[:80]


def _mean(vectors: Sequence[Vector]) -> Vector:
    return array("f", (sum(numbers) / len(vectors) for numbers in zip(*vectors, strict=True)))


def _unit(vector: Vector) -> Vector:
    length = sum(map(mul, vector, vector)) ** 0.5
    return array("f", (number / length for number in vector)) if length else vector


def _read(place: Path, name: str) -> dict[bytes, Vector]:
    try:
        data = place.read_bytes()
    except OSError:
        return {}
    head, _, body = data.partition(b"\n")
    words = head.decode("utf-8", "replace").split("\t")
    if words[:2] != [_HEAD, name] or len(words) != 3 or not words[2].isdecimal():
        return {}
    size = _HASH + 4 * int(words[2][:6])
    whole = len(body) - len(body) % size
    return {body[at : at + _HASH]: _vector(body[at + _HASH : at + size]) for at in range(0, whole, size)}


def _vector(data: bytes) -> Vector:
    found: Vector = array("f")
    found.frombytes(data)
    if sys.byteorder == "big":
        found.byteswap()
    return found


def _bytes(vector: Vector) -> bytes:
    if sys.byteorder == "big":
        vector = vector[:]
        vector.byteswap()
    return vector.tobytes()


def _append(place: Path, name: str, found: dict[bytes, Vector]) -> None:
    """Add records; a file of another form, or with half a record at its end, is written anew from what is whole."""
    length = len(next(iter(found.values())))
    head = f"{_HEAD}\t{name}\t{length}\n".encode()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        size = place.stat().st_size if place.exists() else 0
        with place.open("ab") as file:
            if size == 0:
                file.write(head)
            elif (size - len(head)) % (_HASH + 4 * length) or not _begins(place, head):
                kept = _records(_read(place, name))
                file.truncate(0)
                file.write(head + kept)
            file.write(_records(found))
    except OSError:
        return  # a cache that cannot be written costs time and nothing else


def _begins(place: Path, head: bytes) -> bool:
    with place.open("rb") as file:
        return file.read(len(head)) == head


def _records(found: dict[bytes, Vector]) -> bytes:
    pairs: Iterable[tuple[bytes, Vector]] = found.items()
    return b"".join(key + _bytes(vector) for key, vector in pairs)
