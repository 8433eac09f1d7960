# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading what a browser sends to the live door: the address of a stream, its headers, where it comes from."""

import re
from collections.abc import Collection, Iterable, Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Final

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.live.hall import VIEWS, Place

_ADDRESS: Final = re.compile(r"/live/conference/([a-z0-9][a-z0-9-]{0,47})/([a-z]{1,16})/([a-z-]{2,10})/")
_SESSION: Final = re.compile(r"[A-Za-z0-9]{8,64}")
MAX_COOKIES: Final = 8192
"""The longest cookie header in letters that is read."""


def read_place(path: str, languages: Collection[str]) -> Place:
    """Give the stream that `/live/conference/<meeting>/<view>/<language>/` names; MalformedError `live.address`."""
    found = _ADDRESS.fullmatch(path)
    if found is None or found[2] not in VIEWS or found[3] not in languages:
        raise MalformedError("live.address")
    return Place(meeting=found[1], view=found[2], language=found[3])


def read_headers(found: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Give headers by small name; the last of a name counts."""
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in found}


def session_of(headers: Mapping[str, str], cookie: str) -> str:
    """Give the session's key from the cookie of that name; empty without one that could be a key."""
    text = headers.get("cookie", "")
    if len(text) > MAX_COOKIES:
        return ""
    try:
        found = SimpleCookie(text).get(cookie)
    except CookieError:
        return ""
    return found.value if found is not None and _SESSION.fullmatch(found.value) else ""


def check_origin(headers: Mapping[str, str], origins: Collection[str]) -> str:
    """Give the origin to which the browser may pass the stream on; empty for one of the same origin.

    RefusedError `live.origin` for a page that is not of this node: it would listen with the officer's cookie.
    """
    origin = headers.get("origin", "")
    if origin and origin not in origins:
        raise RefusedError("live.origin", origin=origin[:120])
    return origin


def check_host(headers: Mapping[str, str], hosts: Collection[str]) -> None:
    """Check that the browser asked for this node by one of its names; RefusedError `live.host`."""
    host = headers.get("host", "").rpartition(":")[0] or headers.get("host", "")
    if host not in hosts and headers.get("host", "") not in hosts:
        raise RefusedError("live.host")


def address_of(client: str, headers: Mapping[str, str]) -> str:
    """Give the reader's address, which only bounds how many lines it may have.

    A reverse proxy on this machine is believed when it says for whom it asks; nobody else is.
    """
    told = headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
    return told[:64] if told and client in {"127.0.0.1", "::1"} else client
