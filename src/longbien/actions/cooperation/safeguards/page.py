# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The safeguards on the page of a request: every step, done (by whom, when, why), open, or not needed and why."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.access import permits
from longbien.actions.cooperation.current import current_values
from longbien.actions.cooperation.safeguards.occasion import (
    answer_occasions,
    called,
    done_of,
    request_occasions,
)
from longbien.actions.cooperation.safeguards.record_step import VERB
from longbien.actions.cooperation.thread import Thread
from longbien.actions.node import Node
from longbien.actions.people.presence import CALL_BACK as ABOUT
from longbien.actions.people.presence import doubts_about_all
from longbien.core.base.errors import LongBienError
from longbien.core.cooperation.safeguards.missing import Occasion, missing_steps, row_for
from longbien.core.cooperation.safeguards.one_person import Doubt
from longbien.core.cooperation.safeguards.table import CALL_BACK, COMPUTED, SENDER, safeguards, steps
from longbien.store.models.cooperation_safeguards import CallBack, SafeguardStep
from longbien.store.models.people import Officer
from longbien.store.queries.cooperation_safeguards import call_backs_of, recorded_steps

DONE: Final = "done"
OPEN: Final = "open"
STOPS: Final = "stops"
NOT_NEEDED: Final = "not-needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecord:
    """One record of a step. Only the last of a step counts; earlier ones stay in sight."""

    result: str
    reason: str
    flags: tuple[str, ...]
    ours: str
    theirs: str
    official: str
    at: datetime
    leaf_index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStep:
    """One step. `state`: `done`, `open`, `stops` (a result with which nothing is given; `code` says why) or `not-needed`.

    `why` is the table's text for it; `sources` its paragraphs; `measures` those before which it is needed; `may`: the reader may record it.
    """

    step: str
    state: str
    code: str
    result: str
    why: str
    sources: tuple[str, ...]
    measures: tuple[str, ...]
    results: tuple[str, ...]
    records: tuple[PageRecord, ...]
    may: bool
    calls: bool
    """Whether a call-back takes or helps this step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCall:
    """A call-back as the page of a request shows it; `second` is empty as long as nobody confirmed."""

    number: str
    authority: str
    reached: str
    outcome: str
    note: str
    official: str
    at: datetime
    second: str
    second_at: datetime | None
    second_outcome: str
    how: str
    doubts: tuple[Doubt, ...]


def page_calls(request_id: str) -> tuple[PageCall, ...]:
    """Give the calls recorded for a request, the last first."""
    rows = call_backs_of(request_id)
    found = doubts_about_all(ABOUT, [row.pk for row in rows]) if rows else {}
    return tuple(_call(row, found.get(row.pk, ())) for row in reversed(rows))


def _call(row: CallBack, doubts: tuple[Doubt, ...]) -> PageCall:
    call = called(row)
    answer = getattr(row, "answer", None)
    return PageCall(
        number=row.number,
        authority=row.authority,
        reached=row.reached,
        outcome=row.outcome,
        note=row.note,
        official=row.role_id,
        at=row.at,
        second=call.second,
        second_at=call.second_at,
        second_outcome=call.second_outcome,
        how=answer.how if answer else "",
        doubts=doubts,
    )


def page_safeguards(node: Node, actor: Officer, thread: Thread) -> tuple[PageStep, ...]:
    """Give every step that the table has a word on for this request; nothing where it is silent."""
    occasions = _occasions(thread)
    rows = recorded_steps(thread.request.request_id)
    done = done_of(node, thread, rows)
    may = permits(actor, VERB)
    found = []
    for step in steps():
        about = [(occasion, row) for occasion in occasions if (row := row_for(step, occasion)) is not None]
        if not about:
            continue
        needed = [pair for pair in about if pair[1].needed]
        missing = [one for occasion, _ in needed for one in missing_steps(occasion, done) if one.step == step]
        last = done.get(step)
        chosen = (needed or about)[0][1]
        found.append(
            PageStep(
                step=step,
                state=_state(needed=bool(needed), missing=bool(missing), taken=last is not None),
                code=missing[0].code if missing else "",
                result=last.result if last else "",
                why=chosen.text,
                sources=tuple(one.ref for one in chosen.sources),
                measures=tuple(occasion.measure for occasion, _ in needed),
                results=() if step in COMPUTED else safeguards().results[step],
                records=tuple(_record(row) for row in reversed(rows) if row.step == step),
                may=may and step not in COMPUTED,
                calls=not thread.requesting and (step == CALL_BACK or bool(step == SENDER and missing)),
            )
        )
    return tuple(found)


def _occasions(thread: Thread) -> tuple[Occasion, ...]:
    request = thread.request
    try:
        if thread.requesting:
            return request_occasions(request.kind, request.legal_basis, current_values(thread).values)
        return answer_occasions(thread, decision="granted")
    except LongBienError:
        return ()


def _state(*, needed: bool, missing: bool, taken: bool) -> str:
    if not needed:
        return NOT_NEEDED
    if not missing:
        return DONE
    return STOPS if taken else OPEN


def _record(row: SafeguardStep) -> PageRecord:
    return PageRecord(
        result=row.result,
        reason=row.reason,
        flags=tuple(row.flags),
        ours=row.ours,
        theirs=row.theirs,
        official=row.role_id,
        at=row.at,
        leaf_index=row.record.leaf_index,
    )
