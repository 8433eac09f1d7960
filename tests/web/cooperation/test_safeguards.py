# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The panel of the safeguards on a request's page, and taking a step from there."""

from collections.abc import Callable
from typing import Any

from tests.actions.steps import safeguarded, send
from tests.pair import Pair
from tests.requests import stored_data


def test_a_step_is_taken_on_its_page_and_shown_with_name_and_reason(
    pair: Pair, desk: Callable[..., Any]
) -> None:
    request_id = send(pair, "stored-data", stored_data())
    duty = desk(pair.at, "duty")
    page = duty.page(f"/requests/{request_id}/")
    assert page.count("Take this step") == 4
    path = f"/requests/{request_id}/safeguards/rights/"
    assert "Journalist or other media worker" in duty.page(path)
    empty = duty.post(path, {"result": "clear", "reason": "ok"})
    assert (empty.status_code, "Write the reason in words" in empty.content.decode()) == (409, True)
    flagged = {"result": "clear", "reason": "He writes for a newspaper.", "flags": ["journalist"]}
    assert "is not simply clear" in duty.post(path, flagged).content.decode()
    done = duty.post(path, flagged | {"result": "concern"}, follow=True).content.decode()
    assert "Recorded and written to the log." in done
    panel = done.split('id="safeguards"')[1].split("</section>")[0]
    assert ("at-duty-1" in panel, "He writes for a newspaper." in panel) == (True, True)


def test_steps_that_do_not_exist_or_that_nobody_says_are_no_pages(
    pair: Pair, desk: Callable[..., Any]
) -> None:
    request_id = send(pair, "stored-data", stored_data())
    duty = desk(pair.at, "duty")
    for step in ("sender", "call-back", "nonsense"):
        assert duty.get(f"/requests/{request_id}/safeguards/{step}/").status_code == 404


def test_an_auditor_sees_every_step_and_takes_none(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id = send(pair, "stored-data", stored_data())
    safeguarded(pair.at, request_id)
    auditor = desk(pair.at, "auditor")
    page = auditor.page(f"/requests/{request_id}/")
    assert ("Look again" in page, "An ordinary fraud case" in page) == (False, True)
    path = f"/requests/{request_id}/safeguards/rights/"
    assert auditor.post(path, {"result": "clear", "reason": "Nothing here."}).status_code == 409
