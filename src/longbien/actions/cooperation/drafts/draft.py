# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Drafts: a request as it is being filled in. Kept with its errors; checked as it is typed; nothing leaves.

Its id is the id that the act will have, so that notes and overrides of a draft belong to the request later.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from longbien.actions.access import require
from longbien.actions.cooperation.advance import advance
from longbien.actions.cooperation.drafts.examine import Between, examine
from longbien.actions.cooperation.register.index import index_draft
from longbien.actions.cooperation.thread import DISCARDED, lock_thread
from longbien.actions.node import Node
from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import ObjectId, PartyId, RequestId
from longbien.core.cooperation.acts.bodies import Override
from longbien.core.cooperation.findings import Finding, standing
from longbien.core.cooperation.forms.fields import Cleaned, FieldError, clean
from longbien.core.cooperation.forms.kinds import Form, form
from longbien.core.cooperation.forms.values import FieldValue, write_value
from longbien.core.cooperation.paper.known import known_party
from longbien.store.models.cooperation import Request
from longbien.store.models.people import Officer
from longbien.store.queries.cooperation import lock_request, open_proposals
from longbien.store.queries.evidence import attachments_of_request
from longbien.store.queries.parties import trusted_entry
from longbien.store.writing import write_transaction

DRAFT: Final = "draft"
_ID: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft as it is kept: what could be read, what could not, and what the checks find."""

    request_id: RequestId
    form: str
    partner: PartyId
    values: Mapping[str, FieldValue]
    errors: tuple[FieldError, ...]
    findings: tuple[Finding, ...]
    overrides: tuple[Override, ...]
    standing: tuple[Finding, ...]
    """The stops that no override passes: while there are any, the draft does not leave."""


def draft(
    *,
    node: Node,
    actor: Officer,
    form_id: str,
    partner: PartyId,
    raw: Mapping[str, Json],
    request_id: RequestId | None = None,
    own_id: RequestId | None = None,
    outside: bool = False,
) -> Draft:
    """Keep a draft, a new one or, with `request_id`, another version of one. What cannot be read is kept as it was typed.

    `own_id` is the id that a new one is to have, for a page that named it before its first word was typed. `outside`: it leaves on
    paper, for a State that has no node.

    RefusedError `people.not_permitted`, `cooperation.form_unknown`, `parties.not_introduced`, `outside.party`, `cooperation.not_a_draft`,
    `cooperation.draft_waits` while it waits for a second person.
    """
    require(actor, "cooperation.draft")
    found = form(form_id)
    cleaned = clean(found, raw)
    with write_transaction():
        request = lock_draft(request_id) if request_id is not None else _new(node, actor, own_id)
        request.outside = request.outside or outside
        _check_partner(node, partner, outside=request.outside)
        request.partner = partner
        request.kind, request.form_version = found.id, found.version
        request.draft = _kept(cleaned, raw, found)
        request.legal_basis = str(cleaned.values.get("legal_basis", ""))
        request.reference = str(cleaned.values.get("reference", ""))
        request.urgency = str(cleaned.values.get("urgency", ""))
        request.changed_at = node.clock()
        request.draft_version += 1
        request.save()
        _follow(node, request, cleaned)
        overrides = draft_overrides(request)
    between = Between(requesting=node.party, requested=partner, exercise=node.exercise, now=node.clock())
    findings = examine(found, cleaned.values, between).findings
    return Draft(
        request_id=RequestId(request.request_id),
        form=found.id,
        partner=partner,
        values=cleaned.values,
        errors=cleaned.errors,
        findings=findings,
        overrides=overrides,
        standing=standing(findings, overrides),
    )


def _follow(node: Node, request: Request, cleaned: Cleaned) -> None:
    """Keep the draft's words for searching, and start the clock of what was asked orally and is to be confirmed in writing."""
    index_draft(request, cleaned.values)
    if "oral_at" in cleaned.values:
        advance(node, lock_thread(node.party, request.request_id), node.clock())


def change(
    *,
    node: Node,
    actor: Officer,
    request_id: RequestId,
    changed: Mapping[str, Json],
    cleared: Collection[str] = (),
) -> Draft:
    """Change some fields of a draft, or parts of a group of fields, and keep the others; `cleared` are emptied.

    RefusedError as `draft`.
    """
    require(actor, "cooperation.draft")
    with write_transaction():
        row = lock_draft(request_id)
        raw = {name: value for name, value in row.draft.items() if name not in cleared}
        for name, value in changed.items():
            held = raw.get(name)
            raw[name] = {**held, **value} if isinstance(held, dict) and isinstance(value, dict) else value
        return draft(
            node=node,
            actor=actor,
            form_id=row.kind,
            partner=PartyId(row.partner),
            raw=raw,
            request_id=request_id,
        )


def discard(*, node: Node, actor: Officer, request_id: RequestId) -> None:
    """Give a draft up; the row stays, empty, and the bytes of attachments go. RefusedError `cooperation.not_a_draft`, `cooperation.draft_waits`."""
    require(actor, "cooperation.draft")
    with write_transaction():
        request = lock_draft(request_id)
        request.draft = {}
        request.state = DISCARDED
        request.changed_at = node.clock()
        request.save()
        index_draft(request, {})
        attached = [row.object_id for row in attachments_of_request(request_id)]
    for object_id in attached:
        node.objects.discard(ObjectId(object_id))


def lock_draft(request_id: RequestId) -> Request:
    """Give a draft's row, locked, as long as nobody has proposed it."""
    request = lock_request(request_id)
    if request is None or request.state != DRAFT:
        raise RefusedError("cooperation.not_a_draft", request=request_id[:40])
    if open_proposals(request_id):
        raise RefusedError("cooperation.draft_waits", request=request_id)
    return request


def draft_overrides(request: Request) -> tuple[Override, ...]:
    """Give the checks of a draft that officers passed over, with their reasons."""
    return tuple(
        Override(check=row.code, field=row.field, reason=row.reason)
        for row in request.overrides.order_by("id")
    )


def _check_partner(node: Node, partner: PartyId, *, outside: bool) -> None:
    introduced = trusted_entry(partner) is not None
    if outside:
        known_party(partner, own=node.party, introduced=introduced)
    elif not introduced:
        raise RefusedError("parties.not_introduced", party=partner)


def _new(node: Node, actor: Officer, own_id: RequestId | None) -> Request:
    return Request(
        request_id=own_id or node.randomness(_ID).hex(),
        direction="outgoing",
        exercise=node.exercise,
        created_at=node.clock(),
        created_by=actor,
        state=DRAFT,
    )


def _kept(cleaned: Cleaned, raw: Mapping[str, Json], found: Form) -> dict[str, Json]:
    """Give what is kept: read fields in their own spelling, the others as they came, names that the form lacks not at all."""
    kept: dict[str, Json] = {name: value for name, value in raw.items() if name in found.fields}
    wrong = {error.field for error in cleaned.errors}
    for name in list(kept):
        if name in cleaned.values:
            kept[name] = write_value(cleaned.values[name])
        elif name not in wrong:
            del kept[name]
    return kept
