# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages: who may open them, and what the browser is told."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from longbien.store.models.people import Officer
from longbien.web.base.guard import guarded, public


@guarded("custodian")
def vault(request: HttpRequest) -> HttpResponse:
    return HttpResponse("open")


@guarded()
def hall(request: HttpRequest) -> HttpResponse:
    return HttpResponse("open")


@public
def square(request: HttpRequest) -> HttpResponse:
    return HttpResponse("open")


def visit(officer: Officer | AnonymousUser) -> HttpRequest:
    request = RequestFactory().get("/vault/")
    request.user = officer
    return request


def test_a_stranger_is_sent_to_sign_in() -> None:
    for view in (vault, hall):
        response = view(visit(AnonymousUser()))
        assert (response.status_code, response.headers["Location"]) == (302, "/sign-in/?next=/vault/")
    assert square(visit(AnonymousUser())).status_code == 200


@pytest.mark.django_db
def test_only_the_named_roles_come_in() -> None:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    keeper, reader = (Officer.objects.create(username=name, role_id=f"zz-{name}") for name in ("k", "r"))
    keeper.grants.create(role="custodian", granted_by="zz-operator-1", granted_at=now)
    assert vault(visit(keeper)).status_code == 200
    assert hall(visit(reader)).status_code == 200
    with pytest.raises(PermissionDenied):
        vault(visit(reader))
    keeper.grants.update(ended_at=now, ended_by="zz-operator-1")
    with pytest.raises(PermissionDenied):
        vault(visit(keeper))


@pytest.mark.django_db
def test_a_page_tells_the_browser_to_run_nothing_foreign() -> None:
    response = Client().get("/sign-in/")
    assert response.status_code == 200
    policy = response.headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy + ";"
    assert "unsafe" not in policy


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("vi", "ltr")])
def test_a_page_follows_the_readers_language(language: str, direction: str) -> None:
    page = Client().get("/sign-in/", headers={"accept-language": language}).content.decode()
    assert f'<html lang="{language}" dir="{direction}"' in page
