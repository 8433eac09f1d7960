# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of every kind in a real browser: persons and property asked and shown, both directions, a small telephone."""

from collections.abc import Callable

import pytest

from longbien.core.cooperation.forms.kinds import forms
from tests.actions.steps import send
from tests.browser.conftest import Visitor
from tests.pair import Pair
from tests.requests import complete

SHOWN = ("assistance", "extradition", "confiscation", "emergency")
"""Forms that together have every type of field."""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_forms_of_persons_and_property_have_no_fault(
    pair: Pair, desk: Callable[..., Visitor], language: str
) -> None:
    request_id = send(pair, "return-of-property", complete("return-of-property"))
    visitor = desk(pair.vn, "duty", language)
    for path in (
        "/requests/new/",
        *(f"/requests/new/{kind}/AT/" for kind in SHOWN),
        f"/requests/{request_id}/",
    ):
        visitor.open(path)
        assert (path, visitor.violations()) == (path, [])
        visitor.page.set_viewport_size({"width": 360, "height": 800})
        assert (path, visitor.overflow()) == (path, 0)
        visitor.page.set_viewport_size({"width": 1200, "height": 900})
    assert visitor.complaints == []


def test_a_person_is_asked_kept_and_shown_with_the_name_masked(
    pair: Pair, desk: Callable[..., Visitor]
) -> None:
    visitor = desk(pair.vn, "duty")
    visitor.open("/requests/new/law-enforcement-cooperation/AT/")
    page = visitor.page
    page.check("[value=inquiries]")
    page.fill("[name='persons.0.name']", "Mai Example")
    page.select_option("[name='persons.0.role']", "victim")
    page.fill("[name='persons.0.nationalities']", "vn at")
    page.click("#q-persons button[name=more]")
    page.fill("[name='persons.1.name']", "Wolf Example")
    page.click(".lb-doings button[value=save]")
    assert "role" in page.inner_text("#q-persons .lb-group .lb-wrong")
    page.select_option("[name='persons.1.role']", "suspect")
    page.click(".lb-doings button[value=save]")
    assert page.locator("#q-persons .lb-group .lb-wrong").count() == 0
    assert page.input_value("[name='persons.0.nationalities']") == "VN, AT"
    assert visitor.complaints == []


def test_the_list_of_kinds_offers_each(pair: Pair, desk: Callable[..., Visitor]) -> None:
    visitor = desk(pair.vn, "duty")
    visitor.open("/requests/new/")
    assert visitor.page.locator("[name=kind]").count() == len(forms())
