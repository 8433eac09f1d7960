# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Decisions before they are signed: one on preservation, one on disclosure, each by its own table of grounds.

Dual criminality is no ground against preservation (Art. 42(4)), save a reservation under Art. 42(5); it may be one against
disclosure later (Art. 40(8)). The same data may be "preserved: yes, disclosed: no".
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Final

from longbien.core.cooperation.acts.bodies import Decided, Request
from longbien.core.cooperation.checks.rules import CONVENTION_OFFENCES
from longbien.core.cooperation.deciding.grounds import Grounds, grounds
from longbien.core.cooperation.findings import STOP, WARN, Finding
from longbien.core.cooperation.forms.kinds import form

RESERVATION: Final = "42.5"
"""The reservation on which preservation may be refused for want of dual criminality."""
PERSECUTION: Final = "persecution"
DOUBTFUL: Final = "dual-criminality-doubtful"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a decision is judged by: the request, our State's reservations (paragraph ids, such as `42.5`) and the moment."""

    request: Request
    reservations: frozenset[str]
    now: datetime


def outside_convention(request: Request) -> bool:
    """Tell whether the request is for offences that the Convention does not establish (Art. 42(5))."""
    offences = request.values.get("offences")
    return isinstance(offences, tuple) and not any(offence in CONVENTION_OFFENCES for offence in offences)


def grounds_for(request: Request, measure: str) -> Grounds | None:
    """Give the grounds on which a measure of this request may be refused; None if the request does not ask for it."""
    for asked in form(request.form).measures(request.values):
        if asked.measure == measure:
            return grounds(request.legal_basis, asked.grounds)
    return None


def available_grounds(desk: Desk, measure: str) -> tuple[str, ...]:
    """List the grounds that a decision form may offer for a refusal."""
    row = grounds_for(desk.request, measure)
    if row is None:
        return ()
    return (*row.refuse, *(row.reserved if _may_use_reserved(desk) else ()))


def check_decision(decided: Decided, desk: Desk) -> tuple[Finding, ...]:
    """Examine a decision; its stops cannot be passed."""
    row = grounds_for(desk.request, decided.measure)
    if row is None:
        return (
            _finding(
                "cooperation.decision_not_asked",
                source="",
                field="measure",
                params={"measure": decided.measure},
            ),
        )
    return (
        *_about_reasons(decided),
        *_about_grounds(decided, desk, row),
        *_about_moments(decided, desk, row),
        *_about_later(decided, desk),
    )


def _about_reasons(decided: Decided) -> Iterator[Finding]:
    if decided.decision == "granted":
        if decided.grounds:
            yield _finding("cooperation.decision_grounds_of_grant", source="40.25", field="grounds")
    elif not decided.reasons.strip():
        yield _finding("cooperation.decision_reasons", source="40.25", field="reasons")
    if decided.decision in ("refused", "postponed") and not decided.grounds:
        yield _finding("cooperation.decision_ground_missing", source="40.25", field="grounds")
    for condition in decided.conditions:
        if condition.code == "other" and not condition.text.strip():
            yield _finding("cooperation.decision_condition", source="40.28", field="conditions")


def _about_grounds(decided: Decided, desk: Desk, row: Grounds) -> Iterator[Finding]:
    allowed: Collection[str] = row.postpone if decided.decision == "postponed" else row.refuse
    for code in decided.grounds:
        if decided.decision != "postponed" and code in row.reserved:
            if not _may_use_reserved(desk):
                yield _finding("cooperation.decision_reserved", source=RESERVATION, field="grounds")
        elif code not in allowed:
            yield _finding(
                "cooperation.decision_ground",
                source=row.article,
                field="grounds",
                params={"ground": code, "article": row.article, "measure": decided.measure},
            )
    if PERSECUTION in decided.grounds:
        yield _finding("cooperation.decision_persecution", source="40.22", field="grounds", severity=WARN)


def _about_moments(decided: Decided, desk: Desk, row: Grounds) -> Iterator[Finding]:
    must = [code for code in decided.grounds if code in row.consult_before]
    if decided.decision in ("refused", "postponed") and must and decided.consulted_at is None:
        yield _finding("cooperation.decision_consult", source="40.28", field="consulted_at")
    if decided.consulted_at is not None and decided.consulted_at > desk.now:
        yield _finding("cooperation.decision_consulted_future", source="40.28", field="consulted_at")


def _about_later(decided: Decided, desk: Desk) -> Iterator[Finding]:
    """Remind of an early warning: data are kept for an offence that may be none here, and disclosure may fail later."""
    kept = decided.measure == "preservation" and decided.decision in ("granted", "in-part")
    if kept and outside_convention(desk.request) and DOUBTFUL not in decided.concerns:
        yield _finding(
            "cooperation.decision_warn_early", source="40.8, 42.4", field="concerns", severity=WARN
        )


def _may_use_reserved(desk: Desk) -> bool:
    return RESERVATION in desk.reservations and outside_convention(desk.request)


def _finding(
    code: str,
    *,
    source: str,
    field: str,
    severity: str = STOP,
    params: Mapping[str, str | int] = MappingProxyType({}),
) -> Finding:
    return Finding(code=code, severity=severity, source=source, field=field, params=params)
