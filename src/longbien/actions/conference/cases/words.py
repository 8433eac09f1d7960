# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a case came out, in words: what was expected beside what was computed, the rules that decided, what is missing. Needs no node."""

import json
from dataclasses import dataclass
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.conference.cases.carrying import Result, Status
from longbien.core.conference.rules.values import RuleValue
from longbien.texts import SENTENCES, phrase, translated

_NOTHING: Final = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact: expected and computed, and whether they are the same (None: it is not computed)."""

    name: str
    computed: str
    expected: str
    same: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCase:
    """A case in words. `need` says what is missing (empty: nothing); `more` are facts that were computed though nothing was expected of them."""

    id: str
    kind: str
    title: str
    rules_of: str
    mark: str
    status: str
    need: str
    facts: tuple[Fact, ...]
    more: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]
    remarks: tuple[str, ...]


def shown_case(language: str, one: Result) -> ShownCase:
    """Put a result into words."""
    needs = ", ".join(_need(language, need) for need in one.needs)
    return ShownCase(
        id=one.id,
        kind=one.kind,
        title=one.title,
        rules_of=one.rules_of,
        mark=one.status.value,
        status=translated(language, f"conference_cases.{one.status.value}"),
        need=translated(language, "conference_cases.need", needs=needs) if needs else "",
        facts=tuple(
            Fact(
                name=held.name,
                computed=_NOTHING if held.same is None else _value(held.computed),
                expected=_value(held.expected),
                same=held.same,
            )
            for held in one.compared
        ),
        more=_more(one),
        rules=tuple(_rule(language, rule) for rule in one.rules),
        remarks=tuple(translated(language, note.code, **note.params) for note in one.remarks),
    )


def summary(language: str, found: tuple[Result, ...]) -> str:
    """Say how many cases came out how."""
    counts = {status.value: sum(one.status is status for one in found) for status in Status}
    return translated(language, "conference_cases.summary", total=len(found), **counts)


def _need(language: str, need: str) -> str:
    """Say what is missing: a name of an input in words, behind the step that lacks it."""
    step, colon, name = need.rpartition(": ")
    code = f"conference_cases.need_{name.replace('.', '_')}"
    words = translated(language, code) if code in SENTENCES else name
    return f"{step}{colon}{words}"


def _more(one: Result) -> tuple[tuple[str, str], ...]:
    """Give what was computed beyond the outcome expected, if nothing was expected of it or the outcome differs."""
    named = {compared.name for compared in one.compared}
    if one.status is not Status.DIFFERS and named:
        return ()
    rest = ((name, value) for name, value in one.computed.items() if name not in named)
    return tuple((name, _value(value)) for name, value in rest if value is not None)


def _rule(language: str, rule: RuleValue) -> str:
    cited = rule.rule or ", ".join(rule.sources)
    return f"{phrase(language, rule.label)} ({rule.path}; {cited}; {rule.confidence})"


def _value(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
