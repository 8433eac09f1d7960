# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing the court bundle (docs/protocol/bundle.md): a BagIt bag that the verifier can check with nobody's help.

The writer streams: content passes once, in pieces of 1 MiB. The same parts always give the same bytes. It checks no
signature: what it writes is checked by the verifier, as everybody else will check it.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO, Final, Protocol

from longbien.core.base.canonical import Json, decode, encode
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import ObjectId, PartyId, RequestId
from longbien.core.base.library import data_bytes
from longbien.core.base.moments import print_moment
from longbien.core.evidence.verifier.acts import Placed, thread_order
from longbien.core.evidence.verifier.bag import SEGMENT
from longbien.core.log.leaf import LeafClass, parse_leaf
from longbien.core.log.merkle import leaf_hash, root_from_leaves
from longbien.core.log.proof import Receipt, receipt_json
from longbien.core.sealing.act import read_signed_act
from longbien.core.sealing.dsse import (
    CUSTODY_TYPE,
    DIRECTORY_ENTRY_TYPE,
    MANIFEST_TYPE,
    MAX_ENVELOPE,
    envelope_digest,
    parse_envelope,
)

VERIFIER: Final = "verifier/verify.py"
"""Where the package's data hold the stand-alone verifier."""
README: Final = "papers/README.txt"
"""Where they hold the bundle's instructions."""
CERTIFICATE: Final = "data/certificate.pdf"
CUSTODY: Final = "data/custody.jsonld"

_DECLARATION: Final = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_RECEIPT_CLASSES: Final = frozenset({LeafClass.ACT_MADE, LeafClass.ACT_RECEIVED, LeafClass.STATEMENT})
_MAX_NUMBER: Final = 9999
_MAX_VKEY: Final = 4000


class BagSink(Protocol):
    """Where a bag goes: a folder (`longbien.bridge.bags`), or memory in tests."""

    def write(self, path: str, pieces: Iterable[bytes]) -> None:
        """Create the file `path` (relative, with `/`) from pieces that come one after the other; never overwrite."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogProof:
    """A leaf that a party's log holds, with its proof."""

    party: PartyId
    receipt: Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """One evidence object as it goes into a bundle.

    Plain: `header` is None, `content` the plaintext, `inner` the inner manifest, `digests` and `members` the plaintexts of these parts
    where the inner manifest names them. Sealed: `content` the payload; `header` the released age header, or empty if none was released.
    """

    object: ObjectId
    manifest: bytes = field(repr=False)
    content: BinaryIO = field(repr=False)
    header: bytes | None = field(repr=False, default=None)
    inner: bytes = field(repr=False, default=b"")
    digests: bytes = field(repr=False, default=b"")
    members: bytes = field(repr=False, default=b"")
    custody: Sequence[bytes] = field(repr=False, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenExhibit:
    """What was seen while content was written: `matches` says whether it is what the manifest was signed over."""

    object: ObjectId
    sealed: bool
    size: int
    sha256: str
    matches: bool


class BundleWriter:
    """Writes one bundle to a sink: `acts`, `proofs`, `entries`, `policy`, `exhibit` and `paper` in any order, then `finish`."""

    def __init__(
        self, sink: BagSink, *, made_by: PartyId, made_at: datetime, thread: RequestId, exercise: bool
    ) -> None:
        """Begin a bundle that `made_by` makes at `made_at` about a thread."""
        self._sink = sink
        self._made_by = made_by
        self._made_at = made_at
        self._thread = thread
        self._exercise = exercise
        self._digests: dict[str, str] = {}
        self._bytes = 0

    def acts(self, envelopes: Sequence[bytes]) -> None:
        """Write the acts of the thread, in whatever order they come, numbered in theirs."""
        by_digest: dict[str, tuple[Placed, str, bytes]] = {}
        for envelope in envelopes:
            _, act = read_signed_act(envelope)
            digest = envelope_digest(envelope)
            place = Placed(print_moment(act.time), digest, act.refers_to or "")
            by_digest[digest] = (place, act.kind, envelope)
        order = thread_order(place for place, _, _ in by_digest.values())
        for number, name in enumerate(order, 1):
            _, kind, envelope = by_digest[name]
            self._write(f"data/acts/{_number(number)}-{kind}.json", [envelope])

    def proofs(self, proofs: Iterable[LogProof]) -> None:
        """Write log proofs of any class, each in its place; of several for one leaf the first."""
        for proof in proofs:
            leaf = parse_leaf(proof.receipt.leaf)
            if leaf.leaf_class in _RECEIPT_CLASSES:
                path = f"data/receipts/{leaf.fields['act']}.{proof.party}.json"
            else:
                path = f"data/proofs/{leaf_hash(proof.receipt.leaf).hex()}.{proof.party}.json"
            if path not in self._digests:
                self._write(path, [encode(receipt_json(proof.receipt))])

    def entries(self, envelopes: Iterable[bytes]) -> None:
        """Write directory entries of any parties; each party's numbers must follow each other."""
        for envelope in envelopes:
            fields = _signed(envelope, DIRECTORY_ENTRY_TYPE)
            number = _number(fields.integer("number", minimum=1))
            self._write(f"data/trust/{fields.text('party')}/{number}.json", [envelope])

    def policy(self, policy: bytes) -> None:
        """Write the witness policy, which `bundle_policy` makes."""
        self._write("data/trust/witnesses.txt", [policy])

    def exhibit(self, exhibit: Exhibit) -> WrittenExhibit:
        """Write one evidence object, and compare its content with what was signed as it passes."""
        folder = f"data/evidence/{exhibit.object}"
        self._write(f"{folder}/manifest.json", [exhibit.manifest])
        for name, data in (("digests", exhibit.digests), ("members", exhibit.members)):
            if data:
                self._write(f"{folder}/{name}", [data])
        if exhibit.inner:
            self._write(f"{folder}/inner.json", [exhibit.inner])
        for envelope in exhibit.custody:
            fields = _signed(envelope, CUSTODY_TYPE)
            number = _number(fields.integer("number", minimum=1))
            self._write(f"{folder}/custody/{fields.text('party')}/{number}.json", [envelope])
        return self._plain(exhibit, folder) if exhibit.header is None else self._sealed(exhibit, folder)

    def paper(self, path: str, data: bytes) -> None:
        """Write a paper for people: `CERTIFICATE` or `CUSTODY`."""
        self._write(path, [data])

    def finish(self) -> Mapping[str, str]:
        """Write instructions, verifier and the bag's own files; give the SHA-256 of every file below `data/`."""
        self._write("data/README.txt", [data_bytes(README)])
        self._write("data/verify.py", [data_bytes(VERIFIER)])
        payload = dict(self._digests)
        oxum = f"{self._bytes}.{len(payload)}"
        self._write("bagit.txt", [_DECLARATION])
        self._write("bag-info.txt", [self._info(oxum)])
        self._write("manifest-sha256.txt", [_manifest(payload)])
        tags = {path: digest for path, digest in self._digests.items() if path not in payload}
        self._write("tagmanifest-sha256.txt", [_manifest(tags)])
        return payload

    def _info(self, oxum: str) -> bytes:
        lines = {
            "Source-Organization": self._made_by,
            "Bagging-Date": print_moment(self._made_at)[:10],
            "External-Identifier": self._thread,
            "External-Description": "EXERCISE - NOT A REAL CASE" if self._exercise else "Court bundle",
            "Bag-Software-Agent": "longbien",
            "Longbien-Bundle": "1",
            "Payload-Oxum": oxum,
        }
        return "".join(f"{name}: {value}\n" for name, value in lines.items()).encode()

    def _plain(self, exhibit: Exhibit, folder: str) -> WrittenExhibit:
        size, digest = self._write(f"{folder}/content", _pieces(exhibit.content))
        inner = Fields(decode(exhibit.inner, max_bytes=MAX_ENVELOPE))
        matches = (size, digest) == (inner.integer("size"), inner.text("sha256"))
        return WrittenExhibit(object=exhibit.object, sealed=False, size=size, sha256=digest, matches=matches)

    def _sealed(self, exhibit: Exhibit, folder: str) -> WrittenExhibit:
        leaves = bytearray()

        def pieces() -> Iterator[bytes]:
            yield exhibit.header or b""
            for piece in _pieces(exhibit.content):
                leaves.extend(leaf_hash(piece))
                yield piece

        size, digest = self._write(f"{folder}/content.age", pieces())
        self._write(f"{folder}/leaves", [bytes(leaves)])
        root = root_from_leaves(bytes(leaves[at : at + 32]) for at in range(0, len(leaves), 32))
        signed = _signed(exhibit.manifest, MANIFEST_TYPE).list_of("parts", _part_root, min_items=1)
        matches = root.hex() == signed[0]
        return WrittenExhibit(object=exhibit.object, sealed=True, size=size, sha256=digest, matches=matches)

    def _write(self, path: str, pieces: Iterable[bytes]) -> tuple[int, str]:
        """Write a file, note its digest, and give its size and digest; RefusedError for a path that is there already."""
        if path in self._digests:
            raise RefusedError("evidence.bundle_twice", path=path)
        state, size = hashlib.sha256(), 0

        def passing() -> Iterator[bytes]:
            nonlocal size
            for piece in pieces:
                state.update(piece)
                size += len(piece)
                yield piece

        self._sink.write(path, passing())
        self._digests[path] = state.hexdigest()
        self._bytes += size
        return size, state.hexdigest()


def bundle_policy(envelopes: Iterable[bytes]) -> bytes:
    """Make a witness policy from directory entries: every log and witness they name; any one witness is a quorum."""
    entries = list(envelopes)
    return witness_policy(logs=entries, witnesses=entries)


def witness_policy(*, logs: Iterable[bytes], witnesses: Iterable[bytes]) -> bytes:
    """Make a policy for the logs of some directory entries and the witnesses of others, of which any one is a quorum."""
    log_keys: dict[str, None] = {}
    for envelope in logs:
        fields = _signed(envelope, DIRECTORY_ENTRY_TYPE)
        log_keys |= dict.fromkeys(fields.object("log").texts("vkeys", max_length=_MAX_VKEY))
    names: dict[tuple[str, ...], str] = {}
    for envelope in witnesses:
        fields = _signed(envelope, DIRECTORY_ENTRY_TYPE)
        vkeys = fields.object("witness").texts("vkeys", max_length=_MAX_VKEY)
        names.setdefault(vkeys, f"{fields.text('party')}.{fields.integer('number')}")
    lines = [f"log {vkey}" for vkey in log_keys]
    for vkeys, name in names.items():
        members = [f"{name}.{place}" for place in range(1, len(vkeys) + 1)]
        lines += [f"witness {member} {vkey}" for member, vkey in zip(members, vkeys, strict=True)]
        lines.append(f"group {name} all {' '.join(members)}")
    if names:
        lines.append(f"group witnesses any {' '.join(names.values())}")
    lines.append("quorum witnesses" if names else "quorum none")
    return "".join(line + "\n" for line in lines).encode()


def trust_file(envelopes: Iterable[bytes]) -> bytes:
    """Make a trust file, which a court gives the verifier by `--trust`: directory entries obtained elsewhere."""
    entries = [base64.b64encode(envelope).decode("ascii") for envelope in envelopes]
    return encode({"type": "longbien/trust/v1", "entries": entries})


def payload_of(envelope: bytes, payload_type: str) -> bytes:
    """Give the signed bytes of a document of one or two signers. Nothing is verified."""
    try:
        return parse_envelope(envelope, payload_type).payload
    except MalformedError:  # four signatures
        return parse_envelope(envelope, payload_type, signers=2).payload


def _signed(envelope: bytes, payload_type: str) -> Fields:
    return Fields(decode(payload_of(envelope, payload_type), max_bytes=MAX_ENVELOPE))


def _part_root(value: Json, where: str) -> str:
    return Fields(value, where=where).text("root")


def _pieces(content: BinaryIO) -> Iterator[bytes]:
    """Read in pieces of exactly 1 MiB, the last one shorter, whatever the reader gives at a time."""
    while piece := content.read(SEGMENT):
        while len(piece) < SEGMENT and (more := content.read(SEGMENT - len(piece))):
            piece += more
        yield piece


def _manifest(digests: Mapping[str, str]) -> bytes:
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items())).encode("ascii")


def _number(number: int) -> str:
    """Write a number with four digits; RefusedError `evidence.bundle_full` beyond them."""
    if number > _MAX_NUMBER:
        raise RefusedError("evidence.bundle_full", limit=_MAX_NUMBER)
    return f"{number:04d}"
