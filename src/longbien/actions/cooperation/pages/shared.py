# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a shared draft: its versions, the fields of the last one with the comments on each, and the request made of it.

Victims, children and whoever else is marked stay masked here: who may look at them looks at the request.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.access import permits, require
from longbien.actions.cooperation.current import Current
from longbien.actions.cooperation.pages.fields import page_sections
from longbien.actions.cooperation.pages.thread import page_proposals
from longbien.actions.cooperation.pages.values import PageProposal, PageSection
from longbien.actions.cooperation.sharing.shared import Shared, body_of, find_shared
from longbien.actions.cooperation.thread import Said
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.acts.asides import Commented, ConsultationClosed, DraftShared
from longbien.core.cooperation.forms.kinds import forms
from longbien.core.cooperation.forms.masking import blackened, hidden_names, masked_values
from longbien.core.cooperation.forms.values import Values
from longbien.store.models.people import Officer
from longbien.store.queries.cooperation_sharing import find_shared_draft, shared_beginning, shared_drafts

MOST: Final = 200
"""Shared drafts that one look gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedRow:
    """One shared draft in a list."""

    consultation: str
    direction: str
    partner: str
    form: str
    state: str
    version: int
    comments: int
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PageComment:
    """A comment on a version, on one field (`""`: on the whole), by an officer of a State."""

    version: int
    field: str
    text: str
    party: str
    role_id: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PageVersion:
    """One version of the draft, and which fields are other than in the one before."""

    version: int
    note: str
    at: datetime
    approved_by: tuple[str, ...]
    changed: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMade:
    """A request, or a draft of ours, that names this consultation."""

    request_id: str
    form: str
    reference: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPage:
    """Everything that one page shows of a shared draft. `sections` are the fields of the last version."""

    consultation: str
    direction: str
    partner: str
    form: str
    state: str
    exercise: bool
    versions: tuple[PageVersion, ...]
    sections: tuple[PageSection, ...]
    comments: tuple[PageComment, ...]
    closing: str
    made: tuple[PageMade, ...]
    proposals: tuple[PageProposal, ...]
    may_comment: bool


def shared_list(*, actor: Officer) -> tuple[SharedRow, ...]:
    """List the drafts that were shown, the newest change first. RefusedError `people.not_permitted`."""
    require(actor, "cooperation.read")
    return tuple(
        SharedRow(
            consultation=row.thread,
            direction=row.direction,
            partner=row.partner,
            form=row.kind,
            state=row.state,
            version=row.version,
            comments=row.comments,
            changed_at=row.changed_at,
        )
        for row in shared_drafts(MOST)
    )


def find_consultation(text: str) -> str:
    """Give the number of the one shared draft that begins with `text`; RefusedError `cooperation.consultation_unknown`."""
    found = shared_beginning(text.lower()) if text else []
    if len(found) != 1:
        raise RefusedError("cooperation.consultation_unknown", consultation=text[:40])
    return found[0].thread


def has_consultation(thread: str) -> bool:
    """Tell whether a number is that of a draft that was shown here."""
    row = find_shared_draft(thread) if thread else None
    return row is not None and row.state != "none"


def shared_page(*, node: Node, actor: Officer, consultation: str) -> SharedPage:
    """Give everything that the page shows. RefusedError `people.not_permitted`, `cooperation.consultation_unknown`."""
    require(actor, "cooperation.read")
    shared = find_shared(node.party, consultation)
    state = shared.state.tracks["sharing"]
    drafts = _drafts(shared)
    last: Values = drafts[-1][1].values if drafts else {}
    names = hidden_names(value for _, body in drafts for value in body.values.values())
    return SharedPage(
        consultation=shared.row.thread,
        direction=shared.row.direction,
        partner=shared.row.partner,
        form=shared.row.kind,
        state=state,
        exercise=shared.row.exercise,
        versions=_versions(drafts, names),
        sections=page_sections(
            forms().get(shared.row.kind), Current(values=masked_values(last), mended=frozenset())
        ),
        comments=tuple(
            _comment(one, body, names) for one, body in _bodies(shared) if isinstance(body, Commented)
        ),
        closing=next(
            (
                blackened(body.note, names)
                for _, body in _bodies(shared)
                if isinstance(body, ConsultationClosed)
            ),
            "",
        ),
        made=tuple(
            PageMade(request_id=one.request_id, form=one.kind, reference=one.reference, state=one.state)
            for one in shared.requests
        ),
        proposals=page_proposals(actor, shared.row.thread, names),
        may_comment=state == "shared" and permits(actor, "cooperation.comment"),
    )


def _bodies(shared: Shared) -> list[tuple[Said, object]]:
    return [(one, body_of(one)) for one in shared.said if one.counts]


def _drafts(shared: Shared) -> list[tuple[Said, DraftShared]]:
    found = [(one, body) for one, body in _bodies(shared) if isinstance(body, DraftShared)]
    return sorted(found, key=lambda pair: pair[1].version)


def _versions(drafts: list[tuple[Said, DraftShared]], names: tuple[str, ...]) -> tuple[PageVersion, ...]:
    found = []
    before: Values = {}
    for said, body in drafts:
        asked = {*before, *body.values} if before else set()
        found.append(
            PageVersion(
                version=body.version,
                note=blackened(body.note, names),
                at=said.act.time,
                approved_by=tuple(one.role_id for one in said.act.approved_by),
                changed=tuple(sorted(name for name in asked if before.get(name) != body.values.get(name))),
                digest=said.row.digest,
            )
        )
        before = body.values
    return tuple(found)


def _comment(said: Said, body: Commented, names: tuple[str, ...]) -> PageComment:
    approvals = said.act.approved_by
    return PageComment(
        version=body.version,
        field=body.field,
        text=blackened(body.text, names),
        party=said.act.sender,
        role_id=approvals[0].role_id if approvals else "",
        at=said.act.time,
    )
