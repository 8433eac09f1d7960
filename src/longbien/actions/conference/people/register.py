# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One note verbale to many badges: a list is read as a whole, compared with the delegation, and carried out at once or not at all."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from longbien.actions.conference.people.badges import BadgeHolder, holder
from longbien.actions.conference.people.keeping import (
    note_decision,
    require_keeper,
    require_open,
    signature,
)
from longbien.actions.conference.people.members import end, issue, members, move, present
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput, encode
from longbien.core.base.errors import UsageError
from longbien.core.conference.delegations.changes import changes
from longbien.core.conference.delegations.functions import Function
from longbien.core.conference.delegations.listing import Member, read_list
from longbien.store import models
from longbien.store.writing import write_transaction

_MISSING = "not on the new list"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFacts:
    """What stands at the head of a note verbale. `whole`: the list is the whole delegation from now on."""

    reference: str = ""
    dated: date | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """What a list did: badges issued, ended and changed by number; and the delegation as it is now."""

    note: int
    issued: tuple[int, ...]
    ended: tuple[int, ...]
    changed: tuple[int, ...]
    delegation: tuple[BadgeHolder, ...] = field(repr=False)


def register(
    *,
    node: Node,
    actor: models.Officer,
    delegation: models.Delegation,
    rows: Sequence[Sequence[str]],
    facts: NoteFacts,
) -> Registered:
    """Register the people of a list; nobody is registered if anything is wrong.

    ListError with every flaw; UsageError `conference.note_reference`; RefusedError `people.not_your_delegation`,
    `conference.two_heads`, `conference.delegation_ended`.
    """
    require_keeper(actor, delegation)
    require_open(delegation)
    if len(facts.reference) > 120:
        raise UsageError("conference.note_reference", limit=120)
    listed = read_list(rows, default=_default(delegation))
    by, now = signature(actor), node.clock()
    with write_transaction():
        before = {row.pk: row for row in members(delegation)}
        found = changes(present(before.values()), listed, whole=facts.whole)
        note = _keep_note(delegation, listed, facts, by, node)
        for pk in found.ended:
            end(before[pk], by=by, now=now, reason=_MISSING)
        # Whoever leads no longer steps down before the next one is named.
        for pk, function in sorted(found.changed, key=lambda one: one[1] is Function.HEAD):
            move(before[pk], function, by=by, now=now)
        made = issue(delegation, found.new, by=by, now=now, note=note)
        done = Registered(
            note=note.pk,
            issued=tuple(one.number for one in made),
            ended=tuple(before[pk].number for pk in found.ended),
            changed=tuple(before[pk].number for pk, _ in found.changed),
            delegation=tuple(holder(row) for row in members(delegation)),
        )
        note_decision(node=node, actor=actor, facts=_logged(delegation, note, done), now=now)
    return done


def _default(delegation: models.Delegation) -> Function:
    return Function.OBSERVER if delegation.kind == models.Delegation.OBSERVER else Function.DELEGATE


def _keep_note(
    delegation: models.Delegation, listed: Sequence[Member], facts: NoteFacts, by: str, node: Node
) -> models.NoteVerbale:
    rows: list[JsonInput] = [
        {
            "family_name": one.family_name,
            "given_name": one.given_name,
            "function": one.function.value,
            "post": one.post,
            "email": one.email,
        }
        for one in listed
    ]
    written = encode({"whole": facts.whole, "rows": rows})
    return models.NoteVerbale.objects.create(
        delegation=delegation,
        reference=facts.reference.strip(),
        dated=facts.dated,
        rows=written,
        digest=hashlib.sha256(written).hexdigest(),
        taken_by=by,
        taken_at=node.clock(),
    )


def _logged(
    delegation: models.Delegation, note: models.NoteVerbale, done: Registered
) -> dict[str, JsonInput]:
    return {
        "step": "register",
        "conference": delegation.conference,
        "participant": delegation.participant,
        "claim": delegation.claim,
        "list": note.digest,
        "issued": list(done.issued),
        "ended": list(done.ended),
        "changed": list(done.changed),
    }
