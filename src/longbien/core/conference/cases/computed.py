# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a case comes to: facts by name, the rules that decided, what is missing, what is to be noted."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from longbien.core.base.canonical import Json
from longbien.core.conference.rules.values import RuleValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something that a reader of the outcome must know: a code with the values of its sentence."""

    code: str
    params: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """The outcome of a case by the engine.

    `facts` have the names under which outcomes are expected (`outcome`, `votes_needed`, ...); `rules` decided it; `needs` are codes
    of inputs that are missing (then nothing, or not everything, is determined).
    """

    facts: Mapping[str, Json] = field(default_factory=dict)
    rules: tuple[RuleValue, ...] = ()
    needs: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


def missing(*needs: str, rules: tuple[RuleValue, ...] = ()) -> Computed:
    """Give the outcome of a case whose inputs do not suffice."""
    return Computed(needs=needs, rules=rules)
