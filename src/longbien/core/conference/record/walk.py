# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Walking through a meeting event by event: what each of them changed in the standing of votes, texts, motions and rulings.

The standing is a table of names to words (`vote:V1` to `adopted`); two walks under different rules differ where their tables do.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from longbien.core.conference.hall.electorate import Electorate
from longbien.core.conference.hall.engine import begin, step, with_refusal
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.refusing import Refusal, Refused
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.votes import Election, Vote
from longbien.core.conference.rules.values import RuleSet

REFUSED: Final = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One event and what came of it: refused (with the reason), or accepted with the names whose standing it changed."""

    event: Event
    refusal: Refusal | None
    now: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """All steps and the sitting at the end."""

    steps: tuple[Step, ...]
    sitting: Sitting


def walk(rules: RuleSet, electorate: Electorate, events: Iterable[Event]) -> Walk:
    """Apply events one by one, as `decide` does, and note what each changed."""
    sitting = begin(rules, electorate)
    steps: list[Step] = []
    for event in events:
        try:
            after = step(sitting, event)
        except Refused as refused:
            after = with_refusal(sitting, event, refused)
            steps.append(Step(event=event, refusal=refused.refusal, now={}))
        else:
            steps.append(Step(event=event, refusal=None, now=changed(sitting, after)))
        sitting = after
    return Walk(steps=tuple(steps), sitting=sitting)


def changed(before: Sitting, after: Sitting) -> dict[str, str]:
    """Give the names whose standing differs, with their new one."""
    found: dict[str, str] = {}
    if before.meeting.phase != after.meeting.phase:
        found["meeting"] = after.meeting.phase
    for sort, held, stands in _HELD:
        old, new = held(before), held(after)
        if old is new:
            continue
        for name, value in new.items():
            was = old.get(name)
            if was is value:
                continue
            told = stands(value)
            if was is None or stands(was) != told:
                found[f"{sort}:{name}"] = told
    return found


def vote_standing(vote: Vote) -> str:
    """Say where a vote stands: its phase until there is a verdict; then the verdict, and what the Chair declared if that differs."""
    if vote.verdict is None:
        return vote.phase
    outcome = vote.verdict.outcome.value
    if vote.declared and vote.declared != outcome:
        return f"{outcome} (declared: {vote.declared})"
    return outcome


def _election_standing(election: Election) -> str:
    return f"{election.phase}: {', '.join(election.elected)}" if election.elected else election.phase


def _state(value: object) -> str:
    return str(getattr(value, "state", ""))


_HELD: Final[tuple[tuple[str, Callable[[Sitting], Mapping[str, object]], Callable[..., str]], ...]] = (
    ("item", lambda sitting: sitting.items, _state),
    ("ruling", lambda sitting: sitting.orders, _state),
    ("kind", lambda sitting: sitting.kinds, str),
    ("motion", lambda sitting: sitting.motions, _state),
    ("proposal", lambda sitting: sitting.proposals, _state),
    ("amendment", lambda sitting: sitting.amendments, _state),
    ("vote", lambda sitting: sitting.votes, vote_standing),
    ("election", lambda sitting: sitting.elections, _election_standing),
)
"""What has a standing: its sort, where the sitting holds it, and how its standing is said."""
