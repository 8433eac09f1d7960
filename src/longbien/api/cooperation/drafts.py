# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms and drafts for programs: what a form asks, its schema, a draft from its first field until it is submitted."""

from collections.abc import Iterable
from typing import BinaryIO, cast

from django.http import HttpRequest
from django.utils.translation import get_language
from ninja import File, Router, Status, UploadedFile

from longbien.actions.cooperation.drafts.draft import change, discard, draft
from longbien.actions.cooperation.drafts.override import override
from longbien.actions.cooperation.drafts.submit import submit
from longbien.actions.cooperation.pages.draft import DraftPage, check_typed, draft_page
from longbien.actions.evidence.documents import keep_document
from longbien.actions.evidence.seal import Opened
from longbien.actions.node import current_node
from longbien.api.callers import DRAFT, READ, officer_for
from longbien.api.cooperation.shapes import (
    ChangedDraft,
    DraftShape,
    FieldId,
    FormLine,
    FormShape,
    NewDraft,
    Passed,
    RequestId,
    Said,
)
from longbien.api.problems import REFUSALS
from longbien.core.base.canonical import Json
from longbien.core.base.described import described
from longbien.core.base.ids import parse_party_id, parse_request_id
from longbien.core.cooperation.findings import Finding
from longbien.core.cooperation.forms.fields import FieldError
from longbien.core.cooperation.forms.kinds import Form, form, forms
from longbien.core.cooperation.paper.schemas import request_schema
from longbien.texts import phrase, translated

router = Router(tags=["drafts"])


@router.get("/forms", response={200: list[FormLine], **REFUSALS})
def all_forms(request: HttpRequest) -> list[dict[str, Json]]:
    """List the kinds of request that this node knows."""
    officer_for(request, READ)
    return [_line(one) for one in forms().values()]


@router.get("/forms/{form_id}", response={200: FormShape, **REFUSALS})
def one_form(request: HttpRequest, form_id: str) -> dict[str, Json]:
    """Give a form with every field, its source and how sure we are of it."""
    officer_for(request, READ)
    found, language = form(form_id), get_language() or "en"
    fields = [
        {
            "field": one.id,
            "section": one.section,
            "label": phrase(language, one.label),
            "help": phrase(language, one.help),
            "type": one.type,
            "need": one.need,
            "coded": one.list,
            "sources": described(one.sources),
        }
        for one in found.fields.values()
    ]
    return {**_line(found), "help": phrase(language, found.help), "fields": list[Json](fields)}


@router.get("/forms/{form_id}/schema", response={200: dict[str, object], **REFUSALS})
def form_schema(request: HttpRequest, form_id: str) -> Json:
    """Give the JSON Schema (2020-12) of a request of this kind, as it is signed."""
    officer_for(request, READ)
    return request_schema(form(form_id))


@router.post("/checks", response={200: DraftShape, **REFUSALS})
def check(request: HttpRequest, given: NewDraft) -> dict[str, Json]:
    """Check fields and keep nothing."""
    officer = officer_for(request, DRAFT)
    partner = parse_party_id(given.partner)
    page = check_typed(
        node=current_node(), actor=officer, form_id=given.form, partner=partner, raw=given.fields
    )
    return _shape(page)


@router.post("/drafts", response={201: DraftShape, **REFUSALS})
def new(request: HttpRequest, given: NewDraft) -> Status[dict[str, Json]]:
    """Begin a draft; what cannot be read yet is kept as it came."""
    officer, node = officer_for(request, DRAFT), current_node()
    partner = parse_party_id(given.partner)
    kept = draft(node=node, actor=officer, form_id=given.form, partner=partner, raw=given.fields)
    return Status(201, _shape(draft_page(node=node, actor=officer, request_id=kept.request_id)))


@router.get("/drafts/{request_id}", response={200: DraftShape, **REFUSALS})
def one(request: HttpRequest, request_id: RequestId) -> dict[str, Json]:
    """Give a draft as it is kept, with its errors and what the checks find today."""
    officer = officer_for(request, READ)
    return _shape(draft_page(node=current_node(), actor=officer, request_id=request_id))


@router.patch("/drafts/{request_id}", response={200: DraftShape, **REFUSALS})
def change_draft(request: HttpRequest, request_id: RequestId, given: ChangedDraft) -> dict[str, Json]:
    """Change some fields and keep the others."""
    officer, node = officer_for(request, DRAFT), current_node()
    own_id = parse_request_id(request_id)
    change(node=node, actor=officer, request_id=own_id, changed=given.fields, cleared=given.cleared)
    return _shape(draft_page(node=node, actor=officer, request_id=request_id))


@router.post("/drafts/{request_id}/overrides", response={200: DraftShape, **REFUSALS})
def pass_over(request: HttpRequest, request_id: RequestId, given: Passed) -> dict[str, Json]:
    """Pass over one check, with a written reason."""
    officer, node = officer_for(request, DRAFT), current_node()
    override(
        node=node,
        actor=officer,
        request_id=parse_request_id(request_id),
        check=given.check,
        field=given.field,
        reason=given.reason,
    )
    return _shape(draft_page(node=node, actor=officer, request_id=request_id))


@router.post("/drafts/{request_id}/attachments/{field}", response={200: dict[str, object], **REFUSALS})
def attach(
    request: HttpRequest, request_id: RequestId, field: FieldId, file: File[UploadedFile]
) -> dict[str, Json]:
    """Attach a paper to a field of a draft; its bytes are sealed at once."""
    officer = officer_for(request, DRAFT)
    source = file.file
    if source is None:
        return {"field": field, "size": 0}
    source.seek(0)
    keep_document(
        node=current_node(),
        actor=officer,
        request_id=parse_request_id(request_id),
        opened=Opened(source=cast("BinaryIO", source), size=file.size or 0),
        name=file.name or "",
        media_type=file.content_type or "application/octet-stream",
    )
    return {"field": field, "size": file.size}


@router.post("/drafts/{request_id}/submit", response={200: Said, **REFUSALS})
def send(request: HttpRequest, request_id: RequestId) -> Json:
    """Propose the request; it is signed and sent once a second person has approved it."""
    officer = officer_for(request, DRAFT)
    return described(submit(node=current_node(), actor=officer, request_id=parse_request_id(request_id)))


@router.delete("/drafts/{request_id}", response={204: None, **REFUSALS})
def give_up(request: HttpRequest, request_id: RequestId) -> Status[None]:
    """Give a draft up."""
    officer = officer_for(request, DRAFT)
    discard(node=current_node(), actor=officer, request_id=parse_request_id(request_id))
    return Status(204, None)


def _line(found: Form) -> dict[str, Json]:
    return {
        "form": found.id,
        "version": found.version,
        "act": found.act,
        "label": phrase(get_language() or "en", found.label),
        "article": found.article,
    }


def _shape(page: DraftPage) -> dict[str, Json]:
    return {
        "request_id": page.request_id,
        "form": page.form,
        "partner": page.partner,
        "fields": dict(page.raw),
        "errors": _wrong(page.errors),
        "findings": _wrong(page.findings),
        "standing": [one.code for one in page.standing],
    }


def _wrong(found: Iterable[FieldError | Finding]) -> list[Json]:
    language = get_language() or "en"
    return [
        {
            "field": one.field,
            "code": one.code,
            "detail": translated(language, one.code, **one.params),
            "severity": one.severity if isinstance(one, Finding) else "stop",
            "overridable": one.overridable if isinstance(one, Finding) else False,
            "source": one.source if isinstance(one, Finding) else "",
        }
        for one in found
    ]
