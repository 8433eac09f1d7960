# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in what a partner says about evidence. Runs in the act's savepoint; a RefusedError refuses it with a signed receipt."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from longbien.actions.cooperation.take_in import follow
from longbien.actions.evidence.custody import keep_custody, keep_proofs
from longbien.actions.evidence.expected import expect_object, sender_keys
from longbien.actions.evidence.objects import lock_announced, lock_own, object_conditions
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.acts.eyes import require_eyes
from longbien.core.evidence.bodies import (
    Accepted,
    Announced,
    Declined,
    Disposed,
    EvidenceBody,
    Recalled,
    Received,
    Released,
    conditions_digest,
    print_conditions,
    read_evidence_body,
)
from longbien.core.evidence.open import evidence_key
from longbien.core.sealing.act import Act
from longbien.core.sealing.age_recipients import HybridIdentity
from longbien.store.models.exchange import Act as ActRow
from longbien.store.queries.parties import Directory


def take_in(node: Node, row: ActRow, act: Act) -> None:
    """Take in an act `evidence.*` that arrived. RefusedError or MalformedError refuses it; an unknown kind changes nothing."""
    body = read_evidence_body(act.kind, act.body)
    if body is None:
        return
    require_eyes(act.kind, act.body, tuple(one.role_id for one in act.approved_by))
    follow(node, row, act)
    _TAKE[type(body)](node, row, act, body)


def _announced(node: Node, row: ActRow, act: Act, body: EvidenceBody) -> None:
    """Take an announcement: the manifest must be the sender's own, of this exercise or none, and new to us."""
    if not isinstance(body, Announced) or body.request != act.thread:
        raise RefusedError("evidence.not_requested", request=act.thread)
    evidence, _manifest = expect_object(row, act, body.object_id, body.manifest)
    evidence.conditions = print_conditions(body.conditions)
    evidence.save(update_fields=["conditions"])


def _accepted(node: Node, row: ActRow, act: Act, body: EvidenceBody) -> None:
    """Take an acceptance: of our announcement, and of the very conditions that it named. The release follows by itself."""
    evidence = lock_own(node, body.object_id)
    expected = conditions_digest(object_conditions(evidence))
    if (
        not isinstance(body, Accepted)
        or body.conditions != expected
        or act.refers_to != evidence.announced_by
        or act.sender != evidence.partner
    ):
        raise RefusedError("evidence.conditions_differ", object=evidence.object_id)
    evidence.accepted_by = row.digest
    evidence.save(update_fields=["accepted_by"])


def _declined(node: Node, row: ActRow, act: Act, body: EvidenceBody) -> None:
    evidence = lock_own(node, body.object_id)
    evidence.declined_by = row.digest
    evidence.save(update_fields=["declined_by"])


def _released(node: Node, row: ActRow, act: Act, body: EvidenceBody) -> None:
    """Take a release: in answer to our acceptance, with a header that one of our keys opens."""
    evidence = lock_announced(node, body.object_id)
    if not isinstance(body, Released) or not evidence.accepted_by or body.acceptance != evidence.accepted_by:
        raise RefusedError("evidence.not_accepted", object=evidence.object_id)
    evidence_key(body.header, [HybridIdentity(pair=pair) for pair in node.keys.evidence.values()])
    directory = Directory()
    keep_custody(evidence, body.custody, sender_keys(directory, act))
    entry = directory.entry(act.sender)
    if entry is not None:
        keep_proofs(evidence, body.proofs, entry.log_keys())
    evidence.header = body.header
    evidence.released_by = row.digest
    evidence.save(update_fields=["header", "released_by"])


def _received(node: Node, row: ActRow, act: Act, body: EvidenceBody) -> None:
    evidence = lock_own(node, body.object_id)
    if not isinstance(body, Received) or body.manifest != evidence.manifest_digest:
        raise RefusedError("evidence.manifest_foreign", object=evidence.object_id)
    evidence.received_by = row.digest
    evidence.save(update_fields=["received_by"])


def _recalled(node: Node, row: ActRow, act: Act, body: EvidenceBody) -> None:
    evidence = lock_announced(node, body.object_id)
    evidence.recalled_by = row.digest
    evidence.save(update_fields=["recalled_by"])


def _disposed(node: Node, row: ActRow, act: Act, body: EvidenceBody) -> None:
    """Take word that what we gave was returned or destroyed."""
    evidence = lock_own(node, body.object_id)
    evidence.disposed_by = row.digest
    evidence.save(update_fields=["disposed_by"])


_TAKE: Final[Mapping[type, Callable[[Node, ActRow, Act, EvidenceBody], None]]] = MappingProxyType(
    {
        Announced: _announced,
        Accepted: _accepted,
        Declined: _declined,
        Released: _released,
        Received: _received,
        Recalled: _recalled,
        Disposed: _disposed,
    }
)
