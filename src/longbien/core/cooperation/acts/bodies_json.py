# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The JSON of bodies (docs/protocol/requests.md): one strict reader and one writer per kind.

`write_body(body)` gives the JSON of an act's `body`; `read_body(kind, json)` accepts exactly what a writer of this version
would give. An absent text or moment is `""`.
"""

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.moments import print_moment
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.acts.asides import Aside
from longbien.core.cooperation.acts.asides_json import ASIDE_KINDS, ASIDE_READERS, write_aside
from longbien.core.cooperation.acts.bodies import (
    BASIS_FIELD,
    Acknowledged,
    Body,
    Closed,
    Decided,
    Executed,
    Extension,
    Information,
    InformationWanted,
    Override,
    Request,
    Returned,
    Withdrawn,
)
from longbien.core.cooperation.acts.documents import read_documents, write_documents
from longbien.core.cooperation.acts.measures import KEEPING, holds, outcomes_of
from longbien.core.cooperation.acts.reading import (
    codes,
    condition,
    long_text,
    moment,
    names,
    neat,
    needed_text,
    short_text,
    write_conditions,
    write_moment,
)
from longbien.core.cooperation.forms.fields import read_values
from longbien.core.cooperation.forms.kinds import MEASURES, form, form_of_act
from longbien.core.cooperation.forms.values import write_values

Said: TypeAlias = Body | Aside
"""Any body of this room."""


def read_body(kind: str, body: Json) -> Said | None:
    """Read the body of an act of `kind`; None for a kind of another room or of a later version.

    MalformedError for a wrong shape; RefusedError `cooperation.form_unknown` or `cooperation.form_version` for a form that
    this node does not have.
    """
    read = _READERS.get(kind) or (_request if form_of_act(kind) else None)
    if read is None:
        return None
    fields = Fields(body)
    found = read(fields)
    fields.done()
    if isinstance(found, Request) and form(found.form).act != kind:
        raise MalformedError("cooperation.form_act", form=found.form, kind=kind)
    return found


def kind_of(body: Said) -> str:
    """Give the act kind that carries a body."""
    if isinstance(body, Request):
        return form(body.form).act
    return _KINDS[type(body)]


def write_body(body: Said) -> dict[str, Json]:
    """Write a body for its act."""
    written: dict[str, Json]
    match body:
        case Request():
            written = _write_request(body)
        case Acknowledged():
            written = {"reference": body.reference, "handled_by": body.handled_by, "note": body.note}
        case Returned():
            written = {
                "reasons": list(body.reasons),
                "fields": list(body.fields),
                "text": body.text,
                "preserved_meanwhile": body.preserved_meanwhile,
            }
        case InformationWanted():
            written = {
                "questions": body.questions,
                "concern": body.concern,
                "fields": list(body.fields),
                "answer_by": write_moment(body.answer_by),
            }
        case Information():
            written = {
                "text": body.text,
                "form": body.form,
                "form_version": body.form_version,
                "fields": write_values(body.values),
                "documents": write_documents(body.documents),
            }
        case Decided() | Executed():
            written = _write_measure(body)
        case Extension():
            written = {
                "measure": body.measure,
                "until": print_moment(body.until),
                "reason": body.reason,
            }
        case Withdrawn():
            written = {"reason": body.reason}
        case Closed():
            written = {"outcome": body.outcome, "note": body.note}
        case _:
            written = write_aside(body)
    return {name: neat(value) for name, value in written.items()}


def _write_request(body: Request) -> dict[str, Json]:
    if not body.legal_basis:
        raise MalformedError("base.field_missing", field=BASIS_FIELD, where="$")
    fields = write_values(body.values)
    del fields[BASIS_FIELD]
    return {
        "form": body.form,
        "form_version": body.form_version,
        "legal_basis": body.legal_basis,
        "fields": fields,
        "documents": write_documents(body.documents),
        "overrides": [
            {"check": item.check, "field": item.field, "reason": item.reason} for item in body.overrides
        ],
    }


def _write_measure(body: Decided | Executed) -> dict[str, Json]:
    if isinstance(body, Executed):
        return {
            "measure": body.measure,
            "outcome": body.outcome,
            "from": write_moment(body.since),
            "until": write_moment(body.until),
            "held_by": body.held_by,
            "provider_reference": body.provider_reference,
            "other_provider": body.other_provider,
            "note": body.note,
        }
    return {
        "measure": body.measure,
        "decision": body.decision,
        "grounds": list(body.grounds),
        "reasons": body.reasons,
        "conditions": write_conditions(body.conditions),
        "consulted_at": write_moment(body.consulted_at),
        "reconsider_after": write_moment(body.reconsider_after),
        "concerns": list(body.concerns),
    }


def _request(fields: Fields) -> Request:
    found = form(fields.text("form"), version=fields.integer("form_version", minimum=1, maximum=999))
    values = fields.object("fields")
    raw = {name: values.value(name) for name in found.fields if values.has(name) and name != BASIS_FIELD}
    values.done()
    raw[BASIS_FIELD] = fields.choice("legal_basis", vocabulary("LEGAL-BASIS").codes)
    return Request(
        form=found.id,
        form_version=found.version,
        values=read_values(found, raw),
        overrides=fields.objects("overrides", _override, max_items=100),
        documents=read_documents(fields),
    )


def _override(item: Fields) -> Override:
    return Override(
        check=item.text("check", pattern=r"cooperation\.[a-z0-9_.]+", max_length=80),
        field=item.text("field", max_length=64, min_length=0),
        reason=needed_text(item, "reason"),
    )


def _acknowledged(fields: Fields) -> Acknowledged:
    return Acknowledged(
        reference=short_text(fields, "reference"),
        handled_by=short_text(fields, "handled_by"),
        note=long_text(fields, "note"),
    )


def _returned(fields: Fields) -> Returned:
    reasons = codes(fields, "reasons", "RETURN")
    if not reasons:
        raise MalformedError("base.field_value", field="reasons", where=fields.where)
    return Returned(
        reasons=reasons,
        fields=names(fields),
        text=long_text(fields, "text"),
        preserved_meanwhile=fields.boolean("preserved_meanwhile"),
    )


def _information_wanted(fields: Fields) -> InformationWanted:
    return InformationWanted(
        questions=needed_text(fields, "questions"),
        concern=fields.choice("concern", ("", *vocabulary("CONCERN").codes)),
        fields=names(fields),
        answer_by=moment(fields, "answer_by"),
    )


def _information(fields: Fields) -> Information:
    found = form(fields.text("form"), version=fields.integer("form_version", minimum=1, maximum=999))
    return Information(
        text=needed_text(fields, "text"),
        form=found.id,
        form_version=found.version,
        values=read_values(found, fields.value("fields")),
        documents=read_documents(fields),
    )


def _decided(fields: Fields) -> Decided:
    return Decided(
        measure=fields.choice("measure", MEASURES),
        decision=fields.choice("decision", vocabulary("DECISION").codes),
        grounds=codes(fields, "grounds", "REFUSAL"),
        reasons=long_text(fields, "reasons"),
        conditions=fields.objects("conditions", condition, max_items=50),
        consulted_at=moment(fields, "consulted_at"),
        reconsider_after=moment(fields, "reconsider_after"),
        concerns=codes(fields, "concerns", "CONCERN"),
    )


def _executed(fields: Fields) -> Executed:
    measure = fields.choice("measure", MEASURES)
    body = Executed(
        measure=measure,
        outcome=fields.choice("outcome", outcomes_of(measure)),
        since=moment(fields, "from"),
        until=moment(fields, "until"),
        held_by=short_text(fields, "held_by"),
        provider_reference=short_text(fields, "provider_reference"),
        other_provider=long_text(fields, "other_provider"),
        note=long_text(fields, "note"),
    )
    named = [moment for moment in (body.since, body.until) if moment is not None]
    allowed = (2,) if holds(measure, body.outcome) else (0,) if measure in KEEPING else (0, 2)
    if len(named) not in allowed:
        raise MalformedError("base.field_value", field="until", where=fields.where)
    if body.since is not None and body.until is not None and body.since >= body.until:
        raise MalformedError("base.field_value", field="until", where=fields.where)
    return body


def _extension(fields: Fields) -> Extension:
    until = moment(fields, "until")
    if until is None:
        raise MalformedError("base.field_value", field="until", where=fields.where)
    return Extension(
        until=until, reason=needed_text(fields, "reason"), measure=fields.choice("measure", KEEPING)
    )


def _withdrawn(fields: Fields) -> Withdrawn:
    return Withdrawn(reason=needed_text(fields, "reason"))


def _closed(fields: Fields) -> Closed:
    return Closed(
        outcome=fields.choice("outcome", vocabulary("OUTCOME").codes),
        note=long_text(fields, "note"),
    )


_READERS: Final[Mapping[str, Callable[[Fields], Said]]] = {
    **ASIDE_READERS,
    "answer.acknowledged": _acknowledged,
    "answer.returned": _returned,
    "answer.information-wanted": _information_wanted,
    "request.information": _information,
    "answer.decided": _decided,
    "answer.executed": _executed,
    "request.extension": _extension,
    "request.withdrawn": _withdrawn,
    "answer.closed": _closed,
}

_KINDS: Final[Mapping[type, str]] = {
    **ASIDE_KINDS,
    Acknowledged: "answer.acknowledged",
    Returned: "answer.returned",
    InformationWanted: "answer.information-wanted",
    Information: "request.information",
    Decided: "answer.decided",
    Executed: "answer.executed",
    Extension: "request.extension",
    Withdrawn: "request.withdrawn",
    Closed: "answer.closed",
}

BODY_KINDS: Final = frozenset(_READERS)
"""Every act kind that this room reads, requests themselves left out."""
