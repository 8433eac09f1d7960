# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be said in a thread, as one table: the event of the lifecycle, the form, the verb of the desk, the words."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from longbien.actions.cooperation.answers.acknowledge import acknowledge
from longbien.actions.cooperation.answers.ask import ask
from longbien.actions.cooperation.answers.close import close
from longbien.actions.cooperation.answers.decide_measure import decide_measure
from longbien.actions.cooperation.answers.execute_answer import execute_answer
from longbien.actions.cooperation.answers.extend import extend
from longbien.actions.cooperation.answers.preserve import preserve
from longbien.actions.cooperation.answers.return_for_defects import return_for_defects
from longbien.actions.cooperation.answers.withdraw import withdraw
from longbien.actions.cooperation.pages.values import RequestPage
from longbien.core.cooperation.life.table import KEPT
from longbien.web.cooperation import say_forms
from longbien.web.cooperation.beside import BESIDE
from longbien.web.cooperation.deciding import DECIDING, STATING
from longbien.web.cooperation.saying import Saying

_SENT: Final = ("sent", "delivered")
_UNFROZEN: Final = ("asked", "postponed", "refused")
_FROZEN: Final = ("granted", "in-force", "extension-asked", "extended", "converted", "lapsed")


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
        verb=decide_measure,
        fixed=(("measure", "preservation"),),
    ),
    *DECIDING,
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
    *STATING,
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
        track="preservation",
        states=KEPT,
        words=_("Ask for an extension"),
        why=_("Before the period ends (Art. 42(9)); afterwards it has lapsed and cannot be dated back."),
        form=say_forms.ExtendForm,
        verb=extend,
    ),
    Saying(
        name="extend-arrest",
        event="request.extension",
        track="arrest",
        states=KEPT,
        words=_("Ask that the arrest last longer"),
        why=_("As far as the law of the arresting State allows, and before its day of release."),
        form=say_forms.ExtendArrestForm,
        verb=extend,
        fixed=(("measure", "arrest"),),
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
    *BESIDE,
)
"""In the order in which a page offers them."""


def offered(page: RequestPage) -> tuple[Saying, ...]:
    """Give what the page of a request offers its reader now."""
    return tuple(saying for saying in SAYINGS if saying.fits(page))


def saying_of(name: str) -> Saying | None:
    """Find a saying by its name in the address."""
    return next((saying for saying in SAYINGS if saying.name == name), None)
