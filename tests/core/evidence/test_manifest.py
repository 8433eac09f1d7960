# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The manifest: both parts there and back, bound to each other, and silent about the plaintext in public."""

import base64
import hashlib
from dataclasses import replace
from typing import Any

import pytest

from longbien.core.base.canonical import decode, encode
from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.base.ids import Digest, ObjectId
from longbien.core.evidence.draft import Draft
from longbien.core.evidence.inner import (
    Listed,
    Member,
    parse_inner,
    parse_members,
    print_inner,
    print_members,
)
from longbien.core.evidence.manifest import (
    open_inner,
    parse_manifest,
    print_manifest,
    read_inner,
    read_manifest,
    sign_manifest,
)
from longbien.core.evidence.open import open_small_part
from longbien.core.evidence.running import Digests
from longbien.core.evidence.seal import Sealed
from tests.authority import authority
from tests.core.evidence.material import MIB, content, describe, draft, seal

PLAINTEXT = content(3 * MIB + 7)
SEALED, PAYLOAD = seal(PLAINTEXT, want_sha512=True)
DRAFT = draft(SEALED)
SIGNER = authority("VN").signer
ENVELOPE = sign_manifest(DRAFT.manifest, SIGNER)
MEMBERS = (Member(path="a", offset=512, size=10), Member(path="b/ü", offset=1536, size=0))


def changed(data: bytes, **changes: Any) -> bytes:
    value = decode(data, max_bytes=1_000_000)
    assert isinstance(value, dict)
    return encode({**value, **changes})


def large(count: int) -> tuple[Sealed, Draft]:
    """Give evidence that claims to be large: its lists stand in parts of their own."""
    digests = b"".join(hashlib.sha256(b"%d" % number).digest() for number in range(count))
    sealed, _ = seal(b"")
    members = tuple(Member(path=f"{number:06}", offset=number * 1024, size=9) for number in range(3000))
    sealed = replace(sealed, digests=Digests(size=count * MIB, sha256=digests[-32:], running=digests))
    return sealed, draft(sealed, members=members, form="folder")


def test_there_and_back() -> None:
    manifest, verified = read_manifest(ENVELOPE, authority("VN").public)
    assert manifest == DRAFT.manifest
    assert verified.payload == print_manifest(manifest)
    assert open_inner(manifest, SEALED.file_key) == DRAFT.inner
    assert read_inner(manifest, DRAFT.inner_plaintext) == DRAFT.inner
    assert parse_inner(DRAFT.inner_plaintext) == DRAFT.inner
    assert DRAFT.inner.digests() == SEALED.digests


def test_the_public_part_says_nothing_about_the_plaintext() -> None:
    public = print_manifest(DRAFT.manifest)
    secrets = [
        PLAINTEXT[:16],
        hashlib.sha256(PLAINTEXT).hexdigest().encode(),
        b"access.log",
        b"2026/17",
        b"A-1",
    ]
    secrets += [hashlib.sha256(PLAINTEXT[:MIB]).hexdigest().encode(), b"text/plain", b"custodian-1"]
    secrets += [base64.b64encode(SEALED.file_key), hashlib.sha512(PLAINTEXT).hexdigest().encode()]
    assert [secret for secret in secrets if secret in public + ENVELOPE + PAYLOAD] == []
    assert b"access.log" in DRAFT.inner_plaintext
    other = draft(SEALED)
    assert (
        other.manifest.inner_digest == DRAFT.manifest.inner_digest
    )  # the same nonce here; a node draws another
    assert len(DRAFT.inner.nonce) == 32


def test_long_lists_stand_in_parts_of_their_own() -> None:
    sealed, drafted = large(1025)
    digests, members = drafted.small_parts
    assert [part.name for part in drafted.manifest.parts] == ["content", "digests", "members"]
    assert isinstance(drafted.inner.running, Listed)
    assert parse_inner(drafted.inner_plaintext) == drafted.inner
    listed = open_small_part(drafted.manifest.part("digests"), digests.payload, sealed.file_key)
    assert drafted.inner.digests(listed) == sealed.digests
    names = open_small_part(drafted.manifest.part("members"), members.payload, sealed.file_key)
    assert [member.path for member in drafted.inner.all_members(names)] == [f"{n:06}" for n in range(3000)]
    nonces = {drafted.manifest.inner[:16], digests.payload[:16], members.payload[:16]}
    assert len(nonces) == 3
    for wrong in (b"", listed[:-32], listed[:-1] + b"x"):
        with pytest.raises(RefusedError, match=r"evidence\.list_differs"):
            drafted.inner.digests(wrong)
        with pytest.raises(RefusedError, match=r"evidence\.list_differs"):
            drafted.inner.all_members(wrong)


def test_short_lists_stand_inside() -> None:
    assert draft(SEALED, members=MEMBERS, form="folder").inner.all_members() == MEMBERS
    sealed, drafted = large(1024)
    assert drafted.inner.digests() == sealed.digests
    assert [part.name for part in drafted.manifest.parts] == ["content", "members"]


def test_the_largest_inner_part_still_fits_an_envelope() -> None:
    sealed, _ = seal(b"")
    count = 1024
    sealed = replace(sealed, digests=Digests(size=count * MIB, sha256=bytes(32), running=bytes(32 * count)))
    members = tuple(Member(path=f"{number:0900}", offset=number, size=0) for number in range(68))
    drafted = draft(sealed, members=members, form="folder")
    assert not drafted.small_parts
    assert len(sign_manifest(drafted.manifest, SIGNER)) < 400_000


def test_another_signer_is_refused() -> None:
    with pytest.raises(RefusedError, match=r"evidence\.sign_keys"):
        sign_manifest(DRAFT.manifest, authority("AT").signer)
    named = replace(DRAFT.manifest, sign_keys=authority("AT").signer.key_ids)
    with pytest.raises(RefusedError, match=r"evidence\.sign_keys"):
        sign_manifest(named, SIGNER)
    with pytest.raises(RefusedError, match=r"parties\.key_unknown"):
        read_manifest(ENVELOPE, authority("AT").public)


def test_a_manifest_that_names_other_keys_than_signed_it_is_refused() -> None:
    class Liar:
        """Signs with its own keys what names others."""

        key_ids = SIGNER.key_ids

        def sign(self, message: bytes) -> tuple[bytes, bytes]:
            return SIGNER.sign(message)

    named = replace(DRAFT.manifest, sign_keys=authority("AT").signer.key_ids)
    liar = Liar()
    liar.key_ids = named.sign_keys
    envelope = sign_manifest(named, liar)
    swapped = envelope
    for theirs, ours in zip(named.sign_keys, SIGNER.key_ids, strict=True):
        swapped = swapped.replace(b'"keyid":"%b"' % theirs.encode(), b'"keyid":"%b"' % ours.encode())
    with pytest.raises(RefusedError, match=r"evidence\.sign_keys"):
        read_manifest(swapped, authority("VN").public)


def test_an_inner_part_of_another_object_is_refused() -> None:
    sealed, _ = seal(content(5))
    other = draft(sealed)
    for inner in (other.manifest.inner, b""):
        with pytest.raises(LongBienError):
            open_inner(replace(DRAFT.manifest, inner=inner), SEALED.file_key)
    for plaintext in (other.inner_plaintext, b"", b"{}"):
        with pytest.raises(RefusedError, match=r"evidence\.inner_differs"):
            read_inner(DRAFT.manifest, plaintext)
    for inner_value in (
        replace(DRAFT.inner, object=ObjectId("f" * 32)),
        replace(DRAFT.inner, size=DRAFT.inner.size + 1),
    ):
        plaintext = print_inner(inner_value)
        manifest = replace(DRAFT.manifest, inner_digest=Digest(hashlib.sha256(plaintext).hexdigest()))
        with pytest.raises(RefusedError, match=r"evidence\.inner_differs"):
            read_inner(manifest, plaintext)


@pytest.mark.parametrize(
    "changes",
    [
        {"type": "longbien/act/v1"},
        {"suite": "LB-EVIDENCE-2"},
        {"object": "0" * 31},
        {"party": "vn"},
        {"exercise": 1},
        {"sealed_at": "2026-03-01T12:00:00+00:00"},
        {"sign_keys": []},
        {"sign_keys": ["0" * 32]},
        {"parts": []},
        {"parts": [{"name": "other", "length": 32, "leaves": 1, "root": "00" * 32}]},
        {"parts": [{"name": "digests", "length": 32, "leaves": 1, "root": "00" * 32}]},
        {"parts": [{"name": "content", "length": 32, "leaves": 2, "root": "00" * 32}]},
        {"parts": [{"name": "content", "length": 31, "leaves": 1, "root": "00" * 32}]},
        {"parts": [{"name": "content", "length": 32, "leaves": 1, "root": "00" * 32}] * 2},
        {"inner": "!"},
        {"inner": base64.b64encode(bytes(300_000)).decode()},
        {"inner_digest": "00"},
        {"more": 1},
    ],
)
def test_a_public_part_of_another_form_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(MalformedError):
        parse_manifest(changed(print_manifest(DRAFT.manifest), **changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"type": "longbien/manifest/v1"},
        {"nonce": "00" * 31},
        {"name": ""},
        {"media_type": "text"},
        {"media_type": "TEXT/PLAIN"},
        {"form": "disk"},
        {"size": -1},
        {"size": 2**53},
        {"size": MIB},
        {"sha256": "00" * 31},
        {"sha512": "00" * 32},
        {"running": {"every": MIB, "digests": []}},
        {"running": {"every": MIB, "digests": ["00" * 32] * 5}},
        {"running": {"every": MIB, "digests": ["0G" * 32] * 4}},
        {"running": {"every": MIB // 2, "digests": ["00" * 32] * 4}},
        {"running": {"every": MIB, "part": "content", "count": 4, "sha256": "00" * 32}},
        {"running": {"every": MIB, "part": "digests", "count": 3, "sha256": "00" * 32}},
        {"members": [{"path": "a", "offset": 0, "size": 1}]},
        {"members": {"part": "members", "count": 1, "sha256": "00" * 32}},
        {"acquired": {}},
        {"case": None},
        {"more": 1},
    ],
)
def test_an_inner_part_of_another_form_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(MalformedError):
        parse_inner(changed(DRAFT.inner_plaintext, **changes))


@pytest.mark.parametrize(
    "members",
    [
        [("../a", 0, 1)],
        [("/a", 0, 1)],
        [("a/", 0, 1)],
        [("a//b", 0, 1)],
        [("./a", 0, 1)],
        [("b", 0, 1), ("a", 1, 1)],
        [("a", 0, 1), ("a", 1, 1)],
        [("a", 0, 2), ("b", 1, 1)],
        [("a", 3 * MIB, 8)],
        [("", 0, 0)],
    ],
)
def test_members_that_lie_outside_are_refused(members: list[tuple[str, int, int]]) -> None:
    value = [{"path": path, "offset": offset, "size": size} for path, offset, size in members]
    with pytest.raises(MalformedError):
        parse_inner(changed(DRAFT.inner_plaintext, form="folder", members=value))


def test_members_go_there_and_back() -> None:
    assert parse_members(print_members(MEMBERS)) == MEMBERS
    assert describe().form == "file"
