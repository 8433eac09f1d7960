# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A sitting as JSON, so that two replays can be compared byte by byte. Rules are named by profile and choices, not written out."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum

from longbien.core.base.canonical import Json
from longbien.core.base.moments import print_moment
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.rules.load import rules_json
from longbien.core.conference.rules.values import RuleSet, RuleValue


def sitting_json(sitting: Sitting) -> Json:
    """Give the whole state as JSON: lists in their order, sets sorted; the same for the same events on every machine."""
    return _plain(sitting)


def _plain(value: object) -> Json:
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, datetime):
        return print_moment(value)
    if isinstance(value, RuleSet):
        return rules_json(value)
    if isinstance(value, RuleValue):
        return {"path": value.path, "value": value.value, "rule": value.rule, "confidence": value.confidence}
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(name): _plain(held) for name, held in value.items()}
    if isinstance(value, frozenset | set):
        return [*sorted(str(held) for held in value)]
    if isinstance(value, Sequence):
        return [_plain(held) for held in value]
    return str(value)
