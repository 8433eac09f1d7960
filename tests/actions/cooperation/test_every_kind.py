# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Each kind of request goes its way between two whole nodes: drafted, approved, sent, acknowledged, decided, closed; the same on both sides."""

import hashlib
import io
from collections.abc import Mapping
from datetime import timedelta

from longbien.actions.cooperation.answers.acknowledge import acknowledge
from longbien.actions.cooperation.answers.close import close
from longbien.actions.cooperation.answers.decide_measure import decide_measure
from longbien.actions.cooperation.answers.execute_answer import execute_answer
from longbien.actions.cooperation.drafts.draft import draft
from longbien.actions.cooperation.drafts.submit import submit
from longbien.actions.cooperation.safeguards.record_step import record_step
from longbien.actions.evidence.documents import keep_document
from longbien.actions.evidence.seal import Opened
from longbien.core.base.canonical import Json
from longbien.core.base.ids import RequestId
from longbien.core.cooperation.forms.fields import clean
from longbien.core.cooperation.forms.kinds import Asked, form, forms
from tests.actions.steps import look, safeguarded
from tests.pair import Pair
from tests.requests import complete

PAPER = b"%PDF-1.7 a paper of an exercise"
NAMED: dict[str, Json] = {"size": len(PAPER), "sha256": hashlib.sha256(PAPER).hexdigest()}
INTRUSIVE = ("real-time-traffic", "interception", "spontaneous-information")
"""Kinds for which our own official looks at rights before they leave."""
REFUSED = ("emergency",)
"""Kinds that this test refuses: a grant takes a call-back by two people, which has tests of its own."""


def sent(pair: Pair, kind: str, raw: Mapping[str, Json]) -> RequestId:
    """Draft a request with its papers, take the step that an intrusive one needs, submit, approve and carry it."""
    papers = [name for name, field in form(kind).fields.items() if field.type == "attachment" and name in raw]
    changed = dict(raw)
    for name in papers:
        held = raw[name]
        assert isinstance(held, dict)
        changed[name] = {**held, **NAMED}
    with pair.vn as vn:
        duty = vn.officers["duty"]
        kept = draft(node=vn.node, actor=duty, form_id=kind, partner=pair.at.node.party, raw=changed)
        assert (kept.errors, kept.standing) == ((), ()), kind
        if papers:
            keep_document(
                node=vn.node,
                actor=duty,
                request_id=kept.request_id,
                opened=Opened(source=io.BytesIO(PAPER), size=len(PAPER)),
                name="paper.pdf",
                media_type="application/pdf",
            )
        if kind in INTRUSIVE:
            record_step(
                node=vn.node,
                actor=duty,
                request_id=kept.request_id,
                step="rights",
                result="clear",
                reason="An ordinary fraud case; nothing speaks against it.",
            )
        waiting = submit(node=vn.node, actor=duty, request_id=kept.request_id)
        vn.approve(waiting.proposal)
    pair.carry(pair.vn)
    return kept.request_id


def decided(pair: Pair, request_id: RequestId, kind: str, asked: Asked) -> None:
    """Decide one measure at AT, with two officers where it takes two."""
    refuses = kind in REFUSED
    with pair.at as at:
        waiting = decide_measure(
            node=at.node,
            actor=at.officers["duty"],
            request_id=request_id,
            measure=asked.measure,
            decision="refused" if refuses else "granted",
            grounds=["essential-interests"] if refuses else [],
            consulted_at=pair.clock.now if refuses else None,
            reasons="No time is left for a call-back." if refuses else "",
        )
        if not waiting.made:
            at.approve(waiting.proposal)
    pair.carry(pair.at)


def test_each_kind_goes_from_draft_to_closed_the_same_on_both_sides(pair: Pair) -> None:
    for kind, found in forms().items():
        raw = complete(kind, reference=f"C-2026/{kind}")
        request_id = sent(pair, kind, raw)
        measures = found.measures(clean(found, raw).values)
        assert measures, kind
        with pair.at as at:
            acknowledge(node=at.node, actor=at.officers["duty"], request_id=request_id)
        if kind not in REFUSED:
            safeguarded(pair.at, request_id)
        for asked in measures:
            decided(pair, request_id, kind, asked)
        with pair.at as at:
            outcome = "refused" if kind in REFUSED else "executed"
            close(node=at.node, actor=at.officers["duty"], request_id=request_id, outcome=outcome)
        pair.carry(pair.at)
        here, there = look(pair.vn, request_id).state, look(pair.at, request_id).state
        assert (here.tracks, here.unfitting, there.unfitting) == (there.tracks, (), ()), kind
        assert here.tracks["request"] == "closed", kind
        for asked in measures:
            assert here.tracks[asked.measure] in {"granted", "accepted", "refused"}, kind


def test_a_request_for_extradition_keeps_the_arrest_it_names(pair: Pair) -> None:
    kind = "provisional-arrest"
    arrest = sent(pair, kind, complete(kind))
    (asked,) = form(kind).measures({})
    with pair.at as at:
        acknowledge(node=at.node, actor=at.officers["duty"], request_id=arrest)
    safeguarded(pair.at, arrest)
    decided(pair, arrest, kind, asked)
    with pair.at as at:
        waiting = execute_answer(
            node=at.node,
            actor=at.officers["duty"],
            request_id=arrest,
            measure="arrest",
            outcome="executed",
            since=pair.clock.now,
            until=pair.clock.now + timedelta(days=40),
        )
        if not waiting.made:
            at.approve(waiting.proposal)
    pair.carry(pair.at)
    assert look(pair.vn, arrest).state.tracks["arrest"] == "in-force"
    follow_up = sent(pair, "extradition", complete("extradition", previous_arrest=arrest))
    for side in (pair.vn, pair.at):
        assert [one.request_id for one in look(side, follow_up).follows] == [arrest]
        assert look(side, arrest).state.tracks["arrest"] == "converted"
