# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The manifest of an evidence object: its signed public part, and its inner part (docs/protocol/evidence.md, section 3)."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, NamedTuple

from longbien.core.evidence.verifier.bag import SEGMENT
from longbien.core.evidence.verifier.dsse import MANIFEST_TYPE, Envelope, read_envelope
from longbien.core.evidence.verifier.fields import Fields
from longbien.core.evidence.verifier.flaws import HEX_64, FlawError
from longbien.core.evidence.verifier.json_strict import read_json

if TYPE_CHECKING:
    from typing import Final

MAX_INNER: Final = 262_144


class Part(NamedTuple):
    """A payload under the object's header: its bytes, its leaves of 1 MiB, and the root over these."""

    name: str
    length: int
    leaves: int
    root: bytes


class Manifest(NamedTuple):
    """The signed public part."""

    object: str
    party: str
    exercise: bool
    sealed_at: str
    parts: dict[str, Part]
    inner_digest: str


class Listing(NamedTuple):
    """A list that stands in the inner part itself, or (`part`) in a file of its own known by its digest."""

    part: bool
    entries: int
    sha256: str


class Member(NamedTuple):
    """A file inside a folder's tar stream."""

    path: str
    offset: int
    size: int


class Inner(NamedTuple):
    """What the inner part says of the content; `running` and `members` are empty where they are files of their own."""

    name: str
    form: str
    size: int
    sha256: str
    sha512: str
    running_listing: Listing
    running: tuple[bytes, ...]
    members_listing: Listing
    members: tuple[Member, ...]


def read_manifest(data: bytes) -> tuple[Envelope, Manifest]:
    """Read a manifest; its signatures are checked by `check_signed`."""
    envelope = read_envelope(data, MANIFEST_TYPE)
    fields = envelope.fields
    fields.constant("type", "longbien/manifest/v1")
    fields.constant("suite", "LB-EVIDENCE-1")
    parts = [_read_part(item) for item in fields.objects("parts")]
    manifest = Manifest(
        fields.id("object"),
        fields.party("party"),
        fields.boolean("exercise"),
        fields.moment("sealed_at"),
        {part.name: part for part in parts},
        fields.digest("inner_digest"),
    )
    if len(manifest.parts) != len(parts) or "content" not in manifest.parts:
        raise FlawError("manifest.parts", "its parts are not those of an evidence object")
    return envelope, manifest


def _read_part(fields: Fields) -> Part:
    length, leaves = fields.integer("length"), fields.integer("leaves")
    if length < 1 or leaves != -(-length // SEGMENT):
        raise FlawError(
            "manifest.parts", "the length of a part and the number of its leaves do not fit together"
        )
    return Part(fields.text("name"), length, leaves, bytes.fromhex(fields.digest("root")))


def read_inner(data: bytes, manifest: Manifest) -> Inner:
    """Read the inner part and check that it is the one that the manifest was signed with; FlawError `inner.…`."""
    if hashlib.sha256(data).hexdigest() != manifest.inner_digest:
        raise FlawError("inner.digest", "it is not the inner part that the manifest was signed with")
    fields = Fields(read_json(data, MAX_INNER))
    fields.constant("type", "longbien/inner-manifest/v1")
    if fields.id("object") != manifest.object:
        raise FlawError("inner.object", "it speaks of another object than the manifest")
    size = fields.integer("size")
    # age: a nonce of 16 bytes, and a tag of 16 for each chunk of 64 KiB, of which there is at least one.
    if manifest.parts["content"].length != 16 + size + 16 * max(1, -(-size // 65536)):
        raise FlawError("inner.size", "the size that it states does not fit the sealed payload")
    running_listing, running = _read_running(fields.fields("running"), size)
    members_listing, members = _read_members(fields)
    return Inner(
        fields.text("name"),
        fields.constant("form", "file", "folder"),
        size,
        fields.digest("sha256"),
        fields.text("sha512", "(?:[0-9a-f]{128})?"),
        running_listing,
        running,
        members_listing,
        members,
    )


def _read_running(fields: Fields, size: int) -> tuple[Listing, tuple[bytes, ...]]:
    if fields.integer("every") != SEGMENT:
        raise FlawError(
            "unknown_version", "its running digests stand at distances that this verifier does not know"
        )
    listing = _read_listing(fields, "digests")
    digests = () if listing.part else tuple(_read_digest(text) for text in fields.texts("digests"))
    if (listing.entries if listing.part else len(digests)) != -(-size // SEGMENT):
        raise FlawError("inner.running", "the number of its running digests does not fit the size")
    return listing, digests


def _read_members(fields: Fields) -> tuple[Listing, tuple[Member, ...]]:
    value = fields.optional("members")
    if not isinstance(value, list):
        return (
            _read_listing(Fields(value), "members")
            if value is not None
            else Listing(part=False, entries=0, sha256="")
        ), ()
    items = [Fields(item) for item in value]
    members = tuple(Member(item.text("path"), item.integer("offset"), item.integer("size")) for item in items)
    return Listing(part=False, entries=len(members), sha256=""), members


def _read_listing(fields: Fields, name: str) -> Listing:
    if fields.optional("part") is None:
        return Listing(part=False, entries=0, sha256="")
    fields.constant("part", name)
    return Listing(part=True, entries=fields.integer("count"), sha256=fields.digest("sha256"))


def _read_digest(text: str) -> bytes:
    if not re.fullmatch(HEX_64, text):
        raise FlawError("malformed", "one of its running digests is malformed")
    return bytes.fromhex(text)
