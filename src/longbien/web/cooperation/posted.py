# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a posted form to the raw values that `core.cooperation.fields.clean` reads: texts, lists of codes, groups of parts.

Names on the page: `field`, `field.part` (contact, period), `field.3.part` (the fourth identifier, person or piece of property).
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from longbien.core.base.canonical import Json
from longbien.core.cooperation.forms.blocks import BLOCKS
from longbien.core.cooperation.forms.kinds import Field, Form
from longbien.core.cooperation.forms.values import CONTACT_PARTS

IDENTIFIER_PARTS: Final = ("kind", "value", "port", "at", "offset", "service", "note")
PERIOD_PARTS: Final = ("from", "until")
GROUP_PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "identifiers": IDENTIFIER_PARTS,
    **{kind: tuple(part.name for part in parts) for kind, parts in BLOCKS.items()},
}
"""The types of field that hold several groups, with the parts of one."""
_CHOSEN: Final = frozenset(
    {"kind", *(part.name for parts in BLOCKS.values() for part in parts if part.shape in ("code", "tick"))}
)
"""Parts that are chosen, not typed: a group with nothing else in it is empty."""
ATTACHMENT_PARTS: Final = ("name", "media_type", "size", "sha256")
MAX_GROUPS: Final = 500

Files: TypeAlias = "MultiValueDict[str, UploadedFile[Any]]"


def raw_values(form: Form, post: QueryDict, files: Files) -> dict[str, Json]:
    """Give every field of `form` that was filled in; what the form does not ask is ignored."""
    found = {name: _READERS.get(field.type, _text)(field, post, files) for name, field in form.fields.items()}
    return {name: value for name, value in found.items() if value not in ("", None, [], {})}


def group_numbers(name: str, post: QueryDict) -> list[int]:
    """Give the numbers of the groups that the page shows for a field, in order."""
    pattern = re.compile(rf"{re.escape(name)}\.([0-9]{{1,4}})\.[a-z_]+")
    found = {int(match[1]) for key in post if (match := pattern.fullmatch(key))}
    return sorted(found)[:MAX_GROUPS]


def _text(field: Field, post: QueryDict, files: Files) -> Json:
    return post.get(field.id, "").strip()


def _codes(field: Field, post: QueryDict, files: Files) -> Json:
    return [code for code in post.getlist(field.id) if code]


def _parts(names: tuple[str, ...]) -> Callable[[Field, QueryDict, Files], Json]:
    def read(field: Field, post: QueryDict, files: Files) -> Json:
        return _group(field.id, names, post)

    return read


def _groups(field: Field, post: QueryDict, files: Files) -> Json:
    parts = GROUP_PARTS[field.type]
    groups = [_group(f"{field.id}.{number}", parts, post) for number in group_numbers(field.id, post)]
    return [group for group in groups if set(group) - _CHOSEN]


def _attachment(field: Field, post: QueryDict, files: Files) -> Json:
    file = files.get(field.id)
    if file is None:
        kept = _group(field.id, ATTACHMENT_PARTS, post)
        return kept if f"{field.id}.drop" not in post else {}
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    return {
        "name": file.name or "",
        "media_type": file.content_type or "application/octet-stream",
        "size": file.size or 0,
        "sha256": digest.hexdigest(),
    }


def _group(prefix: str, names: tuple[str, ...], post: QueryDict) -> dict[str, Json]:
    texts = {name: post.get(f"{prefix}.{name}", "").strip() for name in names}
    return {name: text for name, text in texts.items() if text}


_READERS: Final[Mapping[str, Callable[[Field, QueryDict, Files], Json]]] = {
    "codes": _codes,
    "contact": _parts(CONTACT_PARTS),
    "period": _parts(PERIOD_PARTS),
    **dict.fromkeys(GROUP_PARTS, _groups),
    "attachment": _attachment,
}
