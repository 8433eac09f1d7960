# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Use within what was stated or consented to; anything else is stopped and set down (Art. 36(3), 40(19))."""

import base64
import json
from datetime import timedelta

import pytest

from longbien.actions.cooperation.answers.use import answer_use, ask_use
from longbien.actions.cooperation.safeguards.oversight import oversight
from longbien.actions.evidence.export_bundle import export_bundle
from longbien.actions.evidence.use import Intended, record_exculpatory, record_use
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import ObjectId, RequestId
from longbien.store.models.evidence import CustodyRecord
from tests.actions.steps import look, opened
from tests.core.evidence.bundles import MemorySink
from tests.pair import Pair, Side

PURPOSE = "A second case, 44/2026."
OTHER = Intended(use="other-use")
ONWARD = Intended(use="onward-transfer", recipient="CH")


def use(side: Side, object_id: ObjectId, intended: Intended) -> str:
    """Use evidence; give the custody record's digest, or the code of the refusal."""
    with side:
        try:
            return record_use(
                node=side.node,
                actor=side.officers["custodian"],
                object_id=object_id,
                intended=intended,
                purpose=PURPOSE,
            )
        except RefusedError as error:
            return error.code


def consented(pair: Pair, request_id: RequestId, object_id: ObjectId, intended: Intended) -> None:
    """Let AT consent to a use."""
    with pair.vn as vn:
        asked = ask_use(
            node=vn.node,
            actor=vn.officers["duty"],
            request_id=request_id,
            use=intended.use,
            purpose=PURPOSE,
            object_id=object_id,
            recipient=intended.recipient,
        )
        vn.approve(asked.proposal)
    pair.settle()
    (consent,) = [
        name for name, place in look(pair.at, request_id).state.consents.items() if place == "asked"
    ]
    with pair.at as at:
        said = answer_use(
            node=at.node,
            actor=at.officers["duty"],
            request_id=request_id,
            consent=consent,
            decision="granted",
        )
        at.approve(said.proposal)
    pair.settle()


def export(side: Side, request_id: RequestId, intended: Intended) -> None:
    """Export the bundle of a request for a use."""
    export_bundle(
        node=side.node,
        actor=side.officers["custodian"],
        request_id=request_id,
        sink=MemorySink(),
        plain=False,
        purpose=PURPOSE,
        intended=intended,
    )


def entries(side: Side) -> list[str]:
    """Name what oversight sees."""
    with side:
        return [one.kind for one in oversight(node=side.node, actor=side.officers["auditor"])]


def test_use_outside_what_was_stated_is_stopped_until_consent(pair: Pair) -> None:
    request_id, object_id, _ = opened(pair, b"a line\n" * 100)
    assert len(use(pair.vn, object_id, Intended())) == 64
    for intended in (OTHER, ONWARD):
        assert use(pair.vn, object_id, intended) == "safeguards.use_barred"
    assert entries(pair.vn) == ["use-blocked", "use-blocked"]
    consented(pair, request_id, object_id, ONWARD)
    assert len(use(pair.vn, object_id, ONWARD)) == 64
    assert use(pair.vn, object_id, OTHER) == "safeguards.use_barred"
    elsewhere = Intended(use="onward-transfer", recipient="SG")
    assert use(pair.vn, object_id, elsewhere) == "safeguards.use_barred"
    assert use(pair.vn, object_id, Intended(use="onward-transfer")) == "safeguards.recipient"
    assert use(pair.vn, object_id, Intended(use="for-fun")) == "safeguards.unknown"
    assert len(use(pair.at, object_id, OTHER)) == 64  # its own evidence binds nobody


def test_an_export_carries_the_bar_and_none_leaves_for_another_use(pair: Pair) -> None:
    request_id, _, _ = opened(pair, b"a line\n" * 100)
    with pair.vn as vn:
        with pytest.raises(RefusedError) as refused:
            export(vn, request_id, OTHER)
        assert refused.value.code == "safeguards.use_barred"
        export(vn, request_id, Intended())
        last = CustodyRecord.objects.filter(party="VN", action="export").get()
        payload = json.loads(bytes(last.envelope))["payload"]
    assert b"no onward transfer without consent" in base64.b64decode(payload)


def test_what_clears_an_accused_person_is_disclosed_after_notice_or_with_a_reason(pair: Pair) -> None:
    _, object_id, _ = opened(pair, b"a line\n" * 100)
    with pair.vn as vn:
        actor, now = vn.officers["duty"], pair.clock.now
        for at, later in ((None, ""), (now + timedelta(days=1), "")):
            with pytest.raises(RefusedError) as refused:
                record_exculpatory(
                    node=vn.node,
                    actor=actor,
                    object_id=object_id,
                    purpose="It clears the accused.",
                    notified_at=at,
                    why_later=later,
                )
            assert refused.value.code == "safeguards.notice"
        record_exculpatory(
            node=vn.node,
            actor=actor,
            object_id=object_id,
            purpose="It clears the accused.",
            notified_at=None,
            why_later="The verdict falls this morning.",
        )
    assert entries(pair.vn) == ["exculpatory-use"]
