# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many it takes: fractions of a whole in integers, never percentages."""

from dataclasses import dataclass

from longbien.core.base.fields import Fields
from longbien.core.conference.rules.values import RuleValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A quorum as the rules write it: `num/den` of `of`, more than that if `strict`.

    `of` is `states_parties`, `participating` (in the session) or `members` (of a body such as the General Assembly).
    """

    num: int
    den: int
    strict: bool
    of: str


def least(num: int, den: int, *, strict: bool, of: int) -> int:
    """Give the smallest whole number that is at least `num/den` of `of`, or more than it if `strict`."""
    return num * of // den + 1 if strict else -(-num * of // den)


def share(rule: RuleValue) -> Share:
    """Read a quorum (`quorum.open`, `quorum.decide`); MalformedError if the value is no share."""
    fields = Fields(rule.value, where=rule.path)
    found = Share(
        num=fields.integer("num", minimum=1),
        den=fields.integer("den", minimum=1),
        strict=fields.boolean("strict"),
        of=fields.choice("of", ("states_parties", "participating", "members")),
    )
    fields.done()
    return found
