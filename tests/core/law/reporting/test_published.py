# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The act that publishes a concordance: bounded, bound by its digest, the sender's own, and the public version only."""

import base64
import hashlib
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.canonical import Json, encode
from longbien.core.base.errors import LongBienError, MalformedError, RefusedError
from longbien.core.law.concordance.public import public_form
from longbien.core.law.concordance.table import Concordance
from longbien.core.law.concordance.written import concordance_json
from longbien.core.law.reporting.published import read_published, write_published
from tests.law_tables import SECRET, sample


def packed(value: Concordance) -> dict[str, Json]:
    """Write a body without asking whether it may be published."""
    data = encode(concordance_json(value))
    return {
        "schema": "longbien/concordance/1",
        "size": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "value": base64.b64encode(zlib.compress(data)).decode(),
    }


def test_what_is_published_is_read_again_and_is_the_public_version() -> None:
    found = read_published(write_published(sample()), sender="VN")
    assert found.concordance == public_form(sample())
    assert SECRET.encode() not in found.data


@pytest.mark.parametrize(
    ("body", "sender", "code"),
    [
        (write_published(sample()), "AT", "law_report.published_foreign"),
        (packed(sample()), "VN", "law_report.published_private"),
        (write_published(sample()) | {"sha256": "0" * 64}, "VN", "law_report.published_digest"),
        (write_published(sample()) | {"size": 100}, "VN", "law_report.published_packed"),
        (write_published(sample()) | {"value": "!"}, "VN", "law_report.published_packed"),
        (
            write_published(sample()) | {"value": base64.b64encode(b"x").decode()},
            "VN",
            "law_report.published_packed",
        ),
        (write_published(sample()) | {"more": 1}, "VN", "base.field_unknown"),
    ],
)
def test_anything_else_is_refused(body: dict[str, Json], sender: str, code: str) -> None:
    with pytest.raises((MalformedError, RefusedError)) as refused:
        read_published(body, sender=sender)
    assert refused.value.code == code


def test_a_bomb_is_not_unpacked() -> None:
    bomb = base64.b64encode(zlib.compress(b" " * 50_000_000)).decode()
    with pytest.raises(MalformedError) as refused:
        read_published(write_published(sample()) | {"value": bomb}, sender="VN")
    assert refused.value.code == "law_report.published_packed"


@given(st.binary(max_size=400), st.integers(min_value=-5, max_value=500))
def test_any_bytes_end_in_a_code(value: bytes, size: int) -> None:
    body: dict[str, Json] = {
        "schema": "longbien/concordance/1",
        "size": size,
        "sha256": hashlib.sha256(value).hexdigest(),
        "value": base64.b64encode(zlib.compress(value)).decode(),
    }
    with pytest.raises(LongBienError):
        read_published(body, sender="VN")
