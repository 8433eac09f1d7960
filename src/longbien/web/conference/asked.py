# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What has to be filled in before a thing can be said, and what the desk fills in by itself: who speaks, who may vote, new ids."""

from collections.abc import Iterable, Mapping
from typing import Final

from longbien.core.base.canonical import Json

BY_THE_DESK: Final = frozenset({"participant", "electorate", "counted_by", "confirmed_by"})
"""Members that the desk fills in by itself."""
NEW: Final[Mapping[str, str]] = {
    "amendment.tabled": "A",
    "election.announced": "E",
    "motion.amended": "M",
    "motion.moved": "M",
    "order.raised": "O",
    "proposal.tabled": "L",
    "question.ruled": "Q",
    "vote.announced": "V",
}
"""Kinds that begin something, and the letter with which its id begins when nobody gave one."""


def open_members(kind: str, lacking: Iterable[str]) -> tuple[str, ...]:
    """Name what of the members that a step lacks somebody has to fill in: not who speaks, who may vote, or a new id."""
    own = BY_THE_DESK | ({"id"} if kind in NEW else set())
    return tuple(name for name in lacking if name not in own or _named(kind, name))


def filled(kind: str, body: Mapping[str, Json], *, seq: int, own: str) -> dict[str, Json]:
    """Fill in the id of something new: its letter, the number of the event that it will be, and who says it, so that two at once differ."""
    if kind not in NEW or body.get("id"):
        return dict(body)
    if kind == "proposal.tabled" and isinstance(body.get("symbol"), str):
        return {**body, "id": _tail(str(body["symbol"]))}
    return {**body, "id": f"{NEW[kind]}{seq + 1}" + (f"-{own}" if own else "")}


def _named(kind: str, name: str) -> bool:
    """Tell whether a member that the desk knows elsewhere has to be named here: whose turn, whose presence."""
    return name == "participant" and kind in ("floor.given", "presence.marked")


def _tail(symbol: str) -> str:
    """Give the last part of a document's symbol, its L number: `CAC/COSP/2026/L.4` is L.4."""
    return symbol.strip().rstrip("/").rpartition("/")[2].replace(" ", "")[:40] or "L"
