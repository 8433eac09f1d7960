# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who says an event and for whom: the Chair and the secretariat may say it for a participant, nobody else may."""

from longbien.core.conference.hall.electorate import Participant
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.kinds import CHAIR, PARTICIPANT, SECRETARIAT, Kind
from longbien.core.conference.hall.refusing import NAMES, Refused
from longbien.core.conference.hall.sitting import Sitting


def speaker_class(event: Event) -> str:
    """Give who says it: chair, secretariat or participant."""
    return event.by if event.by in (CHAIR, SECRETARIAT) else PARTICIPANT


def participant_of(sitting: Sitting, event: Event) -> Participant:
    """Give the participant an event is about: the one it names, else the one who says it.

    Refused: `conference.participant_unknown`, `conference.for_another` (a participant speaks for itself only).
    """
    named = event.text("participant") or event.by
    if speaker_class(event) == PARTICIPANT and named != event.by:
        raise Refused(
            "conference_hall.for_another",
            sitting.rules.value("voting.proxy"),
            by=event.by,
            participant=named,
        )
    found = sitting.electorate.get(named)
    if found is None:
        raise Refused("conference_hall.participant_unknown", NAMES, participant=named)
    return found


def check_saying(sitting: Sitting, event: Event, kind: Kind) -> None:
    """Refuse an event that is not this one's to say, or for which the role has no right (rules 14-17)."""
    said_by = speaker_class(event)
    if said_by not in kind.by:
        raise Refused(
            "conference_hall.not_yours",
            sitting.rules.value("speaking.needs_permission"),
            kind=event.kind,
            by=event.by,
            who=", ".join(kind.by),
        )
    if said_by == PARTICIPANT and sitting.electorate.get(event.by) is None:
        raise Refused("conference_hall.participant_unknown", NAMES, participant=event.by)
    if kind.right and PARTICIPANT in kind.by:
        check_right(sitting, participant_of(sitting, event), kind.right)


def check_right(sitting: Sitting, one: Participant, right: str) -> None:
    """Refuse what the role of a participant has no right to."""
    rule = sitting.rules.right(one.role, right)
    if rule.value in (False, None):
        raise Refused("conference_hall.no_right", rule, participant=one.id, role=one.role, right=right)
