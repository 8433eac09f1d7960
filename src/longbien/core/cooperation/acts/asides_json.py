# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The JSON of what is said beside a request (docs/protocol/requests.md, section 6): one strict reader and one writer per kind."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import parse_digest
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.acts.asides import (
    ONWARD_TRANSFER,
    Aside,
    Commented,
    ConsultationClosed,
    Consulting,
    DisputeAnswered,
    DisputeRaised,
    DisputeSettled,
    DraftShared,
    Progress,
    StatusWanted,
    UseAnswered,
    UseConsent,
    Views,
)
from longbien.core.cooperation.acts.bodies import BASIS_FIELD
from longbien.core.cooperation.acts.reading import (
    codes,
    condition,
    long_text,
    moment,
    needed_text,
    short_text,
    write_conditions,
    write_moment,
)
from longbien.core.cooperation.forms.fields import read_values
from longbien.core.cooperation.forms.kinds import MEASURES, form
from longbien.core.cooperation.forms.values import write_values

_ID: Final = r"[0-9a-f]{32}"
_ANSWERS: Final = ("granted", "refused")


def write_aside(body: Aside) -> dict[str, Json]:
    """Write a body for its act."""
    match body:
        case Consulting():
            return {
                "measure": body.measure,
                "grounds": list(body.grounds),
                "text": body.text,
                "conditions": write_conditions(body.conditions),
                "answer_by": write_moment(body.answer_by),
            }
        case Views() | StatusWanted():
            return {"text": body.text}
        case Progress():
            return {"text": body.text, "expected": write_moment(body.expected)}
        case UseConsent():
            return {
                "consent": body.consent,
                "object": body.object_id,
                "use": body.use,
                "purpose": body.purpose,
                "recipient": body.recipient,
                "until": write_moment(body.until),
            }
        case UseAnswered():
            return {
                "consent": body.consent,
                "decision": body.decision,
                "reasons": body.reasons,
                "conditions": write_conditions(body.conditions),
                "until": write_moment(body.until),
            }
        case DisputeRaised():
            return {"dispute": body.dispute, "act": body.act, "text": body.text}
        case DisputeAnswered() | DisputeSettled():
            return {"dispute": body.dispute, "text": body.text}
        case DraftShared() | Commented() | ConsultationClosed():
            return _write_shared(body)


def _write_shared(body: DraftShared | Commented | ConsultationClosed) -> dict[str, Json]:
    if isinstance(body, Commented):
        return {"version": body.version, "field": body.field, "text": body.text}
    if isinstance(body, ConsultationClosed):
        return {"note": body.note}
    return {
        "form": body.form,
        "form_version": body.form_version,
        "version": body.version,
        "legal_basis": str(body.values.get(BASIS_FIELD, "")),
        "fields": write_values({name: value for name, value in body.values.items() if name != BASIS_FIELD}),
        "note": body.note,
    }


def _consulting(fields: Fields) -> Consulting:
    return Consulting(
        measure=fields.choice("measure", MEASURES),
        grounds=codes(fields, "grounds", "REFUSAL"),
        text=needed_text(fields, "text"),
        conditions=fields.objects("conditions", condition, max_items=50),
        answer_by=moment(fields, "answer_by"),
    )


def _views(fields: Fields) -> Views:
    return Views(text=needed_text(fields, "text"))


def _status_wanted(fields: Fields) -> StatusWanted:
    return StatusWanted(text=long_text(fields, "text"))


def _progress(fields: Fields) -> Progress:
    return Progress(text=needed_text(fields, "text"), expected=moment(fields, "expected"))


def _use_consent(fields: Fields) -> UseConsent:
    use = fields.choice("use", vocabulary("USE").codes)
    recipient = short_text(fields, "recipient")
    if (use == ONWARD_TRANSFER) is not bool(recipient):
        raise MalformedError("base.field_value", field="recipient", where=fields.where)
    return UseConsent(
        consent=fields.text("consent", pattern=_ID),
        object_id=fields.text("object", pattern=f"({_ID})?", min_length=0),
        use=use,
        purpose=needed_text(fields, "purpose"),
        recipient=recipient,
        until=moment(fields, "until"),
    )


def _use_answered(fields: Fields) -> UseAnswered:
    """Read an answer; a refusal gives reasons."""
    decision = fields.choice("decision", _ANSWERS)
    read = needed_text if decision == "refused" else long_text
    return UseAnswered(
        consent=fields.text("consent", pattern=_ID),
        decision=decision,
        reasons=read(fields, "reasons"),
        conditions=fields.objects("conditions", condition, max_items=50),
        until=moment(fields, "until"),
    )


def _dispute_raised(fields: Fields) -> DisputeRaised:
    act = fields.text("act", min_length=0, max_length=64)
    if act:
        parse_digest(act)
    return DisputeRaised(
        dispute=fields.text("dispute", pattern=_ID), act=act, text=needed_text(fields, "text")
    )


def _dispute_answered(fields: Fields) -> DisputeAnswered:
    return DisputeAnswered(dispute=fields.text("dispute", pattern=_ID), text=needed_text(fields, "text"))


def _dispute_settled(fields: Fields) -> DisputeSettled:
    return DisputeSettled(dispute=fields.text("dispute", pattern=_ID), text=needed_text(fields, "text"))


def _draft_shared(fields: Fields) -> DraftShared:
    found = form(fields.text("form"), version=fields.integer("form_version", minimum=1, maximum=999))
    basis = fields.choice("legal_basis", ("", *vocabulary("LEGAL-BASIS").codes))
    shown = fields.object("fields")
    raw = {name: shown.value(name) for name in found.fields if shown.has(name) and name != BASIS_FIELD}
    shown.done()
    if basis:
        raw[BASIS_FIELD] = basis
    return DraftShared(
        form=found.id,
        form_version=found.version,
        version=fields.integer("version", minimum=1, maximum=999),
        values=read_values(found, raw),
        note=long_text(fields, "note"),
    )


def _commented(fields: Fields) -> Commented:
    return Commented(
        version=fields.integer("version", minimum=1, maximum=999),
        field=fields.text("field", min_length=0, max_length=64),
        text=needed_text(fields, "text"),
    )


def _consultation_closed(fields: Fields) -> ConsultationClosed:
    return ConsultationClosed(note=long_text(fields, "note"))


ASIDE_READERS: Final[Mapping[str, Callable[[Fields], Aside]]] = MappingProxyType(
    {
        "answer.consulting": _consulting,
        "request.views": _views,
        "request.status-wanted": _status_wanted,
        "answer.progress": _progress,
        "request.use-consent": _use_consent,
        "answer.use-consent": _use_answered,
        "dispute.raised": _dispute_raised,
        "dispute.answered": _dispute_answered,
        "dispute.settled": _dispute_settled,
        "consultation.draft": _draft_shared,
        "consultation.comment": _commented,
        "consultation.closed": _consultation_closed,
    }
)
"""The reader of each kind."""

ASIDE_KINDS: Final[Mapping[type, str]] = MappingProxyType(
    {
        Consulting: "answer.consulting",
        Views: "request.views",
        StatusWanted: "request.status-wanted",
        Progress: "answer.progress",
        UseConsent: "request.use-consent",
        UseAnswered: "answer.use-consent",
        DisputeRaised: "dispute.raised",
        DisputeAnswered: "dispute.answered",
        DisputeSettled: "dispute.settled",
        DraftShared: "consultation.draft",
        Commented: "consultation.comment",
        ConsultationClosed: "consultation.closed",
    }
)
"""The kind of each body."""
