# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Steps at which a clock alarms somebody, as data (`data/clocks/alarms.yaml`): when, and how long until the deputy and then every approver."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import Source, mistake, reading, sources
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, read_data
from longbien.core.cooperation.clocks.spans import WORKING_DAYS, parse_span

SCHEMA: Final = "longbien/alarms/1"
FILE: Final = "clocks/alarms.yaml"
_SLUG: Final = r"[a-z]+(?:-[a-z0-9]+)*"


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmStep:
    """One step. It rings `before` the end, or when `percent` of the clock's time is over; nobody saw it: `to_deputy`, `to_all` later."""

    step: str
    before: timedelta | None
    percent: int
    to_deputy: timedelta
    to_all: timedelta
    sources: tuple[Source, ...]


@cache
def alarm_steps() -> Mapping[str, AlarmStep]:
    """Give the steps that ship with the software, by name."""
    return MappingProxyType({one.step: one for one in parse_steps(read_data(FILE))})


def parse_steps(document: Document) -> tuple[AlarmStep, ...]:
    """Read a file of steps; MalformedError with file and line."""
    with reading(document, schema=SCHEMA) as fields:
        return fields.objects("steps", _step, min_items=1, max_items=50)


def _step(item: Fields) -> AlarmStep:
    before = item.optional("before", lambda name: _length(item, name))
    percent = item.optional("percent", lambda name: item.integer(name, minimum=1, maximum=1000))
    if (before is None) is (percent is None):
        raise mistake(item, "before")
    to_deputy, to_all = _length(item, "to_deputy"), _length(item, "to_all")
    if to_all < to_deputy:
        raise mistake(item, "to_all")
    return AlarmStep(
        step=item.text("step", pattern=_SLUG, max_length=20),
        before=before,
        percent=percent or 0,
        to_deputy=to_deputy,
        to_all=to_all,
        sources=sources(item),
    )


def _length(item: Fields, name: str) -> timedelta:
    """Read hours or calendar days as a length of time."""
    try:
        span = parse_span(item.text(name, max_length=20))
    except MalformedError as error:
        raise mistake(item, name) from error
    if span.unit == WORKING_DAYS:
        raise mistake(item, name)
    return timedelta(hours=span.amount) if span.unit == "h" else timedelta(days=span.amount)
