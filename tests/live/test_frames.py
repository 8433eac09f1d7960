# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Server-sent events as bytes, read back the way a browser reads them."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from longbien.live.frames import beat_frame, board_frame, end_frame


def read(frame: bytes) -> dict[str, str]:
    """Read one event as the standard says: a field a line, several data lines joined."""
    assert frame.endswith(b"\n\n")
    found: dict[str, list[str]] = {}
    for line in frame[:-2].decode().split("\n"):
        name, _, value = line.partition(":")
        found.setdefault(name, []).append(value.removeprefix(" "))
    return {name: "\n".join(values) for name, values in found.items()}


def test_a_board_is_one_event_whatever_lines_it_has() -> None:
    frame = board_frame(42, "<p>one</p>\r\n\n<p>two</p>\n")
    assert read(frame) == {"id": "42", "event": "board", "data": "<p>one</p>\n\n<p>two</p>"}
    assert read(board_frame(0, "")) == {"id": "0", "event": "board", "data": ""}


@given(st.text())
def test_no_text_of_a_board_can_begin_another_event(html: str) -> None:
    found = read(board_frame(7, html))
    assert (found["id"], found["event"]) == ("7", "board")
    assert found["data"].split("\n") == (html.strip().splitlines() or [""])


def test_a_beat_tells_the_servers_time_and_an_end_its_reason() -> None:
    assert read(beat_frame(datetime(1970, 1, 1, 0, 0, 2, tzinfo=UTC))) == {"event": "beat", "data": "2000"}
    assert read(end_frame("live.ended")) == {"event": "end", "data": "live.ended"}
