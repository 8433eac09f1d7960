# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Requests for programs: lists and search, one request with tracks, clocks and thread, its attachments, evidence, what burns."""

from typing import Annotated

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from longbien.actions.cooperation.burning.screen import burning
from longbien.actions.cooperation.drafts.check_request import check_request
from longbien.actions.cooperation.pages.inbox import listed_requests
from longbien.actions.cooperation.pages.request import request_page
from longbien.actions.cooperation.register.filters import filters
from longbien.actions.evidence.holdings import holdings
from longbien.actions.evidence.streams import stream_document
from longbien.actions.node import current_node
from longbien.api.callers import READ, officer_for
from longbien.api.cooperation.shapes import FieldId, Lines, RequestId
from longbien.api.problems import REFUSALS
from longbien.core.base.canonical import Json
from longbien.core.base.described import described
from longbien.core.base.ids import parse_request_id

router = Router(tags=["requests"])


class Narrowed(Schema):
    """How a list is narrowed; what is left out narrows nothing."""

    view: Annotated[str, Field(max_length=10, description="open, drafts, ended or all")] = "open"
    direction: Annotated[str, Field(max_length=10, description="incoming or outgoing")] = ""
    partner: Annotated[str, Field(max_length=18, description="a party such as AT")] = ""
    kind: Annotated[str, Field(max_length=40, description="a form such as preservation")] = ""
    state: Annotated[str, Field(max_length=40, description="where the request stands")] = ""
    basis: Annotated[str, Field(max_length=40, description="a code of LEGAL-BASIS")] = ""
    urgency: Annotated[str, Field(max_length=40, description="any, or a code of URGENCY")] = ""
    due: Annotated[
        str, Field(max_length=10, description="overdue, day or week: when the next clock ends")
    ] = ""
    text: Annotated[str, Field(max_length=120, description="words, all of which must be there")] = ""


@router.get("/requests", response={200: Lines, **REFUSALS})
def requests(
    request: HttpRequest,
    asked: Annotated[Narrowed, Query()],
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> Json:
    """List requests, what burns first, or find them by words of any of seven languages."""
    officer = officer_for(request, READ)
    found = listed_requests(node=current_node(), actor=officer, asked=filters(**asked.dict()), page=page)
    return described(found)


@router.get("/requests/{request_id}", response={200: dict[str, object], **REFUSALS})
def one(request: HttpRequest, request_id: RequestId) -> Json:
    """Give one request whole: fields, tracks, clocks, thread with receipts, evidence, and the acts that are possible now."""
    officer = officer_for(request, READ)
    return described(request_page(node=current_node(), actor=officer, request_id=request_id))


@router.get("/requests/{request_id}/checks", response={200: dict[str, object], **REFUSALS})
def checks(request: HttpRequest, request_id: RequestId) -> Json:
    """Check a request as it now is, by today's law."""
    officer = officer_for(request, READ)
    return described(
        check_request(node=current_node(), actor=officer, request_id=parse_request_id(request_id))
    )


@router.get("/requests/{request_id}/attachments/{field}", response={200: bytes, **REFUSALS})
def attachment(request: HttpRequest, request_id: RequestId, field: FieldId) -> StreamingHttpResponse:
    """Give the bytes of an attachment, each MiB checked before it leaves."""
    officer = officer_for(request, READ)
    found = stream_document(node=current_node(), actor=officer, request_id=request_id, field=field)
    return StreamingHttpResponse(found.blocks, content_type="application/octet-stream")


@router.get("/burning", response={200: dict[str, object], **REFUSALS})
def what_burns(request: HttpRequest) -> Json:
    """Give the urgent screen: what is lost first stands first."""
    return described(burning(node=current_node(), actor=officer_for(request, READ)))


@router.get("/evidence", response={200: list[dict[str, object]], **REFUSALS})
def evidence(
    request: HttpRequest,
    of_request: Annotated[str, Query(pattern="^([0-9a-f]{32})?$", alias="request")] = "",
) -> Json:
    """List the newest 200 sealed objects, ours and partners'."""
    return described(holdings(actor=officer_for(request, READ), request_id=of_request))
