# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules of clocks as data (`data/clocks`): legal times and targets in separate kinds, each with version and source."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Final

from longbien.core.base.datafile import Source, mistake, reading, sources
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, read_data
from longbien.core.cooperation.clocks.alarm_steps import alarm_steps
from longbien.core.cooperation.clocks.spans import HOURS as _HOUR
from longbien.core.cooperation.clocks.spans import Counting, Span, parse_span
from longbien.core.cooperation.life.events import REQUESTED, REQUESTING
from longbien.core.cooperation.life.table import STATES

SCHEMA: Final = "longbien/clocks/1"
FILE: Final = "clocks/requests.yaml"
LEGAL: Final = "legal"
TARGET: Final = "target"
NATURES: Final = (LEGAL, TARGET)
FACTS: Final = ("secret", "oral")
"""Facts of a request on which a clock may depend: it is marked secret, it was first made orally (Art. 40(14))."""
LOSSES: Final = ("data", "person", "answer")
HOURS: Final = "hours"
AFTER: Final = "after"
KEPT_UNTIL: Final = "kept-until"
ITEM_UNTIL: Final = "item-until"
NEEDED_BY: Final = "needed-by"
REVIEW_ON: Final = "review-on"
ORAL: Final = "oral"
ARREST_DAYS: Final = "arrest-days"
DUES: Final = (HOURS, AFTER, KEPT_UNTIL, ITEM_UNTIL, NEEDED_BY, REVIEW_ON, ORAL, ARREST_DAYS)
_SPANNED: Final = (AFTER, REVIEW_ON, ORAL)
_LONGEST: Final = 100_000
_SLUG: Final = r"[a-z]+(?:-[a-z]+)*"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRule:
    """One rule. `acts` is the side that must act, `loses` what is lost when the clock runs out: `data`, a `person`'s arrest, an `answer`.

    `due` says how the end is found: a span after the start (`hours`, `after`), the end of what is kept, or
    of a consent, less `before`, the moment asked for, the day on which secrecy is to be reviewed (a span after the start if none is named). Days are counted in the calendar of the State `days_of`, in the way of `counting`. `alarms` names steps of
    `data/clocks/alarms.yaml`; `kinds`: only requests of these kinds have the clock (none: all), `unless_kinds`: these do not; `when`: only
    requests of which this fact holds.
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
    after: Span | None
    after_urgent: Span | None
    before: timedelta
    pauses: bool
    days_of: str
    counting: Counting
    alarms: tuple[str, ...]
    kinds: tuple[str, ...]
    unless_kinds: tuple[str, ...]
    when: str
    sources: tuple[Source, ...]

    @property
    def may_be_set(self) -> bool:
        """Tell whether a State may set another time: never a legal one."""
        return self.nature == TARGET and self.after is not None

    def holds_for(self, kind: str, facts: Collection[str]) -> bool:
        """Tell whether a request of this kind, of which these facts hold, has such a clock."""
        if (self.kinds and kind not in self.kinds) or kind in self.unless_kinds:
            return False
        return not self.when or self.when in facts


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


@cache
def rule_set() -> str:
    """Name the rules that ship with the software: file, schema, and the sum of the versions of its rules."""
    return f"{FILE} {sum(rule.version for rule in clock_rules())}"


def find_rule(name: str) -> ClockRule | None:
    """Find a rule by its name."""
    return next((one for one in clock_rules() if one.rule == name), None)


def _rule(item: Fields) -> ClockRule:
    track = item.choice("track", STATES)
    runs_in = item.texts("runs_in", max_items=20)
    if not runs_in or not set(runs_in) <= set(STATES[track]):
        raise mistake(item, "runs_in")
    due = item.choice("due", DUES)
    acts = item.choice("acts", (REQUESTING, REQUESTED))
    spans = _spans(item, due)
    days = item.optional("days_before", lambda name: item.integer(name, maximum=365))
    if days and due not in (KEPT_UNTIL, ITEM_UNTIL):
        raise mistake(item, "due")
    return ClockRule(
        rule=item.text("rule", pattern=_SLUG, max_length=60),
        version=item.integer("version", minimum=1, maximum=999),
        label=item.text("label", max_length=120),
        nature=item.choice("nature", NATURES),
        acts=acts,
        loses=item.choice("loses", LOSSES),
        track=track,
        runs_in=runs_in,
        due=due,
        after=spans[0],
        after_urgent=spans[1],
        before=timedelta(days=days or 0),
        pauses=item.boolean("pauses"),
        days_of=item.optional("days_of", lambda name: item.choice(name, (REQUESTING, REQUESTED))) or acts,
        counting=Counting(
            first_day=bool(item.optional("first_day", item.boolean)),
            rolls_over=bool(item.optional("rolls_over", item.boolean)),
        ),
        alarms=item.optional("alarms", lambda name: _known(item, name, alarm_steps())) or (),
        kinds=item.optional("kinds", lambda name: item.texts(name, max_items=40)) or (),
        unless_kinds=item.optional("unless_kinds", lambda name: item.texts(name, max_items=40)) or (),
        when=item.optional("when", lambda name: item.choice(name, FACTS)) or "",
        sources=sources(item),
    )


def _spans(item: Fields, due: str) -> tuple[Span | None, Span | None]:
    """Read the spans of a rule, ordinary and urgent, in whichever spelling its `due` asks for."""
    hours = item.optional("hours", lambda name: item.integer(name, minimum=1, maximum=_LONGEST))
    urgent_hours = item.optional("urgent_hours", lambda name: item.integer(name, minimum=1, maximum=_LONGEST))
    after = item.optional("after", lambda name: _span(item, name))
    urgent = item.optional("urgent", lambda name: _span(item, name))
    if (due == HOURS) is not (hours is not None and urgent_hours is not None):
        raise mistake(item, "due")
    if (due in _SPANNED) is not (after is not None):
        raise mistake(item, "due")
    if hours is not None and urgent_hours is not None:
        return Span(amount=hours, unit=_HOUR), Span(amount=urgent_hours, unit=_HOUR)
    return after, urgent or after


def _span(item: Fields, name: str) -> Span:
    try:
        return parse_span(item.text(name, max_length=20))
    except MalformedError as error:
        raise mistake(item, name) from error


def _known(item: Fields, name: str, known: Collection[str]) -> tuple[str, ...]:
    found = item.texts(name, max_items=10)
    if not set(found) <= set(known):
        raise mistake(item, name)
    return found
