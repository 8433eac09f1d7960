# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 1 over HTTP: an urgent preservation request at 03:00, seen on the page of a signed-in officer, acknowledged by one act."""

import http.cookiejar
import re
import time
import urllib.parse
import urllib.request

import pytest

from tools.crossing import Case
from tools.nodes import DUTY, Node

pytestmark = [pytest.mark.two_nodes, pytest.mark.network]


class Browser:
    """An officer's browser without scripts: pages, forms, cookies."""

    def __init__(self, node: Node) -> None:
        """Open it at a node."""
        self._node = node
        self._opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        )

    def get(self, path: str) -> str:
        """Look at a page."""
        return self._send(path, None)

    def post(self, path: str, **fields: str) -> str:
        """Send the form that stands at `path`, its hidden fields as they stand there."""
        page = self.get(path)
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
        return self._send(path, urllib.parse.urlencode({**hidden, **fields}).encode())

    def sign_in(self, name: str) -> None:
        """Sign in with name and password."""
        self.post("/sign-in/", login=name, password=self._node.passwords[name])

    def _send(self, path: str, data: bytes | None) -> str:
        # The name resolves to loopback in a browser; here the address is used and the name is told.
        url = f"http://127.0.0.1:{self._node.web_port}{path}"
        host = urllib.parse.urlsplit(self._node.url).netloc
        request = urllib.request.Request(url, data=data, headers={"Host": host, "Origin": self._node.url})
        with self._opener.open(request, timeout=30) as answer:
            found: str = answer.read().decode()
        return found


def test_an_urgent_request_is_on_one_page_and_one_act_acknowledges_it(case: Case) -> None:
    begun = time.monotonic()
    request_id = case.ask(
        "preservation",
        "URGENT-1",
        urgency="volatile-data",
        urgency_reason="The provider deletes its log tonight.",
    )
    sent = time.monotonic()
    case.until(lambda: case.asking.page(request_id)["thread"][0]["receipt"])
    assert time.monotonic() - sent < 30
    officer = Browser(case.asked.node)
    officer.sign_in(DUTY)
    assert request_id in officer.get("/")
    page = officer.get(f"/requests/{request_id}/")
    for shown in (
        "EXERCISE",
        "URGENT-1",
        "8.8.8.8",
        "51515",
        "UTC+07:00",
        "UTC+01:00",
        "vn-approver-1",
    ):
        assert shown in page, shown
    officer.post(f"/requests/{request_id}/say/acknowledge/", reference="AT-24/7-1")
    case.until(
        lambda: "answer.acknowledged" in [act["kind"] for act in case.asking.page(request_id)["thread"]]
    )
    assert time.monotonic() - begun < 300
