# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A change of the rules of procedure: by the Conference's own decision, which the event names, and by nothing else."""

from collections.abc import Mapping
from typing import Final

from longbien.actions.access import require
from longbien.actions.conference.hall.find import find_meeting
from longbien.actions.conference.hall.say import Said, Words, add
from longbien.actions.conference.hall.sitting import current
from longbien.actions.node import Node
from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.conference.hall.kinds import SECRETARIAT
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.rules.load import rule_set
from longbien.store import models

VERB: Final = "conference.rules"
_ADOPTED: Final = frozenset({"adopted", "adopted_by_consensus", "carried"})


def change_rules(
    *,
    node: Node,
    actor: models.Officer,
    meeting_id: str,
    choices: Mapping[str, str],
    decision: str,
    profile: str = "",
) -> Said:
    """Apply other choices (or another profile) from here on, because the Conference decided so.

    `decision`: the id of the vote that was adopted, or of the proposal or other matter that was. Which rules applied when stays in the events.
    RefusedError `people.not_permitted`, `conference.rule_unknown`, `conference.decision_unknown` (nothing of that id was adopted);
    UsageError `conference.rules_same`.
    """
    require(actor, VERB)
    meeting = find_meeting(meeting_id)
    sitting = current(node, meeting)
    new = rule_set(profile or sitting.rules.id, {**sitting.rules.chosen, **choices})
    if new.id == sitting.rules.id and dict(new.choices) == dict(sitting.rules.choices):
        raise UsageError("conference.rules_same")
    if decision not in adopted(sitting):
        raise RefusedError("conference.decision_unknown", decision=decision[:60] or "-")
    body: dict[str, Json] = {"choices": dict(choices), "decision": decision}
    if profile:
        body["profile"] = profile
    words = Words(kind="rules.changed", body=body, by=SECRETARIAT)
    return add(node=node, actor=actor, meeting=meeting, words=words)


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
