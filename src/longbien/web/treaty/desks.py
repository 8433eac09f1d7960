# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which desks of this node carry out an article: request kinds by their forms, everything else by one small table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from longbien.core.cooperation.kinds import forms


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A place where an article is carried out: the name of its address, and words. `public`: open without signing in."""

    route: str
    words: Promise
    public: bool = False


REQUESTS: Final = Desk(route="inbox", words=_("Requests between States"))
EVIDENCE: Final = Desk(route="evidence", words=_("Evidence: seals, custody, conditions of use"))
DIRECTORY: Final = Desk(route="parties", words=_("Directory: authorities, keys, addresses"))
LOG: Final = Desk(route="log", words=_("Log that nobody can change unseen"))
STATUS: Final = Desk(route="treaty", words=_("Status of the Convention"), public=True)
STATES: Final = Desk(route="treaty_states", words=_("States, day by day"), public=True)

BY_ARTICLE: Final[Mapping[int, tuple[Desk, ...]]] = {
    24: (REQUESTS, LOG),
    35: (REQUESTS, EVIDENCE),
    36: (EVIDENCE,),
    37: (DIRECTORY,),
    40: (REQUESTS, DIRECTORY, EVIDENCE),
    41: (DIRECTORY, REQUESTS),
    42: (REQUESTS,),
    43: (REQUESTS,),
    44: (REQUESTS, EVIDENCE),
    53: (DIRECTORY,),
    63: (STATES,),
    64: (STATES, STATUS),
    65: (STATUS,),
    67: (STATES,),
}
"""By number of the article; an article that is not here is carried out by law at home or by a desk still to come."""


def desks_of(article: int) -> tuple[Desk, ...]:
    """Give the desks that carry out an article."""
    return BY_ARTICLE.get(article, ())


def form_labels(article: int) -> tuple[str, ...]:
    """Give the labels of the request kinds that carry out an article, in English."""
    return tuple(form.label for form in forms().values() if form.article.split(".", 1)[0] == str(article))
