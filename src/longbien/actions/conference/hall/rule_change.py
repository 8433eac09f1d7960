# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A change of the rules of procedure: by the Conference's own decision, which the event names, and by nothing else."""

from collections.abc import Mapping
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.rules.load import rule_set

_ADOPTED: Final = frozenset({"adopted", "adopted_by_consensus", "carried"})


def check_change(sitting: Sitting, body: Mapping[str, Json]) -> None:
    """Check a change before it is said. `decision`: the id of the vote that was adopted, or of the proposal or other matter that was.

    RefusedError `conference.rule_unknown`, `conference.decision_unknown` (nothing of that id was adopted in these meetings);
    UsageError `conference.rules_same`. Which rules applied when stays in the events.
    """
    profile, choices = body.get("profile") or sitting.rules.id, body.get("choices")
    chosen = {name: str(option) for name, option in choices.items()} if isinstance(choices, dict) else {}
    new = rule_set(str(profile), {**sitting.rules.chosen, **chosen})
    if new.id == sitting.rules.id and dict(new.choices) == dict(sitting.rules.choices):
        raise UsageError("conference.rules_same")
    decision = body.get("decision")
    if decision not in adopted(sitting):
        raise RefusedError("conference.decision_unknown", decision=str(decision or "-")[:60])


def adopted(sitting: Sitting) -> frozenset[str]:
    """Give every name under which a decision of the Conference can be pointed at: the matter, its id, the vote."""
    names = {
        name
        for one in sitting.decisions
        if one.outcome in _ADOPTED
        for name in (one.on, one.on.partition(":")[2])
    }
    names.update(vote.id for vote in sitting.votes.values() if vote.declared in _ADOPTED)
    return frozenset(names - {""})
