# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A hall in memory: two meetings whose events a test adds by hand."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from longbien.core.base.errors import RefusedError
from longbien.live.hall import Board, Place, Reader


@dataclass
class MemoryHall:
    """Counts what it is asked; `accounts` are sessions that may look."""

    seqs: dict[str, int] = field(default_factory=lambda: {"cosp-1-m1": 0, "cosp-1-m2": 0})
    accounts: dict[str, int] = field(default_factory=dict)
    drawn: list[tuple[Place, int]] = field(default_factory=list)
    broken: bool = False
    checks: list[bool] = field(default_factory=list)

    def pulse(self) -> str:
        if self.broken:
            raise OSError
        return f"{self.seqs} {self.accounts}"

    def newest(self, meetings: Collection[str]) -> Mapping[str, int]:
        return {meeting: self.seqs[meeting] for meeting in meetings if meeting in self.seqs}

    def admit(self, session: str, place: Place) -> Reader:
        if place.meeting not in self.seqs:
            raise RefusedError("conference.meeting_unknown", meeting=place.meeting)
        if place.view in {"public", "projector"} and not session:
            return Reader()
        if not session:
            raise RefusedError("live.sign_in")
        if session not in self.accounts:
            raise RefusedError("live.not_permitted")
        return Reader(session=session, account=self.accounts[session])

    def remaining(self, readers: Mapping[Reader, Place], *, thoroughly: bool) -> Collection[Reader]:
        self.checks.append(thoroughly)
        return [reader for reader in readers if reader.session in self.accounts]

    def board(self, place: Place) -> Board:
        seq = self.seqs[place.meeting]
        self.drawn.append((place, seq))
        return Board(seq=seq, html=f"<p>{place.view} {place.language}</p>\n<p>{seq}</p>\n")

    def close(self) -> None:
        pass
