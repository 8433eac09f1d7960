# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The floor, motions and texts as boards show them."""

from typing import Final

from longbien.actions.conference.hall.names import quoted, who
from longbien.actions.conference.hall.view import (
    ClockView,
    MotionView,
    QuorumView,
    RefusedView,
    SpeakerView,
    TextView,
)
from longbien.core.base.errors import RefusedError
from longbien.core.conference.hall.quorum import bases, deciding, opening, present
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.floor import Request, Speech
from longbien.core.conference.hall.state.texts import Proposal

_MS: Final = 1000
_UNRANKED: Final = 99


def quorum_view(sitting: Sitting) -> QuorumView:
    """Give who is present and how many it takes."""
    to_open, to_decide = opening(sitting), deciding(sitting)
    return QuorumView(
        present=present(sitting),
        to_open=to_open.required,
        to_decide=to_decide.required,
        states_parties=bases(sitting).states_parties,
        participating=bases(sitting).participating,
        base=to_decide.of,
        can_open=to_open.reached,
        can_decide=to_decide.reached,
        challenged=sitting.presence.challenged,
        counted_at=sitting.presence.counted_at,
        rule=quoted(to_decide.rule),
    )


def speaker_view(sitting: Sitting, speech: Speech) -> SpeakerView:
    """Give who has the floor, with the clock."""
    clock = ClockView(limit=speech.limit, used=speech.used_ms // _MS, started_at=speech.since)
    return SpeakerView(who=who(sitting, speech.participant), capacity=speech.capacity, clock=clock)


def waiting_view(sitting: Sitting, request: Request) -> SpeakerView:
    """Give who waits for the floor."""
    capacity = "reply" if request.reply else request.capacity
    return SpeakerView(who=who(sitting, request.participant), capacity=capacity)


def motion_views(sitting: Sitting) -> tuple[MotionView, ...]:
    """Give the motions that wait, the strongest first."""
    rows = [
        MotionView(
            id=one.id,
            motion=one.motion,
            mover=who(sitting, one.by),
            target=one.target,
            rank=_rank(sitting, one.motion),
            state=one.state,
            spoken_for=tuple(who(sitting, name) for name in one.spoke_for),
            spoken_against=tuple(who(sitting, name) for name in one.spoke_against),
        )
        for one in (sitting.motions[name] for name in sitting.moved)
    ]
    return tuple(sorted(rows, key=lambda row: row.rank))


def text_views(sitting: Sitting) -> tuple[TextView, ...]:
    """Give proposals in the order in which they were tabled, each followed by its amendments and its divided parts."""
    found: list[TextView] = []
    for proposal in sorted(sitting.proposals.values(), key=lambda one: one.order):
        found.append(
            TextView(
                id=proposal.id,
                symbol=proposal.symbol,
                title=proposal.title,
                state=proposal.state,
                kind="proposal",
                question=sitting.kinds.get(f"proposal:{proposal.id}", proposal.question),
                sponsors=tuple(who(sitting, name) for name in proposal.sponsors),
                order=proposal.order,
                amended=proposal.amended,
                division=proposal.division.state if proposal.division is not None else "",
            )
        )
        found += _amendments(sitting, proposal)
        found += [
            TextView(id=part.id, symbol="", state=part.state, kind="part", of=proposal.id, order=place)
            for place, part in enumerate(proposal.parts, start=1)
        ]
    return tuple(found)


def refused_views(sitting: Sitting) -> tuple[RefusedView, ...]:
    """Give the refused attempts that the Chair must see, the latest first."""
    return tuple(
        RefusedView(
            seq=one.seq, kind=one.kind, who=who(sitting, one.participant), code=one.code, words=one.words
        )
        for one in reversed(sitting.attempts)
    )


def _amendments(sitting: Sitting, proposal: Proposal) -> list[TextView]:
    names = proposal.ordered or proposal.amendments
    rows = (sitting.amendments[name] for name in names if name in sitting.amendments)
    return [
        TextView(
            id=one.id,
            symbol="",
            title=one.words,
            state=one.state,
            kind="amendment",
            sponsors=(who(sitting, one.by),),
            of=proposal.id,
            order=place,
        )
        for place, one in enumerate(rows, start=1)
    ]


def _rank(sitting: Sitting, motion: str) -> int:
    try:
        return sitting.rules.motion(motion).rank or _UNRANKED
    except RefusedError:
        return _UNRANKED
