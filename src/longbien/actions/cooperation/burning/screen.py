# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What burns, on one screen: clocks, alarms, acts that did not get through, proposals that wait, in the order in which something is lost.

Each source gives at most `MOST` lines, those that are lost first; a table of sources, so that a desk with something else that
burns adds a row.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, TypeAlias

from longbien.actions.access import require
from longbien.actions.cooperation.burning.rows import (
    ALARM,
    CALL_BACK,
    CLOCK,
    LAST_DAYS,
    PROPOSAL,
    UNDELIVERED,
    BurningRow,
    sorted_rows,
)
from longbien.actions.node import Node
from longbien.core.base.ids import RequestId
from longbien.core.cooperation.clocks.rules import clock_rules, find_rule
from longbien.core.cooperation.life.events import REQUESTED, REQUESTING
from longbien.core.cooperation.life.table import RUNNING
from longbien.store.models.cooperation import Request
from longbien.store.models.people import Officer
from longbien.store.queries.alarms import assignments_of, open_alarms
from longbien.store.queries.burning import (
    burning_requests,
    oldest_proposals,
    requests_of,
    undelivered_acts,
    waiting_calls,
)

_ENDS: Final = "preservation-ends"
MOST: Final = 30
"""Lines of each source."""
Source: TypeAlias = Callable[[Node, datetime], Iterable[BurningRow]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Burning:
    """The screen. `counts`: how many lines of each sort it shows; `full`: there may be more than it shows."""

    rows: tuple[BurningRow, ...]
    counts: Mapping[str, int]
    at: datetime
    full: bool


def burning(*, node: Node, actor: Officer) -> Burning:
    """Give what burns; RefusedError `people.not_permitted`."""
    require(actor, "cooperation.read")
    now = node.clock()
    found = [list(source(node, now)) for source in SOURCES]
    rows = _once(_given(sorted_rows((row for rows in found for row in rows), now)))
    return Burning(
        rows=rows,
        counts=Counter(row.what for row in rows),
        at=now,
        full=any(len(rows) >= MOST for rows in found),
    )


def clocks(node: Node, now: datetime) -> Iterable[BurningRow]:
    """Give the requests whose clocks end first, one line each."""
    losses = {rule.rule: rule for rule in clock_rules()}
    for request in burning_requests(now, MOST):
        due, code = request.next_due, request.next_rule
        kept = request.preserved_until if request.preservation in RUNNING else None
        if kept is not None and now < kept <= now + LAST_DAYS:
            due, code = kept, _ENDS
        rule = losses.get(code)
        yield line(
            CLOCK,
            request,
            code=code,
            loses=rule.loses if rule else "answer",
            lost_at=due,
            since=request.changed_at,
            ours=_is_ours(request, code),
        )


def undelivered(node: Node, now: datetime) -> Iterable[BurningRow]:
    """Give the acts that were tried in vain, one line for each thread: the oldest act that waits."""
    acts = undelivered_acts(MOST)
    requests = requests_of({act.act.thread for act in acts})
    seen = set()
    for one in acts:
        request = requests.get(one.act.thread)
        if request is None or request.request_id in seen:
            continue
        seen.add(request.request_id)
        yield line(
            UNDELIVERED,
            request,
            code=one.act.kind,
            loses=_loses(request),
            lost_at=request.data_due or request.next_due,
            since=one.queued_at,
            ours=True,
        )


def proposals(node: Node, now: datetime) -> Iterable[BurningRow]:
    """Give what waits for a second person."""
    found = oldest_proposals(MOST)
    requests = requests_of({one.thread for one in found})
    for one in found:
        request = requests.get(one.thread)
        if request is not None:
            yield line(
                PROPOSAL,
                request,
                code=one.kind,
                loses=_loses(request),
                lost_at=request.data_due or request.next_due,
                since=one.proposed_at,
                ours=True,
                number=one.pk,
            )


def alarms(node: Node, now: datetime) -> Iterable[BurningRow]:
    """Give the alarms that nobody has acknowledged, one line for each clock: the last step that rang."""
    newest = {(one.request_id, one.rule, one.item, one.due_at): one for one in open_alarms(MOST)}
    for one in newest.values():
        row = line(
            ALARM,
            one.request,
            code=one.rule,
            loses=one.loses,
            lost_at=one.due_at,
            since=one.rings_at,
            ours=_is_ours(one.request, one.rule),
            number=one.pk,
        )
        yield replace(
            row,
            officer=one.officer.role_id if one.officer else "",
            deputy=one.deputy.role_id if one.deputy else "",
            step=one.step,
            late=one.late,
        )


def call_backs(node: Node, now: datetime) -> Iterable[BurningRow]:
    """Give the calls to a directory number that wait for the second person's word."""
    for one in waiting_calls(MOST):
        yield line(
            CALL_BACK,
            one.request,
            code=f"request.{one.request.kind}",
            loses=_loses(one.request),
            lost_at=one.request.data_due or one.request.next_due,
            since=one.at,
            ours=True,
        )


SOURCES: Final[tuple[Source, ...]] = (clocks, undelivered, proposals, alarms, call_backs)
"""Everything that may burn."""


def line(  # the parts of a line, each named
    what: str,
    request: Request,
    *,
    code: str,
    loses: str,
    lost_at: datetime | None,
    since: datetime,
    ours: bool,
    number: int = 0,
) -> BurningRow:
    """Make a line about a request."""
    return BurningRow(
        what=what,
        code=code,
        request_id=RequestId(request.request_id),
        direction=request.direction,
        partner=request.partner,
        kind=request.kind,
        reference=request.reference,
        urgent=bool(request.urgency),
        loses=loses,
        lost_at=lost_at,
        since=since,
        ours=ours,
        number=number,
    )


def _is_ours(request: Request, rule: str) -> bool:
    """Tell whether this side must act before a clock ends."""
    found = find_rule(rule)
    side = REQUESTING if request.direction == "outgoing" else REQUESTED
    return found is None or found.acts == side


def _once(rows: tuple[BurningRow, ...]) -> tuple[BurningRow, ...]:
    """Leave out the clocks that an alarm on the screen is about already."""
    alarmed = {(row.request_id, row.code) for row in rows if row.what == ALARM}
    return tuple(row for row in rows if row.what != CLOCK or (row.request_id, row.code) not in alarmed)


def _given(rows: tuple[BurningRow, ...]) -> tuple[BurningRow, ...]:
    """Name on each line to whom its request was given."""
    given = assignments_of({row.request_id for row in rows if not row.officer})
    return tuple(
        replace(
            row,
            officer=found.officer.role_id,
            deputy=found.deputy.role_id if found.deputy else "",
        )
        if not row.officer and (found := given.get(row.request_id))
        else row
        for row in rows
    )


def _loses(request: Request) -> str:
    return "data" if request.data_due is not None else "answer"
