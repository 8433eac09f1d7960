# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a request stands, as one frozen value: a state for each track, and what the acts say that a state alone does not hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Final

from longbien.core.cooperation.forms.kinds import MEASURES
from longbien.core.cooperation.life.events import REQUESTED, REQUESTING
from longbien.core.cooperation.life.table import BY_ITEM, OPEN, STATES

PRESERVATION: Final = "preservation"
ARREST: Final = "arrest"
SURRENDER: Final = "surrender"
_START: Final[Mapping[str, str]] = MappingProxyType(
    {track: states[0] for track, states in STATES.items() if track not in BY_ITEM}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A period in which data were preserved, or a person was held, without a gap, as the requested State's acts prove it."""

    since: datetime
    until: datetime
    act: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One change of one track: what happened, when, by which act. `item` is set for evidence."""

    at: datetime
    track: str
    before: str
    after: str
    event: str
    act: str
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """Another request that keeps alive what this one obtained, and the measures of it that are still open."""

    thread: str
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """What consent is asked for: the object (`""` for all of the request), the use, who shall have it, until when."""

    item: str
    use: str
    recipient: str
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfitting:
    """An act that is held but changed nothing, and the code of the reason."""

    act: str
    kind: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestState:
    """Where a request stands. `tracks` holds request, information and one state per measure; `evidence` one state per item.

    `kept` lists the periods of preservation (a gap between two is a lapse) and `held` those of an arrest, `extension_until` the end
    that an open extension asks for, `following` the open requests that keep the data preserved (Art. 42(8)) or the person held.
    `consents` and `disputes` hold one state per question and dispute, `uses` what each consent is about.
    """

    tracks: Mapping[str, str] = field(default_factory=lambda: _START)
    evidence: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    kept: tuple[Kept, ...] = ()
    held: tuple[Kept, ...] = ()
    consents: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    uses: Mapping[str, Use] = field(default_factory=lambda: MappingProxyType({}))
    disputes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    extension_until: datetime | None = None
    following: tuple[FollowUp, ...] = ()
    steps: tuple[Step, ...] = ()
    unfitting: tuple[Unfitting, ...] = ()

    @property
    def request(self) -> str:
        """Give the state of the request itself."""
        return self.tracks["request"]

    @property
    def information(self) -> str:
        """Tell whether a question is open."""
        return self.tracks["information"]

    @property
    def preservation(self) -> str:
        """Give the state of preservation as of the last event; `at_moment` tells it for now."""
        return self.tracks["preservation"]

    @property
    def disclosure(self) -> str:
        """Give the state of disclosure."""
        return self.tracks["disclosure"]

    @property
    def kept_until(self) -> datetime | None:
        """Give the end of the latest period of preservation."""
        return self.until(PRESERVATION)

    @property
    def follow_ups(self) -> tuple[str, ...]:
        """Give the threads of the open requests that follow this one."""
        return tuple(one.thread for one in self.following)

    @property
    def measures(self) -> Mapping[str, str]:
        """Give the state of each measure that the request asks for."""
        return {name: self.tracks[name] for name in MEASURES if self.tracks[name] != STATES[name][0]}

    @property
    def giver(self) -> str:
        """Tell which side gives evidence: who is asked, or with an offer who offers (Art. 40(4))."""
        return REQUESTED if self.tracks["offer"] == STATES["offer"][0] else REQUESTING

    def periods(self, measure: str) -> tuple[Kept, ...]:
        """Give the periods of a measure that holds until a day; none of any other."""
        return {PRESERVATION: self.kept, ARREST: self.held}.get(measure, ())

    def until(self, measure: str) -> datetime | None:
        """Give the end of the latest period of a measure."""
        periods = self.periods(measure)
        return periods[-1].until if periods else None

    def items(self, track: str) -> Mapping[str, str]:
        """Give the states of a track that runs once for each item, by item."""
        return {"evidence": self.evidence, "consent": self.consents, "dispute": self.disputes}[track]

    def place(self, track: str, item: str = "") -> str:
        """Give the state of a track, for one item where it runs once for each."""
        return self.items(track).get(item, STATES[track][0]) if track in BY_ITEM else self.tracks[track]

    @property
    def open(self) -> bool:
        """Tell whether something may still happen on the request."""
        return self.request in OPEN
