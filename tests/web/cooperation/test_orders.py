# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The order letter from the page of a request."""

from collections.abc import Callable
from typing import Any

from longbien.store.models.people import DecisionRecord
from tests.actions.steps import preserved, send
from tests.pair import Pair
from tests.requests import preservation


def test_the_duty_officer_takes_a_letter_for_the_provider(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id = send(pair, "preservation", preservation())
    duty = desk(pair.at, "duty")
    path = f"/requests/{request_id}/order/"
    assert path in duty.page(f"/requests/{request_id}/")
    assert "Order to a provider" in duty.page(path)
    response = duty.post(path, {"addressee": "Provider One", "until": "2027-03-01T00:00:00Z"})
    assert response.getvalue().startswith(b"%PDF-1.7")
    assert response["Content-Disposition"] == f'attachment; filename="EXERCISE-order-{request_id[:12]}.pdf"'
    with pair.at:
        assert DecisionRecord.objects.get(verb="cooperation.order").leaf_index > 0
    short = duty.post(path, {"until": "2026-12-01T00:00:00Z"})
    assert short.status_code == 409
    assert "at least 60 days" in short.content.decode()


def test_it_is_offered_where_data_are_kept_and_nowhere_else(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id = preserved(pair)
    path = f"/requests/{request_id}/order/"
    assert path in desk(pair.at, "duty").page(f"/requests/{request_id}/")
    for side, name in ((pair.at, "auditor"), (pair.at, "approver"), (pair.vn, "duty")):
        assert path not in desk(side, name).page(f"/requests/{request_id}/")
    assert desk(pair.at, "approver").post(path).status_code == 403
    assert desk(pair.vn, "duty").post(path).status_code == 409
