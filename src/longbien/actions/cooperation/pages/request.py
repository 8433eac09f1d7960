# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a request: one value with the thread and its proofs, both decisions, clocks, evidence, and what may be done now."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from longbien.actions.access import permits, permits_approval, require, verb_of_kind
from longbien.actions.cooperation.answers.decision import desk_of
from longbien.actions.cooperation.basis import made_day, request_basis
from longbien.actions.cooperation.current import Current, current_values
from longbien.actions.cooperation.desk.look import Sight, sight
from longbien.actions.cooperation.drafts.examine import Between, Examined, examine
from longbien.actions.cooperation.order_letter import may_order
from longbien.actions.cooperation.pages.asides import page_disputes, page_uses
from longbien.actions.cooperation.pages.clocks import page_clocks
from longbien.actions.cooperation.pages.documents import page_documents
from longbien.actions.cooperation.pages.evidence import page_evidence
from longbien.actions.cooperation.pages.fields import page_overrides, page_sections
from longbien.actions.cooperation.pages.shared import has_consultation
from longbien.actions.cooperation.pages.thread import page_acts, page_proposals
from longbien.actions.cooperation.pages.values import PageFollowUp, PageTrack, RequestPage
from longbien.actions.cooperation.safeguards.page import page_safeguards
from longbien.actions.cooperation.thread import Thread, find_thread
from longbien.actions.node import Node
from longbien.actions.treaty.bases.rules import RequestBasis
from longbien.core.base.errors import LongBienError
from longbien.core.base.ids import PartyId, RequestId
from longbien.core.cooperation.deciding.decisions import Desk, available_grounds, grounds_for
from longbien.core.cooperation.deciding.scope import CONVENTION
from longbien.core.cooperation.forms.kinds import MEASURES, Form, forms
from longbien.core.cooperation.forms.masking import hidden_names, hidden_persons, masked_values
from longbien.core.cooperation.life.events import ANY_REQUEST, LOCAL
from longbien.core.cooperation.life.lifecycle import RequestState, at_moment, possible
from longbien.store.models.cooperation import Request
from longbien.store.models.people import Officer
from longbien.store.queries.cooperation import earlier_of, follow_ups_of


def request_page(*, node: Node, actor: Officer, request_id: str) -> RequestPage:
    """Give everything that the page of a request shows. RefusedError `people.not_permitted`, `cooperation.request_unknown`."""
    require(actor, "cooperation.read")
    return _page(node, actor, find_thread(node.party, request_id))


def _page(node: Node, actor: Officer, thread: Thread) -> RequestPage:
    now = node.clock()
    state = at_moment(thread.state, now)
    request = thread.request
    form = forms().get(request.kind)
    seen = _seen_by(actor, thread, now)
    standing = request_basis(node, thread)
    desk = _desk(node, thread, standing)
    examined = _examined(node, thread, form, seen.current)
    return RequestPage(
        request_id=RequestId(request.request_id),
        direction=request.direction,
        partner=request.partner,
        form=request.kind,
        form_version=request.form_version,
        label=form.label if form else request.kind,
        article=form.article if form and request.legal_basis == CONVENTION else "",
        reference=request.reference,
        legal_basis=request.legal_basis,
        urgency=request.urgency,
        exercise=request.exercise,
        created_at=request.created_at,
        changed_at=request.changed_at,
        state=state,
        tracks=tuple(_track(state, name, place) for name, place in state.tracks.items()),
        measures=tuple(_track(state, name, place) for name, place in state.measures.items()),
        sections=page_sections(form, seen.shown),
        documents=page_documents(node, request.request_id, seen.current.values),
        overrides=page_overrides(thread),
        findings=examined.findings,
        basis=examined.basis,
        standing=standing,
        clocks=page_clocks(node, thread, now),
        thread=page_acts(thread, seen.names),
        proposals=page_proposals(actor, request.request_id, seen.names),
        consultation=request.consultation if has_consultation(request.consultation) else "",
        follows=tuple(_other(one) for one in earlier_of(request)),
        follow_ups=tuple(_other(one) for one in follow_ups_of(request)),
        evidence=page_evidence(node, state, request),
        uses=page_uses(thread, state, seen.names or ()),
        disputes=page_disputes(thread, state, seen.names or ()),
        grounds=_grounds(desk),
        postponing=_postponing(desk),
        safeguards=page_safeguards(node, actor, thread),
        may=_may(actor, thread, state, now),
        sight=seen.sight,
        flags=tuple(dict.fromkeys(one.row.flagged for one in thread.said if one.row.flagged)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """The values of a request as they are, as they are shown to one officer, and the names that are masked to him (None: none)."""

    sight: Sight
    names: tuple[str, ...] | None
    current: Current
    shown: Current


def _seen_by(actor: Officer, thread: Thread, now: datetime) -> _Seen:
    """Mask victims, children and whoever else is marked, unless the officer has looked at them; a draft is masked to nobody."""
    current, found = current_values(thread), sight(actor, thread.request.request_id, now)
    if found.until is not None or not thread.said:
        return _Seen(sight=found, names=None, current=current, shown=current)
    values = current.values.values()
    return _Seen(
        sight=replace(found, masked=hidden_persons(values)),
        names=hidden_names(values),
        current=current,
        shown=Current(values=masked_values(current.values), mended=current.mended),
    )


def _examined(node: Node, thread: Thread, form: Form | None, current: Current) -> Examined:
    """Examine the request as it now is, by today's law."""
    if form is None:
        return Examined(findings=(), basis=None)
    partner = PartyId(thread.request.partner)
    between = Between(
        requesting=node.party if thread.requesting else partner,
        requested=partner if thread.requesting else node.party,
        exercise=thread.request.exercise,
        now=node.clock(),
        made_on=made_day(thread, node.clock().date()),
    )
    return examine(form, current.values, between)


def _desk(node: Node, thread: Thread, standing: RequestBasis) -> Desk | None:
    """Give what a decision of ours is judged by; None on the requesting side, and where the request cannot be read."""
    if thread.requesting or not thread.said:
        return None
    try:
        return desk_of(node, thread, standing=standing)
    except LongBienError:
        return None


def _grounds(desk: Desk | None) -> Mapping[str, tuple[str, ...]]:
    """Give the grounds on which we may refuse, by measure."""
    if desk is None:
        return {}
    return {measure: found for measure in MEASURES if (found := available_grounds(desk, measure))}


def _postponing(desk: Desk | None) -> Mapping[str, tuple[str, ...]]:
    """Give the grounds on which we may put a decision off, by measure."""
    if desk is None:
        return {}
    rows = {one: grounds_for(desk.request, one, procedure=desk.procedure) for one in MEASURES}
    return {measure: row.postpone for measure, row in rows.items() if row is not None}


def _track(state: RequestState, track: str, place: str) -> PageTrack:
    steps = [step for step in state.steps if step.track == track]
    last = steps[-1] if steps else None
    return PageTrack(
        track=track,
        state=place,
        since=last.at if last else None,
        act=last.act if last else "",
        asked=track not in MEASURES or track in state.measures,
        periods=state.periods(track),
    )


def _other(request: Request) -> PageFollowUp:
    return PageFollowUp(request_id=RequestId(request.request_id), kind=request.kind, state=request.state)


def _may(actor: Officer, thread: Thread, state: RequestState, now: datetime) -> frozenset[str]:
    """Name the act kinds that this side may say now and this officer may begin; `draft` while there is no act."""
    if not thread.said:
        return frozenset({"draft"} if thread.requesting and permits(actor, "cooperation.draft") else ())
    found = {
        event
        for event in possible(state, by=thread.side, now=now)
        if event not in (*LOCAL, ANY_REQUEST) and permits(actor, verb_of_kind(event))
    }
    if permits_approval(actor, "cooperation.decide"):
        found.add("approve")
    if may_order(thread, now) and permits(actor, "cooperation.execute"):
        found.add("order")
    return frozenset(found)
