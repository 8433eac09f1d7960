# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Records of papers as other tests need them: a request from Viet Nam to Austria, and answers to it."""

from dataclasses import replace
from datetime import UTC, datetime

from longbien.core.base.canonical import Json
from longbien.core.cooperation.acts.bodies import Override
from longbien.core.cooperation.acts.bodies_json import write_body
from longbien.core.cooperation.paper.record import (
    PaperAct,
    PaperApproval,
    PaperBasis,
    PaperParty,
    PaperProof,
    Record,
)
from tests.requests import preservation, request

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
VN = PaperParty(
    party="VN",
    names={"en": "Viet Nam", "vi": "Việt Nam", "ar": "فييت نام"},
    authority="Cybercrime Division",
    phone="+842438225678",
    time_zone="Asia/Ho_Chi_Minh",
)
AT = PaperParty(party="AT", names={"en": "Austria"}, authority="24/7 point", time_zone="Europe/Vienna")
ACT = PaperAct(
    id="ea" * 16,
    digest="ab" * 32,
    time=NOW,
    refers_to="",
    recorded_at=NOW,
    keys=("11" * 8, "22" * 8),
    approved_by=(PaperApproval(role_id="vn-duty-1", at=NOW), PaperApproval(role_id="vn-approver-1", at=NOW)),
)
RECORD = Record(
    kind="request.preservation",
    form="preservation",
    exercise=True,
    sender=VN,
    recipient=AT,
    thread="ea" * 16,
    reference="C-2026/118",
    act=ACT,
    body={},
    basis=PaperBasis(code="hanoi", on=NOW.date(), holds=True, table="A table", convention=True),
    proofs=(
        PaperProof(log="log.vn.example", index=12, size=40, outcome="made", at=NOW, cosigned_by=("w.at",)),
    ),
    carriage="receipted",
    made_at=NOW,
    made_by="VN",
    role_id="vn-duty-1",
)


def paper_of(*overrides: Override, **changed: Json) -> Record:
    """Give the record of a preservation request with these fields changed."""
    body = write_body(request(preservation(**changed), kind="preservation", overrides=overrides))
    return replace(RECORD, body=body)


def answer_of(kind: str, body: dict[str, Json]) -> Record:
    """Give the record of an answer to it."""
    return replace(RECORD, kind=kind, body=body, sender=AT, recipient=VN)
