# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The meeting itself: its phase, who is present, which item is open, which rules applied from when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from longbien.core.conference.rules.values import RuleValue

ADJOURNED: Final = "adjourned"
"""The debate on an item that was left without a decision: only a reconsideration opens it again at this session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """The phase of the meeting and how it came about."""

    phase: str = "before"
    number: int = 0
    id: str = ""
    opened: datetime | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """Who is present: marked one by one (`room`, `remote`), or counted as heads by the Chair.

    `challenged` is the Party that asked for a count that has not been made: until then nothing is decided.
    """

    marked: Mapping[str, str] = field(default_factory=dict)
    counted: int | None = None
    counted_at: datetime | None = None
    challenged: str = ""

    @property
    def known(self) -> bool:
        """Tell whether anybody was marked or counted; if not, the quorum is presumed (`quorum.verification`)."""
        return self.counted is not None or bool(self.marked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of the agenda: open, closed, or left without a decision by an adjournment of the debate."""

    id: str
    title: str = ""
    state: str = "open"
    debate: str = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChange:
    """A change of the rules in mid-session: from which event on the new choices apply."""

    seq: int
    at: datetime
    profile: str
    before: Mapping[str, str]
    after: Mapping[str, str]
    decision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A refused attempt that the Chair must see, such as the second ballot of an organisation and its member."""

    seq: int
    kind: str
    participant: str
    code: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedEvent:
    """An event that `decide` met and did not accept, with the reason."""

    seq: int
    kind: str
    by: str
    code: str
    rule: RuleValue
    facts: Mapping[str, str]
