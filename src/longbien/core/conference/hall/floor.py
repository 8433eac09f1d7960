# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The floor: asking for it, giving it in the order of the list, the clock, the right of reply (rules 42 to 45 of UNTOC, 72 and 73 of the GA)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from longbien.core.conference.hall.electorate import IGO, NGO, NON_SIGNATORY, SIGNATORY, Participant
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.kinds import EXPLANATION, ON_MOTION, SECRETARIAT
from longbien.core.conference.hall.pending import pending_motion
from longbien.core.conference.hall.refusing import NAMES, Refused
from longbien.core.conference.hall.saying import check_right, participant_of
from longbien.core.conference.hall.sitting import Sitting, with_entry
from longbien.core.conference.hall.state.floor import PRACTICE, Floor, Request, Speech

_PLACES: Final[Mapping[str, int]] = {SIGNATORY: 3, NON_SIGNATORY: 4, IGO: 5, NGO: 6}
"""Places of roles in the practice order (`speaking.practice_order`): groups 0, ministers 1, States Parties 2, then these."""
_LAST: Final = 99
_OWN_TIME: Final[Mapping[str, str]] = {
    EXPLANATION: "speaking.explanation_of_vote_s",
    ON_MOTION: "speaking.procedural_speech_limit_s",
}
"""Speeches beside the debate, and the rule value that limits each while the Conference has set no other limit for them."""


def queue(sitting: Sitting) -> tuple[Request, ...]:
    """Give the list in the order in which the floor is given: as requested, or in the practice order; replies last.

    Speeches on a motion come before all others. Who takes part no longer (a badge was withdrawn) is passed over.
    """
    waiting = [one for one in sitting.floor.requests if sitting.electorate.get(one.participant) is not None]
    if sitting.floor.order == PRACTICE:
        waiting.sort(key=lambda one: _place(sitting, one))
    return tuple(sorted(waiting, key=lambda one: (one.capacity != ON_MOTION, one.reply)))


def _place(sitting: Sitting, request: Request) -> tuple[int, int]:
    if request.capacity == "group":
        return 0, request.seq
    found = sitting.electorate.get(request.participant)
    place = _PLACES.get(found.role, 2) if found is not None else _LAST
    return (1 if request.capacity == "minister" and place == 2 else place), request.seq


def without_speakers(sitting: Sitting) -> Sitting:
    """Give the sitting with nobody waiting but those who asked for a reply, or to explain a vote: the debate is over."""
    return _with(sitting, requests=tuple(held for held in sitting.floor.requests if not in_debate(held)))


def in_debate(request: Request) -> bool:
    """Tell whether a speech is part of the debate: not a reply, an explanation of vote or a speech on a motion."""
    return not request.reply and request.capacity not in _OWN_TIME


def fresh(sitting: Sitting) -> Sitting:
    """Give the sitting with a new list of speakers, as an item is opened: nobody waits, nobody has replied."""
    return _with(sitting, requests=(), closed=False, replies={})


def _requested(sitting: Sitting, event: Event) -> Sitting:
    """Put on the list, in the order of requests. One that speaks on invitation may ask; the Chair's giving is the invitation."""
    one = participant_of(sitting, event)
    check_right(sitting, one, "speak")
    if any(held.participant == one.id and not held.reply for held in sitting.floor.requests):
        raise Refused(
            "conference_hall.listed_already", sitting.rules.value("speaking.order"), participant=one.id
        )
    request = Request(
        participant=one.id, capacity=event.text("capacity", "national"), seq=event.seq, at=event.at
    )
    if sitting.floor.closed and in_debate(request):
        raise Refused(
            "conference_hall.list_closed", sitting.rules.value("speaking.close_list"), participant=one.id
        )
    if in_debate(request):
        _check_debate(sitting)
    return _with(sitting, requests=(*sitting.floor.requests, request))


def _withdrawn(sitting: Sitting, event: Event) -> Sitting:
    one = participant_of(sitting, event)
    kept = tuple(held for held in sitting.floor.requests if held.participant != one.id)
    if len(kept) == len(sitting.floor.requests):
        raise Refused("conference_hall.not_listed", sitting.rules.value("speaking.order"), participant=one.id)
    return _with(sitting, requests=kept)


def _given(sitting: Sitting, event: Event) -> Sitting:
    """Give the floor to the next on the list; the secretariat may speak at any time (rule 43 of UNTOC)."""
    name = event.text("participant")
    speaking = sitting.floor.speaking
    if speaking is not None:
        raise Refused(
            "conference_hall.floor_taken",
            sitting.rules.value("speaking.needs_permission"),
            participant=name,
            speaker=speaking.participant,
        )
    if name == SECRETARIAT:
        return _speak(sitting, event, Request(participant=name, capacity=name, seq=event.seq, at=event.at))
    if (motion := pending_motion(sitting)) is not None and not _on_motion(sitting, name):
        raise Refused(
            "conference_hall.motion_first",
            sitting.rules.motion(motion.motion).rule,
            motion=motion.motion,
            id=motion.id,
        )
    one = participant_of(sitting, event)
    waiting = queue(sitting)
    request = next((held for held in waiting if held.participant == one.id), None)
    if request is None:
        return _speak(sitting, event, _invited(sitting, event, one))
    first = waiting[0]
    if first.participant != one.id:
        raise Refused(
            "conference_hall.not_next",
            sitting.rules.value(
                f"speaking.{sitting.floor.order if sitting.floor.order == PRACTICE else 'order'}"
            ),
            participant=one.id,
            next=first.participant,
        )
    kept = tuple(held for held in sitting.floor.requests if held is not first)
    return _speak(_with(sitting, requests=kept), event, first)


def _on_motion(sitting: Sitting, name: str) -> bool:
    """Tell whether somebody waits to speak on a motion: that is heard while the motion waits."""
    return any(held.participant == name and held.capacity == ON_MOTION for held in sitting.floor.requests)


def _invited(sitting: Sitting, event: Event, one: Participant) -> Request:
    """Let one speak that is not on the list: only whom the rules let speak on the President's invitation (rules 15-17)."""
    check_right(sitting, one, "speak")
    if sitting.rules.right(one.role, "speak").value is True:
        raise Refused("conference_hall.not_listed", sitting.rules.value("speaking.order"), participant=one.id)
    return Request(participant=one.id, capacity="observer", seq=event.seq, at=event.at)


def _speak(sitting: Sitting, event: Event, request: Request) -> Sitting:
    floor = sitting.floor
    number = floor.replies.get(request.participant, 0) + 1 if request.reply else 0
    limit = _reply_limit(sitting, number) if number else _limit(sitting, request.capacity)
    speech = Speech(
        participant=request.participant,
        capacity="reply" if number else request.capacity,
        item=sitting.item,
        given=event.at,
        limit=limit,
        reply=number,
    )
    replies = with_entry(floor.replies, request.participant, number) if number else floor.replies
    return _with(sitting, speaking=speech, replies=replies)


def _started(sitting: Sitting, event: Event) -> Sitting:
    """Start the clock, or let it run on after a pause."""
    speech = _speaking(sitting)
    if speech.since is not None:
        raise Refused(
            "conference_hall.clock_runs", sitting.rules.value("speaking.clock"), speaker=speech.participant
        )
    return _with(sitting, speaking=replace(speech, since=event.at))


def _paused(sitting: Sitting, event: Event) -> Sitting:
    speech = _speaking(sitting)
    if speech.since is None:
        raise Refused(
            "conference_hall.clock_stands", sitting.rules.value("speaking.clock"), speaker=speech.participant
        )
    return paused(sitting, event)


def paused(sitting: Sitting, event: Event) -> Sitting:
    """Stop the speaker's clock for the time being, if it runs."""
    speech = sitting.floor.speaking
    if speech is None or speech.since is None:
        return sitting
    return _with(sitting, speaking=replace(speech, used_ms=speech.used_at(event.at), since=None))


def _stopped(sitting: Sitting, event: Event) -> Sitting:
    """End the speech; a speaker may end its own, nobody else's."""
    speech = _speaking(sitting)
    if event.by not in ("chair", SECRETARIAT, speech.participant):
        raise Refused(
            "conference_hall.for_another",
            sitting.rules.value("voting.proxy"),
            by=event.by,
            participant=speech.participant,
        )
    return stopped(sitting, event)


def stopped(sitting: Sitting, event: Event) -> Sitting:
    """Give the sitting with nobody speaking; what the speaker ran over the limit is on record."""
    speech = sitting.floor.speaking
    if speech is None:
        return sitting
    ended = replace(speech, used_ms=speech.used_at(event.at), since=None, ended=event.at)
    return _with(sitting, speaking=None, spoken=sitting.floor.spoken.added(ended))


def _called(sitting: Sitting, event: Event) -> Sitting:
    """Call the speaker to order, for the time or the subject (rule 42 of UNTOC)."""
    speech = _speaking(sitting)
    return _with(sitting, speaking=replace(speech, calls=(*speech.calls, event.text("reason"))))


def _list_closed(sitting: Sitting, event: Event) -> Sitting:
    if sitting.floor.closed:
        raise Refused("conference_hall.list_closed_already", sitting.rules.value("speaking.close_list"))
    return _with(sitting, closed=True)


def _list_reopened(sitting: Sitting, event: Event) -> Sitting:
    if not sitting.floor.closed:
        raise Refused("conference_hall.list_open", sitting.rules.value("speaking.close_list"))
    return _with(sitting, closed=False)


def _list_ordered(sitting: Sitting, event: Event) -> Sitting:
    """Take the list as requested, or in the order of practice (groups, ministers, Parties, signatories, observers)."""
    return _with(sitting, order=event.text("by"))


def _limit_set(sitting: Sitting, event: Event) -> Sitting:
    """Set the time of speeches (rule 45 of UNTOC); 0 seconds take the limit away."""
    return with_limit(sitting, event.text("capacity"), event.number("seconds"))


def with_limit(sitting: Sitting, capacity: str, seconds: int) -> Sitting:
    """Give the sitting with a limit of speeches in `capacity` (empty: in every other)."""
    limits = {name: held for name, held in sitting.floor.limits.items() if name != capacity}
    return _with(sitting, limits={**limits, capacity: seconds} if seconds else limits)


def _reply_requested(sitting: Sitting, event: Event) -> Sitting:
    """Ask for a right of reply: heard after the list, as often as the rules allow on an item, also when the list is closed."""
    one = participant_of(sitting, event)
    rule = sitting.rules.value("speaking.right_of_reply")
    check_right(sitting, one, "speak")
    asked = sum(1 for held in sitting.floor.requests if held.participant == one.id and held.reply)
    most = _reply_value(sitting, "max_interventions")
    if sitting.floor.replies.get(one.id, 0) + asked >= most:
        raise Refused("conference_hall.replies_used", rule, participant=one.id, most=most)
    request = Request(participant=one.id, capacity="reply", seq=event.seq, at=event.at, reply=True)
    return _with(sitting, requests=(*sitting.floor.requests, request))


def _limit(sitting: Sitting, capacity: str) -> int | None:
    """Give the seconds of a speech: what was set for its capacity, else what the rules give it, else what was set for all."""
    limits = sitting.floor.limits
    if capacity in limits:
        return limits[capacity]
    if capacity in _OWN_TIME:
        seconds = sitting.rules.value(_OWN_TIME[capacity]).value
        return seconds if isinstance(seconds, int) else limits.get("")
    return limits.get("")


def _reply_limit(sitting: Sitting, number: int) -> int:
    return _reply_value(sitting, "first_s" if number == 1 else "second_s")


def _reply_value(sitting: Sitting, member: str) -> int:
    value = sitting.rules.value("speaking.right_of_reply").value
    found = value.get(member) if isinstance(value, dict) else None
    return found if isinstance(found, int) else 0


def _check_debate(sitting: Sitting) -> None:
    """Refuse a request after the debate on the open item was closed or adjourned (rules 47 and 48 of UNTOC)."""
    item = sitting.items.get(sitting.item)
    if item is not None and item.debate != "open":
        motion = "adjourn_debate" if item.debate == "adjourned" else "close_debate"
        raise Refused(
            "conference_hall.debate_over", sitting.rules.motion(motion).rule, item=item.id, debate=item.debate
        )


def _speaking(sitting: Sitting) -> Speech:
    if sitting.floor.speaking is None:
        raise Refused("conference_hall.nobody_speaks", NAMES)
    return sitting.floor.speaking


def _with(sitting: Sitting, **changes: object) -> Sitting:
    floor: Floor = replace(sitting.floor, **changes)  # type: ignore[arg-type] # the names are those of Floor
    return replace(sitting, floor=floor)


HANDLERS: Final[Mapping[str, Callable[[Sitting, Event], Sitting]]] = {
    "floor.requested": _requested,
    "floor.withdrawn": _withdrawn,
    "floor.given": _given,
    "floor.started": _started,
    "floor.paused": _paused,
    "floor.stopped": _stopped,
    "floor.called": _called,
    "list.closed": _list_closed,
    "list.reopened": _list_reopened,
    "list.ordered": _list_ordered,
    "limit.set": _limit_set,
    "reply.requested": _reply_requested,
}
