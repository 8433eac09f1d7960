# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The journal of a meeting: what happened, one line for each thing worth one. Clocks, presence and single ballots stand elsewhere in the record."""

from collections.abc import Mapping
from typing import Final

from longbien.actions.conference.record.words import (
    Names,
    apart,
    event_words,
    matter_words,
    now_words,
    outcome_words,
)
from longbien.core.base.canonical import Json
from longbien.core.base.moments import parse_moment
from longbien.core.conference.record.file import RecordFile
from longbien.texts import translated, word

_QUIET: Final = frozenset(
    {
        *(
            "presence.marked",
            "ballot.cast",
            "floor.requested",
            "floor.withdrawn",
            "floor.started",
            "floor.paused",
        ),
        *("electorate.fixed", "refused"),
    }
)
"""Kinds without a line of their own."""
_PLAIN: Final = ("id", "proposal", "vote", "number", "title", "symbol", "words", "office")
_NAMED: Final = ("participant",)
_MATTERS: Final = ("on", "target")
_CODED: Final = {"motion": "conference_motion", "method": "conference_method", "side": "conference_side"}


def journal_rows(language: str, record: RecordFile, names: Names) -> list[tuple[str, str, str]]:
    """Give the lines of a record's own meeting: time, who, what happened and what it changed."""
    meeting, outcome = record.parts["meeting"], record.parts["outcome"]
    begins = meeting.get("begins_at") if isinstance(meeting, dict) else 0
    steps = outcome.get("steps") if isinstance(outcome, dict) else []
    now: dict[int, Mapping[str, Json]] = {}
    refused: set[int] = set()
    for step in steps if isinstance(steps, list) else []:
        if isinstance(step, dict) and isinstance(step.get("seq"), int):
            seq, changed = int(str(step["seq"])), step.get("now")
            now[seq] = changed if isinstance(changed, dict) else {}
            refused |= {seq} if "refused" in step else set()
    events = record.parts["events"]
    found = []
    for event in events if isinstance(events, list) else []:
        if not isinstance(event, dict) or event.get("kind") in _QUIET:
            continue
        seq = int(str(event.get("seq")))
        if seq < int(str(begins)) or seq in refused:
            continue
        found.append(_line(language, event, now.get(seq, {}), names))
    return found


def _line(
    language: str, event: Mapping[str, Json], now: Mapping[str, Json], names: Names
) -> tuple[str, str, str]:
    body = event.get("body")
    told = _details(language, body if isinstance(body, dict) else {}, names)
    changed = now_words(language, {name: str(state) for name, state in now.items() if name != "meeting"})
    kind = event_words(language, str(event.get("kind")))
    what = ": ".join(part for part in (kind, told) if part)
    return (
        apart(f"{parse_moment(str(event.get('at'))):%H:%M:%S}"),
        names.of(str(event.get("by")), language),
        f"{what}\n{translated(language, 'conference_record.then', what=changed)}" if changed else what,
    )


def _details(language: str, body: Mapping[str, Json], names: Names) -> str:
    parts = [names.of(str(body[name]), language) for name in _NAMED if body.get(name)]
    parts += [matter_words(language, str(body[name])) for name in _MATTERS if body.get(name)]
    parts += [word(language, table, str(body[name])) for name, table in _CODED.items() if body.get(name)]
    if body.get("outcome"):
        parts.append(outcome_words(language, str(body["outcome"])))
    parts += [apart(body[name]) for name in _PLAIN if body.get(name)]
    return ", ".join(dict.fromkeys(parts))
