# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Periods of preservation: at least 60 days, extended in time, never dated back, announced before they end (scenario 8)."""

from datetime import UTC, datetime, timedelta

import pytest

from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.acts.bodies import Body, Decided, Executed, Extension
from longbien.core.cooperation.acts.bodies_json import kind_of, write_body
from longbien.core.cooperation.life.events import REQUESTED, REQUESTING, event_of_act
from longbien.core.cooperation.life.lifecycle import RequestState, replay
from longbien.core.cooperation.life.preservation import (
    check_kept,
    end_of_period,
    require_extension,
)
from longbien.texts import SENTENCES
from tests.requests import preservation, request

START = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)


def after(days: float) -> datetime:
    return START + timedelta(days=days)


def kept(since: float, until: float) -> Executed:
    return Executed(measure="preservation", outcome="executed", since=after(since), until=after(until))


def state(*periods: tuple[float, Executed]) -> RequestState:
    bodies: list[tuple[str, float, Body]] = [
        (REQUESTING, 0.0, request(preservation(), kind="preservation")),
        (REQUESTED, 0.01, Decided(measure="preservation", decision="granted")),
        *((REQUESTED, day, body) for day, body in periods),
    ]
    return replay(
        event_of_act(kind=kind_of(body), by=by, at=after(day), act=f"{number}", body=write_body(body))
        for number, (by, day, body) in enumerate(bodies)
    )


GRANTED = state()
RUNNING = state((0.02, kept(0.02, 60.02)))


def faults(body: Executed, at: RequestState, *, day: float) -> list[str]:
    found = check_kept(body, at, asked_at=START, now=after(day))
    assert all(finding.code in SENTENCES for finding in found)
    return [finding.code.removeprefix("cooperation.") for finding in found]


@pytest.mark.parametrize(("asked", "given"), [(None, 60), (0, 60), (59, 60), (60, 60), (90, 90)])
def test_no_period_is_shorter_than_sixty_days(asked: int | None, given: int) -> None:
    """Art. 42(8)."""
    assert end_of_period(START, asked) == START + timedelta(days=given)


def test_a_first_period() -> None:
    assert faults(kept(0.02, 60.02), GRANTED, day=0.02) == []
    assert faults(kept(0.02, 60.01), GRANTED, day=0.02) == ["preservation_too_short"]
    assert faults(kept(-1, 60), GRANTED, day=0.02) == ["preservation_dated_back"]
    assert faults(kept(1, 70), GRANTED, day=0.02) == ["preservation_not_now"]
    assert faults(kept(0, 60), GRANTED, day=61) == ["preservation_not_now"]


def test_a_later_period_in_time_is_an_extension() -> None:
    assert faults(kept(60.02, 90), RUNNING, day=50) == ["preservation_not_now"]
    assert faults(kept(0.02, 90), RUNNING, day=50) == []
    assert faults(kept(0.02, 60.02), RUNNING, day=50) == ["extension_not_later"]


def test_a_period_after_a_lapse_is_a_new_one() -> None:
    assert faults(kept(60.02, 130), RUNNING, day=70) == ["preservation_dated_back"]
    assert faults(kept(70, 130), RUNNING, day=70) == []
    assert faults(kept(70, 129), RUNNING, day=70) == ["preservation_too_short"]


def test_other_statements_are_no_matter_of_periods() -> None:
    assert faults(Executed(measure="disclosure", outcome="executed"), RUNNING, day=1) == []


def test_an_extension_is_asked_before_the_end_and_for_later() -> None:
    """Art. 42(9)."""
    wish = Extension(until=after(120), reason="Translation.")
    require_extension(wish, RUNNING, now=after(60))
    codes = []
    for body, at, day in (
        (wish, RUNNING, 61.0),
        (wish, GRANTED, 1.0),
        (Extension(until=after(60), reason="Translation."), RUNNING, 1.0),
    ):
        with pytest.raises(RefusedError) as refused:
            require_extension(body, at, now=after(day))
        codes.append(refused.value.code)
    assert codes == [
        "cooperation.preservation_lapsed",
        "cooperation.preservation_lapsed",
        "cooperation.extension_not_later",
    ]
