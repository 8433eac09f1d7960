# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the five boards of a meeting show, as one frozen value that is the same for every reader of a board and in every language.

Names and sentences stand in it by language; nothing that belongs to one reader does (`own_view` has that), and nothing that a
board's readers may not know: choices before a vote is closed, secret ballots, refused attempts (only the Chair and the secretariat).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.core.base.canonical import Json

BOARDS: Final = ("public", "projector", "delegate", "chair", "grid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """A participant (or the Chair, the secretariat) with its names by language, its role and its regional group.

    `credentials` is filled in on the boards of those who run the meeting alone.
    """

    id: str
    names: Mapping[str, str]
    role: str = ""
    group: str = ""
    weight: int = 1
    vote: bool = False
    present: bool = False
    credentials: str = ""

    def name(self, language: str = "en") -> str:
        """Give the name in a language (`zh-hans` is `zh`); in English if there is none."""
        return self.names.get(language.partition("-")[0].lower(), self.names.get("en", self.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The rule behind something: where it stands, the value used, its sources, how sure it is, and the variant chosen ("" if none)."""

    path: str
    value: Json
    rule: str
    sources: tuple[str, ...]
    confidence: str
    variant: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockView:
    """A speaker's clock by the server's time. `started_at`: since when it runs (None: paused or not begun); `used`: seconds before that.

    `limit`: seconds allowed, None without a limit. What is left is `limit - used - (now - started_at)`; below zero is overrun.
    """

    limit: int | None
    used: int
    started_at: datetime | None

    def left(self, now: datetime) -> int | None:
        """Give the seconds left at a moment; negative when overrun, None without a limit."""
        if self.limit is None:
            return None
        running = int((now - self.started_at).total_seconds()) if self.started_at is not None else 0
        return self.limit - self.used - max(running, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerView:
    """One who has the floor or waits for it. `capacity`: national, group, reply, order, or explanation."""

    who: Who
    capacity: str
    clock: ClockView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionView:
    """A procedural motion that is pending, the strongest first."""

    id: str
    motion: str
    mover: Who
    target: str
    rank: int
    state: str
    spoken_for: tuple[Who, ...] = ()
    spoken_against: tuple[Who, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """A proposal, or an amendment or part of one (`kind`; then `of` names the proposal). `division`: where a request for separate votes is."""

    id: str
    symbol: str
    state: str
    kind: str = "proposal"
    title: str = ""
    question: str = ""
    sponsors: tuple[Who, ...] = ()
    of: str = ""
    order: int = 0
    amended: bool = False
    division: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """That the Chair declared something else than was computed. Shown, never hidden."""

    computed: str
    declared: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultView:
    """A result as published: the totals, the threshold and the votes it needed, the quorum, the computed outcome and the declared one."""

    votes_for: int
    against: int
    abstain: int
    not_voting: int
    threshold: str
    needed: int | None
    quorum: int | None
    present: int | None
    computed: str
    reasons: tuple[Quoted, ...]
    declared: str = ""
    difference: Difference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotView:
    """One ballot as a board may show it: `choice` is "" while choices stay hidden."""

    who: Who
    choice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteView:
    """A vote: on what, how, and as far as it is. `ballots_in` counts participants who voted, `expected` those who may.

    `roll` is the order of a roll-call; `lot` what the node was bound to before the name was drawn, `seed` the number that it showed then.
    """

    id: str
    on: str
    method: str
    question: str
    phase: str
    threshold: str
    electorate: int
    expected: int
    ballots_in: int
    secret: bool = False
    ballots: tuple[BallotView, ...] = ()
    result: ResultView | None = None
    roll: tuple[Who, ...] = ()
    lot: str = ""
    seed: str = ""
    counted_by: str = ""
    confirmed_by: str = ""
    voided: str = ""
    corrections: tuple[BallotView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionBallot:
    """One ballot of an election: its kind (first, restricted, unrestricted), votes by name, what was required, who was elected in it."""

    number: int
    kind: str
    votes: Mapping[str, int]
    valid: int
    invalid: int
    abstain: int
    required: int
    elected: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionView:
    """An election: the places, the candidates, its ballots so far, who is elected, and the names in the next ballot or lot."""

    id: str
    office: str
    places: int
    candidates: tuple[Who, ...]
    phase: str
    threshold: str
    electorate: int
    ballots: tuple[ElectionBallot, ...] = ()
    elected: tuple[Who, ...] = ()
    next_names: tuple[Who, ...] = ()
    next_kind: str = ""
    lot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """A next lawful step: its kind of event, who may take it, what is filled in beforehand, and the sentence to read out, by language.

    `lacks` names the members that are still to be filled in. A language is `en`, `fr`, `es`, `ru`, `ar`, `zh` or `vi`.
    """

    kind: str
    who_may: str
    body: Mapping[str, Json]
    code: str
    read_out: Mapping[str, str]
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedView:
    """An attempt that was refused and that the Chair must see."""

    seq: int
    kind: str
    who: Who
    code: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One event of the running record, the latest first."""

    seq: int
    at: datetime
    kind: str
    by: Who
    body: Mapping[str, Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuorumView:
    """How many are present (None: nobody has counted, the quorum is presumed) and how many it takes, to open and to decide.

    `base` says which Parties the second is a majority of; `challenged` names the Party that asked for a count not made yet.
    """

    present: int | None
    to_open: int
    to_decide: int
    states_parties: int
    participating: int = 0
    base: str = ""
    can_open: bool = True
    can_decide: bool = True
    challenged: str = ""
    counted_at: datetime | None = None
    rule: Quoted | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A count that waits for a second officer. The totals are not in it: whoever counts again must not be led."""

    kind: str
    about: str
    counted_by: str
    counted_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HallView:
    """Everything that a board shows of one meeting after its event `seq`. `exercise` is to be loud wherever it is True; `made_up`: the roster too.

    `nobody_votes`: the treaty desk knows of no State for which the Convention is in force on the meeting's day; the board says so.
    """

    board: str
    conference_id: str
    conference_title: str
    meeting_id: str
    meeting_title: str
    number: int
    body: str
    exercise: bool
    made_up: bool
    nobody_votes: bool
    seq: int
    at: datetime
    phase: str
    item: str
    item_title: str
    speaker: SpeakerView | None
    queue: tuple[SpeakerView, ...]
    list_open: bool
    quorum: QuorumView
    motions: tuple[MotionView, ...]
    texts: tuple[TextView, ...]
    vote: VoteView | None
    votes: tuple[VoteView, ...]
    steps: tuple[StepView, ...]
    refused: tuple[RefusedView, ...]
    happened: tuple[Happened, ...]
    participants: tuple[Who, ...]
    rules: str
    choices: Mapping[str, str]
    counts: tuple[Waiting, ...] = ()
    elections: tuple[ElectionView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnView:
    """What one reader may do in this meeting, and what is its own: never in a board, which others read too.

    `function`: `secretariat`, `chair`, `own` (a participant's seat) or "". `kinds`: what it may say at all; `steps`: what of that is in
    order now. `ballot`: its own choice in the running vote ("" none yet).
    """

    function: str
    participant: Who | None
    kinds: frozenset[str]
    boards: frozenset[str]
    steps: tuple[StepView, ...]
    may_vote: bool = False
    ballot: str = ""
