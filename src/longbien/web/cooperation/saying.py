# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One thing that can be said in a thread: the event of the lifecycle, the form, the verb of the desk, the words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise

from longbien.actions.cooperation.pages.values import RequestPage
from longbien.core.cooperation.life.table import BY_ITEM


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One thing that can be said.

    `event` must be possible for the officer now; `track` and `states` narrow it to where that track stands. `fixed` are the
    verb's own arguments. `at_once`: one press says it without a form. `conditions`: the page asks for conditions of use as
    well. `beside`: offered apart from what moves the request.
    """

    name: str
    event: str
    words: Promise
    why: Promise
    form: type[forms.Form]
    verb: Callable[..., Any]
    track: str = "request"
    states: tuple[str, ...] = ()
    fixed: tuple[tuple[str, str], ...] = ()
    at_once: bool = False
    conditions: bool = False
    key: str = ""
    beside: bool = False

    def fits(self, page: RequestPage) -> bool:
        """Tell whether the page of a request offers it now."""
        state = page.state
        places = state.items(self.track).values() if self.track in BY_ITEM else (state.tracks[self.track],)
        return self.event in page.may and (not self.states or any(one in self.states for one in places))
