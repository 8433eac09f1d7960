# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accreditation of observers (rules 14 to 17): applications, their steps with dates, and what each reader sees of objections."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.access import permits
from longbien.actions.conference.people.badges import badge_of
from longbien.actions.conference.people.keeping import (
    READ,
    VERB,
    note_decision,
    require_secretariat,
    signature,
)
from longbien.actions.conference.people.session import Session
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.conference.accreditation.reading import Figures, Reader, figures, visible
from longbien.core.conference.accreditation.states import (
    TABLE,
    Application,
    Objection,
    Step,
    StepKind,
    Track,
)
from longbien.core.conference.accreditation.steps import accorded, advance, application_of, lapse
from longbien.core.treaty.status.participants import participants
from longbien.store import models
from longbien.store.queries.conference_people import application_steps
from longbien.store.writing import write_transaction

_ID: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST_ID: Final = 40
_RESERVED: Final = frozenset({"apply", "staff", "chair", "secretariat", "own"})
"""Words that are addresses or speakers of the hall already."""
_MOST_INFORMATION: Final = 10_000
_MOST_REASONS: Final = 4_000
_STATES: Final = frozenset({Track.SIGNATORY, Track.NON_SIGNATORY})
OF_STATES: Final = frozenset({StepKind.OBJECTED, StepKind.OBJECTION_WITHDRAWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What an application says: who, by which rule, where it is based, what is circulated about it."""

    observer: str
    track: Track
    name: str = ""
    seat: str = ""
    ad_hoc: bool = False
    information: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationView:
    """An application as a reader sees it. `stands_between`: a code for what still bars admission without a decision, or empty."""

    observer: str
    track: Track
    name: str
    seat: str
    ad_hoc: bool
    information: str
    application: Application
    objections: tuple[Objection, ...]
    steps: tuple[Step, ...]
    stands_between: str


def apply(*, node: Node, actor: models.Officer, session: Session, candidate: Candidate) -> ApplicationView:
    """Take an application (the secretariat does, for whoever wrote).

    RefusedError `people.not_permitted`, `conference.applied_already`; UsageError `conference.observer_id`, `conference.observer_words`,
    `conference.participant_unknown`.
    """
    require_secretariat(actor)
    _check(candidate)
    name, now = session.row.conference_id, node.clock()
    with write_transaction():
        if models.ObserverApplication.objects.filter(conference=name, observer=candidate.observer).exists():
            raise RefusedError("conference.applied_already", observer=candidate.observer)
        row = models.ObserverApplication.objects.create(
            conference=name,
            observer=candidate.observer,
            track=candidate.track.value,
            name=candidate.name.strip(),
            seat=candidate.seat,
            ad_hoc=candidate.ad_hoc,
            information=candidate.information.strip(),
            taken_by=signature(actor),
            taken_at=now,
        )
        note_decision(node=node, actor=actor, facts=_facts(row, "applied", ""), now=now)
    return _view(row, (), session, Reader.SECRETARIAT)


def take_step(
    *, node: Node, actor: models.Officer, session: Session, observer: str, step: Step
) -> ApplicationView:
    """Take one step of an application, at this moment.

    The secretariat takes every step; a State Party's head objects and withdraws in its own name. RefusedError `people.not_permitted`,
    `conference.application_unknown`, `conference.objection_party`, and those of `accreditation.steps.advance`.
    """
    row = find_application(session, observer)
    taken = _by(actor, session, step)
    now = node.clock()
    with write_transaction():
        before = _application(row, application_steps([row.pk]).get(row.pk, ()), session)
        after = advance(before, _at(taken, now), session.terms)
        models.ApplicationStep.objects.create(
            application=row,
            kind=taken.kind.value,
            at=now,
            by=taken.by,
            body={"reasons": taken.reasons.strip()[:_MOST_REASONS], "decision": taken.decision},
            recorded_by=signature(actor),
            recorded_at=now,
        )
        facts = _facts(row, taken.kind.value, after.state.value)
        note_decision(node=node, actor=actor, facts=facts, now=now)
    return application_view(actor=actor, session=session, observer=observer)


def circulate(*, node: Node, actor: models.Officer, session: Session) -> int:
    """Circulate the list: every application that is listed; gives how many."""
    require_secretariat(actor)
    found = [
        one for one in applications(actor=actor, session=session) if one.application.state.value == "listed"
    ]
    for one in found:
        take_step(
            node=node,
            actor=actor,
            session=session,
            observer=one.observer,
            step=Step(kind=StepKind.CIRCULATED, at=session.now),
        )
    return len(found)


def applications(*, actor: models.Officer | None, session: Session) -> tuple[ApplicationView, ...]:
    """Give every application as the reader may see it; None reads for the public."""
    rows = list(models.ObserverApplication.objects.filter(conference=session.row.conference_id))
    steps = application_steps(row.pk for row in rows)
    order = list(Track)
    rows.sort(key=lambda row: (order.index(Track(row.track)), row.name, row.observer))
    return tuple(_view(row, steps.get(row.pk, ()), session, reader_of(actor, session)) for row in rows)


def application_view(*, actor: models.Officer | None, session: Session, observer: str) -> ApplicationView:
    """Give one application as the reader may see it; RefusedError `conference.application_unknown`."""
    row = find_application(session, observer)
    return _view(row, application_steps([row.pk]).get(row.pk, ()), session, reader_of(actor, session))


def accreditation_figures(session: Session, *, ended: bool = False) -> tuple[Figures, ...]:
    """Give the table after a session; `ended`: what is open counts as the rules say it lapses."""
    found = [one.application for one in applications(actor=None, session=session)]
    return figures(lapse(one, session.now, session.terms) for one in found) if ended else figures(found)


def reader_of(actor: models.Officer | None, session: Session) -> Reader:
    """Give as whom somebody reads: the secretariat, a State Party (its badges), a body that applied, or the public."""
    if actor is None:
        return Reader.PUBLIC
    if permits(actor, READ):
        return Reader.SECRETARIAT
    badge = badge_of(actor, session.row.conference_id)
    if badge is None:
        return Reader.PUBLIC
    seated = badge.claim == 1 and badge.participant in session.parties
    return Reader.STATE_PARTY if seated else Reader.BODY


def find_application(session: Session, observer: str) -> models.ObserverApplication:
    """Find an application; RefusedError `conference.application_unknown`."""
    found = models.ObserverApplication.objects.filter(
        conference=session.row.conference_id, observer=observer
    ).first()
    if found is None:
        raise RefusedError("conference.application_unknown", observer=observer[:60])
    return found


def _by(actor: models.Officer, session: Session, step: Step) -> Step:
    """Give the step in the name in which it is taken, if the actor may take it."""
    badge = badge_of(actor, session.row.conference_id)
    if badge is not None and step.kind in OF_STATES and badge.may_act:
        step = Step(kind=step.kind, at=step.at, by=badge.participant, reasons=step.reasons)
    else:
        require_secretariat(actor)
    if step.kind is StepKind.OBJECTED and step.by not in session.parties:
        raise RefusedError("conference.objection_party", participant=step.by[:40] or "-")
    return step


def _at(step: Step, now: datetime) -> Step:
    return Step(kind=step.kind, at=now, by=step.by, reasons=step.reasons, decision=step.decision)


def _check(candidate: Candidate) -> None:
    if candidate.track in _STATES:
        if candidate.observer not in {str(code) for code in participants()}:
            raise UsageError("conference.participant_unknown", participant=candidate.observer[:60])
        return
    if (
        candidate.observer in _RESERVED
        or len(candidate.observer) > _LONGEST_ID
        or _ID.fullmatch(candidate.observer) is None
    ):
        raise UsageError("conference.observer_id", observer=candidate.observer[:60])
    named = 2 <= len(candidate.name.strip()) <= 300
    if not named or len(candidate.information) > _MOST_INFORMATION:
        raise UsageError("conference.observer_words", limit=_MOST_INFORMATION)
    if candidate.seat and candidate.seat not in {str(code) for code in participants()}:
        raise UsageError("conference.participant_unknown", participant=candidate.seat[:60])


def _application(row: models.ObserverApplication, steps: tuple[Step, ...], session: Session) -> Application:
    start = Application(track=Track(row.track), applied_at=row.taken_at, seat=row.seat, ad_hoc=row.ad_hoc)
    return application_of(start, steps, session.terms)


def _view(
    row: models.ObserverApplication, steps: tuple[Step, ...], session: Session, reader: Reader
) -> ApplicationView:
    found = _application(row, steps, session)
    ended = found.is_ended
    return ApplicationView(
        observer=row.observer,
        track=found.track,
        name=row.name,
        seat=row.seat,
        ad_hoc=row.ad_hoc,
        information=row.information,
        application=found,
        objections=visible(found, reader, session.terms),
        steps=steps if reader is Reader.SECRETARIAT else (),
        stands_between="" if ended else accorded(found, session.now, session.terms),
    )


def _facts(row: models.ObserverApplication, step: str, state: str) -> dict[str, JsonInput]:
    return {
        "step": f"observer {step}",
        "conference": row.conference,
        "observer": row.observer,
        "state": state,
    }


def read_step(text: str) -> StepKind:
    """Read the name of a step; UsageError `conference.step_unknown`."""
    try:
        return StepKind(text)
    except ValueError:
        raise UsageError("conference.step_unknown", step=text[:40], known=", ".join(StepKind)) from None


def steps_for(actor: models.Officer | None, session: Session, view: ApplicationView) -> tuple[StepKind, ...]:
    """Give the steps that a reader may take of an application in its state: for pages that show only what can be done."""
    if actor is None or view.application.is_ended:
        return ()
    open_now = [kind for kind, states in TABLE.items() if view.application.state in states]
    if permits(actor, VERB):
        return tuple(open_now)
    badge = badge_of(actor, session.row.conference_id)
    if badge is None or not badge.may_act or badge.participant not in session.parties:
        return ()
    own = badge.participant in {one.by for one in view.application.open_objections}
    wanted = StepKind.OBJECTION_WITHDRAWN if own else StepKind.OBJECTED
    return (wanted,) if wanted in open_now else ()
