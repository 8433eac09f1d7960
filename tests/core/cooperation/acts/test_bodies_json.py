# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bodies of acts: each written and read back the same, and nothing else is read."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.base.ids import ObjectId
from longbien.core.cooperation.acts.asides import (
    Commented,
    ConsultationClosed,
    Consulting,
    DisputeAnswered,
    DisputeRaised,
    DisputeSettled,
    DraftShared,
    Progress,
    StatusWanted,
    UseAnswered,
    UseConsent,
    Views,
)
from longbien.core.cooperation.acts.bodies import (
    Acknowledged,
    Closed,
    Condition,
    Decided,
    Document,
    Executed,
    Extension,
    Information,
    InformationWanted,
    Override,
    Returned,
    Withdrawn,
)
from longbien.core.cooperation.acts.bodies_json import Said, kind_of, read_body, write_body
from longbien.texts import SENTENCES
from tests.requests import preservation, request, stored_data

FROM = datetime(2026, 11, 21, 3, 20, tzinfo=UTC)
UNTIL = datetime(2027, 1, 20, 3, 20, tzinfo=UTC)
OVERRIDE = Override(check="cooperation.check.ip_port", field="identifiers", reason="The log has no ports.")

BODIES: list[Said] = [
    request(preservation(), kind="preservation"),
    request(stored_data(), kind="stored-data", overrides=(OVERRIDE,)),
    Acknowledged(),
    Acknowledged(reference="A-7", handled_by="24/7 point", note="Under way."),
    Returned(reasons=("incomplete", "wrong-language"), fields=("identifiers",), preserved_meanwhile=True),
    InformationWanted(questions="Go on?", concern="data-not-secured", answer_by=UNTIL),
    Information(
        text="Yes.",
        form="preservation",
        form_version=1,
        values={"days": 90},
        documents=(Document(object_id=ObjectId("ab" * 16), manifest=b"envelope", header=b"header"),),
    ),
    Decided(measure="preservation", decision="granted"),
    Decided(
        measure="disclosure",
        decision="refused",
        grounds=("no-dual-criminality",),
        reasons="No such offence here.",
        conditions=(Condition(code="purpose-only"), Condition(code="other", text="Tell us.", until=UNTIL)),
        consulted_at=FROM,
        reconsider_after=UNTIL,
        concerns=("not-confidential",),
    ),
    Executed(measure="preservation", outcome="executed", since=FROM, until=UNTIL, held_by="Provider"),
    Executed(measure="disclosure", outcome="nothing-found", note="Nothing."),
    Extension(until=UNTIL, reason="The request for assistance is being translated."),
    Withdrawn(reason="Solved."),
    Closed(outcome="executed"),
    Executed(measure="arrest", outcome="executed", since=FROM, until=UNTIL),
    Executed(measure="arrest", outcome="released"),
    Executed(measure="surrender", outcome="own-prosecution"),
    Extension(until=UNTIL, reason="Papers.", measure="arrest"),
    Consulting(
        measure="disclosure",
        text="Is it fraud too?",
        grounds=("no-dual-criminality",),
        conditions=(Condition(code="purpose-only"),),
        answer_by=UNTIL,
    ),
    Views(text="It is."),
    StatusWanted(),
    Progress(text="With the court.", expected=UNTIL),
    UseConsent(consent="77" * 16, use="other-use", purpose="A second case.", object_id="ab" * 16),
    UseConsent(consent="77" * 16, use="onward-transfer", purpose="Their court.", recipient="FR", until=UNTIL),
    UseAnswered(consent="77" * 16, decision="granted", until=UNTIL),
    UseAnswered(consent="77" * 16, decision="refused", reasons="Not for that."),
    DisputeRaised(dispute="55" * 16, text="Too short.", act="cd" * 32),
    DisputeAnswered(dispute="55" * 16, text="It will be extended."),
    DisputeSettled(dispute="55" * 16, text="It was."),
    DraftShared(
        form="preservation",
        form_version=1,
        version=2,
        values={"legal_basis": "hanoi", "facts": "A server was entered."},
        note="Enough?",
    ),
    DraftShared(form="preservation", form_version=1, version=1, values={}),
    Commented(version=1, field="facts", text="Say when."),
    ConsultationClosed(),
]


@pytest.mark.parametrize("body", BODIES, ids=lambda body: type(body).__name__)
def test_what_is_written_is_read_as_the_same_body(body: Said) -> None:
    assert read_body(kind_of(body), write_body(body)) == body


@pytest.mark.parametrize("body", BODIES, ids=lambda body: type(body).__name__)
def test_each_missing_or_added_part_is_refused(body: Said) -> None:
    written = write_body(body)
    for name in written:
        with pytest.raises(MalformedError):
            read_body(kind_of(body), {key: value for key, value in written.items() if key != name})
    with pytest.raises(MalformedError):
        read_body(kind_of(body), {**written, "more": 1})


WRONG: list[tuple[Said, str, Json]] = [
    (BODIES[2], "note", "a\x1b[31mb"),
    (BODIES[2], "note", " a"),
    (BODIES[4], "reasons", []),
    (BODIES[4], "reasons", ["incomplete", "incomplete"]),
    (BODIES[4], "reasons", ["rude"]),
    (BODIES[4], "preserved_meanwhile", 1),
    (BODIES[5], "concern", "none"),
    (BODIES[5], "answer_by", "2027-01-20T03:20:00Z"),
    (BODIES[5], "questions", ""),
    (BODIES[6], "fields", {"days": "90"}),
    (BODIES[6], "documents", [{"object": "ab" * 16, "manifest": "", "header": 1}]),
    (BODIES[6], "documents", [{"object": "../x", "manifest": "", "header": ""}]),
    (BODIES[6], "documents", [{"object": "ab" * 16, "manifest": "", "header": ""}] * 11),
    (BODIES[7], "measure", "seizure"),
    (BODIES[7], "decision", "maybe"),
    (BODIES[7], "grounds", ["political-whim"]),
    (BODIES[9], "until", ""),
    (BODIES[9], "from", ""),
    (BODIES[9], "from", "2028-01-01T00:00:00.000Z"),
    (BODIES[10], "until", "2028-01-01T00:00:00.000Z"),
    (BODIES[10], "outcome", "granted"),
    (BODIES[11], "until", ""),
    (BODIES[13], "outcome", "done"),
    (BODIES[14], "outcome", "in-part"),
    (BODIES[15], "until", "2028-01-01T00:00:00.000Z"),
    (BODIES[16], "outcome", "released"),
    (BODIES[17], "measure", "disclosure"),
    (BODIES[22], "recipient", "FR"),
    (BODIES[23], "recipient", ""),
    (BODIES[23], "object", "ab"),
    (BODIES[25], "reasons", ""),
    (BODIES[26], "act", "ab"),
    (BODIES[29], "version", 0),
    (BODIES[29], "fields", {"nothing": 1}),
]


@pytest.mark.parametrize(("body", "name", "value"), WRONG)
def test_a_wrong_part_is_refused(body: Said, name: str, value: Json) -> None:
    with pytest.raises(LongBienError) as refused:
        read_body(kind_of(body), {**write_body(body), name: value})
    assert refused.value.code in SENTENCES


def test_the_legal_basis_stands_beside_the_fields() -> None:
    written = write_body(BODIES[0])
    fields = written["fields"]
    assert written["legal_basis"] == "hanoi"
    assert isinstance(fields, dict)
    assert "legal_basis" not in fields
    with pytest.raises(MalformedError):
        read_body("request.preservation", {**written, "fields": {**fields, "legal_basis": "hanoi"}})


def test_a_request_without_legal_basis_is_not_written() -> None:
    raw = preservation()
    del raw["legal_basis"]
    with pytest.raises(MalformedError) as refused:
        write_body(request(raw, kind="preservation"))
    assert refused.value.code == "base.field_missing"


def test_a_form_of_another_kind_or_version_is_refused() -> None:
    written = write_body(BODIES[0])
    with pytest.raises(MalformedError) as act:
        read_body("request.stored-data", written)
    with pytest.raises(RefusedError) as version:
        read_body("request.preservation", {**written, "form_version": 2})
    with pytest.raises(RefusedError) as unknown:
        read_body("request.preservation", {**written, "form": "surrender"})
    assert [error.value.code for error in (act, version, unknown)] == [
        "cooperation.form_act",
        "cooperation.form_version",
        "cooperation.form_unknown",
    ]


def test_kinds_of_other_rooms_are_not_read() -> None:
    assert read_body("evidence.announced", {"anything": 1}) is None
    assert read_body("request.from-the-future", []) is None


def test_texts_are_made_neat_when_written() -> None:
    assert write_body(Withdrawn(reason="  Solved.\r\n"))["reason"] == "Solved."


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 99)
    | st.text(max_size=12)
    | st.sampled_from(["refused", "disclosure"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(body=st.sampled_from(BODIES), data=st.data())
def test_any_change_is_read_or_refused(body: Said, data: st.DataObject) -> None:
    written = write_body(body)
    name = data.draw(st.sampled_from(sorted(written)))
    changed = {**written, name: data.draw(json_values)}
    try:
        read = read_body(kind_of(body), changed)
    except LongBienError as error:
        code = error.code
    else:
        code = "base.id"
        assert read is not None
        assert write_body(read) == changed
    assert code in SENTENCES
