# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What scenarios do with legal bases between the two exercise States: rows by two officers on both nodes, and days that pass."""

from datetime import date, timedelta
from typing import Any

from tools.crossing import Case, Desk
from tools.nodes import APPROVER, CLOCK_FILE, DUTY

PAIR = ("VN", "AT")
SOURCE = ("--source", "Made for an exercise")


def history(desk: Desk) -> Any:
    """Give everything that a node knows between the two States."""
    return desk.json("treaty", "basis", "history", *PAIR)


def today(desk: Desk) -> date:
    """Give the node's day."""
    return date.fromisoformat(history(desk)["day"])


def enter(desk: Desk, basis: str, *words: str) -> int:
    """Let one officer enter a row and another confirm it; give its number."""
    row = int(desk.json("treaty", "basis", "add", *PAIR, basis, *SOURCE, *words)["row"])
    desk.json("treaty", "basis", "confirm", str(row), by=APPROVER)
    return row


def end(desk: Desk, row: int, day: date) -> int:
    """Let one officer enter the end of a row and another confirm it."""
    words = ("treaty", "basis", "end", str(row), "--on", day.isoformat(), *SOURCE)
    found = int(desk.json(*words)["row"])
    desk.json("treaty", "basis", "confirm", str(found), by=APPROVER)
    return found


def let_pass(case: Case, days: int) -> None:
    """Let days pass on both nodes."""
    for desk in (case.asking, case.asked):
        file = desk.node.home / CLOCK_FILE
        ahead = timedelta(seconds=int(file.read_text(encoding="ascii"))) if file.exists() else timedelta()
        desk.node.move_clock(ahead + timedelta(days=days))
        desk.node.terminal.close()  # one that was opened before the node had a clock file knows none


def noticed(case: Case, desk: Desk, basis: str, status: str, day: date) -> Any:
    """Wait until a node has set down by itself that a basis came into force, was suspended or ended."""

    def tried() -> Any:
        found = [one for one in history(desk)["notices"] if one["basis"] == basis and one["status"] == status]
        return next((one for one in found if one["day"] == day.isoformat()), None)

    return case.until(tried)


def refused(desk: Desk, *words: str) -> str:
    """Type a command that is refused; give what it said."""
    said = desk.node.run(*words, by=DUTY, expect=None)
    assert said.status != 0, said.out
    return said.err
