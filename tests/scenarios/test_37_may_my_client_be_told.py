# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 37: a data subject's lawyer asks whether the client may now be told. Past review: listed; told by letter, or refused anew."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.scenarios.crossing import Crossing, refused

pytestmark = [pytest.mark.two_nodes, pytest.mark.slow]


def test_secrecy_ends_by_a_person_and_a_refusal_has_a_reason_of_today(case: Crossing, tmp_path: Path) -> None:
    soon = datetime.now(UTC).date() + timedelta(days=7)
    request_id = case.ask(
        "preservation",
        "SECRET-1",
        secrecy="case-sealed",
        secrecy_reason="The suspect may flee.",
        secrecy_until=soon.isoformat(),
    )
    case.acknowledge(request_id)
    (mark,) = case.asked.json("request", "secrecy", "list", "--due")
    assert (mark["request_id"], mark["standing"], mark["code"]) == (request_id, "due", "case-sealed")

    # Counsel asks. As long as the mark stands there is no letter, and a refusal needs a reason and a new day.
    case.asked.json(
        "request", "secrecy", "inquiry", request_id, "--reason", "Counsel A. asks, letter of today."
    )
    letter = tmp_path / "notice.pdf"
    notice = ("request", "secrecy", "notice", request_id, "--to", str(letter), "--addressee", "Counsel A.")
    what = ("--what", "Data of one account were kept from today on.")
    assert "safeguards.still_secret" in refused(case.asked, *notice, *what).err
    later = (soon + timedelta(days=60)).isoformat()
    short = ("request", "secrecy", "refuse", request_id, "--review-on", later, "--reason", "No.")
    assert "safeguards.reason" in refused(case.asked, *short).err
    case.asked.json(*short[:-1], "Witnesses are still to be heard.")
    assert case.asked.json("request", "secrecy", "list", "--due") == []

    # Lifted: the letter is made, and it is set down that the person was told.
    case.asked.json("request", "secrecy", "lift", request_id, "--reason", "The arrest was made today.")
    case.asked.json(*notice, *what)
    assert letter.read_bytes().startswith(b"%PDF-")
