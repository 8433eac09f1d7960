# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rule set of a conference: a profile and an option of each open point, put together and checked.

    rules = rule_set("untoc", {"quorum_base": "participating"})
    rules.value("quorum.decide").rule        # "UNTOC 41"

A conference keeps `rules_json(rules)`; `read_rules` gives the same set again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.core.base.fields import Fields
from longbien.core.conference.rules.checks import check_procedure
from longbien.core.conference.rules.nodes import Option, Profile, Variant, bodies, default_values, open_points
from longbien.core.conference.rules.tables import motions, questions, thresholds
from longbien.core.conference.rules.values import RuleSet, RuleValue, known_names

DEFAULT_PROFILE: Final = "cosp-default"
"""The profile of this Convention's Conference as long as its own rules are not adopted."""


def profiles() -> tuple[Profile, ...]:
    """Give every profile that ships, the default first."""
    return tuple(bodies().values())


def variants() -> tuple[Variant, ...]:
    """Give every open point, in the order of the data."""
    return tuple(open_points().values())


def rule_set(profile: str = DEFAULT_PROFILE, choices: Mapping[str, str] | None = None) -> RuleSet:
    """Put a rule set together; RefusedError `conference.rule_unknown` for a profile, variant or option that there is not."""
    return _rule_set(profile, tuple(sorted((choices or {}).items())))


def rules_json(rules: RuleSet) -> Json:
    """Give what a conference and its record keep: the profile and the option of every variant."""
    return {"profile": rules.id, "choices": dict(rules.choices)}


def read_rules(value: Json, *, where: str = "$") -> RuleSet:
    """Read what `rules_json` wrote; MalformedError, RefusedError `conference.rule_unknown`."""
    fields = Fields(value, where=where)
    profile = fields.text("profile", max_length=40)
    chosen: dict[str, str] = {}
    if fields.has("choices"):
        rows = fields.object("choices")
        chosen = {name: rows.text(name, max_length=60) for name in rows.names()}
    fields.done()
    return rule_set(profile, chosen)


def changed(rules: RuleSet, choices: Mapping[str, str]) -> RuleSet:
    """Give the set after a decision of the Conference on some open points (`rules.changed`); RefusedError `conference.rule_unknown`."""
    return rule_set(rules.id, {**rules.chosen, **choices})


@lru_cache(maxsize=64)
def _rule_set(profile: str, asked: tuple[tuple[str, str], ...]) -> RuleSet:
    check_procedure()
    body = bodies().get(profile)
    if body is None:
        raise _unknown("profile", profile, bodies())
    chosen = dict(asked)
    taken = {
        one.id: one.default for one in open_points().values() if body.values.keys().isdisjoint(one.paths)
    }
    for name, option in (*body.choices.items(), *chosen.items()):
        taken[name] = _option(name, option).id
    values = _fallen_back({**default_values(), **body.values}, body)
    for name, option in taken.items():
        _govern(values, open_points()[name], option, own=body.own)
    return RuleSet(
        id=body.id,
        title=body.title,
        status=body.status,
        note=body.note,
        choices=MappingProxyType(taken),
        chosen=MappingProxyType(chosen),
        values=MappingProxyType(values),
        thresholds=MappingProxyType(thresholds(values)),
        questions=MappingProxyType(questions(values)),
        motions=MappingProxyType(motions(values)),
    )


def _option(name: str, option: str) -> Option:
    variant = open_points().get(name)
    if variant is None:
        raise _unknown("variant", name, open_points())
    found = variant.options.get(option)
    if found is None:
        raise _unknown("option", option, variant.options)
    return found


def _fallen_back(values: Mapping[str, RuleValue], body: Profile) -> dict[str, RuleValue]:
    """Mark the values that none of the body's own texts gives."""
    return {
        path: value if path in body.values or _own(value.sources, body.own) else replace(value, fallback=True)
        for path, value in values.items()
    }


def _govern(values: dict[str, RuleValue], variant: Variant, option: str, *, own: Iterable[str]) -> None:
    """Put an option's values in place of those that stand; members that it does not name stay."""
    chosen = variant.options[option]
    for path, value in chosen.sets.items():
        before = values[path]
        merged: Json = (
            {**before.value, **value} if isinstance(before.value, dict) and isinstance(value, dict) else value
        )
        if merged == before.value:
            values[path] = replace(before, variant=variant.id, option=option)
            continue
        values[path] = replace(
            before,
            value=merged,
            rule=before.rule if chosen.rule is None else chosen.rule,
            sources=chosen.sources,
            confidence=chosen.confidence,
            variant=variant.id,
            option=option,
            text="",
            fallback=not _own(chosen.sources, own),
        )


def _own(names: Iterable[str], own: Iterable[str]) -> bool:
    return not set(names).isdisjoint(own)


def _unknown(kind: str, name: str, table: Mapping[str, object]) -> RefusedError:
    return RefusedError("conference.rule_unknown", kind=kind, name=name[:80], known=known_names(table))
