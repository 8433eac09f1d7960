# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The next lawful steps of a meeting as boards show them, with the sentence to read out in every language of the Conference.

What is lawful is the engine's answer (`longbien.core.conference.hall.steps`); here ids and codes become names and words.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.actions.conference.hall.names import who
from longbien.actions.conference.hall.seats import Seat
from longbien.actions.conference.hall.view import StepView
from longbien.core.conference.hall.kinds import CHAIR, SECRETARIAT
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.votes import ANNOUNCED
from longbien.core.conference.hall.steps import Step, may, next_steps
from longbien.core.conference.script.sentences import scripts, spoken
from longbien.texts import known_language, word

_TABLES: Final[Mapping[str, str]] = {
    "motion": "conference_motion",
    "threshold": "conference_threshold",
    "question": "conference_question",
    "method": "conference_method",
    "ruling": "conference_ruling",
    "reason": "conference_reason",
}
"""Values that are codes, and where their words are."""
_NAMED: Final = frozenset({"participant", "organisation", "member", "objector"})
_MANY_NAMED: Final = frozenset({"names", "sponsors", "first"})


def step_views(sitting: Sitting, at: datetime) -> tuple[StepView, ...]:
    """Give what the Chair and the secretariat may lawfully do next, the most pressing first."""
    found = tuple(_view(sitting, one) for one in next_steps(sitting, at=at))
    drawn = _drawing(sitting)
    if drawn is None:
        return found
    return (_view(sitting, drawn), *(one for one in found if one.kind != drawn.kind))


def _drawing(sitting: Sitting) -> Step | None:
    """Give the step of opening a roll-call whose lot the node draws: nobody fills anything in, the verb shows the number."""
    vote = sitting.votes.get(sitting.voting)
    if vote is None or vote.phase != ANNOUNCED or not vote.lot or vote.first:
        return None
    return Step(kind="vote.opened", by=CHAIR, body={"id": vote.id}, code="vote.opened.roll_call")


def own_steps(sitting: Sitting, seat: Seat, at: datetime) -> tuple[StepView, ...]:
    """Give what a seat may do next."""
    if seat.participant:
        found = tuple(_view(sitting, one) for one in may(sitting, seat.participant, at=at))
    else:
        found = step_views(sitting, at) if seat.function in (CHAIR, SECRETARIAT) else ()
    return tuple(one for one in found if seat.may(one.kind))


def _view(sitting: Sitting, one: Step) -> StepView:
    read_out = {}
    for language in scripts():
        said = spoken(language, one.code, _values(sitting, one.values, language)) if one.code else None
        if said is not None:
            read_out[language] = said.text
    return StepView(
        kind=one.kind,
        who_may=one.by,
        body=MappingProxyType(dict(one.body)),
        lacks=one.lacks,
        code=one.code,
        read_out=MappingProxyType(read_out),
    )


def _values(sitting: Sitting, values: Mapping[str, str], language: str) -> dict[str, str]:
    return {name: _value(sitting, name, value, language) for name, value in values.items()}


def _value(sitting: Sitting, name: str, value: str, language: str) -> str:
    if name in _NAMED:
        return who(sitting, value).name(language)
    if name in _MANY_NAMED:
        return ", ".join(who(sitting, one.strip()).name(language) for one in value.split(","))
    if name == "matter":
        return matter_words(sitting, value, language)
    return _word(language, _TABLES[name], value) if name in _TABLES else value


def matter_words(sitting: Sitting, on: str, language: str) -> str:
    """Say what is put to the Conference (`proposal:L.1`, `motion:m3`): a text by its symbol, a motion by its kind."""
    sort, _, name = on.partition(":")
    if sort == "motion" and name in sitting.motions:
        return _word(language, "conference_motion", sitting.motions[name].motion)
    if sort == "proposal" and name in sitting.proposals:
        return sitting.proposals[name].symbol or name
    return f"{_word(language, 'conference_matter', sort)} {name}".strip()


@cache
def _word(language: str, table: str, code: str) -> str:
    return word(known_language(language), table, code)
