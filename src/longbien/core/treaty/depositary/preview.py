# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page of the depositary looked at before it counts: what it holds and what it would change."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from longbien.core.base.datafile import Source
from longbien.core.base.errors import MalformedError, UsageError
from longbien.core.base.library import data_bytes, parse_yaml
from longbien.core.treaty.depositary.mapping import PATH, parse_mapping
from longbien.core.treaty.depositary.reading import StatusReading
from longbien.core.treaty.depositary.statements import read_status
from longbien.core.treaty.status.events import Event
from longbien.core.treaty.status.ledger import check_events
from longbien.core.treaty.status.overwrite import ACTS, Change, difference, overwrite

MAX_MAPPING: Final = 256 * 1024
"""Bytes of a mapping file."""
_MAX_SOURCE: Final = 120
"""Characters, as of every source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageGiven:
    """A page as an officer gives it. `mapping`: the mapping file's bytes (None: the one that ships); `day`: None if the page names its own."""

    data: bytes
    mapping: bytes | None
    source: str
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSeen:
    """A page that was read: the day up to which it is right, what it holds, and what changes by it.

    `events` are the page's, and for those who withdrew (the page does not count them) what was known of them.
    """

    day: date
    reading: StatusReading
    events: tuple[Event, ...]
    changes: tuple[Change, ...]
    digest: str
    mapping_digest: str


def look_at_page(before: Iterable[Event], given: PageGiven) -> PageSeen:
    """Read a page and tell what it would change, against the events known `before`.

    UsageError `treaty.page_day`, `treaty.page_source`, `base.too_large`; MalformedError as `read_status`; RefusedError as `check_events`.
    """
    raw = given.mapping if given.mapping is not None else data_bytes(PATH)
    if len(raw) > MAX_MAPPING:
        raise UsageError("base.too_large", limit=MAX_MAPPING)
    if not 1 <= len(given.source.strip()) <= _MAX_SOURCE:
        raise UsageError("treaty.page_source", limit=_MAX_SOURCE)
    try:
        mapping = parse_mapping(parse_yaml(raw.decode("utf-8"), source="mapping"))
    except UnicodeDecodeError as error:
        raise MalformedError("base.not_utf8", position=error.start) from error
    reading = read_status(given.data, mapping, Source(ref=given.source.strip(), confidence="high"))
    day = given.day or reading.day
    if day is None:
        raise UsageError("treaty.page_day")
    held = tuple(before)
    gone = [event for event in held if event.party in reading.withdrawn and event.kind in ACTS]
    told = (*reading.events, *gone)
    after = check_events(overwrite(held, told, day))
    return PageSeen(
        day=day,
        reading=reading,
        events=told,
        changes=difference(held, after),
        digest=hashlib.sha256(given.data).hexdigest(),
        mapping_digest=hashlib.sha256(raw).hexdigest(),
    )
