# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a file that came from outside: an e-mail, a PDF, or JSON of a published schema. Nothing in it is trusted.

The standard library's parser reads the mail, within limits that are looked at first: how large it is, how long its head, how deep
its parts. What is found is shown as seen; the one thing that is taken over, and only when an officer says so, is a record of a
paper (docs/protocol/papers.md), wherever it is: the file itself, an attachment, or inside a PDF.
"""

import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import policy
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.cooperation.paper.record import SCHEMA

MAX_FILE: Final = 32 * 1024 * 1024
"""The largest file that is read, in bytes."""
MAX_HEAD: Final = 256 * 1024
"""The largest head of a mail."""
MAX_BOUNDARIES: Final = 40
"""How many multiparts, and mails within mails, a mail may announce."""
MAX_COMPARED: Final = 3_000_000
"""How many comparisons its reader may make: it holds each line against every multipart that is open."""
MAX_PARTS: Final = 200
MAX_RECORD: Final = 4 * 1024 * 1024
"""The largest record of a paper, unpacked."""
MAX_TEXT: Final = 20_000
_MAX_LINE: Final = 2000
_EMBEDDED: Final = re.compile(rb"/Type\s*/EmbeddedFile\b")
_STREAM: Final = re.compile(rb"stream\r?\n")
_MOST_EMBEDDED: Final = 20
_FIRST_HEADER: Final = re.compile(
    rb"(?i)(?:from|to|cc|subject|date|received|return-path|delivered-to|message-id|mime-version|content-type|dkim-signature|x-[a-z0-9-]{1,40})[ \t]*:"
)
_NESTING: Final = re.compile(rb"(?i)boundary|message/")
_HEADERS: Final = {"from": "address", "subject": "subject", "date": "date", "message-id": "message_id"}
_HIDDEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a\u202b\u202d\u202e]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One attachment of a mail: its name and type as the mail says, and its size in bytes."""

    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a file shows. `kind`: `mail`, `pdf`, `json` or `other`. `record`: the first record of a paper in it, not yet read.

    `signed_by`: the domain that a DKIM signature names; nothing here checks it, for that needs the network.
    """

    kind: str
    seen: dict[str, str] = field(default_factory=dict)
    text: str = ""
    parts: tuple[Part, ...] = ()
    signed_by: str = ""
    record: dict[str, Json] | None = None


def read_file(data: bytes, *, name: str = "") -> Found:
    """Tell what a file is and what it shows. MalformedError `outside.too_large`, `outside.mail_head`, `outside.mail_parts`, `outside.mail_broken`."""
    if len(data) > MAX_FILE:
        raise MalformedError("outside.too_large", limit=MAX_FILE)
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return Found(kind="pdf", record=next(_embedded(data), None))
    if data.lstrip()[:1] == b"{":
        return Found(kind="json", record=_record(data))
    if _is_mail(data, name):
        return read_mail(data)
    return Found(kind="other")


def read_mail(data: bytes) -> Found:
    """Read an e-mail (RFC 5322) within the limits."""
    head = min(
        (place for mark in (b"\r\n\r\n", b"\n\n") if (place := data.find(mark, 0, MAX_HEAD)) >= 0), default=-1
    )
    if head < 0 and len(data) > MAX_HEAD:
        raise MalformedError("outside.mail_head", limit=MAX_HEAD)
    if _is_too_costly(data):
        raise MalformedError("outside.mail_parts", limit=MAX_PARTS)
    try:
        message = BytesParser(policy=policy.compat32).parsebytes(data)
        leaves = _leaves(message)
    except (
        MessageError,
        ValueError,
        LookupError,
        RecursionError,
        IndexError,
        AttributeError,
        TypeError,
    ) as error:
        raise MalformedError("outside.mail_broken") from error
    found = [(part, _payload(part)) for part in leaves]
    texts = (
        _words(content, part)
        for part, content in found
        if part.get_content_type() == "text/plain" and not _file_name(part)
    )
    return Found(
        kind="mail",
        seen={shown: text for header, shown in _HEADERS.items() if (text := _header(message, header))},
        text=next(texts, "")[:MAX_TEXT],
        parts=tuple(
            Part(name=_file_name(part), media_type=part.get_content_type()[:100], size=len(content))
            for part, content in found
            if _file_name(part)
        ),
        signed_by=_signing_domain(message),
        record=next((one for _part, content in found for one in _records(content)), None),
    )


def _is_mail(data: bytes, name: str) -> bool:
    return name.lower().endswith(".eml") or _FIRST_HEADER.match(data) is not None


def _is_too_costly(data: bytes) -> bool:
    """Tell from the bytes alone whether reading this mail would take long: the reader looks only at what is left after this."""
    announced = len(_NESTING.findall(data))
    if announced > MAX_BOUNDARIES or data.count(b"\n--") > 2 * MAX_PARTS + MAX_BOUNDARIES:
        return True
    return data.count(b"\n") * (announced + 1) > MAX_COMPARED


def _leaves(message: Message) -> list[Message]:
    """Give the parts without parts of their own, with a stack of our own."""
    found: list[Message] = []
    waiting = [message]
    while waiting:
        one = waiting.pop()
        inner = one.get_payload() if one.is_multipart() else None
        if isinstance(inner, list):
            waiting.extend(part for part in reversed(inner) if isinstance(part, Message))
        else:
            found.append(one)
        if len(found) + len(waiting) > MAX_PARTS:
            raise MalformedError("outside.mail_parts", limit=MAX_PARTS)
    return found


def _payload(part: Message) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError, TypeError):
        return b""
    return content if isinstance(content, bytes) else b""


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename()
    except (ValueError, LookupError, TypeError, IndexError, AttributeError):
        name = "file"
    return clean_seen(name or "")[:255].replace("/", "_")


def _words(content: bytes, part: Message) -> str:
    try:
        charset = part.get_content_charset() or "utf-8"
        text = content.decode(charset, errors="replace")
    except (LookupError, ValueError, UnicodeError, TypeError, AttributeError):
        text = content.decode("utf-8", errors="replace")
    return _HIDDEN.sub("\ufffd", text.replace("\r\n", "\n")).strip()


def _header(message: Message, name: str) -> str:
    """Give a header's words; an encoding that cannot be read leaves it as it is written."""
    raw = message.get(name)
    text = str(raw)[:_MAX_LINE] if raw is not None else ""
    try:
        pieces = decode_header(text)
        text = "".join(
            piece if isinstance(piece, str) else piece.decode(charset or "utf-8", errors="replace")
            for piece, charset in pieces
        )
    except (MessageError, ValueError, LookupError, UnicodeError):
        pass
    return clean_seen(text)


def clean_seen(text: str) -> str:
    """Give a text on one line without hidden characters or marks that turn its direction."""
    return " ".join(_HIDDEN.sub("\ufffd", str(text)[:_MAX_LINE]).split())


def _signing_domain(message: Message) -> str:
    match = re.search(
        r"(?:^|[;\s])d=([A-Za-z0-9.-]{1,253})", str(message.get("dkim-signature", ""))[:_MAX_LINE]
    )
    return match[1].lower() if match else ""


def _records(content: bytes) -> Iterator[dict[str, Json]]:
    if content[:1024].lstrip().startswith(b"%PDF-"):
        yield from _embedded(content)
    else:
        found = _record(content)
        if found is not None:
            yield found


def _record(content: bytes) -> dict[str, Json] | None:
    """Read JSON that says it is the record of a paper; None for anything else, however large or deep."""
    if len(content) > MAX_RECORD or SCHEMA.encode() not in content:
        return None
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) and value.get("schema") == SCHEMA else None


def _embedded(data: bytes) -> Iterator[dict[str, Json]]:
    """Give the records among the files inside a PDF. A stream is unpacked as far as a record may be large, and no further."""
    for count, mark in enumerate(_EMBEDDED.finditer(data)):
        start = _STREAM.search(data, mark.end(), mark.end() + 4096)
        if count >= _MOST_EMBEDDED or start is None:
            return
        packed = zlib.decompressobj()
        try:
            content = packed.decompress(data[start.end() : start.end() + MAX_RECORD], MAX_RECORD)
        except zlib.error:
            end = data.find(b"endstream", start.end(), start.end() + MAX_RECORD)
            content = data[start.end() : end] if end > 0 else b""
        found = _record(content)
        if found is not None:
            yield found
