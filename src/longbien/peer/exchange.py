# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The routes of acts and checkpoints (docs/protocol/exchange.md)."""

from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from longbien.actions.exchange.receive import receive
from longbien.actions.exchange.witness import answer_request
from longbien.actions.log.prove import checkpoint as newest_checkpoint
from longbien.actions.node import current_node
from longbien.peer.guard import JSON, peer_route

_TEXT: Final = "text/plain; charset=utf-8"


@peer_route("POST")
def acts(request: HttpRequest) -> HttpResponseBase:
    """Take a delivery; the answer has a receipt or a code for each act."""
    remote = request.META.get("REMOTE_ADDR", "")
    answer = receive(node=current_node(), delivery=request.body, remote=remote)
    return HttpResponse(answer, content_type=JSON)


@peer_route("GET", "POST")
def checkpoint(request: HttpRequest) -> HttpResponseBase:
    """GET: our newest checkpoint. POST: cosign the sender's (tlog-witness add-checkpoint)."""
    if request.method == "GET":
        return HttpResponse(newest_checkpoint().data, content_type=_TEXT)
    answer = answer_request(node=current_node(), body=request.body)
    return HttpResponse(answer.body, content_type=answer.content_type, status=answer.status)
