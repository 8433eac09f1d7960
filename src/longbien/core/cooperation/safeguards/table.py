# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The table of safeguards (`data/safeguards/steps.yaml`): which step stands before which act, and what it may result in."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import Source, mistake, reading, sources
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, read_data
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.forms.kinds import MEASURES

PATH: Final = "safeguards/steps.yaml"
SCHEMA: Final = "longbien/safeguards/1"
ANSWER: Final = "answer"
REQUEST: Final = "request"
ACTS: Final = (ANSWER, REQUEST)
"""What a step may stand before: a grant of ours to the other State, or a request of ours."""
SENDER: Final = "sender"
RIGHTS: Final = "rights"
CALL_BACK: Final = "call-back"
COMPUTED: Final = frozenset({SENDER, CALL_BACK})
"""Steps that nobody records by saying so: the node looks at the signatures, and a call-back has records of its own."""
POWERS: Final = ("interception", "real-time", "content", "emergency")
"""What makes an act intrusive or urgent: three rows of grounds that a form points to, and content among the data asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: before `act` for one of `measures` with one of `powers` under one of `bases` (empty: any) the step is needed, or not and why."""

    step: str
    act: str
    measures: tuple[str, ...]
    powers: tuple[str, ...]
    bases: tuple[str, ...]
    needed: bool
    passes: tuple[str, ...]
    under_conditions: tuple[str, ...]
    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Safeguards:
    """The whole table: rows in order, and the results that each step may have."""

    rows: tuple[Row, ...]
    results: Mapping[str, tuple[str, ...]]


@cache
def safeguards() -> Safeguards:
    """Give the table of the data."""
    return parse_safeguards(read_data(PATH))


def steps() -> tuple[str, ...]:
    """Give every step in the order in which pages show them."""
    return tuple(vocabulary("SAFEGUARD").codes)


def parse_safeguards(document: Document) -> Safeguards:
    """Read the table; MalformedError with file and line for an unknown step, measure, basis or result."""
    with reading(document, schema=SCHEMA) as fields:
        results: dict[str, tuple[str, ...]] = {}

        def result(item: Fields) -> None:
            step = item.choice("step", vocabulary("SAFEGUARD").codes)
            if step in results:
                raise mistake(item, "step")
            results[step] = _known(item, "codes", tuple(vocabulary("SAFEGUARD-RESULT").codes))

        fields.objects("results", result, min_items=1)
        rows = fields.objects("rows", lambda item: _row(item, results), min_items=1, max_items=200)
        return Safeguards(rows=rows, results=MappingProxyType(results))


def _row(item: Fields, results: Mapping[str, tuple[str, ...]]) -> Row:
    step = item.choice("step", tuple(results))
    row = Row(
        step=step,
        act=item.choice("act", ACTS),
        measures=_known(item, "measures", MEASURES),
        powers=_known(item, "powers", POWERS),
        bases=_known(item, "bases", tuple(vocabulary("LEGAL-BASIS").codes)),
        needed=item.boolean("needed"),
        passes=_known(item, "passes", results[step]),
        under_conditions=_known(item, "under_conditions", results[step]),
        text=item.text("text", max_length=300),
        sources=sources(item),
    )
    if row.needed is not bool(row.passes) or set(row.passes) & set(row.under_conditions):
        raise mistake(item, "passes")
    return row


def _known(item: Fields, name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Read a list of codes that may be left out; each is known and stands once."""
    found = item.texts(name, max_items=50, max_length=64) if item.has(name) else ()
    if len(set(found)) != len(found) or any(code not in known for code in found):
        raise mistake(item, name)
    return tuple(found)
