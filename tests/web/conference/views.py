# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A meeting made up for tests of the boards: somebody has the floor, motions are pending, a vote was declared otherwise than computed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from longbien.actions.conference.hall.view import (
    BallotView,
    ClockView,
    Difference,
    ElectionBallot,
    ElectionView,
    HallView,
    Happened,
    MotionView,
    OwnView,
    QuorumView,
    Quoted,
    RefusedView,
    ResultView,
    SpeakerView,
    StepView,
    TextView,
    VoteView,
    Who,
)
from longbien.core.treaty.status.participants import participants

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TWO_THIRDS = Quoted(
    path="thresholds.two_thirds",
    value={"num": 2, "den": 3},
    rule="58",
    sources=("untoc", "hc"),
    confidence="high",
)
QUORUM = Quoted(
    path="quorum.decide",
    value={"num": 1, "den": 2},
    rule="41",
    sources=("untoc",),
    confidence="seen",
    variant="quorum_base: states_parties",
)


def who(code: str, *, vote: bool = True) -> Who:
    """Give a State with its names."""
    return Who(
        id=code,
        names=participants()[code].names,  # type: ignore[index]
        role="state_party",
        vote=vote,
        present=True,
        credentials="accepted",
    )


RESULT = ResultView(
    votes_for=53,
    against=40,
    abstain=13,
    not_voting=6,
    threshold="two_thirds",
    needed=62,
    quorum=57,
    present=106,
    computed="rejected",
    reasons=(TWO_THIRDS, QUORUM),
    declared="adopted",
    difference=Difference(computed="rejected", declared="adopted"),
)
VOTE = VoteView(
    id="V41",
    on="proposal:L.1",
    method="roll_call",
    question="substance",
    phase="open",
    threshold="two_thirds",
    electorate=112,
    expected=110,
    ballots_in=87,
)
DECLARED = replace(
    VOTE,
    id="V30",
    phase="declared",
    result=RESULT,
    counted_by="at-conf-1",
    confirmed_by="at-conf-2",
    ballots=(BallotView(who=who("VN"), choice="yes"), BallotView(who=who("AT"), choice="no")),
)
STEPS = (
    StepView(
        kind="floor.given",
        who_may="chair",
        body={"participant": "BR"},
        code="conference.step.give",
        read_out={
            "en": "I give the floor to the distinguished representative of Brazil.",
            "fr": "Je donne la parole à la représentante du Brésil.",
            "ar": "أعطي الكلمة لممثل البرازيل.",
            "es": "Doy la palabra al representante del Brasil.",
            "ru": "Слово предоставляется представителю Бразилии.",
            "zh": "我请巴西代表发言。",
        },
    ),
    StepView(kind="motion.put", who_may="chair", body={"id": "M12"}, code="conference.step.put", read_out={}),
    StepView(
        kind="limit.set",
        who_may="chair",
        body={},
        lacks=("seconds",),
        code="conference.step.limit",
        read_out={},
    ),
)
HALL = HallView(
    board="public",
    conference_id="cosp-1",
    conference_title="Conference of the States Parties, first session",
    meeting_id="cosp-1-m3",
    meeting_title="Third meeting",
    number=3,
    body="plenary",
    exercise=True,
    made_up=True,
    nobody_votes=False,
    seq=41,
    at=NOW,
    phase="open",
    item="4",
    item_title="Review of implementation",
    speaker=SpeakerView(
        who=who("VN"),
        capacity="national",
        clock=ClockView(limit=180, used=40, started_at=NOW - timedelta(seconds=25)),
    ),
    queue=(SpeakerView(who=who("BR"), capacity="group"), SpeakerView(who=who("EG"), capacity="reply")),
    list_open=True,
    quorum=QuorumView(present=106, to_open=38, to_decide=57, states_parties=112),
    motions=(
        MotionView(
            id="M12",
            motion="adjourn_debate",
            mover=who("MX"),
            target="proposal:L.1",
            rank=3,
            state="moved",
            spoken_for=(who("CU"),),
            spoken_against=(who("JP"),),
        ),
    ),
    texts=(
        TextView(id="L.1", symbol="L.1", state="tabled", sponsors=(who("VN"), who("AT"))),
        TextView(id="A1", symbol="L.1/A1", state="tabled", kind="amendment", of="L.1", order=1),
    ),
    vote=VOTE,
    votes=(DECLARED,),
    steps=STEPS,
    refused=(
        RefusedView(seq=40, kind="ballot.cast", who=who("FR"), code="conference.speaker_missing", words=""),
    ),
    happened=(Happened(seq=41, at=NOW, kind="vote.opened", by=Who(id="chair", names={}), body={}),),
    participants=tuple(who(code) for code in ("VN", "AT", "BR", "EG", "MX", "CU", "JP", "FR")),
    elections=(
        ElectionView(
            id="E1",
            office="President",
            places=1,
            candidates=(who("VN"), who("AT")),
            phase="declared",
            threshold="simple",
            electorate=112,
            ballots=(
                ElectionBallot(
                    number=1,
                    kind="first",
                    votes={"VN": 60, "AT": 40},
                    valid=100,
                    invalid=0,
                    abstain=6,
                    required=51,
                    elected=("VN",),
                ),
            ),
            elected=(who("VN"),),
        ),
    ),
    rules="cosp-default",
    choices={"quorum_base": "states_parties"},
)
OWN = OwnView(
    function="own",
    participant=who("VN"),
    kinds=frozenset({"floor.requested", "order.raised", "motion.moved", "amendment.tabled", "ballot.cast"}),
    boards=frozenset({"public", "projector", "delegate"}),
    steps=(StepView(kind="floor.requested", who_may="own", body={}, code="", read_out={}),),
    may_vote=True,
    ballot="yes",
)
