# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A draft as its page shows it: what was typed, what could not be read, what the checks find. Reading only."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.cooperation.drafts.draft import DRAFT, draft_overrides
from longbien.actions.cooperation.drafts.examine import Between, asked_of, examine
from longbien.actions.cooperation.pages.shared import has_consultation
from longbien.actions.node import Node
from longbien.actions.treaty.bases.current import basis_table
from longbien.actions.treaty.bases.rules import RequestBasis, basis_of_request
from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId, parse_party_id
from longbien.core.cooperation.acts.bodies import Override
from longbien.core.cooperation.findings import Finding, standing
from longbien.core.cooperation.forms.fields import FieldError, clean
from longbien.core.cooperation.forms.kinds import form
from longbien.core.parties.requirements import Requirement
from longbien.core.treaty.bases.basis import bases_between
from longbien.store.models.people import Officer
from longbien.store.queries.cooperation import find_request, open_proposals


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPage:
    """A draft: `raw` as it is kept or was typed, `waits` once it was proposed and nothing can be changed.

    `standing` are the stops that no override passes: while there are any, the draft does not leave.
    """

    form: str
    partner: PartyId
    raw: Mapping[str, Json]
    errors: tuple[FieldError, ...]
    findings: tuple[Finding, ...]
    overrides: tuple[Override, ...]
    standing: tuple[Finding, ...]
    basis: RequestBasis
    """The legal basis that the draft names, and whose rules of procedure follow from it."""
    bases: tuple[str, ...]
    """The treaties in force between the two States today."""
    asked: Requirement
    """What the State asked wants of such a request, by the profile of its entry."""
    request_id: str = ""
    waits: bool = False
    blank: bool = False
    """Whether nobody has filled in anything yet, so that nothing was checked."""
    version: int = 0
    kept_at: datetime | None = None
    consultation: str = ""
    """The consultation in which it was shown to the other side, if it was."""


_BASIS: Final = "legal_basis"


def draft_page(*, node: Node, actor: Officer, request_id: str) -> DraftPage:
    """Give a draft; RefusedError `people.not_permitted`, `cooperation.request_unknown`, `cooperation.not_a_draft`."""
    require(actor, "cooperation.read")
    row = find_request(request_id)
    if row is None:
        raise RefusedError("cooperation.request_unknown", request=request_id[:40])
    if row.state != DRAFT:
        raise RefusedError("cooperation.not_a_draft", request=request_id[:40])
    page = _page(
        node,
        row.kind,
        parse_party_id(row.partner),
        row.draft,
        overrides=draft_overrides(row),
        request_id=row.request_id,
        waits=bool(open_proposals(row.request_id)),
    )
    consultation = row.consultation if has_consultation(row.consultation) else ""
    return replace(page, version=row.draft_version, kept_at=row.changed_at, consultation=consultation)


def is_draft(request_id: str) -> bool:
    """Tell whether a draft with this id is here."""
    row = find_request(request_id) if request_id else None
    return row is not None and row.state == DRAFT


def blank_page(*, node: Node, actor: Officer, form_id: str, partner: PartyId) -> DraftPage:
    """Give an empty form on which the usual authority is chosen, and a treaty in force between the two States today, if there is one.

    Nothing is checked yet. RefusedError `people.not_permitted`, `cooperation.form_unknown`.
    """
    page = check_typed(node=node, actor=actor, form_id=form_id, partner=partner, raw={})
    chosen: dict[str, Json] = {_BASIS: page.bases[0]} if page.bases else {}
    return replace(page, raw={"requested_authority": form(form_id).authority, **chosen}, blank=True)


def check_typed(
    *, node: Node, actor: Officer, form_id: str, partner: PartyId, raw: Mapping[str, Json]
) -> DraftPage:
    """Check what was typed and keep nothing. RefusedError `people.not_permitted`, `cooperation.form_unknown`."""
    require(actor, "cooperation.draft")
    return _page(node, form_id, partner, raw)


def _page(  # the parts of a page, each named
    node: Node,
    form_id: str,
    partner: PartyId,
    raw: Mapping[str, Json],
    *,
    overrides: tuple[Override, ...] = (),
    request_id: str = "",
    waits: bool = False,
) -> DraftPage:
    found = form(form_id)
    day, pair = node.clock().date(), (node.party, partner)
    cleaned = clean(found, raw)
    between = Between(requesting=node.party, requested=partner, exercise=node.exercise, now=node.clock())
    findings = examine(found, cleaned.values, between).findings if raw else ()
    return DraftPage(
        form=form_id,
        partner=partner,
        raw=raw,
        errors=cleaned.errors,
        findings=findings,
        overrides=overrides,
        standing=standing(findings, overrides),
        basis=basis_of_request(
            basis=str(cleaned.values.get(_BASIS, "")),
            pair=pair,
            own=node.party,
            request_id=request_id,
            made_on=day,
            day=day,
            exercise=node.exercise,
        ),
        bases=tuple(
            one.basis
            for one in bases_between(basis_table(pair, day=day, exercise=node.exercise), *pair, day=day)
        ),
        asked=asked_of(partner, found, cleaned.values),
        request_id=request_id,
        waits=waits,
    )
