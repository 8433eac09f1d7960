# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A browser without scripts, for tests over HTTP against a real node."""

import http.cookiejar
import re
import urllib.parse
import urllib.request

from tools.nodes import Node


class Browser:
    """An officer's browser without scripts: pages, forms, cookies."""

    def __init__(self, node: Node, language: str = "en") -> None:
        """Open it at a node; `language` is the one that it asks for."""
        self._node = node
        self._language = language
        self._jar = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._jar))

    def get(self, path: str) -> str:
        """Look at a page."""
        return self.send(path, None)

    def post(self, path: str, **fields: str) -> str:
        """Send the form that stands at `path`, its hidden fields as they stand there."""
        page = self.get(path)
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
        return self.send(path, urllib.parse.urlencode({**hidden, **fields}).encode())

    def cookies(self) -> str:
        """Give the cookies as a browser sends them."""
        return "; ".join(f"{one.name}={one.value}" for one in self._jar)

    def sign_in(self, name: str) -> None:
        """Sign in with name and password."""
        self.post("/sign-in/", login=name, password=self._node.passwords[name])

    def send(self, path: str, data: bytes | None) -> str:
        """Ask for an address; with `data`, send a form there."""
        # The name resolves to loopback in a browser; here the address is used and the name is told.
        url = f"http://127.0.0.1:{self._node.web_port}{path}"
        host = urllib.parse.urlsplit(self._node.url).netloc
        headers = {"Host": host, "Origin": self._node.url, "Accept-Language": self._language}
        request = urllib.request.Request(url, data=data, headers=headers)
        with self._opener.open(request, timeout=30) as answer:
            found: str = answer.read().decode()
        return found
