# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a browser sends to the live door, and what is refused of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.live.addresses import address_of, check_host, check_origin, read_place, session_of
from longbien.live.hall import VIEWS, Place

LANGUAGES = ("ar", "en", "zh-hans")


def test_an_address_names_meeting_view_and_language() -> None:
    for view in VIEWS:
        assert read_place(f"/live/conference/cosp-1-m3/{view}/zh-hans/", LANGUAGES) == Place(
            meeting="cosp-1-m3", view=view, language="zh-hans"
        )


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/live/",
        "/live/conference/cosp-1-m3/public/en",
        "/live/conference/cosp-1-m3/public/de/",
        "/live/conference/cosp-1-m3/boards/en/",
        "/live/conference/../public/en/",
        "/live/conference/COSP/public/en/",
        f"/live/conference/{'a' * 49}/public/en/",
        "/live/conference/cosp-1-m3/public/en/\n",
    ],
)
def test_any_other_address_is_refused(path: str) -> None:
    with pytest.raises(MalformedError) as caught:
        read_place(path, LANGUAGES)
    assert caught.value.code == "live.address"


@given(st.text())
def test_no_cookie_header_breaks_the_door(text: str) -> None:
    found = session_of({"cookie": text}, "longbien_vn_session")
    assert found == "" or found.isalnum()


def test_the_session_is_read_from_this_nodes_cookie_only() -> None:
    assert session_of({"cookie": "a=1; longbien_vn_session=abcdefgh12; b=2"}, "longbien_vn_session") == (
        "abcdefgh12"
    )
    assert session_of({"cookie": "longbien_at_session=abcdefgh12"}, "longbien_vn_session") == ""
    assert session_of({"cookie": "longbien_vn_session=../../etc"}, "longbien_vn_session") == ""
    assert session_of({"cookie": "longbien_vn_session=" + "a" * 9000}, "longbien_vn_session") == ""


def test_a_page_of_another_origin_may_not_listen() -> None:
    ours = ("http://127.0.0.1:8000",)
    assert check_origin({}, ours) == ""
    assert check_origin({"origin": ours[0]}, ours) == ours[0]
    for origin in ("http://127.0.0.1:8001", "https://127.0.0.1:8000", "null", "http://evil.example"):
        with pytest.raises(RefusedError) as caught:
            check_origin({"origin": origin}, ours)
        assert caught.value.code == "live.origin"


def test_the_node_is_asked_by_its_own_names() -> None:
    hosts = ("127.0.0.1", "[::1]", "conference.example")
    for host in ("127.0.0.1", "127.0.0.1:8002", "[::1]:8002", "conference.example"):
        check_host({"host": host}, hosts)
    for host in ("", "evil.example", "evil.example:8002", "[::2]:8002"):
        with pytest.raises(RefusedError):
            check_host({"host": host}, hosts)


def test_a_proxy_on_this_machine_says_for_whom_it_asks() -> None:
    told = {"x-forwarded-for": "198.51.100.9, 203.0.113.7"}
    assert address_of("127.0.0.1", told) == "203.0.113.7"
    assert address_of("127.0.0.1", {}) == "127.0.0.1"
    assert address_of("192.0.2.1", told) == "192.0.2.1"
