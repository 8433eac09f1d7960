# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a process keeps of a meeting's state: only what is committed, and whatever another process added is applied."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoCaptureOnCommitCallbacks

from longbien.actions.conference.hall import find
from longbien.actions.conference.hall import sitting as kept
from longbien.actions.conference.hall.find import find_meeting
from longbien.actions.conference.hall.sitting import current
from tests.hall_stage import Stage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Forget what a test made this process keep: its rows are undone."""
    yield
    kept._KEPT.clear()
    find._FAMILIAR.clear()


def waiting(stage: Stage) -> list[str]:
    """Give who waits for the floor."""
    return [one.participant for one in stage.sitting.floor.requests]


def test_what_another_process_added_is_applied(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    stage = Stage()
    with django_capture_on_commit_callbacks(execute=True):
        stage.open()
    before = dict(kept._KEPT)
    assert before[stage.meeting.stem][0] == 3
    stage.says("floor.requested", participant="FR")
    assert before == kept._KEPT
    assert waiting(stage) == ["FR"]
    kept._KEPT.clear()
    assert waiting(stage) == ["FR"]


def test_nothing_is_kept_of_what_was_undone(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    stage = Stage()
    stage.open()

    def undone() -> None:
        with transaction.atomic():
            stage.says("floor.requested", participant="FR")
            assert current(stage.node, find_meeting("cosp-1-m1")).floor.requests
            raise ZeroDivisionError

    with django_capture_on_commit_callbacks(execute=True), pytest.raises(ZeroDivisionError):
        undone()
    assert kept._KEPT == {}
    stage.says("floor.requested", participant="VN")
    assert waiting(stage) == ["VN"]


def test_a_row_that_is_another_meeting_by_now_is_found_out() -> None:
    stage = Stage()
    stage.open()
    find._FAMILIAR["cosp-1-m1"] = find_meeting("cosp-1-m1")
    row = find_meeting("cosp-1-m1")
    row.stem = type(row)._meta.get_field("stem").get_default()
    row.save(update_fields=["stem"])
    assert stage.says("floor.requested", participant="FR").seq == 4
    assert (waiting(stage), find._FAMILIAR) == (["FR"], {})
