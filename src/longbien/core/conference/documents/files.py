# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be filed as a document: its name, size and first bytes must agree, and nothing that runs may be inside.

A file is never opened here beyond that, and always given away as a file: the browser saves it and shows nothing of it itself.
"""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from longbien.core.base.errors import MalformedError, RefusedError

MAX_FILE: Final = 64 * 1024 * 1024
"""Bytes of one version."""
_MAX_MEMBERS: Final = 10_000
_HEAD: Final = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    """One kind of file by the ending of its name: its media type, and what its bytes must show."""

    ending: str
    media_type: str
    fits: Callable[[bytes], bool]


def file_kind(name: str, data: bytes, kinds: Mapping[str, FileKind] | None = None) -> FileKind:
    """Tell what a file is, by its name and its bytes together; `kinds` are those that may be filed here (else `KINDS`).

    MalformedError `conference_papers.file_ending`, `conference_papers.file_content`; RefusedError `conference_papers.file_large`, `conference_papers.file_macros`,
    `conference_papers.file_empty`.
    """
    known = KINDS if kinds is None else kinds
    kind = known.get(name.rpartition(".")[2].lower())
    if kind is None:
        raise MalformedError("conference_papers.file_ending", name=name[:80], known=", ".join(known))
    if not data:
        raise RefusedError("conference_papers.file_empty")
    if len(data) > MAX_FILE:
        raise RefusedError("conference_papers.file_large", size=len(data), limit=MAX_FILE)
    if not kind.fits(data):
        raise MalformedError("conference_papers.file_content", ending=kind.ending)
    return kind


def _pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:_HEAD]


def _begins(with_: bytes) -> Callable[[bytes], bool]:
    """Make the check of a picture's first bytes."""
    return lambda data: data.startswith(with_)


def _text(data: bytes) -> bool:
    try:
        return "\0" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _package(member: str) -> Callable[[bytes], bool]:
    """Make the check of a ZIP package that must hold `member` and no macro."""

    def fits(data: bytes) -> bool:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                names = [info.filename for info in archive.infolist()]
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError, EOFError):
            return False
        if any(name.lower().endswith("vbaproject.bin") or name.startswith("Basic/") for name in names):
            raise RefusedError("conference_papers.file_macros")
        return member in names and len(names) <= _MAX_MEMBERS

    return fits


KINDS: Final[Mapping[str, FileKind]] = MappingProxyType(
    {
        kind.ending: kind
        for kind in (
            FileKind(ending="pdf", media_type="application/pdf", fits=_pdf),
            FileKind(
                ending="docx",
                media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                fits=_package("[Content_Types].xml"),
            ),
            FileKind(
                ending="odt", media_type="application/vnd.oasis.opendocument.text", fits=_package("mimetype")
            ),
            FileKind(ending="txt", media_type="text/plain", fits=_text),
        )
    }
)
"""What may be filed, by ending."""
SCANS: Final[Mapping[str, FileKind]] = MappingProxyType(
    {
        "pdf": KINDS["pdf"],
        **{
            ending: FileKind(ending=ending, media_type=media, fits=_begins(first))
            for ending, media, first in (
                ("png", "image/png", b"\x89PNG\r\n\x1a\n"),
                ("jpg", "image/jpeg", b"\xff\xd8\xff"),
                ("jpeg", "image/jpeg", b"\xff\xd8\xff"),
            )
        },
    }
)
"""What a scan of credentials may be, by ending."""
