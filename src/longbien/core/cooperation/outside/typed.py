# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a paper's record, or from what an officer typed, to the body of an act: read as strictly as one that came from a node."""

from collections.abc import Callable, Mapping
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.moments import print_moment
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.acts.bodies import BASIS_FIELD, Request
from longbien.core.cooperation.acts.bodies_json import read_body, write_body
from longbien.core.cooperation.forms.fields import clean
from longbien.core.cooperation.forms.kinds import Form, form_of_act
from longbien.core.cooperation.forms.plain import clean_moment, clean_text
from longbien.core.cooperation.paper.members import Member, act_tables

NO_BASIS: Final = "none-yet"
"""The basis of a request that names none."""
_LONGEST: Final = 20_000
_YES: Final = ("on", "true", "yes", "1")


def record_body(record: Mapping[str, Json]) -> tuple[str, dict[str, Json]]:
    """Give the kind and body that a paper's record holds; MalformedError `outside.record` for one that no reader takes.

    Papers that travel beside a request are not in its record: the body names none.
    """
    try:
        fields = Fields(dict(record))
        kind = fields.text("kind", max_length=64)
        body = fields.value("body")
        if not isinstance(body, dict) or fields.value("masked") != []:
            raise MalformedError("base.field_value", field="body", where="$")
        given = {**body, "documents": []} if "documents" in body else dict(body)
        if form_of_act(kind) is not None and not given.get(BASIS_FIELD):
            given[BASIS_FIELD] = NO_BASIS
        if read_body(kind, given) is None:
            raise MalformedError("base.field_value", field="kind", where="$")
    except LongBienError as error:
        raise MalformedError("outside.record", reason=error.code) from error
    return kind, given


def typed_request(form: Form, raw: Mapping[str, Json]) -> dict[str, Json]:
    """Give the body of a request from typed fields; RefusedError `cooperation.draft_unread` for a field that cannot be read.

    A paper may lack what our own requests must have: what is missing is asked for, or returned.
    """
    values = clean(form, {BASIS_FIELD: NO_BASIS, **raw}).all_read()
    return write_body(Request(form=form.id, form_version=form.version, values=values))


def typed_answer(kind: str, raw: Mapping[str, Json]) -> dict[str, Json]:
    """Give the body of an answer from typed members; RefusedError `outside.kind` for a kind that has no table, MalformedError for a wrong value."""
    if kind not in act_tables() or not kind.startswith(("answer.", "request.", "dispute.")):
        raise RefusedError("outside.kind", kind=kind[:64])
    read = read_body(kind, typed_members(kind, raw))
    if read is None:
        raise RefusedError("outside.kind", kind=kind[:64])
    return write_body(read)


def typed_members(kind: str, raw: Mapping[str, Json]) -> dict[str, Json]:
    """Give every member of a table's kind from what was typed; MalformedError for an unknown member or one that cannot be read."""
    members = act_tables()[kind].members
    known = {one.id for one in members}
    for name in raw:
        if name not in known:
            raise MalformedError("base.field_unknown", field=name[:80], where="$")
    return {one.id: _CLEANERS.get(one.type, _text)(one, raw.get(one.id)) for one in members}


def _text(_member: Member, raw: Json) -> Json:
    return clean_text("" if raw is None else raw, max_length=_LONGEST, lines=True)


def _moment(_member: Member, raw: Json) -> Json:
    return print_moment(clean_moment(raw)) if raw else ""


def _tick(_member: Member, raw: Json) -> Json:
    return raw is True or (isinstance(raw, str) and raw.strip().lower() in _YES)


def _many(_member: Member, raw: Json) -> Json:
    if raw is None or raw == "":
        return []
    return raw if isinstance(raw, list) else [raw]


def _codes(member: Member, raw: Json) -> Json:
    found = _many(member, raw)
    codes = found if isinstance(found, list) else []
    if any(one not in vocabulary(member.list) for one in codes):
        raise MalformedError("base.field_value", field=member.id, where="$")
    return codes


def _one_of(member: Member, raw: Json) -> Json:
    text = _text(member, raw)
    allowed = member.values or tuple(vocabulary(member.list).codes)
    if text and text not in allowed:
        raise MalformedError("base.field_value", field=member.id, where="$")
    return text


def _conditions(member: Member, raw: Json) -> Json:
    """Read conditions of use: codes, or objects as the body has them."""
    found = _many(member, raw)
    items = found if isinstance(found, list) else []
    return [{"code": one, "text": "", "until": ""} if isinstance(one, str) else one for one in items]


_CLEANERS: Final[Mapping[str, Callable[[Member, Json], Json]]] = {
    "moment": _moment,
    "tick": _tick,
    "code": _one_of,
    "choice": _one_of,
    "codes": _codes,
    "field-names": _many,
    "conditions": _conditions,
}
