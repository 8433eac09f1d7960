# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Deliveries: one form, bounded, every flaw with its code."""

import base64
import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.canonical import encode
from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.base.ids import PartyId
from longbien.core.exchange.delivery import (
    MAX_ACTS,
    MAX_DELIVERY,
    Delivery,
    fill_delivery,
    parse_delivery,
    print_delivery,
)
from tests.fuzz import mutate

VN, AT = PartyId("VN"), PartyId("AT")

deliveries = st.builds(
    Delivery,
    sender=st.sampled_from([VN, PartyId("X-UNODC")]),
    recipient=st.just(AT),
    frames=st.lists(st.binary(max_size=300), min_size=1, max_size=5).map(tuple),
    checkpoint=st.binary(max_size=100),
    witnessed=st.integers(min_value=0, max_value=2**53 - 1),
    cosignatures=st.text(max_size=20).filter(lambda text: text.isprintable()),
)


def packed(header: object, *frames: bytes) -> bytes:
    """Give a delivery with any header."""
    written = encode(header)  # type: ignore[arg-type]
    rest = b"".join(len(frame).to_bytes(4, "big") + frame for frame in frames)
    return b"LBD1" + len(written).to_bytes(4, "big") + written + rest


def header(**changes: object) -> dict[str, object]:
    plain: dict[str, object] = {
        "v": 1,
        "sender": "VN",
        "recipient": "AT",
        "count": 1,
        "checkpoint": "",
        "witnessed": 0,
        "cosignatures": "",
    }
    return {**plain, **changes}


@given(deliveries)
def test_what_is_written_is_read(delivery: Delivery) -> None:
    assert parse_delivery(print_delivery(delivery)) == delivery


@given(deliveries, st.data())
def test_a_cut_delivery_is_refused(delivery: Delivery, data: st.DataObject) -> None:
    whole = print_delivery(delivery)
    cut = data.draw(st.integers(min_value=0, max_value=len(whole) - 1))
    with pytest.raises(MalformedError):
        parse_delivery(whole[:cut])


@given(st.binary(max_size=200))
def test_any_bytes_end_in_the_family(data: bytes) -> None:
    with pytest.raises(MalformedError):
        parse_delivery(b"LBD1" + data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "exchange.truncated"),
        (b"LBD1\0\0\0", "exchange.truncated"),
        (b"LBD2\0\0\0\0", "exchange.delivery_malformed"),
        (b"LBD1\xff\xff\xff\xff", "exchange.delivery_malformed"),
        (b"LBD1\0\0\1\0", "exchange.truncated"),
        (b"\0" * (MAX_DELIVERY + 1), "exchange.too_large"),
        (packed(header(), b"abc")[:-1], "exchange.truncated"),
        (packed(header(), b"abc") + b"x", "exchange.delivery_malformed"),
        (packed(header(count=2), b"abc"), "exchange.truncated"),
        (packed(header(count=0)), "exchange.delivery_malformed"),
        (packed(header(count=MAX_ACTS + 1), b"abc"), "exchange.delivery_malformed"),
        (packed(header(v=2), b"abc"), "exchange.delivery_malformed"),
        (packed(header(sender="vn"), b"abc"), "exchange.delivery_malformed"),
        (packed(header(more=1), b"abc"), "exchange.delivery_malformed"),
        (packed(header(checkpoint="QR=="), b"abc"), "exchange.delivery_malformed"),
        (packed(header(witnessed=-1), b"abc"), "exchange.delivery_malformed"),
        (packed(header(cosignatures="a" * 20_000), b"abc"), "exchange.delivery_malformed"),
        (packed(header(cosignatures=[[]]), b"abc"), "exchange.delivery_malformed"),
    ],
)
def test_each_flaw_has_its_code(data: bytes, code: str) -> None:
    with pytest.raises(MalformedError) as caught:
        parse_delivery(data)
    assert caught.value.code == code


def test_a_delivery_carries_one_to_64_acts() -> None:
    for count in (0, MAX_ACTS + 1):
        with pytest.raises(MalformedError):
            print_delivery(Delivery(sender=VN, recipient=AT, frames=(b"x",) * count))
    full = Delivery(sender=VN, recipient=AT, frames=(b"x",) * MAX_ACTS)
    assert parse_delivery(print_delivery(full)) == full


def test_a_delivery_is_filled_to_its_limits_and_not_beyond() -> None:
    assert fill_delivery([b"x"] * 100) == MAX_ACTS
    assert fill_delivery([b"x"] * 3) == 3
    large = bytes(1024 * 1024)
    count = fill_delivery([large] * 64)
    assert count == 15
    checkpoint = base64.b64decode("A" * 48_000)
    whole = Delivery(sender=VN, recipient=AT, frames=(large,) * count, checkpoint=checkpoint)
    assert len(print_delivery(whole)) <= MAX_DELIVERY


@pytest.mark.fuzz
def test_fuzzed_deliveries_end_in_the_family(rounds: Iterator[random.Random]) -> None:
    whole = print_delivery(
        Delivery(sender=VN, recipient=AT, frames=(b"abc", b"d" * 50), checkpoint=b"old 0\n", witnessed=7)
    )
    for chance in rounds:
        try:
            parse_delivery(mutate(whole, chance))
        except LongBienError:
            continue
