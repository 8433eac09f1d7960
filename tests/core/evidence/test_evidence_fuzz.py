# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Changed input at every reader of evidence: the same value or our own error, never anything else."""

import contextlib
import io
import random
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from longbien.core.base.canonical import decode
from longbien.core.base.errors import LongBienError
from longbien.core.evidence.custody import read_custody, sign_custody
from longbien.core.evidence.inner import parse_inner, parse_members, print_inner, print_members
from longbien.core.evidence.manifest import (
    open_inner,
    parse_manifest,
    print_manifest,
    read_manifest,
    sign_manifest,
)
from longbien.core.evidence.open import evidence_key, open_small_part, open_stream
from longbien.core.evidence.ranges import parse_ranges
from longbien.core.evidence.segments import SegmentTree, verify_segment
from longbien.core.sealing.age_header import parse_header, print_header
from tests.authority import authority
from tests.core.evidence.material import MIB, OURS, content, draft, seal
from tests.core.evidence.test_custody import FIRST
from tests.core.evidence.test_manifest import MEMBERS
from tests.fuzz import mutate

PLAINTEXT = content(200_000)
SEALED, PAYLOAD = seal(PLAINTEXT)
DRAFT = draft(SEALED)
ENVELOPE = sign_manifest(DRAFT.manifest, authority("VN").signer)
CUSTODY = sign_custody(FIRST, authority("VN").signer)
LONG, LONG_PAYLOAD = seal(content(3 * MIB))
TREE = SegmentTree(LONG.content.leaf_hashes)


def same(read: Callable[[bytes], object], original: bytes, chance: random.Random) -> None:
    """Read changed bytes: what is read at all must be what the unchanged bytes say."""
    data = mutate(original, chance)
    with contextlib.suppress(LongBienError):
        found = read(data)
        assert data == original or found == read(original)


def spelled(parse: Callable[[bytes], object], write: Callable[..., bytes]) -> Callable[[bytes], object]:
    """Make a reader that holds what is read to its one spelling."""

    def read(data: bytes) -> bytes:
        assert write(parse(data)) == data
        return b"read"

    return read


def open_whole(payload: bytes) -> bytes:
    sink = io.BytesIO()
    part, digests = SEALED.content.part, SEALED.digests
    open_stream(io.BytesIO(payload), sink, part=part, file_key=SEALED.file_key, digests=digests)
    return sink.getvalue()


READERS: dict[str, tuple[Callable[[bytes], object], bytes]] = {
    "header": (spelled(parse_header, print_header), SEALED.header),
    "header key": (lambda data: evidence_key(data, [OURS]), SEALED.header),
    "public part": (spelled(parse_manifest, print_manifest), print_manifest(DRAFT.manifest)),
    "envelope": (lambda data: read_manifest(data, authority("VN").public), ENVELOPE),
    "inner part": (spelled(parse_inner, print_inner), DRAFT.inner_plaintext),
    "members": (spelled(parse_members, print_members), print_members(MEMBERS)),
    "custody": (lambda data: read_custody(data, authority("VN").public), CUSTODY),
    "ranges": (
        lambda data: len(parse_ranges(decode(data, max_bytes=9999), count=99)) >= 0,
        b"[[0,3],[9,9],[20,70]]",
    ),
    "small part": (lambda data: open_small_part(SEALED.content.part, data, SEALED.file_key), PAYLOAD),
    "sealed inner": (
        lambda data: open_inner(replace(DRAFT.manifest, inner=data), SEALED.file_key),
        DRAFT.manifest.inner,
    ),
    "segment": (
        lambda data: verify_segment(LONG.content.part, 1, TREE.path(1), data),
        LONG_PAYLOAD[MIB : 2 * MIB],
    ),
}


@pytest.mark.parametrize("name", READERS)
def test_a_few_hundred_changes(name: str) -> None:
    read, original = READERS[name]
    for seed in range(40 if name in ("segment", "header key") else 300):
        same(read, original, random.Random(seed))


def test_a_few_changed_payloads() -> None:
    for seed in range(40):
        same(open_whole, PAYLOAD, random.Random(seed))


@pytest.mark.fuzz
@pytest.mark.parametrize("name", READERS)
def test_changes_without_end(name: str, rounds: Iterator[random.Random]) -> None:
    read, original = READERS[name]
    for chance in rounds:
        same(read, original, chance)


@pytest.mark.fuzz
def test_changed_payloads_without_end(rounds: Iterator[random.Random]) -> None:
    for chance in rounds:
        same(open_whole, PAYLOAD, chance)
