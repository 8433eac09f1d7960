# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The live door as a process of its own: a change reaches a screen, who has no right is refused, and its death loses nothing."""

import time
from collections.abc import Iterator

import pytest

from tests.meeting_node import MEETING, SESSION, MeetingNode, meeting_node
from tests.plain_browser import Browser
from tools.nodes import DUTY

pytestmark = [pytest.mark.two_nodes, pytest.mark.network]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MeetingNode]:
    """Give a node with a meeting and its live door."""
    with meeting_node(tmp_path_factory.mktemp("live")) as found:
        yield found


@pytest.fixture
def hall(running: MeetingNode) -> Iterator[MeetingNode]:
    """Give it, and close the streams of each test."""
    yield running
    running.close_streams()


def signed_in(hall: MeetingNode, name: str) -> str:
    """Sign an officer in; give the cookies."""
    browser = Browser(hall.node)
    browser.sign_in(name)
    return browser.cookies()


def test_a_change_reaches_every_screen_in_its_language(hall: MeetingNode) -> None:
    grid = hall.stream("grid", cookies=signed_in(hall, DUTY))
    screens = [hall.stream("public"), hall.stream("projector", "ar"), grid]
    now = [int(screen.next()[0]) for screen in screens]
    assert len(set(now)) == 1
    seq = hall.says("item.opened", "id=4", "title=Emergency disclosure")
    begun = time.monotonic()
    for screen in screens:
        assert "Emergency disclosure" in screen.until(seq)
    assert time.monotonic() - begun < 5
    hall.says("item.closed", "id=4")


def test_who_has_no_right_is_refused(hall: MeetingNode) -> None:
    for view in ("delegate", "chair", "grid"):
        stream = hall.stream(view)
        assert (stream.status, stream.refusal()) == (401, "live.sign_in")
        forged = hall.stream(view, cookies="longbien_vn_session=abcdefghijklmnopqrstuvwxyz012345")
        assert (forged.status, forged.refusal()) == (401, "live.sign_in")
    assert hall.stream("public", origin="http://evil.example").status == 403
    assert hall.stream("public", "xx").status == 404
    ours = hall.stream("public", origin=hall.node.url)
    assert (ours.status, ours.headers["access-control-allow-origin"]) == (200, hall.node.url)


def test_the_stream_of_a_suspended_account_ends(hall: MeetingNode) -> None:
    role_id = hall.enrol("clerk")
    stream = hall.stream("chair", cookies=signed_in(hall, "clerk"))
    assert stream.status == 200
    stream.next()
    hall.node.run("people", "suspend", role_id, by=DUTY)
    assert stream.next("end")[1] == "live.ended"
    with pytest.raises(ConnectionError):
        stream.next()


def test_killing_the_live_door_loses_nothing_and_stops_no_page(hall: MeetingNode) -> None:
    hall.says("item.opened", "id=7", "title=Other matters")
    screen = hall.stream("public")
    screen.next()
    assert hall.kill_live_door() >= 2
    with pytest.raises(ConnectionError):
        screen.next("never")
    seq = hall.says("item.closed", "id=7")
    assert "Drill" in Browser(hall.node).get(f"/conference/{SESSION}/{MEETING}/public/")
    hall.wait_live()
    assert hall.live_processes()
    again = hall.stream("public")
    assert int(again.next()[0]) >= seq
    last = hall.says("item.opened", "id=5", "title=Adoption of the report")
    assert "Adoption of the report" in again.until(last)
    assert hall.node.server is not None
    assert hall.node.server.poll() is None
