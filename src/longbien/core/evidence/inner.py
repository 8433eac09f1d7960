# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The inner manifest: what only somebody with the file key may know (docs/protocol/evidence.md, section 3).

Name, case, size and plaintext digests of an object. Its 32-byte nonce makes its own digest hiding. Long lists (running
digests, members of a folder) stand in parts of their own and are named here by count and SHA-256.
"""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from longbien.core.base.canonical import Json, JsonInput, decode, encode
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import ObjectId, parse_object_id
from longbien.core.base.moments import print_moment
from longbien.core.evidence.running import DIGEST_BYTES, EVERY, Digests
from longbien.core.evidence.segments import DIGESTS, MEMBERS

INNER_TYPE: Final = "longbien/inner-manifest/v1"
FORMS: Final = ("file", "folder")
MAX_INNER: Final = 262_144
"""Bytes of an inner manifest: four times base64 further it still fits an act."""
MAX_MEMBERS_PART: Final = 64 * 1024 * 1024
"""Bytes of a members part."""

_MAX_MEMBERS: Final = 1_000_000
_MEDIA_TYPE: Final = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A list that stands in a part of its own: how many entries, and the SHA-256 of the part's plaintext."""

    count: int
    sha256: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file of a sealed folder: its path, and where its data lie in the tar stream (bytes)."""

    path: str
    offset: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquired:
    """How the evidence was acquired (ISO/IEC 27037): when, by which role, where, how, with what, on whose authority."""

    at: datetime
    by_role: str
    place: str = ""
    method: str = ""
    tool: str = ""
    authority: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What a person says about the evidence."""

    name: str
    media_type: str
    form: str
    case: str = ""
    exhibit: str = ""
    acquired: Acquired


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    """An inner manifest. `sha512` is empty unless the partner's profile asks for it."""

    object: ObjectId
    nonce: bytes = field(repr=False)
    description: Description
    size: int
    sha256: bytes
    sha512: bytes = b""
    running: bytes | Listed = field(repr=False)
    members: tuple[Member, ...] | Listed = ()

    def __post_init__(self) -> None:
        """Refuse lists that do not fit the size (MalformedError `evidence.inner_lists`)."""
        count = len(self.running) // DIGEST_BYTES if isinstance(self.running, bytes) else self.running.count
        if count != -(-self.size // EVERY) or (self.description.form == "file" and self.members != ()):
            raise MalformedError("evidence.inner_lists")
        if not isinstance(self.members, Listed):
            _check_members(self.members, self.size)

    def digests(self, listed: bytes = b"") -> Digests:
        """Give all digests; `listed` is the plaintext of the digests part where there is one.

        RefusedError `evidence.list_differs` if it is not the one that is named here.
        """
        running = self.running
        if isinstance(running, Listed):
            _check_listed(running, listed, DIGESTS)
            if len(listed) != running.count * DIGEST_BYTES:
                raise RefusedError("evidence.list_differs", part=DIGESTS)
            running = listed
        return Digests(size=self.size, sha256=self.sha256, sha512=self.sha512, running=running)

    def all_members(self, listed: bytes = b"") -> tuple[Member, ...]:
        """Give all members; `listed` is the plaintext of the members part where there is one."""
        if not isinstance(self.members, Listed):
            return self.members
        _check_listed(self.members, listed, MEMBERS)
        members = parse_members(listed)
        if len(members) != self.members.count:
            raise RefusedError("evidence.list_differs", part=MEMBERS)
        _check_members(members, self.size)
        return members


def print_inner(inner: Inner) -> bytes:
    """Write the inner manifest's plaintext."""
    value: dict[str, JsonInput] = {
        "type": INNER_TYPE,
        "object": inner.object,
        "nonce": inner.nonce.hex(),
        "size": inner.size,
        "sha256": inner.sha256.hex(),
        "sha512": inner.sha512.hex(),
        "running": _running_value(inner.running),
        "members": _members_value(inner.members),
        **_description_value(inner.description),
    }
    data = encode(value)
    if len(data) > MAX_INNER:
        raise MalformedError("base.too_large", limit=MAX_INNER)
    return data


def check_description(said: Description) -> None:
    """MalformedError for a description that no reader would take: asked before anything is sealed."""
    _parse_description(Fields(_description_value(said)))


def parse_inner(data: bytes) -> Inner:
    """Read an inner manifest's plaintext strictly."""
    fields = Fields(decode(data, max_bytes=MAX_INNER))
    fields.choice("type", (INNER_TYPE,))
    sha512 = fields.hex("sha512")
    if len(sha512) not in (0, 64):
        raise MalformedError("base.field_value", field="sha512", where=fields.where)
    inner = Inner(
        object=fields.parsed("object", parse_object_id),
        nonce=fields.hex("nonce", length=32),
        description=_parse_description(fields),
        size=fields.integer("size"),
        sha256=fields.hex("sha256", length=32),
        sha512=sha512,
        running=_parse_running(fields.object("running")),
        members=_parse_members(fields),
    )
    fields.done()
    return inner


def print_members(members: tuple[Member, ...]) -> bytes:
    """Write the plaintext of a members part."""
    return encode([_member_value(member) for member in members])


def parse_members(data: bytes) -> tuple[Member, ...]:
    """Read the plaintext of a members part."""
    value = decode(data, max_bytes=MAX_MEMBERS_PART)
    return Fields({"members": value}).objects("members", _parse_member, max_items=_MAX_MEMBERS)


def _check_listed(listed: Listed, data: bytes, part: str) -> None:
    if hashlib.sha256(data).digest() != listed.sha256:
        raise RefusedError("evidence.list_differs", part=part)


def _check_members(members: tuple[Member, ...], size: int) -> None:
    """Members stand in the stream one after the other, under paths that stay inside the folder and come in order."""
    end, before = 0, b""
    for member in members:
        path = member.path.encode()
        parts = member.path.split("/")
        if member.offset < end or path <= before or not {"", ".", ".."}.isdisjoint(parts):
            raise MalformedError("evidence.inner_lists")
        end, before = member.offset + member.size, path
    if end > size:
        raise MalformedError("evidence.inner_lists")


def _running_value(running: bytes | Listed) -> dict[str, JsonInput]:
    if isinstance(running, Listed):
        return {"every": EVERY, "part": DIGESTS, "count": running.count, "sha256": running.sha256.hex()}
    places = range(0, len(running), DIGEST_BYTES)
    return {"every": EVERY, "digests": [running[place : place + DIGEST_BYTES].hex() for place in places]}


def _parse_running(fields: Fields) -> bytes | Listed:
    fields.integer("every", minimum=EVERY, maximum=EVERY)
    if fields.has("part"):
        return _parse_listed(fields, DIGESTS)
    digests = fields.texts("digests", max_items=MAX_INNER // 64, max_length=64)
    fields.done()
    if not all(re.fullmatch("[0-9a-f]{64}", digest) for digest in digests):
        raise MalformedError("base.field_value", field="digests", where=fields.where)
    return bytes.fromhex("".join(digests))


def _parse_listed(fields: Fields, part: str) -> Listed:
    fields.choice("part", (part,))
    listed = Listed(count=fields.integer("count", minimum=1), sha256=fields.hex("sha256", length=32))
    fields.done()
    return listed


def _members_value(members: tuple[Member, ...] | Listed) -> JsonInput:
    if isinstance(members, Listed):
        return {"part": MEMBERS, "count": members.count, "sha256": members.sha256.hex()}
    return [_member_value(member) for member in members]


def _member_value(member: Member) -> dict[str, JsonInput]:
    return {"path": member.path, "offset": member.offset, "size": member.size}


def _parse_members(fields: Fields) -> tuple[Member, ...] | Listed:
    if isinstance(fields.value("members"), dict):
        return _parse_listed(fields.object("members"), MEMBERS)
    return fields.objects("members", _parse_member, max_items=_MAX_MEMBERS)


def _parse_member(fields: Fields) -> Member:
    return Member(
        path=fields.text("path", max_length=4096),
        offset=fields.integer("offset"),
        size=fields.integer("size"),
    )


def _description_value(said: Description) -> dict[str, Json]:
    return {
        "name": said.name,
        "media_type": said.media_type,
        "form": said.form,
        "case": said.case,
        "exhibit": said.exhibit,
        "acquired": _acquired_value(said.acquired),
    }


def _acquired_value(acquired: Acquired) -> dict[str, Json]:
    return {
        "at": print_moment(acquired.at),
        "by_role": acquired.by_role,
        "place": acquired.place,
        "method": acquired.method,
        "tool": acquired.tool,
        "authority": acquired.authority,
        "notes": acquired.notes,
    }


def _parse_description(fields: Fields) -> Description:
    acquired = fields.object("acquired")
    description = Description(
        name=fields.text("name"),
        media_type=fields.text("media_type", pattern=_MEDIA_TYPE),
        form=fields.choice("form", FORMS),
        case=fields.text("case", min_length=0, max_length=200),
        exhibit=fields.text("exhibit", min_length=0, max_length=200),
        acquired=Acquired(
            at=acquired.moment("at"),
            by_role=acquired.text("by_role", max_length=100),
            **{
                name: acquired.text(name, min_length=0, max_length=limit) for name, limit in _ACQUIRED.items()
            },
        ),
    )
    acquired.done()
    return description


_ACQUIRED: Final = {"place": 200, "method": 1000, "tool": 200, "authority": 500, "notes": 4000}
