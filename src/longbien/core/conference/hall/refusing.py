# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A refusal: what was not accepted, by which rule, with which value from which source, and the fact that caused it."""

from collections.abc import Mapping
from dataclasses import dataclass

from longbien.core.base.errors import RefusedError
from longbien.core.conference.rules.values import RuleValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why an event is not accepted. `code` has its sentence in `longbien.sentences`, filled from `facts`."""

    code: str
    rule: RuleValue
    facts: Mapping[str, str]


class Refused(RefusedError):  # noqa: N818 # what the event is
    """A step that the rules of procedure do not allow; `refusal` says why."""

    def __init__(self, code: str, rule: RuleValue, /, **facts: str | int) -> None:
        """Keep the code, the rule that refuses and the facts, which are the values of the sentence."""
        super().__init__(code, **facts)
        self.refusal = Refusal(
            code=code, rule=rule, facts={name: str(value) for name, value in facts.items()}
        )


def house(path: str, value: str) -> RuleValue:
    """Give a rule that is ours, for what no rules of procedure speak of: the keeping of the record itself."""
    return RuleValue(
        path=f"house.{path}", label=value, value=value, rule="", sources=("house",), confidence="house"
    )


SHAPE = house("shape", "an event has the members of its kind, and no other")
SEQUENCE = house("sequence", "events of a meeting are numbered upwards")
TIME = house("time", "events follow each other in time")
NAMES = house("names", "an id names one thing, and that thing exists")
"""The rules of the record's own order."""
