# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Moments and digests as the pages write them."""

from datetime import UTC, datetime

import pytest

from longbien.web.base.names import forget_names
from longbien.web.base.tags import fingerprint, moment, party_name, short

NOON = datetime(2026, 11, 22, 12, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        ("", "2026-11-22 12:00 UTC"),
        ("Asia/Ho_Chi_Minh", "2026-11-22 19:00 UTC+07:00"),
        ("Europe/Vienna", "2026-11-22 13:00 UTC+01:00"),
        ("America/New_York", "2026-11-22 07:00 UTC−05:00"),
        ("Nowhere/Land", "2026-11-22 12:00 UTC"),
        ("../etc/passwd", "2026-11-22 12:00 UTC"),
    ],
)
def test_a_moment_names_its_offset(zone: str, written: str) -> None:
    assert moment(NOON, zone) == (
        f'<time class="lb-moment" dir="ltr" datetime="2026-11-22T12:00:30Z">{written}</time>'
    )


def test_no_moment_is_a_dash() -> None:
    assert moment(None) == "—"


def test_a_fingerprint_stands_in_groups_of_four() -> None:
    assert fingerprint("0123abcd45") == (
        '<code class="lb-digest" dir="ltr"><span>0123</span><span>abcd</span><span>45</span></code>'
    )


def test_markup_in_a_value_stays_text() -> None:
    assert "<b>" not in fingerprint("<b>x</b>")
    assert "<b>" not in short("<b>12345678901234567890")


@pytest.mark.django_db
def test_a_party_without_a_name_keeps_its_code() -> None:
    forget_names()
    assert party_name("ZZ") == "ZZ"
