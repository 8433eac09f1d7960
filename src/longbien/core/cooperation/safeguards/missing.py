# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is still missing before an act may be made: a pure function over the table, the act and the steps that officials recorded.

Nobody can skip a step, whatever role he holds: there is no override here. Who does not want to take a step refuses the request.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.safeguards.table import ANSWER, RIGHTS, Row, safeguards, steps

GRANTS: Final = ("granted", "in-part")
"""Decisions that give something; a refusal, a postponement or a return needs no step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """The act that is meant: `act` as in the table, the measure and its powers, the legal basis.

    `decision` and `conditions` (whether it has any) are those of an answer; `changed_at` is when the request's fields last changed.
    """

    act: str
    measure: str
    powers: frozenset[str]
    basis: str
    decision: str = ""
    conditions: bool = False
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A step as it was last recorded: by which official (role id), when, with what result and reason."""

    step: str
    result: str
    official: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Why the act may not be made yet: a code, and the step that it is about."""

    code: str
    step: str
    result: str = ""


def row_for(step: str, occasion: Occasion) -> Row | None:
    """Give the row of the table that decides about a step; None if the table does not ask for it."""
    return next((row for row in safeguards().rows if row.step == step and _fits(row, occasion)), None)


def asks_anything(act: str, measure: str) -> bool:
    """Tell whether the table has a needed step before acts of this sort at all: spares reading a request that none concerns."""
    return any(
        row.needed and row.act == act and measure in (row.measures or (measure,)) for row in safeguards().rows
    )


def missing_steps(
    occasion: Occasion, done: Mapping[str, Done], signers: Iterable[str] = ()
) -> tuple[Missing, ...]:
    """List what still stands before an act; nothing for an act that gives nothing.

    `done` holds the last record of each step. `signers` are the officers who approve what another proposed: the official of the
    rights check is none of them.
    """
    if occasion.act == ANSWER and occasion.decision not in GRANTS:
        return ()
    found = [_missing(row, occasion, done.get(step)) for step in steps() if (row := row_for(step, occasion))]
    rights = row_for(RIGHTS, occasion)
    taken = done.get(RIGHTS)
    if rights is not None and rights.needed and taken is not None and taken.official in set(signers):
        found.append(Missing(code="safeguards.same_official", step=RIGHTS, result=taken.result))
    return tuple(one for one in found if one is not None)


def require_steps(occasion: Occasion, done: Mapping[str, Done], signers: Iterable[str] = ()) -> None:
    """RefusedError with the code of the first thing that is missing (`safeguards.…`)."""
    for one in missing_steps(occasion, done, signers):
        raise RefusedError(one.code, step=one.step, result=one.result)


def _fits(row: Row, occasion: Occasion) -> bool:
    return (
        row.act == occasion.act
        and (not row.measures or occasion.measure in row.measures)
        and (not row.powers or not occasion.powers.isdisjoint(row.powers))
        and (not row.bases or occasion.basis in row.bases)
    )


def _missing(row: Row, occasion: Occasion, done: Done | None) -> Missing | None:
    if not row.needed:
        return None
    if done is None:
        return Missing(code="safeguards.missing", step=row.step)
    if occasion.changed_at is not None and done.at < occasion.changed_at:
        return Missing(code="safeguards.stale", step=row.step, result=done.result)
    if done.result in row.under_conditions:
        if occasion.conditions or occasion.decision == "in-part":
            return None
        return Missing(code="safeguards.conditions", step=row.step, result=done.result)
    if done.result not in row.passes:
        return Missing(code="safeguards.result", step=row.step, result=done.result)
    return None
