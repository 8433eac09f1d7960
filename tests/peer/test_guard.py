# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The mark of peer views."""

from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from longbien.peer.guard import peer_route


@peer_route("POST")
def drop(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.body)


def test_a_peer_route_takes_its_methods_only() -> None:
    factory = RequestFactory()
    assert drop(factory.post("/", b"abc", content_type="application/octet-stream")).status_code == 200
    assert drop(factory.get("/")).status_code == 405


def test_a_peer_route_is_marked_and_needs_no_form_token() -> None:
    assert vars(drop)["access"] == "peer"
    assert vars(drop)["csrf_exempt"] is True
