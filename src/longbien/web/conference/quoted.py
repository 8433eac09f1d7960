# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rule values as a page quotes them: with the value written for people."""

from collections.abc import Iterable

from longbien.core.base.canonical import Json
from longbien.core.conference.rules.values import RuleSet, RuleValue


def quoted(rules: RuleSet, paths: Iterable[str]) -> list[tuple[RuleValue, str]]:
    """Give the rule values at some paths, each with its value as text."""
    return [(value, _written(value.value)) for value in map(rules.value, paths)]


def _written(value: Json) -> str:
    if isinstance(value, list):
        return ", ".join(_written(one) for one in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value).replace("_", " ")
