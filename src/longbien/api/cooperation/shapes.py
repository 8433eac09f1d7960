# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shapes of what the cooperation desk takes and gives. Large values (a request with its thread) are the frozen values of the verbs, field by field."""

from datetime import datetime
from typing import Annotated

from ninja import Path, Schema
from pydantic import Field, JsonValue

RequestId = Annotated[str, Path(pattern="^[0-9a-f]{32}$", description="the request's id")]
Number = Annotated[int, Path(ge=1, le=2**31 - 1, description="the proposal's number")]
FieldId = Annotated[str, Path(pattern="^[a-z][a-z0-9_]{0,63}$", description="a field of the form")]


class FormLine(Schema):
    """A kind of request."""

    form: str
    version: int
    act: str
    label: str
    article: str


class Question(Schema):
    """One field of a form, in the reader's language where there are words in it."""

    field: str
    section: str
    label: str
    help: str
    type: str
    need: str
    coded: str
    """The coded list behind it, empty where there is none."""
    sources: list[dict[str, str]]


class FormShape(FormLine):
    """A kind of request with every field."""

    help: str
    fields: list[Question]


class NewDraft(Schema):
    """A request as it begins: any fields, complete or not."""

    form: Annotated[str, Field(pattern="^[a-z][a-z0-9-]{0,39}$")]
    partner: Annotated[str, Field(pattern="^([A-Z]{2}|X-[A-Z0-9]{2,16})$")]
    fields: dict[str, JsonValue] = {}


class ChangedDraft(Schema):
    """Fields that are other now, and fields that are emptied."""

    fields: dict[str, JsonValue] = {}
    cleared: Annotated[list[str], Field(max_length=200)] = []


class Passed(Schema):
    """A check that is passed over, with the reason that travels with the request."""

    check: Annotated[str, Field(max_length=80)]
    field: Annotated[str, Field(max_length=80)] = ""
    reason: Annotated[str, Field(max_length=4000)]


class Wrong(Schema):
    """A field that cannot be read, or what a check found: code, and its sentence in the reader's language."""

    field: str
    code: str
    detail: str
    severity: str
    overridable: bool
    source: str


class DraftShape(Schema):
    """A draft as it is kept (`request_id` is empty for one that was only checked). It leaves once `standing` is empty."""

    request_id: str
    form: str
    partner: str
    fields: dict[str, JsonValue]
    errors: list[Wrong]
    findings: list[Wrong]
    standing: list[str]


class Said(Schema):
    """What became of a verb: `act` is the digest of the signed act, empty while `proposal` waits for a second person."""

    proposal: int
    kind: str
    act: str


class Line(Schema):
    """One request in a list: codes and moments, nothing of its contents."""

    request_id: str
    direction: str
    partner: str
    kind: str
    reference: str
    legal_basis: str
    urgency: str
    exercise: bool
    state: str
    preservation: str
    disclosure: str
    measures: dict[str, str]
    evidence: str
    preserved_until: datetime | None
    due: datetime | None
    due_rule: str
    legal_due: datetime | None
    overdue: bool
    unseen: bool
    waiting: int
    flagged: bool
    created_at: datetime
    changed_at: datetime


class Lines(Schema):
    """A page of requests, by what burns. `cut`: there are more than were counted or looked through."""

    rows: list[Line]
    total: int
    page: int
    pages: int
    cut: bool


class Refusal(Schema):
    """Why a proposal is not signed."""

    reason: Annotated[str, Field(min_length=1, max_length=1000)]
