# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Moments and digests as the pages write them."""

from datetime import UTC, datetime

import pytest
from django.utils.safestring import SafeString

from longbien.web.base.names import forget_names
from longbien.web.base.tags import apart, fingerprint, moment, party_name, short

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


def test_dates_moments_and_numbers_stay_on_one_line_and_in_their_own_direction() -> None:
    said = apart("حتى 2026-12-31، الهاتف +84243934123 <b>&")
    line = '<span class="lb-apart">\u2066{}\u2069</span>'
    day, phone = line.format("2026-12-31"), line.format("+84243934123")
    assert said == f"حتى {day}، الهاتف {phone} &lt;b&gt;&amp;"
    assert (
        apart(SafeString("<b>2026-12-31 10:00 +07:00</b>"))
        == f"<b>{line.format('2026-12-31 10:00 +07:00')}</b>"
    )
    assert apart("") == ""
