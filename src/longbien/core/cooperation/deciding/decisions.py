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

from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.acts.bodies import Decided, Request
from longbien.core.cooperation.deciding.grounds import MUST, OFFER, Ground, Grounds, grounds
from longbien.core.cooperation.deciding.scope import CONVENTION, own_offences
from longbien.core.cooperation.deciding.words import grounds_in_words
from longbien.core.cooperation.findings import STOP, WARN, Finding
from longbien.core.cooperation.forms.kinds import form

BY_PROCEDURE: Final = ("assistance", "real-time", "interception")
"""The rows whose grounds stand in Article 40(8)-(31), and so give way to another treaty's (Art. 40(7))."""
PERSECUTION: Final = "persecution"
NATIONALITY: Final = "nationality"
DOUBTFUL: Final = "dual-criminality-doubtful"
_FORESEEN: Final = "dual-criminality-foreseen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a decision is judged by: the request, our State's reservations and notifications (paragraph ids, such as `42.5`), the moment.

    `procedure`: the legal basis whose rules of procedure apply, if not the request's own (Art. 40(7)).
    """

    request: Request
    reservations: frozenset[str]
    now: datetime
    procedure: str = ""


def outside_convention(request: Request) -> bool:
    """Tell whether the request is for offences that its treaty does not establish (Art. 42(5))."""
    offences = request.values.get("offences")
    own = own_offences(request.legal_basis)
    return isinstance(offences, tuple) and not any(offence in own for offence in offences)


def grounds_for(request: Request, measure: str, *, procedure: str = "") -> Grounds | None:
    """Give the grounds on which a measure of this request may be refused; None if the request does not ask for it.

    Where another treaty's rules of procedure apply, its grounds do too: but only in place of those of Article 40(8)-(31).
    """
    for asked in form(request.form).measures(request.values):
        if asked.measure == measure:
            other = procedure and request.legal_basis == CONVENTION and asked.grounds in BY_PROCEDURE
            return grounds(procedure if other else request.legal_basis, asked.grounds)
    return None


def available_grounds(desk: Desk, measure: str) -> tuple[str, ...]:
    """List the grounds that a decision form may offer for a refusal."""
    row = grounds_for(desk.request, measure, procedure=desk.procedure)
    if row is None:
        return ()
    return (*row.refuse, *(one.code for one in row.reserved if _may_use(one, desk)))


def check_decision(decided: Decided, desk: Desk) -> tuple[Finding, ...]:
    """Examine a decision; its stops cannot be passed."""
    row = grounds_for(desk.request, decided.measure, procedure=desk.procedure)
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
        *_about_reasons(decided, row),
        *_about_grounds(decided, desk, row),
        *_about_forbidden(decided, row),
        *_about_consulting(decided, desk, row),
        *_about_conditions(decided, row),
        *_about_later(decided, desk),
    )


def _about_reasons(decided: Decided, row: Grounds) -> Iterator[Finding]:
    source = row.reasons or "house"
    if decided.decision == "granted":
        if decided.grounds:
            yield _finding("cooperation.decision_grounds_of_grant", source=source, field="grounds")
    elif not decided.reasons.strip():
        yield _finding("cooperation.decision_reasons", source=source, field="reasons")
    if decided.decision in ("refused", "postponed") and not decided.grounds:
        yield _finding("cooperation.decision_ground_missing", source=source, field="grounds")
    for condition in decided.conditions:
        if condition.code == "other" and not condition.text.strip():
            yield _finding("cooperation.decision_condition", source="40.28", field="conditions")


def _about_grounds(decided: Decided, desk: Desk, row: Grounds) -> Iterator[Finding]:
    postponed = decided.decision == "postponed"
    allowed: Collection[str] = row.postpone if postponed else row.refuse
    forbidden = {one.code for one in row.forbidden}
    for code in decided.grounds:
        listed = row.ground(code)
        if listed is not None and listed.reserved and not postponed:
            if not _may_use(listed, desk):
                params = {"paragraph": listed.reserved}
                yield _finding(
                    "cooperation.decision_reserved", source=listed.article, field="grounds", params=params
                )
        elif code not in allowed and code not in forbidden:
            yield _finding(
                "cooperation.decision_ground",
                source=row.article,
                field="grounds",
                params={"ground": code, "article": row.article, "measure": decided.measure},
            )
    if PERSECUTION in decided.grounds:
        yield _finding("cooperation.decision_persecution", source="40.22", field="grounds", severity=WARN)
    if decided.grounds == (NATIONALITY,) and decided.measure == "surrender":
        yield _finding("cooperation.decision_prosecute", source="37.11", field="grounds", severity=WARN)


def _about_forbidden(decided: Decided, row: Grounds) -> Iterator[Finding]:
    """Reject what the basis forbids as a ground; warn where only the free text speaks of it."""
    if decided.decision == "granted":
        return
    forbidden = {one.code: one for one in row.forbidden}
    others = [code for code in decided.grounds if code not in forbidden]
    for code, one in forbidden.items():
        if code in decided.grounds and not (one.alone and others):
            yield _finding(
                "cooperation.decision_forbidden",
                source=one.article,
                field="grounds",
                params={"ground": vocabulary("REFUSAL").label_of(code), "article": one.article},
            )
    for code in sorted(grounds_in_words(decided.reasons) & set(forbidden)):
        if code not in decided.grounds:
            yield _finding(
                "cooperation.decision_forbidden_words",
                source=forbidden[code].article,
                field="reasons",
                severity=WARN,
                params={
                    "ground": vocabulary("REFUSAL").label_of(code),
                    "article": forbidden[code].article,
                },
            )


def _about_consulting(decided: Decided, desk: Desk, row: Grounds) -> Iterator[Finding]:
    if decided.consulted_at is not None and decided.consulted_at > desk.now:
        yield _finding("cooperation.decision_consulted_future", source=row.consult, field="consulted_at")
    if decided.decision not in ("refused", "postponed") or decided.consulted_at is not None:
        return
    named = [one for code in decided.grounds if (one := row.ground(code)) is not None]
    params = {"article": row.consult}
    if any(one.consult == MUST for one in named):
        yield _finding(
            "cooperation.decision_consult", source=row.consult, field="consulted_at", params=params
        )
    elif any(one.consult == OFFER for one in named):
        yield _finding(
            "cooperation.decision_consult_offer",
            source="house",
            field="consulted_at",
            severity=WARN,
            params=params,
        )


def _about_conditions(decided: Decided, row: Grounds) -> Iterator[Finding]:
    """Remind that conditions may make possible what is refused (Art. 36(1)(b), 40(28))."""
    for code in decided.grounds if decided.decision == "refused" else ():
        listed = row.ground(code)
        if listed is not None and listed.first:
            labels = "; ".join(vocabulary("CONDITION").label_of(one) for one in listed.first)
            params = {"conditions": labels}
            yield _finding(
                "cooperation.decision_conditions_first",
                source="36.1.b",
                field="conditions",
                severity=WARN,
                params=params,
            )


def _about_later(decided: Decided, desk: Desk) -> Iterator[Finding]:
    """Remind of an early warning: data are kept for an offence that may be none here, and disclosure may fail later."""
    kept = decided.measure == "preservation" and decided.decision in ("granted", "in-part")
    if kept and outside_convention(desk.request) and DOUBTFUL not in decided.concerns:
        yield _finding(
            "cooperation.decision_warn_early", source="40.8, 42.4", field="concerns", severity=WARN
        )


def _may_use(ground: Ground, desk: Desk) -> bool:
    """Tell whether a ground that needs a reservation or notification is open: it was made, and the offence is not the treaty's own."""
    made = ground.reserved in desk.reservations
    return made and (ground.code != _FORESEEN or outside_convention(desk.request))


def _finding(
    code: str,
    *,
    source: str,
    field: str,
    severity: str = STOP,
    params: Mapping[str, str | int] = MappingProxyType({}),
) -> Finding:
    return Finding(code=code, severity=severity, source=source, field=field, params=params)
