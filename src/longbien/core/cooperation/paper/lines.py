# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The body of an act as lines of a paper: English labels of the data, codes and plain values, no words of any language yet.

Shapes of a line: `plain` (ids, numbers, addresses: the same in every language), `moment`, `codes` (of a coded list), `phrases`
(words of the data), `free` (text in the language in which it was written), `parts` (label and value, of a contact),
`identifiers`, `persons`, `property`, `conditions`, `hidden` (masked on this copy). A value of an unknown type is written out as it is: nothing is left out.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from longbien.core.base.canonical import Json, encode
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.forms.blocks import BLOCKS
from longbien.core.cooperation.forms.kinds import Form, form_of_act, forms
from longbien.core.cooperation.paper.members import act_tables
from longbien.core.cooperation.paper.record import Record

_WORDS: Final = 3
_WORD: Final = re.compile(r"[\u2e80-\u9fff]|[^\W\d_\u2e80-\u9fff]{2,}")
FREE: Final = ("long-text", "text")
_AS_IT_IS: Final = ("date", "number", "digest", "id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: `id` of the field or member, its English label, its shape and value; `list` for codes; `mended` if changed later."""

    id: str
    label: str
    shape: str
    value: Json
    list: str = ""
    mended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A titled group of lines. `title` is an English phrase of the data, or "" for a body without sections."""

    id: str
    title: str
    lines: tuple[Line, ...]


def paper_title(record: Record) -> str:
    """Give the English name of what the paper holds; the kind itself where no table names it."""
    form = form_of_act(record.kind)
    if form is not None:
        return form.label
    table = act_tables().get(record.kind)
    return table.label if table is not None else record.kind


def parts(record: Record) -> tuple[Part, ...]:
    """Lay the body of an act out: a request by the sections of its form, other acts by their table."""
    form = form_of_act(record.kind)
    if form is not None:
        return tuple(_sections(form, _with_basis(record.body), record))
    table = act_tables().get(record.kind)
    if table is None:
        lines = tuple(_line(name, name, "", value, "") for name, value in record.body.items())
        return (Part(id="body", title="", lines=lines),) if lines else ()
    lines = tuple(
        _line(one.id, one.label, one.type, record.body[one.id], one.list)
        for one in table.members
        if one.type != "form-fields" and _filled(record.body.get(one.id))
    )
    hidden = tuple(_hidden(one.id, one.label) for one in table.members if one.id in record.masked)
    found = [Part(id="body", title="", lines=lines + hidden)] if lines or hidden else []
    given = record.body.get("fields")
    changed = forms().get(str(record.body.get("form", "")))
    if changed is not None and isinstance(given, dict):
        found += _sections(changed, given, record)
    return tuple(found)


def languages_of(record: Record) -> tuple[str, ...]:
    """Give the language in which the free texts of a request were written, and that of its translation, as far as it says."""
    fields = record.body.get("fields")
    given = fields if isinstance(fields, dict) else {}
    found = (given.get("language"), given.get("translation_language"))
    return tuple(one for one in found if isinstance(one, str))


def _with_basis(body: Mapping[str, Json]) -> dict[str, Json]:
    fields = body.get("fields")
    given = dict(fields) if isinstance(fields, dict) else {}
    return {**given, "legal_basis": body.get("legal_basis", "")}


def _sections(form: Form, given: Mapping[str, Json], record: Record) -> Iterator[Part]:
    for section in form.sections:
        lines = []
        for field in form.fields.values():
            if field.section != section.id:
                continue
            if field.id in record.masked:
                lines.append(_hidden(field.id, field.label))
            elif _filled(given.get(field.id)):
                mended = field.id in record.mended
                lines.append(
                    _line(field.id, field.label, field.type, given[field.id], field.list, mended=mended)
                )
        if lines:
            yield Part(id=section.id, title=section.label, lines=tuple(lines))


def _filled(value: Json) -> bool:
    return value is not None and value is not False and value not in ("", [], {})


def _hidden(name: str, label: str) -> Line:
    return Line(id=name, label=label, shape="hidden", value="")


def _line(name: str, label: str, kind: str, value: Json, list_id: str, *, mended: bool = False) -> Line:
    shape, shown = _SHAPES.get(kind, _other)(value)
    return Line(id=name, label=label, shape=shape, value=shown, list=list_id, mended=mended)


def _plain(value: Json) -> tuple[str, Json]:
    return "plain", value if isinstance(value, str) else _compact(value)


def _free(value: Json) -> tuple[str, Json]:
    return ("free", value) if isinstance(value, str) else _plain(value)


def _codes(value: Json) -> tuple[str, Json]:
    return "codes", value if isinstance(value, list) else [value]


def _period(value: Json) -> tuple[str, Json]:
    if isinstance(value, dict) and isinstance(value.get("from"), str) and isinstance(value.get("until"), str):
        return "period", [value["from"], value["until"]]
    return _plain(value)


def _contact(value: Json) -> tuple[str, Json]:
    return ("parts", value) if isinstance(value, dict) else _plain(value)


def _attachment(value: Json) -> tuple[str, Json]:
    if not isinstance(value, dict):
        return _plain(value)
    size = f"{value.get('size', '')} B"
    return "plain", "\n".join(
        str(one)
        for one in (value.get("name"), value.get("media_type"), size, f"SHA-256 {value.get('sha256')}")
    )


def _identifiers(value: Json) -> tuple[str, Json]:
    return ("identifiers", value) if isinstance(value, list) else _plain(value)


def _blocks(kind: str) -> Callable[[Json], tuple[str, Json]]:
    return lambda value: (kind, value) if isinstance(value, list) else _plain(value)


def _conditions(value: Json) -> tuple[str, Json]:
    return ("conditions", value) if isinstance(value, list) else _plain(value)


def _documents(value: Json) -> tuple[str, Json]:
    items = value if isinstance(value, list) else []
    return "plain", "\n".join(str(one.get("object", "")) for one in items if isinstance(one, dict))


def _bytes(value: Json) -> tuple[str, Json]:
    items = value if isinstance(value, list) else [value]
    return "bytes", [len(_compact(one)) for one in items]


def _other(value: Json) -> tuple[str, Json]:
    """Write a value of a type that has no shape of its own here."""
    if isinstance(value, str):
        return "free", value
    if value is True:
        return "phrases", ["yes"]
    if isinstance(value, dict):
        return "parts", {name: inner for name, inner in value.items() if _filled(inner)}
    if isinstance(value, list):
        return "plain", "\n".join(one if isinstance(one, str) else _compact(one) for one in value)
    return _plain(value)


def _compact(value: Json) -> str:
    return value if isinstance(value, str) else encode(value).decode("utf-8")


_SHAPES: Final[Mapping[str, Callable[[Json], tuple[str, Json]]]] = {
    **dict.fromkeys(_AS_IT_IS, _plain),
    **dict.fromkeys(FREE, _free),
    "code": _codes,
    "codes": _codes,
    "moment": lambda value: ("moment", value),
    "period": _period,
    "contact": _contact,
    "attachment": _attachment,
    "identifiers": _identifiers,
    **{kind: _blocks(kind) for kind in BLOCKS},
    "conditions": _conditions,
    "documents": _documents,
    "bytes": _bytes,
    "many-bytes": _bytes,
    "receipts": _bytes,
    "language": lambda value: ("language", value),
    "field-name": lambda value: ("field-names", [value]),
    "field-names": lambda value: ("field-names", value),
    "choice": lambda value: ("choice", value),
    "form": lambda value: ("form", value),
}


def code_label(list_id: str, code: str) -> str:
    """Give the English label of a code; a code or list that is not known here as it is."""
    return vocabulary(list_id).label_of(code) if list_id else code


def is_prose(text: str) -> bool:
    """Tell whether a text wants a translation; one of a word or two (a number, a name) is the same in every language."""
    return len(_WORD.findall(text)) >= _WORDS
