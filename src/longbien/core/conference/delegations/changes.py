# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a list changes in a delegation: who is new, who goes, whose function changes. Pure: rows and badges are the verb's."""

from collections.abc import Sequence
from dataclasses import dataclass

from longbien.core.base.errors import RefusedError
from longbien.core.conference.delegations.functions import NAMED_ON_NOTES, Function
from longbien.core.conference.delegations.listing import Member


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """A member as registered now: the badge's row, the number that stands on it, the names' key, the functions."""

    badge: int
    number: int
    key: tuple[str, str]
    functions: frozenset[Function]

    @property
    def is_head(self) -> bool:
        """Tell whether the member leads the delegation."""
        return Function.HEAD in self.functions


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is to be done, in this order: badges ended, functions taken and given, badges issued."""

    ended: tuple[int, ...] = ()
    changed: tuple[tuple[int, Function], ...] = ()
    """Badge and the function of the note that it has from now on."""
    new: tuple[Member, ...] = ()
    kept: tuple[int, ...] = ()


def changes(present: Sequence[Present], listed: Sequence[Member], *, whole: bool) -> Changes:
    """Compare a list with the delegation. `whole`: the list is the delegation from now on; otherwise it adds to it.

    RefusedError `conference.two_heads` if two would lead it: rule 12, one head of delegation.
    """
    by_key = {one.key: one for one in present}
    keys = {one.key for one in listed}
    ended = tuple(one.badge for one in present if one.key not in keys) if whole else ()
    changed = tuple(
        (by_key[one.key].badge, one.function)
        for one in listed
        if one.key in by_key and one.function not in by_key[one.key].functions
    )
    new = tuple(one for one in listed if one.key not in by_key)
    found = Changes(
        ended=ended,
        changed=changed,
        new=new,
        kept=tuple(one.badge for one in present if one.badge not in ended),
    )
    _check_heads(present, found)
    return found


def _check_heads(present: Sequence[Present], found: Changes) -> None:
    moved = dict(found.changed)
    leading = [
        one.number
        for one in present
        if one.badge not in found.ended
        and (moved[one.badge] is Function.HEAD if one.badge in moved else one.is_head)
    ]
    new = sum(1 for one in found.new if one.function is Function.HEAD)
    if len(leading) + new > 1:
        raise RefusedError("conference.two_heads", badge=leading[0] if leading else 0)


def of_note(functions: frozenset[Function]) -> frozenset[Function]:
    """Give those functions that a note verbale names: a change of function replaces them, and leaves chair or teller alone."""
    return functions & frozenset(NAMED_ON_NOTES)
