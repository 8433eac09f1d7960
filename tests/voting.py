# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Votes for tests of the hall: announced, opened, cast, closed, declared, on a matter of procedure unless told otherwise."""

from typing import Any

from longbien.core.conference.counting.verdict import Verdict
from longbien.core.conference.hall.state.votes import Vote
from longbien.core.conference.rules.values import RuleSet
from tests.hall import STATES, Hall, opened

MATTER = "matter:m1"


def voting(method: str = "recorded", *, rules: RuleSet | None = None, on: str = MATTER) -> Hall:
    """Give a hall in which the vote `v1` is open."""
    hall = opened(rules)
    announce(hall, method=method, on=on)
    return hall


def announce(hall: Hall, name: str = "v1", *, method: str = "recorded", on: str = MATTER) -> None:
    """Announce and open a vote; a roll-call begins with Chile."""
    hall.say("vote.announced", id=name, on=on, method=method)
    opening: dict[str, Any] = {"first": "CL"} if method == "roll_call" else {}
    hall.say("vote.opened", id=name, **opening)


def cast(hall: Hall, numbers: tuple[int, int, int], name: str = "v1") -> None:
    """Let so many States vote yes, no and abstain."""
    choices = ["yes"] * numbers[0] + ["no"] * numbers[1] + ["abstain"] * numbers[2]
    for state, choice in zip(STATES, choices, strict=False):
        hall.say("ballot.cast", state, vote=name, choice=choice)


def show(hall: Hall, numbers: tuple[int, int, int], name: str = "v1") -> None:
    """Type in the totals of a show of hands, and close the vote."""
    total: dict[str, Any] = {"for": numbers[0], "against": numbers[1], "abstain": numbers[2]}
    hall.say("ballot.counted", "secretariat", vote=name, counted_by="A. One", confirmed_by="B. Two", **total)
    hall.say("vote.closed", id=name)


def verdict(hall: Hall, name: str = "v1") -> Verdict:
    """Give the verdict of a vote."""
    found = vote(hall, name).verdict
    assert found is not None
    return found


def vote(hall: Hall, name: str = "v1") -> Vote:
    """Give a vote."""
    return hall.sitting.votes[name]


def code(hall: Hall, kind: str, by: str = "chair", /, **body: Any) -> str:
    """Give the code of a refusal without its room."""
    return hall.refused(kind, by, **body).code.partition(".")[2]
