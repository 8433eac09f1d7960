# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules of clocks as data (`data/clocks`): legal times and targets in separate kinds, each with version and source."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Final

from longbien.core.base.datafile import Source, mistake, reading, sources
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, read_data
from longbien.core.cooperation.life.events import REQUESTED, REQUESTING
from longbien.core.cooperation.life.table import STATES

SCHEMA: Final = "longbien/clocks/1"
FILE: Final = "clocks/requests.yaml"
NATURES: Final = ("legal", "target")
LOSSES: Final = ("data", "person", "answer")
HOURS: Final = "hours"
KEPT_UNTIL: Final = "kept-until"
NEEDED_BY: Final = "needed-by"
_SLUG: Final = r"[a-z]+(?:-[a-z]+)*"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRule:
    """One rule. `acts` is the side that must act, `loses` what is lost when the clock runs out: `data`, a `person`'s arrest, an `answer`.

    `due` says how the end is found: `hours` after the start, the end of the preservation less `before`, or the moment asked for.
    """

    rule: str
    version: int
    label: str
    nature: str
    acts: str
    loses: str
    track: str
    runs_in: tuple[str, ...]
    due: str
    after: timedelta
    after_urgent: timedelta
    before: timedelta
    pauses: bool
    sources: tuple[Source, ...]


@cache
def clock_rules() -> tuple[ClockRule, ...]:
    """Give the rules that ship with the software."""
    return parse_rules(read_data(FILE))


def parse_rules(document: Document) -> tuple[ClockRule, ...]:
    """Read a file of rules; MalformedError with file and line."""
    with reading(document, schema=SCHEMA) as fields:
        names: set[str] = set()

        def one(item: Fields) -> ClockRule:
            rule = _rule(item)
            if rule.rule in names:
                raise mistake(item, "rule")
            names.add(rule.rule)
            return rule

        return fields.objects("rules", one, min_items=1, max_items=100)


def _rule(item: Fields) -> ClockRule:
    track = item.choice("track", STATES)
    runs_in = item.texts("runs_in", max_items=20)
    if not runs_in or not set(runs_in) <= set(STATES[track]):
        raise mistake(item, "runs_in")
    due = item.choice("due", (HOURS, KEPT_UNTIL, NEEDED_BY))
    hours = item.optional("hours", lambda name: item.integer(name, minimum=1, maximum=100_000))
    urgent = item.optional("urgent_hours", lambda name: item.integer(name, minimum=1, maximum=100_000))
    days = item.optional("days_before", lambda name: item.integer(name, maximum=365))
    if (due == HOURS) is not (hours is not None and urgent is not None) or (days and due != KEPT_UNTIL):
        raise mistake(item, "due")
    return ClockRule(
        rule=item.text("rule", pattern=_SLUG, max_length=60),
        version=item.integer("version", minimum=1, maximum=999),
        label=item.text("label", max_length=120),
        nature=item.choice("nature", NATURES),
        acts=item.choice("acts", (REQUESTING, REQUESTED)),
        loses=item.choice("loses", LOSSES),
        track=track,
        runs_in=runs_in,
        due=due,
        after=timedelta(hours=hours or 0),
        after_urgent=timedelta(hours=urgent or 0),
        before=timedelta(days=days or 0),
        pauses=item.boolean("pauses"),
        sources=sources(item),
    )
