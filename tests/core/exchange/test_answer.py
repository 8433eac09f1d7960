# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answers: one result for each frame."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.base.ids import ActId
from longbien.core.exchange.answer import (
    MAX_ANSWER,
    RECEIVED,
    ActResult,
    Answer,
    parse_answer,
    parse_error,
    print_answer,
    print_error,
)
from longbien.core.log.proof import Receipt
from tests.fuzz import mutate

receipts = st.builds(
    Receipt,
    leaf=st.binary(max_size=50),
    proof=st.text(min_size=1, max_size=50).map(lambda text: text.encode("utf-8", "replace")),
)
results = st.builds(
    ActResult,
    act=st.none() | st.binary(min_size=16, max_size=16).map(lambda data: ActId(data.hex())),
    code=st.sampled_from([RECEIVED, "sealing.not_opened"]),
    receipt=st.none() | receipts,
)
answers = st.builds(
    Answer,
    results=st.lists(results, min_size=1, max_size=4).map(tuple),
    checkpoint=st.binary(max_size=30),
    cosignatures=st.text(alphabet="ab\n", max_size=20),
    checkpoint_code=st.sampled_from(["", "log.consistency_invalid"]),
)


@given(answers)
def test_what_is_written_is_read(answer: Answer) -> None:
    assert parse_answer(print_answer(answer)) == answer


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[" * 100_000,
        b'{"checkpoint":"","checkpoint_code":"","cosignatures":"","results":[],"v":1}',
        b'{"checkpoint":"","checkpoint_code":"","cosignatures":"","results":[{"act":"","code":"x","receipt":null}],"v":1}',
        b'{"checkpoint":"","checkpoint_code":"","cosignatures":"","results":[{"act":"AB","code":"a.b","receipt":null}],"v":1}',
        b'{"checkpoint":"","checkpoint_code":"","cosignatures":"","results":[{"act":"","code":"a.b","receipt":{}}],"v":1}',
        b" " * (MAX_ANSWER + 1),
    ],
)
def test_a_flawed_answer_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedError) as caught:
        parse_answer(data)
    assert caught.value.code == "exchange.answer_malformed"


def test_an_answer_has_a_limit() -> None:
    receipt = Receipt(leaf=b"", proof=b"x" * (MAX_ANSWER // 2))
    result = ActResult(act=None, code=RECEIVED, receipt=receipt)
    with pytest.raises(MalformedError, match=r"exchange\.too_large"):
        print_answer(Answer(results=(result, result)))


def test_an_error_is_a_code() -> None:
    assert print_error("exchange.truncated") == b'{"code":"exchange.truncated","v":1}'
    assert parse_error(print_error("exchange.truncated")) == "exchange.truncated"
    for data in (b"", b'{"code":"Oops","v":1}', b"<html>", b"{" * 5000):
        with pytest.raises(MalformedError, match=r"exchange\.answer_malformed"):
            parse_error(data)


@pytest.mark.fuzz
def test_fuzzed_answers_end_in_the_family(rounds: Iterator[random.Random]) -> None:
    receipt = Receipt(leaf=b"leaf", proof=b"proof\nline\n")
    whole = print_answer(
        Answer(results=(ActResult(act=ActId("ab" * 16), code=RECEIVED, receipt=receipt),) * 2)
    )
    for chance in rounds:
        try:
            parse_answer(mutate(whole, chance))
        except LongBienError:
            continue
