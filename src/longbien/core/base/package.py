# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Office files (DOCX, XLSX) that somebody else made: ZIP packages of XML, judged from outside before a reader opens them.

The reader of ZIP files reads no byte more of a member than the archive claims, so that claims are what is bounded.
"""

import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import Final

_XML: Final = (".xml", ".rels")


class Fault(StrEnum):
    """What is wrong with a package, in the order in which it is looked for."""

    LARGE = "large"
    """Too many members, too much unpacked, or packed tighter than text is."""
    MACRO = "macro"
    KIND = "kind"
    """Not the package that was expected: its main part is missing."""
    DECLARES = "declares"
    """XML that declares a document type or an entity, or hides in another encoding that it does."""
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a package may have. `part`: the member that must be there; `ratio`: how tightly a member over `small` bytes may be packed (0: any).

    `markers`: what no XML of it may hold anywhere.
    """

    part: str
    members: int
    unpacked: int
    ratio: int = 0
    small: int = 0
    markers: tuple[bytes, ...] = (b"<!DOCTYPE", b"<!ENTITY", b"\0")


def judge_package(data: bytes, bounds: Bounds) -> Fault | None:
    """Look at a package from outside; None where nothing is wrong. Memory: its largest member of XML."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _judge(archive, bounds)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
    ):
        return Fault.BROKEN


def _judge(archive: zipfile.ZipFile, bounds: Bounds) -> Fault | None:
    members = archive.infolist()
    if len(members) > bounds.members or sum(one.file_size for one in members) > bounds.unpacked:
        return Fault.LARGE
    if bounds.ratio and any(
        one.file_size > bounds.small and one.file_size > bounds.ratio * max(1, one.compress_size)
        for one in members
    ):
        return Fault.LARGE
    names = {one.filename.lower() for one in members}
    if any("vbaproject" in name or "/activex/" in name for name in names):
        return Fault.MACRO
    if bounds.part not in names:
        return Fault.KIND
    for one in members:
        if one.filename.lower().endswith(_XML):
            xml = archive.read(one)
            if any(marker in xml for marker in bounds.markers):
                return Fault.DECLARES
    return None
