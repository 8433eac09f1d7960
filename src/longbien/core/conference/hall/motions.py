# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Procedural motions: moved, spoken on, amended, put in their order of precedence (rules 47 to 49 of UNTOC, 74 to 79 of the GA).

Which there are, their rank, who is heard and what they take is data (`motions` of the rules); what a motion does when it is
carried stands in `effects`.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from longbien.core.conference.hall.answers import Answer
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.pending import pending_motion, pending_motions, rank
from longbien.core.conference.hall.refusing import NAMES, Refused
from longbien.core.conference.hall.saying import participant_of, speaker_class
from longbien.core.conference.hall.sitting import Sitting, with_entry
from longbien.core.conference.hall.state.motions import (
    CARRIED,
    LAPSED,
    PENDING,
    PUT,
    REJECTED,
    WITHDRAWN,
    Motion,
    MotionAmendment,
)
from longbien.core.conference.hall.targets import check_target
from longbien.core.conference.rules.values import Motion as MotionRule

FOR: Final = "for"


def _moved(sitting: Sitting, event: Event) -> Sitting:
    """Move a motion: when nobody else has the floor, and none of the same rank waits."""
    name, sort = event.text("id"), event.text("motion")
    if name in sitting.motions:
        raise Refused("conference_hall.id_taken", NAMES, id=name)
    if sort not in sitting.rules.motions:
        raise Refused(
            "conference_hall.motion_unknown",
            NAMES,
            motion=sort,
            known=", ".join(sorted(sitting.rules.motions)),
        )
    rule = sitting.rules.motion(sort)
    one = participant_of(sitting, event)
    _check_floor(sitting, one.id, rule)
    motion = Motion(
        id=name,
        motion=sort,
        by=one.id,
        seq=event.seq,
        at=event.at,
        target=event.text("target"),
        parts=event.texts("parts"),
        seconds=event.number("seconds") if "seconds" in event.body else None,
        method=event.text("method"),
        words=event.text("words"),
        spoke_for=(one.id,) if rule.mover_counts_as_for else (),
    )
    _check_rank(sitting, motion)
    check_target(sitting, motion)
    return replace(sitting, moved=(*sitting.moved, name), motions=with_entry(sitting.motions, name, motion))


def _check_floor(sitting: Sitting, participant: str, rule: MotionRule) -> None:
    """Refuse to interrupt a speaker: only a point of order may (rule 44 of UNTOC)."""
    speaking = sitting.floor.speaking
    if speaking is not None and speaking.participant != participant:
        raise Refused(
            "conference_hall.speaker_has_floor",
            sitting.rules.value("points_of_order.interrupts"),
            motion=rule.id,
            speaker=speaking.participant,
        )


def _check_rank(sitting: Sitting, motion: Motion) -> None:
    """Refuse a second motion of one rank, or of one sort on one target (`motion_rules.one_pending_per_rank`)."""
    place = rank(sitting, motion)
    for held in pending_motions(sitting):
        same = held.motion == motion.motion and held.target == motion.target
        if same or (rank(sitting, held) == place and sitting.rules.motion(motion.motion).rank is not None):
            raise Refused(
                "conference_hall.motion_same_rank",
                sitting.rules.value("motion_rules.one_pending_per_rank"),
                motion=motion.motion,
                pending=held.id,
            )


def _amended(sitting: Sitting, event: Event) -> Sitting:
    """Propose to amend a motion that waits (General Assembly, 1957)."""
    motion = _waiting(sitting, event.text("motion"))
    name = event.text("id")
    if any(held.id == name for one in pending_motions(sitting) for held in one.amendments):
        raise Refused("conference_hall.id_taken", NAMES, id=name)
    rule = sitting.rules.value("motion_rules.amendable")
    if rule.value is not True or motion.state != PENDING:
        raise Refused("conference_hall.motion_not_amendable", rule, motion=motion.id)
    amendment = MotionAmendment(
        id=name,
        by=participant_of(sitting, event).id,
        words=event.text("words"),
        seconds=event.number("seconds") if "seconds" in event.body else None,
    )
    return with_motion(sitting, replace(motion, amendments=(*motion.amendments, amendment)))


def _spoke(sitting: Sitting, event: Event) -> Sitting:
    """Speak for or against: as many as the rules hear on each side, each once."""
    motion = _waiting(sitting, event.text("id"))
    rule = sitting.rules.motion(motion.motion)
    one, side = participant_of(sitting, event), event.text("side")
    heard = motion.spoke_for if side == FOR else motion.spoke_against
    most = rule.speakers_for if side == FOR else rule.speakers_against
    if motion.state == PUT:
        raise Refused("conference_hall.motion_put", rule.rule, motion=motion.id, participant=one.id)
    check_heard(rule, heard, side, one.id)
    if one.id in motion.spoke_for + motion.spoke_against:
        raise Refused("conference_hall.spoke_already", rule.rule, participant=one.id, motion=motion.id)
    if len(heard) >= most:
        raise Refused(
            "conference_hall.speakers_heard",
            rule.rule,
            motion=motion.motion,
            side=side,
            most=most,
            participant=one.id,
        )
    longer = (*heard, one.id)
    return with_motion(
        sitting,
        replace(motion, spoke_for=longer) if side == FOR else replace(motion, spoke_against=longer),
    )


def check_put(sitting: Sitting, name: str) -> Motion:
    """Give a motion that may be put now; Refused if a stronger one, or an amendment to it, comes first."""
    motion = _waiting(sitting, name)
    first = pending_motion(sitting)
    if first is not None and first.id != motion.id:
        raise Refused(
            "conference_hall.motion_precedence",
            sitting.rules.value("motion_rules.vote_order_of_pending"),
            motion=motion.motion,
            first=first.motion,
            id=first.id,
        )
    waiting = [held.id for held in motion.amendments if held.state == PENDING]
    if waiting:
        raise Refused(
            "conference_hall.motion_amendment_first",
            sitting.rules.value("motion_rules.amendable"),
            motion=motion.id,
            amendment=waiting[0],
        )
    return motion


def check_amendment_put(sitting: Sitting, name: str) -> MotionAmendment:
    """Give an amendment to the motion that is to be put first; Refused if there is no such."""
    first = pending_motion(sitting)
    for held in first.amendments if first is not None else ():
        if held.id == name and held.state == PENDING:
            return held
    raise Refused("conference_hall.motion_not_waiting", NAMES, motion=name)


def amendment_settled(sitting: Sitting, name: str, answer: Answer) -> Sitting:
    """Give the sitting after the vote on an amendment to a motion: its seconds and words take the motion's place."""
    for motion in pending_motions(sitting):
        for held in motion.amendments:
            if held.id != name:
                continue
            done = replace(held, state=CARRIED if answer.carried else REJECTED)
            rest = tuple(done if one.id == name else one for one in motion.amendments)
            changed = replace(motion, amendments=rest)
            if answer.carried:
                seconds = motion.seconds if held.seconds is None else held.seconds
                changed = replace(changed, words=held.words, seconds=seconds)
            return with_motion(sitting, changed)
    return sitting


def _withdrawn(sitting: Sitting, event: Event) -> Sitting:
    """Withdraw a motion: by its mover, before voting on it has begun."""
    motion = _waiting(sitting, event.text("id"))
    by = event.text("participant") or event.by
    if motion.by != by and speaker_class(event) == "participant":
        raise Refused(
            "conference_hall.not_the_proposer",
            sitting.rules.value("proposals.withdrawal"),
            participant=by,
            proposer=motion.by,
            id=motion.id,
        )
    return ended(sitting, motion, WITHDRAWN)


def ended(sitting: Sitting, motion: Motion, state: str) -> Sitting:
    """Give the sitting with a motion out of the way."""
    kept = tuple(name for name in sitting.moved if name != motion.id)
    return replace(with_motion(sitting, replace(motion, state=state)), moved=kept)


def lapsed(sitting: Sitting) -> Sitting:
    """Give the sitting with all waiting motions lapsed: the meeting ended, or what they were about did."""
    for motion in pending_motions(sitting):
        sitting = ended(sitting, motion, LAPSED)
    return sitting


def check_heard(rule: MotionRule, heard: tuple[str, ...], side: str, participant: str) -> None:
    """Refuse a speech on a motion that is not debated at all."""
    if rule.speakers_for == 0 and rule.speakers_against == 0:
        raise Refused(
            "conference_hall.not_debatable", rule.rule, motion=rule.id, participant=participant, side=side
        )


def with_motion(sitting: Sitting, motion: Motion) -> Sitting:
    """Give the sitting with a motion changed."""
    return replace(sitting, motions=with_entry(sitting.motions, motion.id, motion))


def _waiting(sitting: Sitting, name: str) -> Motion:
    if name not in sitting.moved:
        raise Refused("conference_hall.motion_not_waiting", NAMES, motion=name)
    return sitting.motions[name]


HANDLERS: Final[Mapping[str, Callable[[Sitting, Event], Sitting]]] = {
    "motion.moved": _moved,
    "motion.amended": _amended,
    "motion.spoke": _spoke,
    "motion.withdrawn": _withdrawn,
}
