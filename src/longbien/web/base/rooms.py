# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rooms that the navigation shows, in the order of the work; each stands beside its desk's pages."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One entry of the navigation: its address's name, its words, its access key, and who sees it."""

    route: str
    words: Promise
    key: str
    prefix: str
    roles: tuple[str, ...] = ()
    badges: bool = False
    """Whether those see it too who are signed in without any role of this node: the badge holders of a conference."""


ROOMS: Final[tuple[Room, ...]] = (
    Room(route="inbox", words=_("Inbox"), key="1", prefix="/requests/"),
    Room(route="proposals", words=_("Approvals"), key="2", prefix="/proposals/"),
    Room(route="evidence", words=_("Evidence"), key="3", prefix="/evidence/"),
    Room(route="parties", words=_("Directory"), key="4", prefix="/parties/"),
    Room(route="log", words=_("Log"), key="5", prefix="/log/"),
    Room(route="treaty", words=_("Convention"), key="7", prefix="/treaty/", badges=True),
    Room(route="law", words=_("National law"), key="l", prefix="/law/"),
    Room(route="conference", words=_("Conference"), key="9", prefix="/conference/", badges=True),
    Room(
        route="oversight",
        words=_("Oversight"),
        key="8",
        prefix="/oversight/",
        roles=("auditor", "approver", "lawyer"),
    ),
    Room(
        route="people",
        words=_("People"),
        key="6",
        prefix="/people/",
        roles=("operator", "directory-officer", "auditor"),
    ),
)
