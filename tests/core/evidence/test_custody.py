# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Custody: each step signed and linked; a step that is missing, moved or changed is named."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.canonical import decode, encode
from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.base.ids import Digest, ObjectId, PartyId
from longbien.core.base.library import read_data
from longbien.core.evidence.custody import (
    CustodyAction,
    CustodyRecord,
    CustodyStep,
    Finding,
    check_chain,
    parse_custody,
    print_custody,
    read_custody,
    sign_custody,
)
from tests.authority import authority
from tests.core.evidence.material import OBJECT, SEALED_AT

FIRST = CustodyRecord(
    object=OBJECT,
    number=1,
    previous=None,
    action=CustodyAction.ACQUIRE,
    party=PartyId("VN"),
    role_id="custodian-1",
    time=SEALED_AT,
    verified=Finding.NOT_CHECKED,
    nonce=bytes(range(16)),
    purpose="Hà Nội, vụ án 17",
)


def chain(*actions: CustodyAction) -> list[CustodyStep]:
    steps: list[CustodyStep] = []
    for place, action in enumerate(actions):
        record = replace(
            FIRST,
            number=place + 1,
            previous=steps[-1].digest if steps else None,
            action=action,
            time=SEALED_AT + timedelta(minutes=place),
        )
        steps.append(read_custody(sign_custody(record, authority("VN").signer), authority("VN").public))
    return steps


STEPS = chain(CustodyAction.ACQUIRE, CustodyAction.SEAL, CustodyAction.ANNOUNCE, CustodyAction.TRANSFER_OUT)


def test_a_whole_chain_holds() -> None:
    check_chain(STEPS)
    check_chain(STEPS[:1])
    check_chain([])
    check_chain(STEPS[1:], whole=False)
    with pytest.raises(RefusedError, match=r"evidence\.custody_gap"):
        check_chain(STEPS[1:])
    assert [step.record.action for step in STEPS][-1] == "transfer-out"


@pytest.mark.parametrize(
    ("steps", "code", "number"),
    [
        (STEPS[1:], "evidence.custody_gap", 1),
        ([*STEPS[:1], *STEPS[2:]], "evidence.custody_gap", 2),
        ([STEPS[0], STEPS[0]], "evidence.custody_gap", 2),
        ([STEPS[0], STEPS[2], STEPS[1], STEPS[3]], "evidence.custody_gap", 2),
    ],
)
def test_a_missing_doubled_or_moved_step_is_named(steps: list[CustodyStep], code: str, number: int) -> None:
    with pytest.raises(RefusedError) as caught:
        check_chain(steps)
    assert (caught.value.code, caught.value.params) == (code, {"number": number})


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"previous": Digest("0" * 64)}, "evidence.custody_link"),
        ({"object": ObjectId("f" * 32)}, "evidence.custody_link"),
        ({"party": PartyId("AT")}, "evidence.custody_link"),
        ({"time": SEALED_AT - timedelta(seconds=1)}, "evidence.custody_time"),
    ],
)
def test_a_step_that_does_not_follow_is_named(changes: dict[str, Any], code: str) -> None:
    wrong = replace(STEPS[1], record=replace(STEPS[1].record, **changes))
    with pytest.raises(RefusedError) as caught:
        check_chain([STEPS[0], wrong])
    assert (caught.value.code, caught.value.params) == (code, {"number": 2})


def test_a_first_step_has_no_link_and_a_later_one_has() -> None:
    for number, previous in ((1, Digest("0" * 64)), (2, None), (0, None)):
        with pytest.raises(MalformedError, match=r"evidence\.custody_link"):
            replace(FIRST, number=number, previous=previous)


@given(
    st.sampled_from(CustodyAction),
    st.sampled_from(Finding),
    st.text(st.characters(codec="utf-8"), max_size=200),
    st.binary(min_size=16, max_size=16),
)
def test_there_and_back(action: CustodyAction, found: Finding, text: str, nonce: bytes) -> None:
    record = replace(FIRST, action=action, verified=found, place=text, tool=text, notes=text, nonce=nonce)
    assert parse_custody(print_custody(record)) == record


def test_a_changed_or_foreign_record_is_refused() -> None:
    envelope = sign_custody(FIRST, authority("VN").signer)
    with pytest.raises(RefusedError, match=r"parties\.key_unknown"):
        read_custody(envelope, authority("AT").public)
    with pytest.raises(LongBienError):
        read_custody(envelope.replace(b"custody+json", b"manifest+json"), authority("VN").public)


@pytest.mark.parametrize(
    "changes",
    [
        {"type": "longbien/act/v1"},
        {"object": "x"},
        {"number": 0},
        {"number": 2},
        {"number": True},
        {"previous": "00"},
        {"action": "lost"},
        {"party": ""},
        {"role_id": ""},
        {"time": ""},
        {"verified": True},
        {"verified": "yes"},
        {"nonce": "00"},
        {"notes": "n" * 4001},
        {"place": None},
        {"more": ""},
    ],
)
def test_a_record_of_another_form_is_refused(changes: dict[str, Any]) -> None:
    value = decode(print_custody(FIRST), max_bytes=10_000)
    assert isinstance(value, dict)
    with pytest.raises(MalformedError):
        parse_custody(encode({**value, **changes}))


def test_the_steps_are_those_of_the_vocabulary() -> None:
    vocabulary = read_data("vocabularies/custody-action.yaml").value
    assert isinstance(vocabulary, dict)
    codes = vocabulary["codes"]
    assert isinstance(codes, list)
    assert [entry["code"] for entry in codes if isinstance(entry, dict)] == list(CustodyAction)
