# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""JSON Schemas (2020-12) of papers, one per act kind, made from the forms and the table of acts: what another program may rely on.

A schema says the shape; what a value must be beyond it (checksums, order, days that exist) the node's own reader decides.
"""

from collections.abc import Mapping
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.forms.blocks import PERSON, PROPERTY, BlockPart
from longbien.core.cooperation.forms.kinds import Field, Form, form_of_act, forms
from longbien.core.cooperation.forms.values import CONTACT_PARTS
from longbien.core.cooperation.paper.members import Member, act_tables
from longbien.core.cooperation.paper.record import SCHEMA as RECORD

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
PROVIDER: Final = "provider."
PROVIDER_SCHEMA: Final = "longbien/provider/1"
FOLDER: Final = "/schemas/"
"""Where each node publishes its schemas: one address per act kind, open to everybody."""
_MOMENT: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$"
_DAY: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_HEX64: Final = "^[0-9a-f]{64}$"
_HEX32: Final = "^[0-9a-f]{32}$"


def schema_address(kind: str) -> str:
    """Give the address of a kind's schema on every node."""
    return f"{FOLDER}{kind}.json"


def schema_kinds() -> tuple[str, ...]:
    """Give every act kind that has a schema, in order."""
    return tuple(sorted({*(one.act for one in forms().values()), *act_tables()}))


def schema(kind: str) -> dict[str, Json]:
    """Give the schema of the papers of an act kind, or of a form by its name; RefusedError `cooperation.schema_unknown`."""
    found = forms().get(kind)
    form = found or form_of_act(kind)
    name = form.act if form is not None else kind
    if form is None and name not in act_tables():
        raise RefusedError("cooperation.schema_unknown", kind=kind[:64])
    title = form.label if form is not None else act_tables()[name].label
    if name.startswith(PROVIDER):
        return _provider_schema(name, title)
    body = request_schema(form) if form is not None else _members_schema(act_tables()[name].members)
    return {
        "$schema": DIALECT,
        "$id": schema_address(name),
        "title": title,
        **_object(
            {
                "schema": {"const": RECORD},
                "kind": {"const": name},
                "form": _text(64),
                "exercise": _BOOLEAN,
                "about": {"enum": ["act", "receipt"]},
                "sender": _PARTY,
                "recipient": _PARTY,
                "thread": _text(64),
                "reference": _text(1000),
                "act": {"anyOf": [{"type": "null"}, _ACT]},
                "body": body,
                "basis": {"anyOf": [{"type": "null"}, _BASIS]},
                "proofs": _list(_PROOF),
                "carriage": _text(40),
                "masked": _list(_text(64)),
                "mended": _list(_text(64)),
                "flags": _list(_text(80)),
                "made": _object({"at": _moment(), "by": _text(18), "role_id": _text(64)}),
            }
        ),
    }


def _provider_schema(name: str, title: str) -> dict[str, Json]:
    """Give the schema of what passes between an authority and a provider: the members and nothing around them."""
    body = _members_schema(act_tables()[name].members)
    fixed: dict[str, Json] = {"schema": {"const": PROVIDER_SCHEMA}, "kind": {"const": name}}
    members = body["properties"]
    properties = {**fixed, **(members if isinstance(members, dict) else {})}
    return {
        "$schema": DIALECT,
        "$id": schema_address(name),
        "title": title,
        **_object(properties, required=tuple(fixed)),
    }


def request_schema(form: Form) -> dict[str, Json]:
    """Give the schema of the body of a request of this kind; fields that a copy hides or a draft lacks may be absent."""
    fields = {one.id: field_schema(one) for one in form.fields.values() if one.id != "legal_basis"}
    override = _object({"check": _text(80), "field": _text(64), "reason": _text(20_000)})
    document = _object(
        {"object": _pattern(_HEX32), "manifest": {"type": "string"}, "header": {"type": "string"}}
    )
    return _object(
        {
            "form": {"const": form.id},
            "form_version": {"const": form.version},
            "legal_basis": {"enum": ["", *vocabulary("LEGAL-BASIS").codes]},
            "fields": _object(fields, required=()),
            "documents": _list(document),
            "overrides": _list(override),
        }
    )


def field_schema(field: Field) -> dict[str, Json]:
    """Give the schema of one field of a form, with its label and help; any JSON for a type that has no shape here."""
    shape = dict(_shape(field.type, field.list))
    if field.type in {"text", "long-text"}:
        shape["maxLength"] = field.max_length
    if field.type == "number":
        bounds = {"minimum": field.minimum, "maximum": field.maximum}
        shape |= {name: bound for name, bound in bounds.items() if bound is not None}
    about: dict[str, Json] = {"title": field.label}
    if field.help:
        about["description"] = field.help
    return {**about, **shape}


def _members_schema(members: tuple[Member, ...]) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for one in members:
        shape: Mapping[str, Json] = (
            {"enum": list(one.values)} if one.values else _shape(one.type, one.list, member=True)
        )
        found[one.id] = {"title": one.label, **shape}
    return _object(found, required=())


def _shape(kind: str, list_id: str, *, member: bool = False) -> Mapping[str, Json]:
    """Give the shape of a type; an absent text or code of a body's member is written as `""`."""
    if list_id:
        codes = list(vocabulary(list_id).codes)
        one: dict[str, Json] = {"enum": ["", *codes] if member and kind == "code" else [*codes]}
        return one if kind == "code" else _list(one)
    if member and kind in {"moment", "date", "digest", "id"}:
        return {"anyOf": [{"const": ""}, _SHAPES[kind]]}
    return _SHAPES.get(kind, {})


def _object(properties: Mapping[str, Json], *, required: tuple[str, ...] | None = None) -> dict[str, Json]:
    needed = list(properties) if required is None else list(required)
    return {
        "type": "object",
        "properties": dict(properties),
        "required": [*needed],
        "additionalProperties": False,
    }


def _list(items: Mapping[str, Json]) -> dict[str, Json]:
    return {"type": "array", "items": dict(items)}


def _text(longest: int) -> dict[str, Json]:
    return {"type": "string", "maxLength": longest}


def _pattern(pattern: str) -> dict[str, Json]:
    return {"type": "string", "pattern": pattern}


def _moment() -> dict[str, Json]:
    return _pattern(_MOMENT)


_BOOLEAN: Final[dict[str, Json]] = {"type": "boolean"}
_NUMBER: Final[dict[str, Json]] = {"type": "integer"}
_PARTY: Final = _object(
    {
        "party": _text(18),
        "names": {"type": "object", "additionalProperties": {"type": "string"}},
        **{name: _text(200) for name in ("authority", "phone", "email", "office_hours", "time_zone")},
    }
)
_ACT: Final = _object(
    {
        "id": _pattern(_HEX32),
        "digest": _pattern(_HEX64),
        "time": _moment(),
        "refers_to": _pattern("^([0-9a-f]{64})?$"),
        "recorded_at": _moment(),
        "keys": _list(_text(80)),
        "approved_by": _list(_object({"role_id": _text(64), "at": _moment()})),
    }
)
_BASIS: Final = _object(
    {"code": _text(40), "on": _pattern(_DAY), "holds": _BOOLEAN, "table": _text(200), "convention": _BOOLEAN}
)
_PROOF: Final = _object(
    {
        "log": _text(200),
        "index": _NUMBER,
        "size": _NUMBER,
        "outcome": {"enum": ["made", "stored", "refused"]},
        "code": _text(80),
        "at": {"anyOf": [{"const": ""}, _moment()]},
        "cosigned_by": _list(_text(200)),
    }
)
_CONDITION: Final = _object(
    {
        "code": _text(64),
        "text": _text(20_000),
        "until": {"anyOf": [{"const": ""}, _moment()]},
    }
)
_IDENTIFIER: Final = _object(
    {
        "kind": {"enum": list(vocabulary("IDENTIFIER").codes)},
        "value": _text(2000),
        "port": {"type": "integer", "minimum": 0, "maximum": 65_535},
        "at": _moment(),
        "offset": _pattern("^[+-][0-9]{2}:[0-9]{2}$"),
        "local": _text(40),
        "service": _text(300),
        "note": _text(2000),
    },
    required=("kind", "value"),
)


def _part(part: BlockPart) -> dict[str, Json]:
    """Give the schema of one part of a person or a piece of property."""
    if part.shape == "code":
        return {"enum": list(vocabulary(part.list).codes)}
    if part.shape == "states":
        return _list(_pattern("^[A-Z]{2}$"))
    return {"const": True} if part.shape == "tick" else _text(part.max_length)


_SHAPES: Final[Mapping[str, dict[str, Json]]] = {
    "text": _text(20_000),
    "long-text": _text(20_000),
    "date": _pattern(_DAY),
    "moment": _moment(),
    "period": _object({"from": _moment(), "until": _moment()}),
    "contact": _object({one: _text(300) for one in CONTACT_PARTS}, required=("organisation",)),
    "identifiers": _list(_IDENTIFIER),
    "persons": _list(_object({part.name: _part(part) for part in PERSON}, required=("role",))),
    "property": _list(
        _object({part.name: _part(part) for part in PROPERTY}, required=("nature", "description"))
    ),
    "attachment": _object(
        {"name": _text(255), "media_type": _text(123), "size": _NUMBER, "sha256": _pattern(_HEX64)}
    ),
    "tick": _BOOLEAN,
    "number": _NUMBER,
    "language": _pattern("^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$"),
    "digest": _pattern(_HEX64),
    "id": _pattern(_HEX32),
    "bytes": {"type": "string"},
    "many-bytes": _list({"type": "string"}),
    "receipts": _list(_object({"leaf": {"type": "string"}, "proof": {"type": "string"}})),
    "field-name": _text(64),
    "field-names": _list(_text(64)),
    "form": _text(64),
    "form-fields": {"type": "object"},
    "conditions": _list(_CONDITION),
    "documents": _list({"type": "object"}),
}
