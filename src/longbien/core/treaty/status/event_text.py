# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""An event as canonical JSON, as it is stored and exported; read back by the reader of the data file."""

from typing import Final

from longbien.core.base.canonical import Json, decode, encode
from longbien.core.base.fields import Fields
from longbien.core.treaty.status.events import Event, read_event

MAX_EVENT: Final = 256 * 1024
"""Bytes of one event: a statement's text is bounded by 50,000 characters."""
_TEXTS: Final = ("place", "content", "target", "note")


def print_event(event: Event) -> bytes:
    """Write an event; `read_event_text` gives it back."""
    value: dict[str, Json] = {
        "id": event.id,
        "party": event.party,
        "kind": event.kind.value,
        "day": event.day.isoformat(),
        "source": [{"ref": source.ref, "confidence": source.confidence} for source in event.sources],
    }
    if event.earliest is not None:
        value["earliest"] = event.earliest.isoformat()
    if event.articles:
        value["articles"] = list(event.articles)
    value.update({name: getattr(event, name) for name in _TEXTS if getattr(event, name)})
    return encode(value)


def read_event_text(data: bytes) -> Event:
    """Read an event; MalformedError for anything else."""
    fields = Fields(decode(data, max_bytes=MAX_EVENT))
    event = read_event(fields)
    fields.done()
    return event


def checked_event(event: Event) -> Event:
    """Give an event that was put together by hand if its words are within bounds; MalformedError as `read_event`."""
    return read_event_text(print_event(event))
