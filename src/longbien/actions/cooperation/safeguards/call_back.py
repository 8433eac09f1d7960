# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Calling back: the first officer records the call, the second says from elsewhere what he heard.

The number is one of the other State's directory entry, never one that came with the request. The second person is on call now, is
somebody else, proves who he is with a passkey (at a terminal: a one-time code), and is not at the first one's session.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.cooperation.safeguards.occasion import called
from longbien.actions.cooperation.safeguards.oversight import CALL_BACK_DENIED, note_for_oversight
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.actions.people.presence import CALL_BACK as ABOUT
from longbien.actions.people.presence import (
    ONE_TIME_CODE,
    PASSKEY,
    doubts_about,
    here_as,
    note_sighting,
    presence,
    sightings,
)
from longbien.actions.people.roster import ON_CALL, on_turn
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.base.moments import cut_moment
from longbien.core.cooperation.forms.plain import clean_text
from longbien.core.cooperation.safeguards.call_back import (
    CODE_LENGTH,
    DENIED,
    OUTCOMES,
    make_code,
    plain_number,
    read_code,
    require_directory_number,
    require_second,
)
from longbien.core.cooperation.safeguards.one_person import PROOF, TERMINAL, Doubt, doubt_of
from longbien.core.parties.contacts import Authority
from longbien.store.models.cooperation_safeguards import CallBack, CallBackAnswer
from longbien.store.models.people import Officer
from longbien.store.queries.cooperation import lock_request
from longbien.store.queries.cooperation_safeguards import find_call_back
from longbien.store.queries.parties import trusted_entry
from longbien.store.writing import write_transaction

VERB: Final = "cooperation.call_back"
CONFIRM: Final = "cooperation.confirm_call_back"
_MAX: Final = 4000
_LEAST: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryNumber:
    """A telephone number of the other State's directory entry."""

    authority: str
    name: str
    number: str
    office_hours: str
    confirmed_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallBegun:
    """A call that was recorded. `code` is shown once, on this officer's screen: the second person types it."""

    number: int
    outcome: str
    code: str
    until: datetime
    on_call: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallShown:
    """What the second person sees before he says anything: who called whom, when, and what it is about."""

    request_id: str
    partner: str
    reference: str
    kind: str
    number: str
    authority: str
    reached: str
    outcome: str
    note: str
    official: str
    at: datetime
    until: datetime
    needs: str
    """`passkey` or `code` as long as the reader has not proved who he is, else `""`."""
    refused: str
    """The code of what stands in the way of this reader; `""` if nothing does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallAnswered:
    """What the second person said, and what is doubtful about the two."""

    request_id: str
    outcome: str
    official: str
    doubts: tuple[Doubt, ...]


def directory_numbers(partner: str) -> tuple[DirectoryNumber, ...]:
    """Give the numbers that may be called: those of the party's trusted directory entry, the 24/7 point's first."""
    entry = trusted_entry(PartyId(partner))
    authorities: Sequence[Authority] = entry.authorities if entry else ()
    return tuple(
        DirectoryNumber(
            authority=one.role,
            name=one.name,
            number=one.phone,
            office_hours=one.office_hours,
            confirmed_on=one.confirmed_on,
        )
        for one in sorted(authorities, key=lambda one: one.role != "24/7")
        if one.phone
    )


def record_call(  # the parts of a call, each named
    *,
    node: Node,
    actor: Officer,
    request_id: str,
    number: str,
    outcome: str,
    reached: str = "",
    note: str = "",
) -> CallBegun:
    """Record a call and give the one-time code for the second person.

    RefusedError `people.not_permitted`, `cooperation.request_unknown`, `safeguards.number_foreign`, `safeguards.unknown`, `safeguards.reached`.
    """
    require(actor, VERB)
    if outcome not in OUTCOMES:
        raise RefusedError("safeguards.unknown", value=outcome[:64])
    reached = clean_text(reached, max_length=300)
    if outcome != "not-reached" and not reached:
        raise RefusedError("safeguards.reached")
    note = clean_text(note, max_length=_MAX, lines=True)
    now, code = cut_moment(node.clock()), make_code(node.randomness(CODE_LENGTH))
    with write_transaction():
        request = lock_request(request_id)
        if request is None or request.direction != "incoming":
            raise RefusedError("cooperation.request_unknown", request=request_id[:40])
        authority, plain = _dialled(request.partner, number)
        facts = {"request": request_id, "number": plain, "authority": authority, "outcome": outcome}
        row = CallBack.objects.create(
            request=request,
            authority=authority,
            number=plain,
            reached=reached,
            outcome=outcome,
            note=note,
            officer=actor,
            role_id=actor.role_id,
            at=now,
            code_digest=_digest(code),
            record=record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now),
        )
        note_sighting(actor, about=ABOUT, number=row.pk, at=now)
        _tell_denial(node, actor, row, outcome)
    return CallBegun(
        number=row.pk,
        outcome=outcome,
        code=code,
        until=now + node.call_back_wait,
        on_call=tuple(one.role_id for one in on_turn(ON_CALL, now)),
    )


def show_call(*, node: Node, actor: Officer, code: str) -> CallShown:
    """Show the call that a one-time code belongs to. RefusedError `people.not_permitted`, `safeguards.code_unknown`, `safeguards.code_over`."""
    require(actor, CONFIRM)
    row = _found(node, code)
    refused = ""
    try:
        _check_second(node, actor, row)
    except RefusedError as error:
        refused = error.code
    return CallShown(
        request_id=row.request_id,
        partner=row.request.partner,
        reference=row.request.reference,
        kind=row.request.kind,
        number=row.number,
        authority=row.authority,
        reached=row.reached,
        outcome=row.outcome,
        note=row.note,
        official=row.role_id,
        at=row.at,
        until=row.at + node.call_back_wait,
        needs=_needs(),
        refused=refused,
    )


def answer_call(*, node: Node, actor: Officer, code: str, outcome: str, how: str) -> CallAnswered:
    """Say as the second person what was heard, and `how`: listened in, or called again.

    RefusedError `people.not_permitted`, `safeguards.code_…`, `safeguards.own_call`, `safeguards.not_on_call`, `safeguards.not_elsewhere`,
    `safeguards.passkey_needed`, `safeguards.code_needed`, `safeguards.unknown`, `safeguards.reason`.
    """
    require(actor, CONFIRM)
    if outcome not in OUTCOMES:
        raise RefusedError("safeguards.unknown", value=outcome[:64])
    how = clean_text(how, max_length=_MAX, lines=True)
    if len(how) < _LEAST:
        raise RefusedError("safeguards.reason", least=_LEAST)
    now = cut_moment(node.clock())
    with write_transaction():
        row = _found(node, code)
        _check_second(node, actor, row)
        needs = _needs()
        if needs:
            raise RefusedError(
                "safeguards.code_needed" if needs == ONE_TIME_CODE else "safeguards.passkey_needed"
            )
        facts: dict[str, JsonInput] = {
            "request": row.request_id,
            "call_back": row.pk,
            "outcome": outcome,
        }
        record = record_decision(node=node, verb=CONFIRM, role_id=actor.role_id, facts=facts, now=now)
        CallBackAnswer.objects.create(
            call_back=row,
            outcome=outcome,
            how=how,
            officer=actor,
            role_id=actor.role_id,
            at=now,
            record=record,
        )
        note_sighting(actor, about=ABOUT, number=row.pk, at=now)
        _tell_denial(node, actor, row, outcome)
    return CallAnswered(
        request_id=row.request_id,
        outcome=outcome,
        official=actor.role_id,
        doubts=doubts_about(ABOUT, row.pk),
    )


def _dialled(partner: str, number: str) -> tuple[str, str]:
    """Give the authority and the plain number; RefusedError `safeguards.number_foreign` for a number that is not in the directory."""
    known = directory_numbers(partner)
    plain = require_directory_number(number, [one.number for one in known])
    return next(one.authority for one in known if plain_number(one.number) == plain), plain


def _tell_denial(node: Node, actor: Officer, row: CallBack, outcome: str) -> None:
    """Let oversight hear that the authority knows nothing of the request."""
    if outcome == DENIED:
        note_for_oversight(
            node=node,
            request=row.request,
            kind=CALL_BACK_DENIED,
            role_id=actor.role_id,
            facts={"number": row.number, "authority": row.authority},
            now=node.clock(),
        )


def _found(node: Node, code: str) -> CallBack:
    row = find_call_back(_digest(read_code(code)))
    if row is None:
        raise RefusedError("safeguards.code_unknown")
    if getattr(row, "answer", None) is not None or node.clock() >= row.at + node.call_back_wait:
        raise RefusedError("safeguards.code_over")
    return row


def _check_second(node: Node, actor: Officer, row: CallBack) -> None:
    now = node.clock()
    require_second(called(row), second=actor.role_id, on_call=[one.role_id for one in on_turn(ON_CALL, now)])
    mine = here_as(actor, now)
    for seen in sightings(ABOUT, row.pk):
        doubt = doubt_of(seen, mine)
        if doubt is not None and doubt.strength == PROOF:
            raise RefusedError("safeguards.not_elsewhere")


def _needs() -> str:
    """Tell what the reader still has to prove who he is with; `""` if nothing."""
    here = presence()
    wanted = ONE_TIME_CODE if here.door == TERMINAL else PASSKEY
    return "" if wanted in here.proofs else wanted


def _digest(code: str) -> str:
    return hashlib.sha256(f"longbien/call-back\x00{code}".encode()).hexdigest()
