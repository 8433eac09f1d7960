# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What proves an act, as files: they are checked anywhere, without this node."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from longbien.actions.exchange.proofs import act_envelope, act_held, sender_proof
from longbien.web.base.guard import guarded, officer_of


@guarded()
def act_page(request: HttpRequest, digest: str) -> HttpResponse:
    """Show what proves one act: who signed, which logs hold it under which checkpoint, who witnessed that."""
    actor = officer_of(request)
    values = {
        "digest": digest,
        "proof": sender_proof(actor=actor, digest=digest),
        "held": act_held(actor=actor, digest=digest),
    }
    return render(request, "longbien/exchange/act.html", values)


@guarded()
def envelope(request: HttpRequest, digest: str) -> HttpResponse:
    """Give the act as it was signed."""
    return _file(act_envelope(actor=officer_of(request), digest=digest), f"act-{digest[:16]}.dsse.json")


@guarded()
def receipt(request: HttpRequest, digest: str, side: str) -> HttpResponse:
    """Give the proof that a log holds the act: leaf and tlog-proof."""
    for held in act_held(actor=officer_of(request), digest=digest):
        if held.side == side:
            return _file(held.receipt, f"receipt-{digest[:16]}-{side}.json")
    raise Http404


def _file(data: bytes, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
