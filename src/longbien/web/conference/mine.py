# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What one reader may ask for beside the next steps: the kinds of event of its seat, in groups, each with its own form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from longbien.actions.conference.hall.view import OwnView


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A group of things that can be said: its title and the kinds that are this reader's."""

    title: str | Promise
    kinds: tuple[str, ...]


_FLOOR: Final = ("floor.requested", "reply.requested", "floor.withdrawn")
_ORDER: Final = ("order.raised", "order.appealed", "presence.challenged", "question.disputed")
_MOTION: Final = ("motion.moved", "motion.amended", "motion.withdrawn", "motion.spoke")
_TEXT: Final = (
    *("proposal.tabled", "proposal.sponsored", "proposal.withdrawn", "proposal.revived"),
    *("amendment.tabled", "amendment.withdrawn", "division.requested", "division.objected", "division.spoke"),
)
_DECIDING: Final = (
    "vote.requested",
    "consensus.objected",
    "silence.broken",
    "vote.explained",
    "vote.corrected",
)
_MEETING: Final = (
    *(
        "meeting.opened",
        "meeting.suspended",
        "meeting.resumed",
        "meeting.closed",
        "item.opened",
        "item.closed",
    ),
    *("presence.counted", "rules.changed"),
)
_LIST: Final = ("list.ordered", "list.closed", "list.reopened", "limit.set", "floor.called")
_PUTTING: Final = (
    *(
        "question.ruled",
        "effort.exhausted",
        "consensus.asked",
        "silence.started",
        "vote.announced",
        "amendment.ordered",
    ),
    *("election.announced", "result.declared", "vote.voided", "proposal.passed_over"),
)
_GROUPS: Final[Mapping[str, tuple[tuple[str | Promise, tuple[str, ...]], ...]]] = {
    "delegate": (
        (_("The floor"), _FLOOR),
        (_("Order and quorum"), _ORDER),
        (_("Motions"), _MOTION),
        (_("Proposals and amendments"), _TEXT),
        (_("Decisions and votes"), _DECIDING),
    ),
    "chair": (
        (_("The meeting"), _MEETING),
        (_("The list of speakers"), _LIST),
        (_("Putting a question"), _PUTTING),
    ),
    "grid": (
        (_("Written down for a delegation"), (*_FLOOR, *_ORDER, *_MOTION, *_TEXT, *_DECIDING)),
        (
            _("The secretariat"),
            ("presence.counted", "proposal.circulated", "proposal.costed", "rules.changed"),
        ),
    ),
}


def askings_of(own: OwnView, board: str) -> tuple[Asking, ...]:
    """Give the groups of a page with the kinds that this reader's seat may say; empty groups are left out."""
    groups = [
        Asking(title=title, kinds=tuple(kind for kind in kinds if kind in own.kinds))
        for title, kinds in _GROUPS.get(board, ())
    ]
    return tuple(one for one in groups if one.kinds)
