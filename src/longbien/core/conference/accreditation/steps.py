# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Carrying the steps of an application out, one after the other; and what it comes to when a session ends without a decision."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Final

from longbien.core.base.errors import RefusedError
from longbien.core.conference.accreditation.states import (
    NGOS,
    TABLE,
    Application,
    Objection,
    State,
    Step,
    StepKind,
    Terms,
    Track,
)


def application_of(start: Application, steps: Iterable[Step], terms: Terms) -> Application:
    """Compute where an application stands; RefusedError as `advance`."""
    found = start
    for step in steps:
        found = advance(found, step, terms)
    return found


def advance(before: Application, step: Step, terms: Terms) -> Application:
    """Carry one step out.

    RefusedError `conference.application_step` (not in this state), `application_back` (before the last step), and of the steps
    themselves `not_circulated`, `objection_reasons`, `objection_late`, `objection_twice`, `objection_track`,
    `objection_none`, `circulated_late`, `objections_open`, `consent_missing`, `consent_track`, `not_referred`, `no_ground`.
    """
    if before.state not in TABLE[step.kind]:
        raise RefusedError("conference.application_step", step=step.kind.value, state=before.state.value)
    if step.at < (before.since or before.applied_at):
        raise RefusedError("conference.application_back")
    after = _STEPS[step.kind](before, step, terms)
    return replace(after, since=before.since if after.state is before.state else step.at)


def lapse(before: Application, at: datetime, terms: Terms) -> Application:
    """Give what an application comes to when the session ends and the Conference took no decision (variant `ngo_default`)."""
    if before.is_ended:
        return before
    if before.state not in {State.OBJECTED, State.REFERRED}:
        return replace(before, state=State.NOT_ADMITTED, since=at)
    return replace(before, state=State(terms.default), since=at)


def accorded(before: Application, at: datetime, terms: Terms) -> str:
    """Tell what still stands between an application and admission without a decision: a code, or an empty text for nothing."""
    if terms.carry_over and before.ad_hoc and before.track in NGOS and not before.open_objections:
        return ""
    if before.open_objections or before.state in {State.OBJECTED, State.REFERRED}:
        return "conference.objections_open"
    if before.track in NGOS and terms.consent == "consent" and before.seat and before.consent != "given":
        return "conference.consent_missing"
    if before.track is not Track.NGO_OTHER:
        return ""
    if before.circulated_at is None:
        return "conference.not_circulated"
    if before.circulated_at.date() > terms.latest_circulation():
        return "conference.circulated_late"
    if at < terms.deadline and before.state is State.CIRCULATED:
        return "conference.objections_running"
    return ""


def _listed(before: Application, step: Step, terms: Terms) -> Application:
    return replace(before, state=State.LISTED)


def _circulated(before: Application, step: Step, terms: Terms) -> Application:
    """Note the circulation, late as it may be: a late one bars admission without a decision, not the record."""
    return replace(before, state=State.CIRCULATED, circulated_at=step.at)


def _consent(before: Application, step: Step, terms: Terms) -> Application:
    if terms.consent == "none" or before.track not in NGOS or step.by != before.seat or not before.seat:
        raise RefusedError("conference.consent_track", participant=step.by, consent=terms.consent)
    return replace(before, consent="given" if step.kind is StepKind.CONSENTED else "refused")


def _objected(before: Application, step: Step, terms: Terms) -> Application:
    if before.track is Track.SIGNATORY:
        raise RefusedError("conference.objection_track")
    if before.track is Track.NGO_OTHER and before.circulated_at is None:
        raise RefusedError("conference.not_circulated")
    if step.at > terms.deadline:
        raise RefusedError("conference.objection_late", deadline=terms.deadline.isoformat(timespec="minutes"))
    if terms.reasons_required and not step.reasons.strip():
        raise RefusedError("conference.objection_reasons")
    if step.by in {one.by for one in before.open_objections}:
        raise RefusedError("conference.objection_twice", participant=step.by)
    made = Objection(by=step.by, at=step.at, reasons=step.reasons.strip())
    return replace(before, state=State.OBJECTED, objections=(*before.objections, made))


def _objection_withdrawn(before: Application, step: Step, terms: Terms) -> Application:
    if step.by not in {one.by for one in before.open_objections}:
        raise RefusedError("conference.objection_none", participant=step.by)
    objections = tuple(
        replace(one, withdrawn_at=step.at) if one.by == step.by and one.withdrawn_at is None else one
        for one in before.objections
    )
    left = any(one.withdrawn_at is None for one in objections)
    return replace(before, objections=objections, state=before.state if left else State.OBJECTION_WITHDRAWN)


def _referred(before: Application, step: Step, terms: Terms) -> Application:
    return replace(before, state=State.REFERRED)


def _admitted(before: Application, step: Step, terms: Terms) -> Application:
    if step.decision:
        _check_referred(before)
    else:
        code = accorded(before, step.at, terms)
        if code:
            raise RefusedError(code)
    return replace(before, state=State.ADMITTED)


def _not_admitted(before: Application, step: Step, terms: Terms) -> Application:
    """Refuse: by the Conference's decision, or because the State of the seat refused a consent that the rules want."""
    if step.decision:
        _check_referred(before)
    elif not (terms.consent == "consent" and before.consent == "refused"):
        raise RefusedError("conference.no_ground")
    return replace(before, state=State.NOT_ADMITTED)


def _withdrawn(before: Application, step: Step, terms: Terms) -> Application:
    return replace(before, state=State.WITHDRAWN)


def _check_referred(before: Application) -> None:
    if before.state is not State.REFERRED:
        raise RefusedError("conference.not_referred", state=before.state.value)


_STEPS: Final[Mapping[StepKind, Callable[[Application, Step, Terms], Application]]] = MappingProxyType(
    {
        StepKind.LISTED: _listed,
        StepKind.CIRCULATED: _circulated,
        StepKind.CONSENTED: _consent,
        StepKind.CONSENT_REFUSED: _consent,
        StepKind.OBJECTED: _objected,
        StepKind.OBJECTION_WITHDRAWN: _objection_withdrawn,
        StepKind.REFERRED: _referred,
        StepKind.ADMITTED: _admitted,
        StepKind.NOT_ADMITTED: _not_admitted,
        StepKind.WITHDRAWN: _withdrawn,
    }
)
