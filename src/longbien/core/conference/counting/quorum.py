# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two quorums (rule 41 of UNTOC): to open a meeting, and to decide. What counts as present is a value of the rules, not of the code."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.conference.counting.tally import Tally
from longbien.core.conference.counting.thresholds import least_share
from longbien.core.conference.rules.values import RuleValue

PARTICIPATING: Final = "participating"
STATES_PARTIES: Final = "states_parties"
MEMBERS: Final = "members"
"""All members of a body such as the General Assembly: who could be there, as the States Parties are elsewhere."""
NOT_COUNTED: Final = "not_counted"
COUNTED_ONCE: Final = "counted_once"
MEMBERS_COUNTED: Final = "members_counted"
"""The options of the variant `reio_quorum`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum:
    """A quorum and whether it was there. `of` says which Parties `base` counts; `present` is None while nobody has counted."""

    required: int
    present: int | None
    of: str
    base: int
    rule: RuleValue

    @property
    def reached(self) -> bool:
        """Tell whether enough are present; presumed as long as nobody has counted (data/procedure, `quorum.verification`)."""
        return self.present is None or self.present >= self.required


@dataclass(frozen=True, slots=True, kw_only=True)
class Bases:
    """How many Parties there are: all for which the Convention is in force, and those that take part in the session."""

    states_parties: int
    participating: int

    def of(self, name: str) -> int:
        """Give the number by its name in the rules; MalformedError `conference_votes.quorum_base`."""
        held = {STATES_PARTIES: self.states_parties, MEMBERS: self.states_parties}
        found = {**held, PARTICIPATING: self.participating}.get(name)
        if found is None:
            raise MalformedError("conference_votes.quorum_base", base=name[:40])
        return found


def quorum(rule: RuleValue, bases: Bases, *, present: int | None, of: str = "") -> Quorum:
    """Give the quorum that a rule asks for: its value is {num, den, strict, of}; `of` overrides by a variant."""
    fields = Fields(rule.value, where=rule.path)
    counted = of or fields.text("of")
    base = bases.of(counted)
    required = least_share(
        fields.integer("num", minimum=1),
        fields.integer("den", minimum=1),
        base,
        strict=fields.boolean("strict"),
    )
    return Quorum(required=max(1, required), present=present, of=counted, base=base, rule=rule)


def present_in_vote(counted: Tally, present: int | None, *, abstainers_count: bool) -> int | None:
    """Give the number present for a vote: whoever voted in any way was there.

    Where abstainers do not count (as at the ILO), only votes for and against do.
    """
    if not abstainers_count:
        return counted.cast
    if not counted.recorded:
        return present
    return counted.recorded if present is None else max(present, counted.recorded)


def presence_of(states: Collection[str], organisations: Mapping[str, Collection[str]], *, option: str) -> int:
    """Count who is present for the quorum: States, and present organisations with their members that are Parties.

    `option` is that of the variant `reio_quorum`: an organisation adds nothing, one, or its members that are not in the room themselves.
    """
    held = set(states)
    if option == MEMBERS_COUNTED:
        return len(held.union(*organisations.values())) if organisations else len(held)
    return len(held) + (len(organisations) if option == COUNTED_ONCE else 0)
