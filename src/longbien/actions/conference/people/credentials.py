# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Credentials as they come in and are examined (rules 18 to 20): a late or faulty paper is noted and told, and bars nobody."""

from collections.abc import Mapping
from dataclasses import dataclass

from longbien.actions.conference.people.delegations import kind_of, name_of
from longbien.actions.conference.people.files import StoredFile, store_file
from longbien.actions.conference.people.keeping import (
    note_decision,
    require_keeper,
    require_reader,
    require_secretariat,
    signature,
)
from longbien.actions.conference.people.scans import keep_scan
from longbien.actions.conference.people.session import Session
from longbien.actions.node import Node
from longbien.core.base.canonical import Json, JsonInput
from longbien.core.base.errors import MalformedError, RefusedError, UsageError
from longbien.core.conference.credentials.papers import Paper, PaperFlaw, flaws, paper_json, read_paper
from longbien.core.conference.credentials.states import (
    Credentials,
    Rights,
    Step,
    StepKind,
    advance,
    credentials_of,
    rights,
)
from longbien.core.conference.credentials.wanted import effect
from longbien.core.conference.documents.files import SCANS
from longbien.store import models
from longbien.store.queries.conference_people import credential_steps
from longbien.store.writing import write_transaction

PAPERS = (StepKind.COPY, StepKind.ORIGINAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialsView:
    """Where a delegation's credentials stand: state, rights at this moment, the papers, and what is wrong with the best of them."""

    participant: str
    claim: int
    name: str
    kind: str
    credentials: Credentials
    rights: Rights
    papers: tuple[Paper, ...]
    flaws: tuple[PaperFlaw, ...]
    steps: tuple[Step, ...]


def take_paper(
    *,
    node: Node,
    actor: models.Officer,
    delegation: models.Delegation,
    paper: Paper,
    scan: tuple[str, bytes] | None = None,
) -> Credentials:
    """Note a paper that was received: the secretariat any, a delegation's head or secretary a copy of its own.

    `scan`: the name and the bytes of its file, which is kept; errors of `file_kind`. RefusedError `people.not_your_delegation`, `people.not_permitted`, `conference.credentials_observer`.
    """
    require_keeper(actor, delegation)
    if paper.original:
        require_secretariat(actor)
    kind = StepKind.ORIGINAL if paper.original else StepKind.COPY
    stored = None if scan is None else store_file(node, *scan, kinds=SCANS)
    return _take(node, actor, delegation, kind, dict(paper_json(paper)), stored=stored)


def examine(
    *,
    node: Node,
    actor: models.Officer,
    session: Session,
    delegation: models.Delegation,
    in_order: bool,
    amends: bool = False,
) -> Credentials:
    """Note what the Bureau (or the committee) found; RefusedError `conference.credentials_flawed` for a paper that cannot be in order."""
    require_secretariat(actor)
    found = view_of(session, delegation, amends=amends)
    bars = [one.code for one in found.flaws if one.bars_order]
    if in_order and (bars or not found.papers):
        raise RefusedError("conference.credentials_flawed", flaws=", ".join(bars) or "nothing received")
    kind = StepKind.IN_ORDER if in_order else StepKind.NOT_IN_ORDER
    return _take(node, actor, delegation, kind, {"flaws": list(bars)})


def contest(
    *, node: Node, actor: models.Officer, delegation: models.Delegation, by: str, reasons: str = ""
) -> Credentials:
    """Note that a participant contests credentials; the delegation keeps every right meanwhile.

    UsageError `conference.participant_unknown`.
    """
    require_secretariat(actor)
    if kind_of(delegation.conference, by) == models.Delegation.STAFF:
        raise UsageError("conference.participant_unknown", participant=by)
    return _take(node, actor, delegation, StepKind.CONTESTED, {"by": by, "reasons": reasons.strip()[:2000]})


def withdraw_contest(
    *, node: Node, actor: models.Officer, delegation: models.Delegation, by: str
) -> Credentials:
    """Note that a participant contests no longer; RefusedError `conference.credentials_contest`."""
    require_secretariat(actor)
    return _take(node, actor, delegation, StepKind.CONTEST_WITHDRAWN, {"by": by})


def credentials_view(
    *, actor: models.Officer, session: Session, delegation: models.Delegation
) -> CredentialsView:
    """Give where credentials stand, for the secretariat and the delegation itself."""
    require_reader(actor, delegation)
    return view_of(session, delegation)


def view_of(session: Session, delegation: models.Delegation, *, amends: bool = False) -> CredentialsView:
    """Give where credentials stand, whoever reads."""
    return views_of(session, [delegation], amends=amends)[0]


def views_of(
    session: Session, rows: list[models.Delegation], *, amends: bool = False, language: str = "en"
) -> tuple[CredentialsView, ...]:
    """Do as `view_of` for many at once, in two queries."""
    steps = credential_steps(row.pk for row in rows)
    return tuple(_view(session, row, steps.get(row.pk, ()), amends=amends, language=language) for row in rows)


def _view(
    session: Session, row: models.Delegation, steps: tuple[Step, ...], *, amends: bool, language: str
) -> CredentialsView:
    found = credentials_of(steps)
    papers = tuple(_paper(step.body) for step in steps if step.kind in PAPERS)
    organisation = row.kind == models.Delegation.ORGANISATION
    judged = [flaws(one, session.wanted(amends=amends), organisation=organisation) for one in papers]
    best = min(judged, key=lambda one: (sum(each.bars_order for each in one), len(one)), default=())
    return CredentialsView(
        participant=row.participant,
        claim=row.claim,
        name=name_of(row, language),
        kind=row.kind,
        credentials=found,
        rights=rights(found.state, effect(session.rules)),
        papers=papers,
        flaws=best,
        steps=steps,
    )


def _paper(body: Mapping[str, Json]) -> Paper:
    try:
        return read_paper(dict(body))
    except MalformedError:
        raise RefusedError("conference.credentials_paper") from None


def _take(
    node: Node,
    actor: models.Officer,
    delegation: models.Delegation,
    kind: StepKind,
    body: dict[str, JsonInput],
    *,
    stored: StoredFile | None = None,
) -> Credentials:
    if delegation.kind in {models.Delegation.OBSERVER, models.Delegation.STAFF}:
        raise RefusedError("conference.credentials_observer")
    now = node.clock()
    with write_transaction():
        before = credentials_of(credential_steps([delegation.pk]).get(delegation.pk, ()))
        after = advance(before, Step(kind=kind, at=now, by=str(body.get("by", ""))))
        step = keep_step(delegation, kind, body, node=node, actor=actor)
        if stored is not None:
            keep_scan(step, stored)
        facts: dict[str, JsonInput] = {
            "step": kind.value,
            "conference": delegation.conference,
            "participant": delegation.participant,
            "claim": delegation.claim,
            "state": after.state.value,
        }
        note_decision(node=node, actor=actor, facts=facts, now=now)
    return after


def keep_step(
    delegation: models.Delegation,
    kind: StepKind,
    body: Mapping[str, JsonInput],
    *,
    node: Node,
    actor: models.Officer,
) -> models.CredentialStep:
    """Keep one step as a row, inside the caller's transaction."""
    now = node.clock()
    return models.CredentialStep.objects.create(
        delegation=delegation,
        kind=kind.value,
        at=now,
        body=dict(body),
        recorded_by=signature(actor),
        recorded_at=now,
    )
