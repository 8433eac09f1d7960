# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The steps of a case, each as an officer takes it, for tests that begin in the middle of one."""

import io
from collections.abc import Mapping
from datetime import timedelta

from longbien.actions.cooperation.answers.acknowledge import acknowledge
from longbien.actions.cooperation.answers.decide_measure import decide_measure
from longbien.actions.cooperation.answers.preserve import preserve
from longbien.actions.cooperation.drafts.draft import draft
from longbien.actions.cooperation.drafts.submit import submit
from longbien.actions.cooperation.pages.request import request_page
from longbien.actions.cooperation.pages.values import RequestPage
from longbien.actions.cooperation.safeguards.record_step import record_step
from longbien.actions.evidence.accept import accept
from longbien.actions.evidence.announce import announce
from longbien.actions.evidence.open_received import open_received
from longbien.actions.evidence.push import push
from longbien.actions.evidence.release import release_accepted
from longbien.actions.evidence.seal import Opened, SealedObject, seal
from longbien.core.base.canonical import Json
from longbien.core.base.ids import ObjectId, RequestId
from longbien.core.cooperation.acts.bodies import Condition
from longbien.core.evidence.inner import Acquired, Description
from tests.authority import NOW
from tests.pair import Pair, Side
from tests.requests import preservation, stored_data

CONDITIONS = (Condition(code="purpose-only"), Condition(code="no-onward-transfer"))
LOG = b"Nov 19 21:14:07 host sshd[4242]: Failed password for root from 8.8.8.8 port 51515 ssh2\n" * 40_000
"""Some 3.4 MB: four segments."""


def send(pair: Pair, form: str, raw: Mapping[str, Json]) -> RequestId:
    """Draft, submit, approve and carry a request from VN to AT."""
    with pair.vn as vn:
        kept = draft(
            node=vn.node, actor=vn.officers["duty"], form_id=form, partner=pair.at.node.party, raw=raw
        )
        assert kept.errors == ()
        waiting = submit(node=vn.node, actor=vn.officers["duty"], request_id=kept.request_id)
        assert not waiting.made
        vn.approve(waiting.proposal)
    pair.carry(pair.vn)
    return kept.request_id


def preserved(pair: Pair, *, days: int = 90) -> RequestId:
    """Bring a preservation request to the point at which the data are kept."""
    request_id = send(pair, "preservation", preservation())
    with pair.at as at:
        duty = at.officers["duty"]
        acknowledge(node=at.node, actor=duty, request_id=request_id, reference="AT-7")
        preserve(node=at.node, actor=duty, request_id=request_id, until=pair.clock.now + timedelta(days=days))
    pair.carry(pair.at)
    return request_id


STEPS = (
    ("rights", "clear", "", ""),
    ("scope", "inside", "", ""),
    ("dual-criminality", "met", "Penal Code, section 118a.", "Law on exercises, section 7."),
    ("necessity", "necessary", "", ""),
)
"""The steps before a grant, with their best results."""


def safeguarded(side: Side, request_id: str, *, by: str = "duty") -> None:
    """Take every step that stands before a grant."""
    with side:
        for step, result, ours, theirs in STEPS:
            record_step(
                node=side.node,
                actor=side.officers[by],
                request_id=request_id,
                step=step,
                result=result,
                reason="An ordinary fraud case; nothing speaks against it.",
                ours=ours,
                theirs=theirs,
            )


def granted(pair: Pair) -> RequestId:
    """Bring a request for stored data to the point at which disclosure is granted, under conditions."""
    earlier = preserved(pair)
    request_id = send(
        pair, "stored-data", stored_data(status="follow-up-preservation", previous_preservation=earlier)
    )
    with pair.at as at:
        acknowledge(node=at.node, actor=at.officers["duty"], request_id=request_id)
        safeguarded(at, request_id)
        waiting = decide_measure(
            measure="disclosure",
            node=at.node,
            actor=at.officers["duty"],
            request_id=request_id,
            decision="granted",
            conditions=CONDITIONS,
        )
        assert not waiting.made
        at.approve(waiting.proposal)
    pair.carry(pair.at)
    return request_id


def sealed(pair: Pair, request_id: RequestId, data: bytes = LOG) -> SealedObject:
    """Seal a file at AT for a request."""
    description = Description(
        name="auth.log",
        media_type="text/plain",
        form="file",
        case="AT-7",
        exhibit="1",
        acquired=Acquired(at=NOW, by_role="at-custodian-1", method="logical", authority="order 12/2026"),
    )
    with pair.at as at:
        return seal(
            node=at.node,
            actor=at.officers["custodian"],
            opened=Opened(source=io.BytesIO(data), size=len(data)),
            description=description,
            request_id=request_id,
        )


def announced(pair: Pair, data: bytes = LOG) -> tuple[RequestId, ObjectId]:
    """Bring a case to the point at which sealed evidence has been announced to VN."""
    request_id = granted(pair)
    found = sealed(pair, request_id, data)
    with pair.at as at:
        announce(
            node=at.node, actor=at.officers["custodian"], object_id=found.object_id, request_id=request_id
        )
    pair.carry(pair.at)
    return request_id, found.object_id


def accepted(pair: Pair, data: bytes = LOG) -> tuple[RequestId, ObjectId]:
    """Bring a case to the point at which VN has accepted the conditions and AT knows it."""
    request_id, object_id = announced(pair, data)
    with pair.vn as vn:
        waiting = accept(node=vn.node, actor=vn.officers["custodian"], object_id=object_id)
        assert not waiting.made
        vn.approve(waiting.proposal)
    pair.carry(pair.vn)
    return request_id, object_id


def transferred(pair: Pair) -> None:
    """Carry every segment that is missing at VN."""
    with pair.at as at:
        while push(
            node=at.node, open_door=lambda _url, _key: pair.line(pair.at), partner=pair.vn.node.party
        ).moved:
            pass


def look(side: Side, request_id: RequestId) -> RequestPage:
    """Give the page of a request as the duty officer of a side sees it."""
    with side:
        return request_page(node=side.node, actor=side.officers["duty"], request_id=request_id)


def opened(pair: Pair, data: bytes = LOG) -> tuple[RequestId, ObjectId, bytes]:
    """Bring a case to its end: the evidence released, transferred and opened at VN, and AT told; give what was opened."""
    request_id, object_id = accepted(pair, data)
    transferred(pair)
    with pair.at as at:
        release_accepted(node=at.node)
    pair.carry(pair.at)
    sink = io.BytesIO()
    with pair.vn as vn:
        open_received(node=vn.node, actor=vn.officers["custodian"], object_id=object_id, sink=sink)
    pair.carry(pair.vn)
    return request_id, object_id, sink.getvalue()
