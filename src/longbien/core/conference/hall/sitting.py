# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole state of a meeting, or of the meetings of a session one after another, computed from events and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from longbien.core.conference.hall.electorate import Electorate, Participant
from longbien.core.conference.hall.series import Series
from longbien.core.conference.hall.state.floor import Floor
from longbien.core.conference.hall.state.meeting import (
    Attempt,
    Item,
    Meeting,
    Presence,
    RefusedEvent,
    RuleChange,
)
from longbien.core.conference.hall.state.motions import Motion
from longbien.core.conference.hall.state.orders import Dispute, Order
from longbien.core.conference.hall.state.texts import Amendment, Asking, Decision, Proposal
from longbien.core.conference.hall.state.votes import Election, Explanation, Vote
from longbien.core.conference.rules.values import RuleSet

_T = TypeVar("_T")

__all__ = ["Electorate", "Participant", "Sitting", "with_entry"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Where the Conference stands after the event numbered `seq`.

    Names of what is going on, empty if nothing is: `item` (of the agenda), `order` (point of order that awaits its ruling, or ruling
    under appeal), `ruled` (ruling that may still be appealed against), `voting` and `electing` (the vote or election that runs),
    `interrupted` (the vote within which an appeal is voted). `moved` are the motions that wait, `kinds` the kinds of question that
    were ruled on, by matter, `methods` the ways of voting asked for, by matter, `exhausted` the matters on which every effort for consensus was, `asking` the question whether
    anybody objects, `silences` those that run between meetings. `refusals` are events that were not accepted, `attempts` those that a door refused and the Chair must see.
    """

    rules: RuleSet
    electorate: Electorate
    seq: int = 0
    at: datetime | None = None
    meeting: Meeting = field(default_factory=Meeting)
    presence: Presence = field(default_factory=Presence)
    item: str = ""
    items: Mapping[str, Item] = field(default_factory=dict)
    floor: Floor = field(default_factory=Floor)
    order: str = ""
    ruled: str = ""
    orders: Mapping[str, Order] = field(default_factory=dict)
    disputes: Mapping[str, Dispute] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    moved: tuple[str, ...] = ()
    motions: Mapping[str, Motion] = field(default_factory=dict)
    proposals: Mapping[str, Proposal] = field(default_factory=dict)
    amendments: Mapping[str, Amendment] = field(default_factory=dict)
    methods: Mapping[str, str] = field(default_factory=dict)
    exhausted: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()
    asking: Asking | None = None
    silences: Mapping[str, Asking] = field(default_factory=dict)
    decisions: Series[Decision] = field(default_factory=Series)
    voting: str = ""
    interrupted: str = ""
    votes: Mapping[str, Vote] = field(default_factory=dict)
    explained: Series[Explanation] = field(default_factory=Series)
    electing: str = ""
    elections: Mapping[str, Election] = field(default_factory=dict)
    rule_changes: Series[RuleChange] = field(default_factory=Series)
    attempts: Series[Attempt] = field(default_factory=Series)
    refusals: Series[RefusedEvent] = field(default_factory=Series)


def with_entry(held: Mapping[str, _T], name: str, value: _T) -> Mapping[str, _T]:
    """Give the mapping with one entry more or another; the order of first entry stays."""
    return {**held, name: value}
