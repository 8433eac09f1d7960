# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Values made of several parts: a contact, an attachment, a period, and the identifiers that a request is about."""

import re
from datetime import UTC, datetime
from typing import Final

from longbien.core.base.canonical import MAX_INTEGER, Json
from longbien.core.base.errors import MalformedError
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.forms.identifiers import MAX_VALUE, clean_email, clean_identifier, clean_phone
from longbien.core.cooperation.forms.plain import (
    at_offset,
    clean_moment,
    clean_number,
    clean_text,
    clean_time,
    parse_offset,
    written_time,
)
from longbien.core.cooperation.forms.values import CONTACT_PARTS, Attachment, Contact, Identifier, Period

_ZONE: Final = re.compile(r"[A-Za-z_]{1,20}(?:/[A-Za-z0-9_+-]{1,30}){0,2}")
_MEDIA_TYPE: Final = re.compile(r"[a-z0-9][a-z0-9.+-]{0,60}/[a-z0-9][a-z0-9.+-]{0,60}")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_REACHED_BY: Final = ("phone", "mobile", "email", "fax")
_GROUP_PARTS: Final = ("kind", "value", "port", "at", "offset", "local", "service", "note")


def clean_contact(raw: Json) -> Contact:
    """Read a contact: an organisation and at least one way to reach it; telephone numbers in international form."""
    given = given_parts(raw, CONTACT_PARTS)
    texts = {name: clean_text(part, max_length=300) for name, part in given.items()}
    for name in ("phone", "mobile", "fax"):
        if texts.get(name):
            texts[name] = clean_phone(texts[name])
    if texts.get("email"):
        texts["email"] = clean_email(texts["email"])
    if texts.get("time_zone") and _ZONE.fullmatch(texts["time_zone"]) is None:
        raise MalformedError("cooperation.field_time_zone", value=texts["time_zone"][:60])
    if not texts.get("organisation") or not any(texts.get(name) for name in _REACHED_BY):
        raise MalformedError("cooperation.field_contact")
    return Contact(**texts)


def clean_attachment(raw: Json) -> Attachment:
    """Read the name, kind, size in bytes and SHA-256 of a document."""
    given = given_parts(raw, ("name", "media_type", "size", "sha256"))
    name = clean_text(given.get("name", ""), max_length=255)
    media_type = clean_text(given.get("media_type", ""), max_length=123)
    sha256 = clean_text(given.get("sha256", ""), max_length=64)
    if (
        not name
        or "/" in name
        or _MEDIA_TYPE.fullmatch(media_type) is None
        or _SHA256.fullmatch(sha256) is None
    ):
        raise MalformedError("cooperation.field_attachment")
    size = clean_number(given.get("size", ""), minimum=0, maximum=MAX_INTEGER)
    return Attachment(name=name, media_type=media_type, size=size, sha256=sha256)


def clean_period(raw: Json) -> Period:
    """Read a period; both ends carry their UTC offset, and the first is not after the second."""
    given = given_parts(raw, ("from", "until"))
    if set(given) != {"from", "until"}:
        raise MalformedError("cooperation.field_period")
    period = Period(since=clean_moment(given["from"]), until=clean_moment(given["until"]))
    if period.since > period.until:
        raise MalformedError("cooperation.field_period")
    return period


def clean_group(raw: Json) -> Identifier:
    """Read one identifier with what belongs to it. A time without any offset is kept as `local`, for a check to stop."""
    given = given_parts(raw, _GROUP_PARTS)
    kind = clean_text(given.get("kind", ""), max_length=64)
    if kind not in vocabulary("IDENTIFIER"):
        raise MalformedError("cooperation.field_code", value=kind)
    at, offset, local = _group_time(given)
    return Identifier(
        kind=kind,
        value=clean_identifier(kind, clean_text(given.get("value", ""), max_length=MAX_VALUE)),
        port=clean_number(given["port"], minimum=0, maximum=65_535) if "port" in given else None,
        at=at,
        offset=offset,
        local=local,
        service=clean_text(given.get("service", ""), max_length=300),
        note=clean_text(given.get("note", ""), max_length=2000, lines=True),
    )


def _group_time(given: dict[str, Json]) -> tuple[datetime | None, str, str]:
    """Give moment, offset and, where no offset is known, the time as it was written."""
    offset = clean_text(given.get("offset", ""), max_length=20)
    shift = parse_offset(offset) if offset else None
    raw = given.get("at", given.get("local"))
    if raw is None:
        return None, offset, ""
    if "at" in given and "local" in given:
        raise MalformedError("cooperation.field_moment", value="")
    time, written = clean_time(raw)
    if shift is None and not written:
        return None, "", written_time(time)
    if not written:
        time = at_offset(time, offset)
    elif shift is not None and written != "+00:00" and parse_offset(written) != shift:
        raise MalformedError("cooperation.field_offset", value=written)
    return time.astimezone(UTC), offset or written, ""


def given_parts(raw: Json, names: tuple[str, ...]) -> dict[str, Json]:
    """Give the parts that are filled; an unknown part is refused, as is anything but an object."""
    if not isinstance(raw, dict):
        raise MalformedError("cooperation.field_type", expected="object")
    for name in raw:
        if name not in names:
            raise MalformedError("cooperation.field_part", part=name[:64])
    return {name: part for name, part in raw.items() if part is not None and part != ""}
