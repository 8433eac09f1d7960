# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is who on a board: a participant with its names in every language, the Chair, the secretariat."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.actions.conference.hall.view import Quoted, Who
from longbien.core.base.ids import PartyId
from longbien.core.conference.hall.electorate import Participant
from longbien.core.conference.hall.kinds import CHAIR, SECRETARIAT
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.rules.values import RuleValue
from longbien.core.treaty.status.participants import participants
from longbien.texts import LANGUAGES, word

_DESK: Final = (CHAIR, SECRETARIAT)


def who(sitting: Sitting, name: str) -> Who:
    """Give a participant by id, with what is known of it now; an id that nobody has is its own name."""
    found = sitting.electorate.get(name)
    if found is None:
        return Who(id=name, names=_names_of_desk(name) if name in _DESK else _names(name, ""))
    return who_is(sitting, found)


def who_is(sitting: Sitting, one: Participant, *, works: bool = False) -> Who:
    """Give a participant of the electorate as boards show it; where its credentials stand only to those who run the meeting (`works`)."""
    return Who(
        id=one.id,
        names=_names(one.id, one.name),
        role=one.role,
        group=one.group,
        weight=one.weight,
        vote=one.vote and one.registered and sitting.rules.right(one.role, "vote").value is not False,
        present=one.id in sitting.presence.marked,
        credentials=one.credentials if works else "",
    )


def quoted(rule: RuleValue) -> Quoted:
    """Give a rule as boards quote it."""
    return Quoted(
        path=rule.path,
        value=rule.value,
        rule=rule.rule,
        sources=rule.sources,
        confidence=rule.confidence,
        variant=rule.variant or "",
    )


@cache
def _names(code: str, own: str) -> Mapping[str, str]:
    """Give the treaty desk's names; an observer's own name is the same in every language."""
    listed = participants().get(PartyId(code))
    return listed.names if listed is not None else MappingProxyType({"en": own or code})


@cache
def _names_of_desk(code: str) -> Mapping[str, str]:
    return MappingProxyType(
        {tag.partition("-")[0]: word(tag, "conference_speaker", code) for tag in LANGUAGES}
    )
