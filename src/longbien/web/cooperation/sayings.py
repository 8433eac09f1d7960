# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be said in a thread, as one table: the event of the lifecycle, the form, the verb of the desk, the words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from longbien.actions.cooperation.answers.acknowledge import acknowledge
from longbien.actions.cooperation.answers.ask import ask
from longbien.actions.cooperation.answers.close import close
from longbien.actions.cooperation.answers.decide_disclosure import decide_disclosure
from longbien.actions.cooperation.answers.decide_preservation import decide_preservation, preserve
from longbien.actions.cooperation.answers.execute_answer import execute_answer
from longbien.actions.cooperation.answers.extend import extend
from longbien.actions.cooperation.answers.return_for_defects import return_for_defects
from longbien.actions.cooperation.answers.withdraw import withdraw
from longbien.actions.cooperation.pages.values import RequestPage
from longbien.web.cooperation import say_forms

_SENT: Final = ("sent", "delivered")
_UNFROZEN: Final = ("asked", "postponed", "refused")
_FROZEN: Final = ("granted", "in-force", "extension-asked", "extended", "converted", "lapsed")
_OPEN_DISCLOSURE: Final = ("asked", "granted", "granted-in-part", "postponed", "refused")
_GRANTED: Final = ("granted", "granted-in-part", "executed-in-part")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One thing that can be said.

    `event` must be possible for the officer now; `track` and `states` narrow it to where that track stands. `fixed` are the
    verb's own arguments. `at_once`: one press says it without a form. `conditions`: the page asks for conditions of use as well.
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

    def fits(self, page: RequestPage) -> bool:
        """Tell whether the page of a request offers it now."""
        place = page.state.tracks.get(self.track, "")
        return self.event in page.may and (not self.states or place in self.states)


SAYINGS: Final = (
    Saying(
        name="acknowledge",
        event="answer.acknowledged",
        states=_SENT,
        words=_("Acknowledge"),
        why=_("Tells the other State that a person has seen the request. It decides nothing."),
        form=say_forms.AcknowledgeForm,
        verb=acknowledge,
        at_once=True,
        key="a",
    ),
    Saying(
        name="preserve",
        event="answer.decided",
        track="preservation",
        states=_UNFROZEN,
        words=_("Preserve the data"),
        why=_(
            "Grants preservation and states until when the data are kept: 60 days at least (Art. 42(8)). Nothing is disclosed."
        ),
        form=say_forms.PreserveForm,
        verb=preserve,
        key="p",
    ),
    Saying(
        name="decide-preservation",
        event="answer.decided",
        track="preservation",
        states=_UNFROZEN,
        words=_("Decide on preservation"),
        why=_(
            "Dual criminality is no condition for preservation. A refusal takes grounds, reasons and a second person."
        ),
        form=say_forms.DecidePreservationForm,
        verb=decide_preservation,
    ),
    Saying(
        name="decide-disclosure",
        event="answer.decided",
        track="disclosure",
        states=_OPEN_DISCLOSURE,
        words=_("Decide on disclosure"),
        why=_("Its own decision, whatever was decided on preservation. A second person has to approve it."),
        form=say_forms.DecideDisclosureForm,
        verb=decide_disclosure,
        conditions=True,
    ),
    Saying(
        name="execute-preservation",
        event="answer.executed",
        track="preservation",
        states=_FROZEN,
        words=_("State what is preserved"),
        why=_("A statement of fact: what is kept, from when until when, by whom."),
        form=say_forms.ExecutePreservationForm,
        verb=execute_answer,
        fixed=(("measure", "preservation"),),
    ),
    Saying(
        name="execute-disclosure",
        event="answer.executed",
        track="disclosure",
        states=_GRANTED,
        words=_("State what was disclosed"),
        why=_("A statement of fact. The evidence itself is announced and released on its own page."),
        form=say_forms.ExecuteForm,
        verb=execute_answer,
        fixed=(("measure", "disclosure"),),
    ),
    Saying(
        name="ask",
        event="answer.information-wanted",
        words=_("Ask"),
        why=_("A question to the requesting State, or a warning before acting: it decides whether to go on."),
        form=say_forms.AskForm,
        verb=ask,
    ),
    Saying(
        name="return",
        event="answer.returned",
        words=_("Return for completion"),
        why=_("Not a refusal: the request can be completed. Clocks stop until it is."),
        form=say_forms.ReturnForm,
        verb=return_for_defects,
    ),
    Saying(
        name="extend",
        event="request.extension",
        words=_("Ask for an extension"),
        why=_("Before the period ends (Art. 42(9)); afterwards it has lapsed and cannot be dated back."),
        form=say_forms.ExtendForm,
        verb=extend,
    ),
    Saying(
        name="withdraw",
        event="request.withdrawn",
        words=_("Withdraw"),
        why=_(
            "The assistance is no longer needed. Data preserved for it may be lost; a second person has to approve."
        ),
        form=say_forms.ReasonForm,
        verb=withdraw,
    ),
    Saying(
        name="close",
        event="answer.closed",
        words=_("Close"),
        why=_("Nothing more will follow from this side."),
        form=say_forms.CloseForm,
        verb=close,
    ),
)
"""In the order in which a page offers them."""


def offered(page: RequestPage) -> tuple[Saying, ...]:
    """Give what the page of a request offers its reader now."""
    return tuple(saying for saying in SAYINGS if saying.fits(page))


def saying_of(name: str) -> Saying | None:
    """Find a saying by its name in the address."""
    return next((saying for saying in SAYINGS if saying.name == name), None)
