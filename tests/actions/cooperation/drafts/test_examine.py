# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What keeps a request from leaving, and what a written reason passes."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from longbien.actions.cooperation.answers.inform import inform
from longbien.actions.cooperation.answers.return_for_defects import return_for_defects
from longbien.actions.cooperation.drafts.draft import Draft, draft
from longbien.actions.cooperation.drafts.examine import Between, basis_today
from longbien.actions.cooperation.drafts.override import override
from longbien.actions.cooperation.drafts.submit import submit
from longbien.actions.exchange.make import make_act
from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId, RequestId
from longbien.core.cooperation.acts.bodies_json import write_body
from longbien.core.sealing.act import Approval
from longbien.store.writing import write_transaction
from tests.actions.steps import look, send
from tests.pair import Pair, Side
from tests.requests import TODAY, address, preservation, request

REASON = "The provider runs one address for each customer."


def kept(side: Side, raw: Mapping[str, Json]) -> Draft:
    return draft(
        node=side.node, actor=side.officers["duty"], form_id="preservation", partner=PartyId("AT"), raw=raw
    )


def test_an_address_without_port_never_leaves_without_a_written_reason(pair: Pair) -> None:
    with pair.vn as vn:
        duty = vn.officers["duty"]
        found = kept(vn, preservation(identifiers=[address(port=None)]))
        assert [one.code for one in found.standing] == ["cooperation.check.ip_port"]
        with pytest.raises(RefusedError, match=r"cooperation\.check\.ip_port"):
            submit(node=vn.node, actor=duty, request_id=found.request_id)
        for check, field, reason, code in (
            ("cooperation.check.ip_port", "identifiers", "short", "cooperation.override_reason"),
            ("cooperation.check.ip_time", "identifiers", REASON, "cooperation.override_nothing"),
            ("cooperation.check.ip_port", "facts", REASON, "cooperation.override_nothing"),
        ):
            with pytest.raises(RefusedError, match=code.replace(".", r"\.")):
                override(
                    node=vn.node,
                    actor=duty,
                    request_id=found.request_id,
                    check=check,
                    field=field,
                    reason=reason,
                )
        override(
            node=vn.node,
            actor=duty,
            request_id=found.request_id,
            check="cooperation.check.ip_port",
            field="identifiers",
            reason=REASON,
        )
        vn.approve(submit(node=vn.node, actor=duty, request_id=found.request_id).proposal)
    pair.carry(pair.vn)
    page = look(pair.at, found.request_id)
    assert [(one.check, one.reason) for one in page.overrides] == [("cooperation.check.ip_port", REASON)]
    assert "cooperation.check.ip_port" in [one.code for one in page.findings]


def test_a_stop_of_the_convention_cannot_be_passed(pair: Pair) -> None:
    with pair.vn as vn:
        raw = preservation()
        del raw["relation"]
        found = kept(vn, raw)
        assert [(one.code, one.overridable) for one in found.standing] == [
            ("cooperation.check.missing", False)
        ]
        with pytest.raises(RefusedError, match=r"cooperation\.override_nothing"):
            override(
                node=vn.node,
                actor=vn.officers["duty"],
                request_id=found.request_id,
                check="cooperation.check.missing",
                field="relation",
                reason=REASON,
            )


def test_the_same_request_is_refused_by_the_real_status_of_the_treaty(pair: Pair) -> None:
    with pair.vn as vn:
        vn.node = replace(vn.node, exercise=False)
        found = kept(vn, preservation())
        assert "treaty.not_in_force" in [one.code for one in found.standing]
        with pytest.raises(RefusedError, match=r"treaty\.not_in_force"):
            submit(node=vn.node, actor=vn.officers["duty"], request_id=found.request_id)
    between = Between(requesting=PartyId("VN"), requested=PartyId("AT"), exercise=True, now=TODAY)
    assert basis_today("hanoi", between).label == "EXERCISE: assumed in force"


def test_a_returned_request_is_mended_and_goes_on(pair: Pair) -> None:
    request_id = send(pair, "preservation", preservation())
    with pair.at as at:
        return_for_defects(
            node=at.node,
            actor=at.officers["duty"],
            request_id=request_id,
            reasons=["incomplete"],
            fields=["facts"],
        )
    pair.carry(pair.at)
    with pair.vn as vn:
        assert inform(
            node=vn.node,
            actor=vn.officers["duty"],
            request_id=request_id,
            text="Here are the facts.",
            changed={"facts": "A server was entered on 19 November, at 21:14."},
        ).made
    pair.carry(pair.vn)
    page = look(pair.at, request_id)
    assert page.state.request == "acknowledged"
    fields = {one.id: one for section in page.sections for one in section.fields}
    assert (fields["facts"].value, fields["facts"].mended) == (
        "A server was entered on 19 November, at 21:14.",
        True,
    )
    assert fields["relation"].mended is False


def test_a_request_in_an_unknown_form_is_listed_and_changes_nothing(pair: Pair) -> None:
    body = write_body(request(preservation(), kind="preservation"))
    for number, (kind, changed) in enumerate(
        (
            ("request.of-tomorrow", {**body, "form": "of-tomorrow"}),
            ("request.preservation", {**body, "form_version": 99}),
        )
    ):
        with pair.vn as vn, write_transaction():
            row = make_act(
                node=replace(vn.node, desks=type(vn.node.desks)()),
                kind=kind,
                recipient=PartyId("AT"),
                thread=None,
                refers_to=None,
                body=changed,
                approved_by=[Approval(role_id="vn-1", at=TODAY), Approval(role_id="vn-2", at=TODAY)],
                now=pair.clock(),
            )
        pair.carry(pair.vn)
        page = look(pair.at, RequestId(row.thread))
        assert page.state.request == "none"
        assert [(one.understood, one.carriage) for one in page.thread] == [(False, "received")]
        assert page.sections == ()
        assert number in (0, 1)
