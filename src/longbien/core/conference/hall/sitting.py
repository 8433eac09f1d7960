# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole state of a meeting, or of the meetings of a session one after another, computed from events and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from longbien.core.conference.hall.electorate import Electorate, Participant
from longbien.core.conference.hall.series import Series
from longbien.core.conference.hall.state.meeting import (
    Attempt,
    Item,
    Meeting,
    Presence,
    RefusedEvent,
    RuleChange,
)
from longbien.core.conference.hall.state.votes import Election, Vote
from longbien.core.conference.rules.values import RuleSet

_T = TypeVar("_T")

__all__ = ["Electorate", "Participant", "Sitting", "with_entry"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Where the Conference stands after the event numbered `seq`.

    `item` and `voting` name the open item of the agenda and the vote that runs (empty: none); `refusals` are events that were not
    accepted, `attempts` those that a door refused and the Chair must see.
    """

    rules: RuleSet
    electorate: Electorate
    seq: int = 0
    at: datetime | None = None
    meeting: Meeting = field(default_factory=Meeting)
    presence: Presence = field(default_factory=Presence)
    item: str = ""
    items: Mapping[str, Item] = field(default_factory=dict)
    voting: str = ""
    votes: Mapping[str, Vote] = field(default_factory=dict)
    electing: str = ""
    elections: Mapping[str, Election] = field(default_factory=dict)
    rule_changes: Series[RuleChange] = field(default_factory=Series)
    attempts: Series[Attempt] = field(default_factory=Series)
    refusals: Series[RefusedEvent] = field(default_factory=Series)


def with_entry(held: Mapping[str, _T], name: str, value: _T) -> Mapping[str, _T]:
    """Give the mapping with one entry more or another; the order of first entry stays."""
    return {**held, name: value}
