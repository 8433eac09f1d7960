# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks of `data/procedure` as a whole, made once when it is first read: what one file says of another holds."""

from collections.abc import Iterator, Mapping
from functools import cache

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.conference.rules.nodes import Variant, bodies, default_values, open_points
from longbien.core.conference.rules.sources import sources
from longbien.core.conference.rules.tables import motions, questions, thresholds
from longbien.core.conference.rules.values import RIGHTS, ROLES, RuleValue

_SAME = "same_as_whole"


@cache
def check_procedure() -> None:
    """Check that every reference inside the data resolves; MalformedError `conference.procedure_reference` for the first that does not."""
    values = default_values()
    for where, name in (
        *_thresholds(values),
        *_rights(values),
        *_governed(values),
        *_options(values),
        *_bodies(),
    ):
        raise MalformedError("conference.procedure_reference", where=where, name=name)


def _thresholds(values: Mapping[str, RuleValue]) -> Iterator[tuple[str, str]]:
    """Give thresholds that are named and are not there: in questions, motions, the agenda, appeals."""
    known = thresholds(values)
    named = [
        (one.rule.path, one.last_resort) for one in questions(values).values() if one.last_resort != _SAME
    ]
    named += [(one.rule.path, one.threshold) for one in motions(values).values()]
    named.append(("agenda.adoption", str(values["agenda.adoption"].value)))
    for variant in open_points().values():
        for option in variant.options.values():
            named += [
                (f"{variant.id}.{option.id}", str(value["last_resort"]))
                for value in option.sets.values()
                if isinstance(value, dict) and value.get("last_resort") is not None
            ]
    yield from ((where, name) for where, name in named if name is not None and name not in known)


def _rights(values: Mapping[str, RuleValue]) -> Iterator[tuple[str, str]]:
    """Give rights that a role lacks or that nobody knows."""
    needed = {f"participants.{role}.{right}" for role in ROLES for right in RIGHTS}
    found = {path for path in values if path.startswith("participants.")}
    yield from (("participants", path) for path in sorted(needed ^ found))


def _governed(values: Mapping[str, RuleValue]) -> Iterator[tuple[str, str]]:
    """Give values whose variant does not govern them, and variants whose value does not say so."""
    for value in values.values():
        if value.variant is not None and (
            value.variant not in open_points() or value.path not in open_points()[value.variant].paths
        ):
            yield value.path, value.variant
    for variant in open_points().values():
        for path in variant.paths:
            if path not in values:
                yield variant.id, path


def _options(values: Mapping[str, RuleValue]) -> Iterator[tuple[str, str]]:
    """Give options that set other values than their neighbours, and defaults that differ from the values written."""
    for variant in open_points().values():
        for option in variant.options.values():
            if tuple(option.sets) != variant.paths:
                yield f"{variant.id}.{option.id}", "sets"
        yield from ((f"{variant.id}.{variant.default}", path) for path in _differing(variant, values))


def _differing(variant: Variant, values: Mapping[str, RuleValue]) -> Iterator[str]:
    for path, value in variant.options[variant.default].sets.items():
        if path in values and not _holds(value, values[path].value):
            yield path


def _holds(part: Json, whole: Json) -> bool:
    """Tell whether a value that an option sets is what stands there already."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return {**whole, **part} == whole
    return part == whole


def _bodies() -> Iterator[tuple[str, str]]:
    """Give options and sources that a profile names and that are not there."""
    for body in bodies().values():
        for name, option in body.choices.items():
            if name not in open_points() or option not in open_points()[name].options:
                yield body.id, f"{name}={option}"
        yield from ((body.id, name) for name in body.own if name not in sources())
