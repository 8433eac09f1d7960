# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Deciding without a vote: consensus (rules 56 and 58 of UNTOC), its exhausted effort, and the silence procedure between meetings."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.matters import put, settle
from longbien.core.conference.hall.questions import check_known
from longbien.core.conference.hall.quorum import deciding
from longbien.core.conference.hall.refusing import NAMES, Refused
from longbien.core.conference.hall.saying import check_right, participant_of
from longbien.core.conference.hall.sitting import Sitting, with_entry
from longbien.core.conference.hall.state.texts import Asking

_LEAVING: Final = frozenset({"suspend_meeting", "adjourn_meeting"})


def _exhausted(sitting: Sitting, event: Event) -> Sitting:
    """Certify that every effort for consensus on a matter was exhausted: only then is it voted (rule 58 of UNTOC)."""
    check_known(sitting, event.text("on"))
    return replace(sitting, exhausted=sitting.exhausted | {event.text("on")})


def _asked(sitting: Sitting, event: Event) -> Sitting:
    """Ask whether anybody objects. Nothing is decided without the quorum, as far as it is known."""
    on = event.text("on")
    put(sitting, on, by_vote=False, asked=event.text("question"))
    quorum = deciding(sitting)
    if not quorum.reached and not _leaving(sitting, on):
        raise Refused(
            "conference_hall.quorum_decide",
            quorum.rule,
            on=on,
            present=quorum.present or 0,
            required=quorum.required,
            base=quorum.base,
        )
    return replace(sitting, asking=Asking(on=on, asked=event.at, question=event.text("question")))


def _leaving(sitting: Sitting, on: str) -> bool:
    """Tell whether a matter is a motion to suspend or adjourn the meeting, which needs no quorum: nothing else is left to do."""
    motion = sitting.motions.get(on.removeprefix("motion:"))
    return motion is not None and motion.motion in _LEAVING


def _objected(sitting: Sitting, event: Event) -> Sitting:
    """Object to consensus. Who is no Party does not block it, for it does not join it (rule 14 of UNTOC)."""
    one = participant_of(sitting, event)
    check_right(sitting, one, "join_consensus")
    asking = _asking(sitting)
    if one.id in asking.objections:
        raise Refused(
            "conference_hall.objected_already", sitting.rules.threshold("consensus").rule, participant=one.id
        )
    return replace(sitting, asking=replace(asking, objections=(*asking.objections, one.id)))


def _declared(sitting: Sitting, event: Event) -> Sitting:
    """Declare the consensus: nobody objected."""
    asking = _asking(sitting)
    if asking.objections:
        raise Refused(
            "conference_hall.consensus_broken",
            sitting.rules.threshold("consensus").rule,
            on=asking.on,
            participant=", ".join(asking.objections),
        )
    put(sitting, asking.on, by_vote=False, asked=asking.question)
    return settle(replace(sitting, asking=None), asking.on, event, carried=True)


def _asking(sitting: Sitting) -> Asking:
    if sitting.asking is None:
        raise Refused("conference_hall.not_asked", sitting.rules.threshold("consensus").rule)
    return sitting.asking


def _silence_started(sitting: Sitting, event: Event) -> Sitting:
    """Start a silence procedure: for at least the hours of the rules, if they have it."""
    on = event.text("on")
    rule = sitting.rules.value("voting.silence")
    value = rule.value if isinstance(rule.value, dict) else {}
    least = value.get("hours_min")
    least = least if isinstance(least, int) else 1
    hours = event.number("hours", least)
    if value.get("available") is not True:
        raise Refused("conference_hall.silence_off", rule, on=on)
    if hours < least:
        raise Refused("conference_hall.silence_short", rule, on=on, hours=hours, least=least)
    if on in sitting.silences:
        raise Refused("conference_hall.silence_runs", rule, on=on)
    put(sitting, on, by_vote=False, asked=event.text("question"))
    asking = Asking(on=on, asked=event.at, question=event.text("question"), hours=hours)
    return replace(sitting, silences=with_entry(sitting.silences, on, asking))


def _silence_broken(sitting: Sitting, event: Event) -> Sitting:
    """Break the silence, before its hours are over."""
    one = participant_of(sitting, event)
    check_right(sitting, one, "join_consensus")
    asking = _silence(sitting, event)
    if event.at >= silence_ends(asking):
        raise Refused(
            "conference_hall.silence_over",
            sitting.rules.value("voting.silence"),
            on=asking.on,
            participant=one.id,
        )
    objections = (*asking.objections, one.id)
    return replace(
        sitting, silences=with_entry(sitting.silences, asking.on, replace(asking, objections=objections))
    )


def _silence_ended(sitting: Sitting, event: Event) -> Sitting:
    """End a silence procedure: what nobody objected to is adopted when its hours are over; a broken one ends at any time."""
    asking = _silence(sitting, event)
    kept = {name: held for name, held in sitting.silences.items() if name != asking.on}
    after = replace(sitting, silences=kept)
    if asking.objections:
        return after
    if event.at < silence_ends(asking):
        raise Refused(
            "conference_hall.silence_early",
            sitting.rules.value("voting.silence"),
            on=asking.on,
            hours=asking.hours or 0,
        )
    put(after, asking.on, by_vote=False, asked=asking.question)
    return settle(after, asking.on, event, carried=True)


def silence_ends(asking: Asking) -> datetime:
    """Give the moment when a silence procedure is over."""
    return asking.asked + timedelta(hours=asking.hours or 0)


def _silence(sitting: Sitting, event: Event) -> Asking:
    found = sitting.silences.get(event.text("on"))
    if found is None:
        raise Refused("conference_hall.no_silence", NAMES, on=event.text("on"))
    return found


HANDLERS: Final[Mapping[str, Callable[[Sitting, Event], Sitting]]] = {
    "effort.exhausted": _exhausted,
    "consensus.asked": _asked,
    "consensus.objected": _objected,
    "consensus.declared": _declared,
    "silence.started": _silence_started,
    "silence.broken": _silence_broken,
    "silence.ended": _silence_ended,
}
