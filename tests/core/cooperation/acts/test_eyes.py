# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which acts need two officers."""

import pytest

from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.cooperation.acts.bodies import Decided
from longbien.core.cooperation.acts.bodies_json import write_body
from longbien.core.cooperation.acts.eyes import eyes, require_eyes
from longbien.core.cooperation.forms.kinds import forms


def decision(measure: str, what: str) -> dict[str, Json]:
    return write_body(Decided(measure=measure, decision=what))


@pytest.mark.parametrize(
    ("kind", "body", "officers"),
    [
        ("answer.acknowledged", {}, 1),
        ("answer.decided", decision("preservation", "granted"), 1),
        ("answer.decided", decision("preservation", "refused"), 2),
        ("answer.decided", decision("disclosure", "granted"), 2),
        ("answer.decided", decision("disclosure", "refused"), 2),
        ("request.extension", {}, 1),
        ("evidence.released", {}, 2),
        ("evidence.accepted", {}, 2),
        ("statement.silence", {}, 0),
        ("something.new", {}, 2),
    ],
)
def test_the_table_says_how_many(kind: str, body: Json, officers: int) -> None:
    assert eyes(kind, body).officers == officers


def test_every_request_kind_needs_two() -> None:
    assert {eyes(found.act, {}).officers for found in forms().values()} == {2}


def test_one_officer_twice_is_one_officer() -> None:
    require_eyes("evidence.released", {}, ("vn-duty-1", "vn-duty-2"))
    with pytest.raises(RefusedError) as refused:
        require_eyes("evidence.released", {}, ("vn-duty-1", "vn-duty-1"))
    assert refused.value.code == "cooperation.four_eyes"


def test_a_decision_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(LongBienError):
        eyes("answer.decided", {"decision": "granted"})


@pytest.mark.parametrize(
    ("what", "kind", "body"),
    [
        ("sending", "request.preservation", {}),
        ("sending", "request.extradition", {}),
        ("refusing", "answer.decided", Decided(measure="preservation", decision="refused")),
        ("refusing", "answer.decided", Decided(measure="disclosure", decision="refused")),
        ("disclosing", "answer.decided", Decided(measure="disclosure", decision="granted")),
        ("disclosing", "evidence.released", {}),
        ("destroying", "evidence.disposed", {}),
        ("letting data go", "request.withdrawn", {}),
    ],
)
def test_what_cannot_be_undone_takes_four_eyes(what: str, kind: str, body: object) -> None:
    assert eyes(kind, write_body(body) if isinstance(body, Decided) else {}).officers == 2, what
