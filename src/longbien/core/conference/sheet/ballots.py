# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sheet on which a vote can be taken by pen: printed before each vote, so that no vote depends on a screen or on the line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One that may vote: its code, its names by language, and how many votes it has."""

    id: str
    names: Mapping[str, str]
    weight: int = 1

    def name(self, language: str) -> str:
        """Give the name in a language (`zh-hans` is `zh`); in English, else the code, if there is none."""
        return self.names.get(language.partition("-")[0], self.names.get("en", self.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotSheet:
    """A sheet: which meeting, the vote (`on` as `proposal:L.1`; empty for a blank sheet), how, and the names in the order of the call.

    `to_decide`: how many must be present for a decision. `drawn`: the code with which a roll-call begins, if it was drawn.
    """

    session: str
    meeting: str
    exercise: bool
    on: str
    method: str
    question: str
    threshold: str
    to_decide: int
    lines: tuple[Line, ...]
    printed_at: datetime
    drawn: str = ""

    @property
    def votes(self) -> int:
        """Count the votes in the electorate."""
        return sum(one.weight for one in self.lines)
