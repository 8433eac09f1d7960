# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an act means to the table of safeguards: its measure and powers, and the steps that were recorded for its request."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from longbien.actions.cooperation.current import current_values, request_body
from longbien.actions.cooperation.thread import Thread
from longbien.actions.node import Node
from longbien.core.base.canonical import Json
from longbien.core.cooperation.acts.bodies import Decided
from longbien.core.cooperation.acts.bodies_json import read_body
from longbien.core.cooperation.forms.kinds import Asked, Form, form, form_of_act, forms
from longbien.core.cooperation.forms.values import FieldValue
from longbien.core.cooperation.safeguards.call_back import CONFIRMED, DENIED, Called, standing
from longbien.core.cooperation.safeguards.missing import Done, Occasion
from longbien.core.cooperation.safeguards.table import ANSWER, CALL_BACK, POWERS, REQUEST, SENDER
from longbien.store.models.cooperation_safeguards import CallBack, SafeguardStep
from longbien.store.queries.cooperation_safeguards import call_backs_of, recorded_steps

DECIDED: Final = "answer.decided"
INFORMATION: Final = "request.information"
CONTENT: Final = "content"
EMERGENCY: Final = "emergency"


def answer_occasion(thread: Thread, body: Mapping[str, Json]) -> Occasion | None:
    """Give the occasion of a decision on a request of the other State; None if the request does not ask for that measure."""
    decided = read_body(DECIDED, dict(body))
    if not isinstance(decided, Decided):
        return None
    return next(
        (
            one
            for one in answer_occasions(
                thread, decision=decided.decision, conditions=bool(decided.conditions)
            )
            if one.measure == decided.measure
        ),
        None,
    )


def answer_occasions(thread: Thread, *, decision: str, conditions: bool = False) -> tuple[Occasion, ...]:
    """Give one occasion for each measure that a request of the other State asks for."""
    values = current_values(thread).values
    found = form(thread.request.kind)
    return tuple(
        Occasion(
            act=ANSWER,
            measure=asked.measure,
            powers=powers(found, asked, values),
            basis=request_body(thread).legal_basis or thread.request.legal_basis,
            decision=decision,
            conditions=conditions,
            changed_at=changed_at(thread),
        )
        for asked in found.measures(values)
    )


def request_occasions(kind: str, basis: str, values: Mapping[str, FieldValue]) -> tuple[Occasion, ...]:
    """Give one occasion for each measure that a request of ours asks for."""
    found = forms().get(kind)
    if found is None:
        return ()
    return tuple(
        Occasion(act=REQUEST, measure=asked.measure, powers=powers(found, asked, values), basis=basis)
        for asked in found.measures(values)
    )


def form_kind(act_kind: str) -> str:
    """Give the form that an act of this kind carries, empty if it carries none."""
    found = form_of_act(act_kind)
    return found.id if found else ""


def powers(form: Form, asked: Asked, values: Mapping[str, FieldValue]) -> frozenset[str]:
    """Name what makes a measure intrusive or urgent: its row of grounds, content among the data, an emergency in the form."""
    found = {asked.grounds} & set(POWERS)
    if any(one.grounds == EMERGENCY for one in form.asks):
        found.add(EMERGENCY)
    categories = values.get("data_categories")
    if isinstance(categories, tuple) and CONTENT in categories:
        found.add(CONTENT)
    return frozenset(found)


def changed_at(thread: Thread) -> datetime | None:
    """Tell when information last changed the fields of a request."""
    times = [one.at for one in thread.said if one.counts and one.act.kind == INFORMATION]
    return max(times, default=None)


def steps_done(node: Node, thread: Thread) -> dict[str, Done]:
    """Give the last record of each step of a request; sender and call-back are looked at now."""
    return done_of(node, thread, recorded_steps(thread.request.request_id))


def done_of(node: Node, thread: Thread, rows: Sequence[SafeguardStep]) -> dict[str, Done]:
    """Give the last of these records for each step, and what the node sees by itself."""
    done = {
        row.step: Done(step=row.step, result=row.result, official=row.role_id, at=row.at, reason=row.reason)
        for row in rows
    }
    if thread.requesting:
        return done
    now = node.clock()
    calls = [called(row) for row in call_backs_of(thread.request.request_id)]
    place = standing(calls, now=now, wait=node.call_back_wait)
    if place:
        at = calls[-1].second_at or calls[-1].at
        done[CALL_BACK] = Done(step=CALL_BACK, result=place, official=calls[-1].official, at=at)
    done[SENDER] = Done(step=SENDER, result=_sender(thread, place), official="", at=now)
    return done


def called(row: CallBack) -> Called:
    """Give a call with the second person's word as the value that rules read."""
    answer = getattr(row, "answer", None)
    return Called(
        official=row.role_id,
        at=row.at,
        outcome=row.outcome,
        second=answer.role_id if answer else "",
        second_at=answer.at if answer else None,
        second_outcome=answer.outcome if answer else "",
    )


def _sender(thread: Thread, call_back: str) -> str:
    """Tell whether the sender is who it says: a denial on the telephone outweighs good signatures, for keys are stolen too."""
    if call_back == DENIED:
        return "not-verified"
    if not doubtful(thread):
        return "verified"
    return "called-back" if call_back == CONFIRMED else "not-verified"


def doubtful(thread: Thread) -> bool:
    """Tell whether the request's first act lacks good signatures: its key was revoked later, or it never had any."""
    first = next((one for one in thread.said if one.act.id == thread.request.request_id), None)
    return first is None or bool(first.row.flagged)
