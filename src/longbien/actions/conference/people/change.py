# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Single changes of a delegation: another head, another function, a person replaced or gone; and the functions that the secretariat gives."""

from dataclasses import replace
from typing import Final

from longbien.actions.conference.people.keeping import (
    note_decision,
    require_keeper,
    require_open,
    require_secretariat,
    signature,
)
from longbien.actions.conference.people.members import end, give, held, issue, members, move, take
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.conference.delegations.functions import NAMED_ON_NOTES, Function
from longbien.core.conference.delegations.listing import Member, read_list
from longbien.store import models
from longbien.store.writing import write_transaction

GIVEN: Final = tuple(one for one in Function if one not in NAMED_ON_NOTES)
"""Functions that the secretariat gives and ends."""


def find_badge(conference: str, number: int) -> models.Badge:
    """Find a badge that counts; RefusedError `conference.badge_unknown`."""
    found = (
        models.Badge.objects.filter(conference=conference, number=number, ended_at=None)
        .select_related("delegation", "officer")
        .prefetch_related("functions")
        .first()
    )
    if found is None:
        raise RefusedError("conference.badge_unknown", number=number)
    return found


def change_function(*, node: Node, actor: models.Officer, badge: models.Badge, function: Function) -> None:
    """Give a member another function of the note verbale; a new head sends the present one to the alternates.

    So that a head can be changed an hour before the opening in one step, and never are there two. RefusedError
    `people.not_your_delegation`; UsageError `conference.function_given` for a function that only the secretariat gives.
    """
    delegation = badge.delegation
    require_keeper(actor, delegation)
    require_open(delegation)
    if function not in NAMED_ON_NOTES:
        raise UsageError("conference.function_given", function=function.value)
    by, now = signature(actor), node.clock()
    with write_transaction():
        if function is Function.HEAD:
            for row in members(delegation):
                if Function.HEAD in held(row) and row.pk != badge.pk:
                    move(row, Function.ALTERNATE, by=by, now=now)
        move(badge, function, by=by, now=now)
        _log(node, actor, badge, f"function {function.value}")


def replace_member(*, node: Node, actor: models.Officer, badge: models.Badge, cells: tuple[str, ...]) -> int:
    """Replace a member by another person (cells as a row of a list), who takes over the function; gives the new badge's number.

    ListError; RefusedError `people.not_your_delegation`.
    """
    delegation = badge.delegation
    require_keeper(actor, delegation)
    require_open(delegation)
    person = read_list([cells])[0]
    by, now = signature(actor), node.clock()
    with write_transaction():
        functions = [one for one in held(badge) if one in NAMED_ON_NOTES]
        named = min(functions, key=NAMED_ON_NOTES.index, default=person.function)
        end(badge, by=by, now=now, reason="replaced")
        made = issue(delegation, [_as(person, named)], by=by, now=now)[0]
        models.Badge.objects.filter(pk=made.pk).update(replaces=badge)
        _log(node, actor, made, f"replaces {badge.number}")
    return made.number


def end_badge(*, node: Node, actor: models.Officer, badge: models.Badge, reason: str) -> None:
    """End a badge; its account is closed with it. RefusedError `people.not_your_delegation`."""
    require_keeper(actor, badge.delegation)
    with write_transaction():
        end(badge, by=signature(actor), now=node.clock(), reason=reason.strip())
        _log(node, actor, badge, "ended")


def give_function(*, node: Node, actor: models.Officer, badge: models.Badge, function: Function) -> None:
    """Give a function of the Conference itself, such as the chair; RefusedError `people.not_permitted`; UsageError `conference.function_named`."""
    require_secretariat(actor)
    _check_given(function)
    with write_transaction():
        give(badge, function, by=signature(actor), now=node.clock())
        _log(node, actor, badge, f"gives {function.value}")


def end_function(*, node: Node, actor: models.Officer, badge: models.Badge, function: Function) -> None:
    """End a function of the Conference itself; errors as `give_function`."""
    require_secretariat(actor)
    _check_given(function)
    with write_transaction():
        take(badge, [function], by=signature(actor), now=node.clock())
        _log(node, actor, badge, f"takes {function.value}")


def serve(
    *, node: Node, actor: models.Officer, delegation: models.Delegation, person: Member, function: Function
) -> int:
    """Give a badge to somebody who serves the Conference (interpreter, teller, press); gives its number."""
    require_secretariat(actor)
    _check_given(function)
    if delegation.kind != models.Delegation.STAFF:
        raise UsageError("conference.not_staff")
    with write_transaction():
        made = issue(delegation, [_as(person, function)], by=signature(actor), now=node.clock())[0]
        _log(node, actor, made, f"serves {function.value}")
    return made.number


def _as(person: Member, function: Function) -> Member:
    return replace(person, function=function)


def _check_given(function: Function) -> None:
    if function not in GIVEN:
        raise UsageError("conference.function_named", function=function.value)


def _log(node: Node, actor: models.Officer, badge: models.Badge, what: str) -> None:
    facts: dict[str, JsonInput] = {
        "step": what,
        "conference": badge.conference,
        "participant": badge.delegation.participant,
        "badge": badge.number,
    }
    note_decision(node=node, actor=actor, facts=facts, now=node.clock())
