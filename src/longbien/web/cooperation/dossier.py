# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a request, and the files that prove its acts."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longbien.actions.cooperation.alarms.assign import keepers_view
from longbien.actions.cooperation.outside.page import BY_HAND, PageOutside, page_outside
from longbien.actions.cooperation.pages.request import request_page
from longbien.actions.cooperation.pages.values import PageAct, RequestPage
from longbien.actions.exchange.proofs import SenderProof, sender_proof
from longbien.actions.node import current_node
from longbien.core.cooperation.forms.kinds import forms
from longbien.web.base.guard import guarded, officer_of
from longbien.web.cooperation.sayings import offered
from longbien.web.cooperation.shown import ShownRow, shown_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAct:
    """One act of the thread, with its body in words."""

    value: PageAct
    rows: tuple[ShownRow, ...]


@guarded()
def dossier(request: HttpRequest, request_id: str) -> HttpResponse:
    """Show one request: who sends, what is asked, both decisions, clocks, evidence, the thread with its proofs."""
    node = current_node()
    page = request_page(node=node, actor=officer_of(request), request_id=request_id)
    form = forms().get(page.form)
    values = {
        "page": page,
        "now": node.clock(),
        "doings": [one for one in offered(page) if not one.beside],
        "beside": [one for one in offered(page) if one.beside],
        "keepers": keepers_view(page.request_id, node.clock()),
        "may_inform": "request.information" in page.may,
        "outside": (outside := _outside(request, page)),
        "proof": _proof(request, page) if not outside else None,
        "acts": [ShownAct(value=act, rows=shown_rows(act.kind, act.body, form)) for act in page.thread],
    }
    return render(request, "longbien/cooperation/request.html", values)


def _outside(request: HttpRequest, page: RequestPage) -> tuple[PageOutside, ...]:
    """Give what came or went by e-mail or on paper; nothing is asked for a request between nodes."""
    if not any(act.carriage in BY_HAND for act in page.thread):
        return ()
    return page_outside(node=current_node(), actor=officer_of(request), request_id=page.request_id)


def _proof(request: HttpRequest, page: RequestPage) -> SenderProof | None:
    """Check again who sent the request; None for our own and for a draft."""
    first = next((act for act in page.thread if act.act_id == page.request_id), None)
    if first is None or page.direction != "incoming":
        return None
    return sender_proof(actor=officer_of(request), digest=first.digest)


@guarded()
def clocks(request: HttpRequest, request_id: str) -> HttpResponse:
    """Give the clocks alone, for a page that asks again each minute."""
    node = current_node()
    page = request_page(node=node, actor=officer_of(request), request_id=request_id)
    values = {"page": page, "clocks": page.clocks, "now": node.clock()}
    return render(request, "longbien/cooperation/clocks.html", values)
