# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The body of an act as rows that people read: label and value, codes by their names. Nothing is left out."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError
from longbien.core.cooperation.acts.bodies import Condition, Request
from longbien.core.cooperation.acts.bodies_json import read_body
from longbien.core.cooperation.forms.kinds import Form
from longbien.core.cooperation.forms.values import FieldValue, Values
from longbien.core.evidence.bodies import UseCondition, read_evidence_body
from longbien.texts import phrase

LABELS: Final[Mapping[str, Promise]] = {
    "acceptance": _("In answer to the acceptance"),
    "act": _("About the act"),
    "answer_by": _("Answer wanted by"),
    "concern": _("Warning"),
    "concerns": _("Early warnings"),
    "conditions": _("Conditions of use"),
    "consent": _("Number of the question"),
    "consulted_at": _("Consulted at"),
    "copies": _("What became of copies"),
    "custody": _("Custody records"),
    "decision": _("Decision"),
    "disposal": _("What became of it"),
    "dispute": _("Number of the dispute"),
    "documents": _("Attachments"),
    "expected": _("Expected by"),
    "field": _("Field concerned"),
    "fields": _("Fields concerned"),
    "form": _("Form"),
    "form_version": _("Version of the form"),
    "grounds": _("Grounds"),
    "handled_by": _("Handled by"),
    "header": _("Header of the sealed file"),
    "held_by": _("Held by"),
    "manifest": _("Manifest"),
    "measure": _("Measure"),
    "note": _("Note"),
    "object_id": _("Sealed object"),
    "other_provider": _("Another provider"),
    "outcome": _("Outcome"),
    "preserved_meanwhile": _("Kept meanwhile"),
    "provider_reference": _("The holder's reference"),
    "purpose": _("What for"),
    "questions": _("Questions"),
    "reason": _("Reason"),
    "reasons": _("Reasons"),
    "recipient": _("Who shall have it"),
    "reconsider_after": _("Considered again after"),
    "reference": _("Reference"),
    "request": _("Request"),
    "since": _("From"),
    "text": _("Text"),
    "until": _("Until"),
    "use": _("What consent is asked for"),
    "verdict": _("Verdict"),
    "version": _("Version"),
}
"""The members of bodies, in words."""

LISTS: Final[Mapping[tuple[str, str], str]] = {
    ("InformationWanted", "concern"): "CONCERN",
    ("Decided", "measure"): "MEASURE",
    ("Decided", "concerns"): "CONCERN",
    ("Extension", "measure"): "MEASURE",
    ("Consulting", "measure"): "MEASURE",
    ("Consulting", "grounds"): "REFUSAL",
    ("UseConsent", "use"): "USE",
    ("UseAnswered", "decision"): "DECISION",
    ("Decided", "decision"): "DECISION",
    ("Decided", "grounds"): "REFUSAL",
    ("Executed", "measure"): "MEASURE",
    ("Executed", "outcome"): "OUTCOME",
    ("Closed", "outcome"): "OUTCOME",
    ("Returned", "reasons"): "RETURN",
}
"""The coded list behind a member of a body."""
WORDS: Final[Mapping[tuple[str, str], str]] = {
    ("Disposed", "disposal"): "disposal",
    ("Received", "verdict"): "verdict",
}
"""The table of words behind a member of a body."""
_NAMES: Final = ("fields", "field")
"""Members that name fields of the request's form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """One member of a body. `shape` says how the page writes it: text, lines, codes, word, moment, yes, digest, bytes, conditions."""

    label: Promise | str
    shape: str
    value: object
    list: str = ""


def shown_rows(kind: str, body: Mapping[str, Json], form: Form | None = None) -> tuple[ShownRow, ...]:
    """Give the filled members of a body; nothing for a request (its fields have a page of their own) or an unreadable body.

    `form` is that of the request: it names the fields that are spoken of.
    """
    try:
        read = read_body(kind, dict(body)) or read_evidence_body(kind, dict(body))
    except LongBienError:
        return ()
    if read is None or isinstance(read, Request):
        return ()
    name = type(read).__name__
    rows = (
        _row(name, field.name, _labelled(field.name, getattr(read, field.name), form))
        for field in fields(read)
    )
    return tuple(row for row in rows if row.value not in ("", None, (), b"", False) and row.label)


def _row(body: str, name: str, value: object) -> ShownRow:
    if (body, name) in WORDS:
        return ShownRow(label=LABELS[name], shape="word", value=value, list=WORDS[body, name])
    list_id = LISTS.get((body, name), "")
    return ShownRow(label=LABELS.get(name, ""), shape=_shape(name, value, list_id), value=value, list=list_id)


def _labelled(name: str, value: object, form: Form | None) -> object:
    """Give fields by their labels, as far as the form knows them."""
    if name not in _NAMES or form is None:
        return value
    if isinstance(value, tuple):
        return "\n".join(_label(form, str(one)) for one in value)
    return _label(form, str(value)) if value else value


def _label(form: Form, name: str) -> str:
    found = form.fields.get(name)
    return phrase(get_language() or "en", found.label) if found is not None else name


def _shape(name: str, value: object, list_id: str) -> str:
    if list_id:
        return "codes" if isinstance(value, tuple) else "code"
    if isinstance(value, tuple):
        return "conditions" if all(isinstance(one, Condition | UseCondition) for one in value) else "count"
    if isinstance(value, bytes):
        return "bytes"
    if isinstance(value, datetime):
        return "moment"
    if value is True:
        return "yes"
    if name in {"object_id", "request", "acceptance", "manifest", "conditions", "consent", "dispute", "act"}:
        return "digest"
    return "lines"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownField:
    """One filled field of a request, as the template of facts reads it."""

    id: str
    label: str
    type: str
    list: str
    value: FieldValue
    mended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSection:
    """The filled fields of one section."""

    id: str
    label: str
    fields: tuple[ShownField, ...]


def shown_sections(form: Form, values: Values) -> tuple[ShownSection, ...]:
    """Lay the values of a request out by the sections of its form; empty sections are left out."""
    sections = (
        ShownSection(
            id=section.id,
            label=section.label,
            fields=tuple(
                ShownField(
                    id=field.id,
                    label=field.label,
                    type=field.type,
                    list=field.list,
                    value=values[field.id],
                )
                for field in form.fields.values()
                if field.section == section.id and field.id in values
            ),
        )
        for section in form.sections
    )
    return tuple(section for section in sections if section.fields)
