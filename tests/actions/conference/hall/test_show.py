# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What boards show, what they hide, and what belongs to one reader."""

import pytest

from longbien.actions.conference.hall.show import board_for, hall_view, may_see, own_view
from longbien.actions.conference.hall.view import BOARDS, HallView
from longbien.core.base.errors import RefusedError
from tests.hall_stage import Stage, badge
from tests.nodes import make_officer

pytestmark = pytest.mark.django_db


def view(stage: Stage, board: str = "public") -> HallView:
    """Give a board of the stage's meeting."""
    return hall_view(node=stage.node, meeting_id=stage.meeting.meeting_id, board=board)


def test_a_meeting_that_has_not_begun_shows_what_it_will_be() -> None:
    stage = Stage()
    found = view(stage)
    assert (found.phase, found.seq, found.exercise, found.made_up, found.nobody_votes) == (
        "before",
        0,
        True,
        True,
        False,
    )
    assert len(found.participants) == 17
    assert found.quorum.to_decide == 7


def test_a_real_session_today_has_nobody_who_may_vote_and_says_so() -> None:
    stage = Stage(roster=None)
    found = view(stage)
    assert (found.nobody_votes, found.made_up) == (True, False)
    assert {one.role for one in found.participants} == {"signatory", "non_signatory"}
    assert not any(one.vote for one in found.participants)


def test_the_speaker_and_the_clock() -> None:
    stage = Stage()
    stage.open()
    stage.says("limit.set", seconds=180)
    for code in ("FR", "VN"):
        stage.says("floor.requested", participant=code)
    stage.says("floor.given", participant="FR")
    stage.says("floor.started")
    stage.clock.go(seconds=50)
    found = view(stage)
    assert found.speaker is not None
    assert found.speaker.who.name("fr") == "France"
    assert found.speaker.clock is not None
    assert found.speaker.clock.left(found.at) == 130
    assert [one.who.id for one in found.queue] == ["VN"]
    assert found.queue[0].who.name("vi") == "Việt Nam"


def test_refused_attempts_are_for_those_who_run_the_meeting() -> None:
    stage = Stage()
    stage.open()
    stage.code("motion.moved", badge(stage, "SG"), id="m1", motion="adjourn_debate")
    assert [one.who.id for one in view(stage, "chair").refused] == ["SG"]
    assert [one.who.id for one in view(stage, "grid").refused] == ["SG"]
    for board in ("public", "projector", "delegate"):
        found = view(stage, board)
        assert found.refused == ()
        assert "refused" not in {one.kind for one in found.happened}


def test_credentials_are_for_those_who_run_the_meeting() -> None:
    stage = Stage()
    assert {one.credentials for one in view(stage, "grid").participants} == {"in_order"}
    for board in ("public", "projector", "delegate"):
        assert {one.credentials for one in view(stage, board).participants} == {""}


def test_next_steps_come_with_the_sentence_to_read_out() -> None:
    stage = Stage()
    stage.open()
    stage.says("floor.requested", participant="FR")
    steps = {one.kind: one for one in view(stage, "chair").steps}
    assert steps["floor.given"].read_out["en"].endswith("France.")
    assert steps["floor.given"].read_out["ar"].endswith("فرنسا.")
    assert set(steps["floor.given"].read_out) >= {"ar", "en", "es", "fr", "ru", "zh"}
    assert view(stage, "public").steps == ()


def test_who_sees_which_board() -> None:
    stage = Stage()
    delegate, chair, adviser = badge(stage, "FR"), badge(stage, "VN", "chair"), badge(stage, "BR", "adviser")
    auditor, lawyer = make_officer("auditor-1", "auditor"), make_officer("lawyer-1", "lawyer")
    seen = {
        name: {board for board in BOARDS if may_see(actor=actor, meeting=stage.meeting, board=board)}
        for name, actor in {
            "nobody": None,
            "delegate": delegate,
            "adviser": adviser,
            "chair": chair,
            "officer": stage.first,
            "auditor": auditor,
            "lawyer": lawyer,
        }.items()
    }
    public = {"public", "projector"}
    assert seen == {
        "nobody": public,
        "delegate": public | {"delegate"},
        "adviser": public,
        "chair": set(BOARDS),
        "officer": set(BOARDS),
        "auditor": set(BOARDS),
        "lawyer": public,
    }
    with pytest.raises(RefusedError, match=r"conference\.board_closed"):
        board_for(node=stage.node, actor=delegate, meeting_id=stage.meeting.meeting_id, board="grid")
    with pytest.raises(RefusedError, match=r"conference\.board_unknown"):
        view(stage, "secret")


def test_a_reader_sees_what_is_its_own() -> None:
    stage = Stage()
    stage.open()
    own = own_view(node=stage.node, actor=badge(stage, "FR"), meeting_id=stage.meeting.meeting_id)
    assert own.participant is not None
    assert (own.function, own.participant.id, own.may_vote, own.ballot) == ("own", "FR", False, "")
    assert "floor.requested" in {one.kind for one in own.steps}
    assert "floor.given" not in own.kinds
    desk = own_view(node=stage.node, actor=stage.first, meeting_id=stage.meeting.meeting_id)
    assert (desk.function, desk.participant) == ("secretariat", None)
    assert {"item.closed", "meeting.closed"} <= {one.kind for one in desk.steps}
