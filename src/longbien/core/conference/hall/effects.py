# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a procedural motion does when it is carried, as one table (rules 47 to 49 and 55 of UNTOC)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from longbien.core.conference.hall.amendments import amendment_of, reopened, with_amendment
from longbien.core.conference.hall.answers import Answer
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.floor import with_limit, without_speakers
from longbien.core.conference.hall.kinds import SUSPENDED
from longbien.core.conference.hall.meeting import ended_meeting, with_phase
from longbien.core.conference.hall.motions import check_put, ended, lapsed, with_motion
from longbien.core.conference.hall.outcomes import fallen, recorded, restored
from longbien.core.conference.hall.proposals import proposal_of, with_proposal
from longbien.core.conference.hall.refusing import Refused
from longbien.core.conference.hall.sitting import Sitting, with_entry
from longbien.core.conference.hall.state.motions import CARRIED, PUT, REJECTED, Motion
from longbien.core.conference.hall.state.texts import DEFERRED, NO_ACTION, NOT_COMPETENT, TABLED

Effect = Callable[[Sitting, Motion, Event], Sitting]


def motion_settled(sitting: Sitting, name: str, answer: Answer) -> Sitting:
    """Give the sitting after a motion was decided, with its effect if it was carried."""
    motion = sitting.motions[name]
    after = ended(sitting, motion, CARRIED if answer.carried else REJECTED)
    effect = EFFECTS.get(motion.motion)
    return effect(after, motion, answer.event) if answer.carried and effect is not None else after


def _put(sitting: Sitting, event: Event) -> Sitting:
    """Put a motion: the strongest that waits first. One that needs no vote (a way of voting asked for) is granted at once."""
    motion = check_put(sitting, event.text("id"))
    rule = sitting.rules.motion(motion.motion)
    if motion.state == PUT:
        raise Refused("conference_hall.motion_put_already", rule.rule, motion=motion.id)
    if rule.threshold is not None:
        return with_motion(sitting, replace(motion, state=PUT))
    noted = recorded(sitting, event, f"motion:{motion.id}", "adopted", rule.rule.path)
    return motion_settled(noted, motion.id, Answer(event=event, carried=True))


def _suspend_meeting(sitting: Sitting, motion: Motion, event: Event) -> Sitting:
    """Suspend: the meeting comes back to the same point, with the same motions waiting."""
    return with_phase(sitting, event, SUSPENDED)


def _adjourn_meeting(sitting: Sitting, motion: Motion, event: Event) -> Sitting:
    return ended_meeting(lapsed(sitting), event)


def _adjourn_debate(sitting: Sitting, motion: Motion, event: Event) -> Sitting:
    """Leave the item, or one draft (no action), without a decision; taking it up again at this session is reconsideration."""
    if motion.target.startswith("proposal:"):
        name = motion.target.removeprefix("proposal:")
        return with_proposal(sitting, replace(proposal_of(sitting, name), state=NO_ACTION))
    return without_speakers(with_debate(sitting, sitting.item, "adjourned"))


def _close_debate(sitting: Sitting, motion: Motion, event: Event) -> Sitting:
    """Close the debate, even if speakers wait: the proposal is put."""
    return without_speakers(with_debate(sitting, sitting.item, "closed"))


def _limit_time(sitting: Sitting, motion: Motion, event: Event) -> Sitting:
    return with_limit(sitting, "", motion.seconds or 0)


def _competence(sitting: Sitting, motion: Motion, event: Event) -> Sitting:
    """Declare the Conference not competent: the proposal is not put, and what depends on it falls."""
    name = motion.target.removeprefix("proposal:")
    if name not in sitting.proposals:
        return sitting
    after = with_proposal(sitting, replace(proposal_of(sitting, name), state=NOT_COMPETENT))
    return fallen(after, name, event)


def _priority(sitting: Sitting, motion: Motion, event: Event) -> Sitting:
    """Take a proposal before those tabled earlier, or an amendment before the others."""
    sort, _colon, name = motion.target.partition(":")
    if sort == "proposal":
        return with_proposal(sitting, replace(proposal_of(sitting, name), priority=True))
    proposal = proposal_of(sitting, amendment_of(sitting, name).proposal)
    rest = tuple(held for held in (proposal.ordered or proposal.amendments) if held != name)
    return with_proposal(sitting, replace(proposal, ordered=(name, *rest)))


def _defer_vote(sitting: Sitting, motion: Motion, event: Event) -> Sitting:
    """Defer the vote to the next meeting."""
    sort, _colon, name = motion.target.partition(":")
    if sort == "proposal":
        return with_proposal(sitting, replace(proposal_of(sitting, name), state=DEFERRED))
    return with_amendment(sitting, replace(amendment_of(sitting, name), state=DEFERRED))


def _reconsider(sitting: Sitting, motion: Motion, event: Event) -> Sitting:
    """Take up again what was decided: it waits as if it had not been (earlier votes stay on record)."""
    sort, _colon, name = motion.target.partition(":")
    if sort == "item":
        return with_debate(sitting, name, "open")
    if sort == "proposal":
        return restored(with_proposal(sitting, replace(proposal_of(sitting, name), state=TABLED)), name)
    return reopened(sitting, amendment_of(sitting, name), TABLED)


def _request_method(sitting: Sitting, motion: Motion, event: Event) -> Sitting:
    return replace(sitting, methods=with_entry(sitting.methods, motion.target, motion.method))


def with_debate(sitting: Sitting, item: str, debate: str) -> Sitting:
    """Give the sitting with the debate on an item open, closed or adjourned."""
    if item not in sitting.items:
        return sitting
    changed = replace(sitting.items[item], debate=debate)
    return replace(sitting, items=with_entry(sitting.items, item, changed))


EFFECTS: Final[Mapping[str, Effect]] = {
    "suspend_meeting": _suspend_meeting,
    "adjourn_meeting": _adjourn_meeting,
    "adjourn_debate": _adjourn_debate,
    "close_debate": _close_debate,
    "limit_time": _limit_time,
    "competence": _competence,
    "priority": _priority,
    "defer_vote": _defer_vote,
    "reconsider": _reconsider,
    "request_method": _request_method,
}
"""The effect of each motion that is carried."""

HANDLERS: Final[Mapping[str, Callable[[Sitting, Event], Sitting]]] = {"motion.put": _put}
