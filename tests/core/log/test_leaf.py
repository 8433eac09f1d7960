# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.log.leaf`: the classes of the protocol page, written canonically and read strictly."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.canonical import decode, encode
from longbien.core.base.errors import MalformedError
from longbien.core.log.leaf import LEAF_FIELDS, MAX_LEAF, Leaf, LeafClass, make_leaf, parse_leaf, print_leaf
from tests.authority import NOW

DIGEST = "ab" * 32
RECEIVED = make_leaf(LeafClass.ACT_RECEIVED, NOW, act=DIGEST, sender="VN", outcome="stored", code="")


def any_leaf() -> st.SearchStrategy[Leaf]:
    """Draw a leaf of any class from the table's own patterns."""

    def of_class(leaf_class: LeafClass) -> st.SearchStrategy[Leaf]:
        fields = {name: st.from_regex(at, fullmatch=True) for name, at in LEAF_FIELDS[leaf_class].items()}
        if leaf_class is LeafClass.ACT_RECEIVED:
            refusal = st.from_regex(r"[a-z]{1,8}\.[a-z0-9_]{1,20}", fullmatch=True)
            pair = st.one_of(
                st.just({"outcome": "stored", "code": ""}),
                refusal.map(lambda code: {"outcome": "refused", "code": code}),
            )
            rest = st.fixed_dictionaries({"act": fields["act"], "sender": fields["sender"]})
            values = st.tuples(rest, pair).map(lambda both: both[0] | both[1])
        else:
            values = st.fixed_dictionaries(fields)
        times = st.datetimes(datetime(2000, 1, 1), datetime(2999, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
        return st.builds(lambda value, time: make_leaf(leaf_class, time, **value), values, times)

    return st.sampled_from(LeafClass).flatmap(of_class)


def test_a_leaf_is_the_canonical_json_of_the_protocol_page() -> None:
    assert print_leaf(RECEIVED) == (
        b'{"act":"'
        + DIGEST.encode()
        + b'","class":"act-received","code":"","outcome":"stored","sender":"VN",'
        b'"time":"2026-03-01T03:00:00.000Z","v":1}'
    )


@given(any_leaf())
def test_leaves_are_canonical_and_read_as_they_are_written(leaf: Leaf) -> None:
    data = print_leaf(leaf)
    assert encode(decode(data, max_bytes=MAX_LEAF)) == data
    assert parse_leaf(data) == leaf
    assert len(data) <= 400


def test_the_time_is_utc_and_cut_to_milliseconds() -> None:
    hanoi = timezone(timedelta(hours=7))
    leaf = make_leaf(LeafClass.STATEMENT, datetime(2026, 3, 1, 10, 0, 0, 123999, hanoi), act=DIGEST)
    assert leaf.time == datetime(2026, 3, 1, 3, 0, 0, 123000, UTC)
    assert parse_leaf(print_leaf(leaf)) == leaf


@pytest.mark.parametrize(
    ("leaf_class", "fields"),
    [
        (LeafClass.ACT_MADE, {}),
        (LeafClass.ACT_MADE, {"act": DIGEST, "sender": "VN"}),
        (LeafClass.ACT_MADE, {"act": DIGEST.upper()}),
        (LeafClass.ACT_MADE, {"act": DIGEST + "\n"}),
        (LeafClass.CHECKPOINT_HELD, {"party": "Viet Nam", "note": DIGEST}),
        (LeafClass.ACT_RECEIVED, {"act": DIGEST, "sender": "VN", "outcome": "lost", "code": ""}),
        (LeafClass.ACT_RECEIVED, {"act": DIGEST, "sender": "VN", "outcome": "refused", "code": ""}),
        (LeafClass.ACT_RECEIVED, {"act": DIGEST, "sender": "VN", "outcome": "stored", "code": "a.b"}),
        (LeafClass.ACT_RECEIVED, {"act": DIGEST, "sender": "VN", "outcome": "refused", "code": "free text"}),
    ],
)
def test_a_leaf_with_other_fields_or_free_text_cannot_be_made(
    leaf_class: LeafClass, fields: dict[str, str]
) -> None:
    with pytest.raises(MalformedError, match=r"log\.leaf_malformed"):
        make_leaf(leaf_class, NOW, **fields)


def test_a_leaf_needs_a_time_zone() -> None:
    with pytest.raises(MalformedError, match=r"log\.leaf_malformed"):
        make_leaf(LeafClass.STATEMENT, datetime(2026, 3, 1), act=DIGEST)  # noqa: DTZ001


DATA = print_leaf(RECEIVED)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        DATA[:-1],
        DATA + b"\n",
        b" " + DATA,
        DATA.replace(b'"v":1', b'"v":2'),
        DATA.replace(b'"v":1', b'"v":1,"w":2'),
        DATA.replace(b".000Z", b"Z"),
        DATA.replace(b"2026-03-01", b"2026-02-30"),
        DATA.replace(b"act-received", b"act-made"),
        DATA.replace(b"stored", b"refused"),
        DATA.replace(b'"VN"', b'"V\xc3\x91"'),
        DATA.replace(b"{", b'{"a":1,', 1),
        b"[" * 4000,
        b"x" * (MAX_LEAF + 1),
    ],
)
def test_bytes_that_are_no_leaf_are_refused(data: bytes) -> None:
    with pytest.raises(MalformedError):
        parse_leaf(data)
