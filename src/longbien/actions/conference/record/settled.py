# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the Conference decided in its hall, for desks that carry it out: the report on credentials takes its outcome from the event, and nobody types another."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.conference.hall.show import PUBLIC_BODY
from longbien.actions.conference.hall.sitting import current
from longbien.actions.conference.people.report import ReportView, decide_report, reports
from longbien.actions.conference.people.session import Session
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.conference.credentials.report import Outcome
from longbien.store import models

CREDENTIALS: Final = "matter:credentials"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A decision of the hall: the meeting, the event that made it, when, how (`consensus`, `vote` …) and what came of it."""

    meeting: str
    seq: int
    at: datetime
    how: str
    outcome: Outcome

    @property
    def place(self) -> str:
        """Give where it stands in the record, as a report on credentials notes it."""
        return f"{self.meeting} {self.seq}"


def settled_since(*, node: Node, session: Session, on: str, since: datetime) -> Settled | None:
    """Give the last decision of the Conference itself on a matter, not before `since`; None while there is none."""
    meetings = models.Meeting.objects.select_related("conference").filter(
        conference=session.row, body=PUBLIC_BODY, last_seq__gt=0
    )
    last = meetings.order_by("-number").first()
    if last is None:
        return None
    known = {one.value for one in (Outcome.ADOPTED, Outcome.REJECTED)}
    made = [
        one
        for one in current(node, last).decisions
        if one.on == on and one.at >= since and one.outcome in known
    ]
    if not made:
        return None
    one = made[-1]
    held = meetings.filter(last_seq__gte=one.seq).order_by("number").first() or last
    return Settled(meeting=held.meeting_id, seq=one.seq, at=one.at, how=one.how, outcome=Outcome(one.outcome))


def settled_report(*, node: Node, session: Session, report: ReportView) -> Settled | None:
    """Give the decision of the hall on a report that waits: the last one on credentials since it was made."""
    if report.outcome:
        return None
    return settled_since(node=node, session=session, on=CREDENTIALS, since=report.made_at)


def carry_out_report(
    *,
    node: Node,
    actor: models.Officer,
    session: Session,
    number: int,
    outcome: Outcome | None = None,
    decision: str = "",
) -> ReportView:
    """Note what the Conference did with a report and carry it out: as the hall decided, else as the secretariat says.

    RefusedError `conference.report_settled` for an outcome other than the hall's, `conference.report_unsettled` where nobody says one and
    the hall has not decided, and those of `decide_report`.
    """
    report = next((one for one in reports(actor=actor, session=session) if one.number == number), None)
    found = settled_report(node=node, session=session, report=report) if report is not None else None
    if found is not None:
        if outcome not in (None, found.outcome):
            raise RefusedError("conference.report_settled", number=number, place=found.place)
        outcome, decision = found.outcome, decision or found.place
    if outcome is None and report is not None and report.outcome:
        raise RefusedError("conference.report_decided", number=number)
    if outcome is None:
        raise RefusedError("conference.report_unsettled", number=number)
    return decide_report(
        node=node, actor=actor, session=session, number=number, outcome=outcome, decision=decision
    )
