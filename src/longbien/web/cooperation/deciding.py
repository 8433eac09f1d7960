# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be said of each measure other than preservation: a decision, and what was done. One row of words each."""

from typing import Final

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from longbien.actions.cooperation.answers.decide_measure import decide_measure
from longbien.actions.cooperation.answers.execute_answer import execute_answer
from longbien.core.cooperation.life.table import KEPT, UNDECIDED
from longbien.web.cooperation import say_forms
from longbien.web.cooperation.saying import Saying

_UNDONE: Final = ("granted", "granted-in-part", "executed-in-part")
_SECOND: Final = _(
    "Its own decision, whatever was decided on anything else. A second person has to approve it."
)
_FACT: Final = _("A statement of fact.")


def _deciding(
    measure: str, words: Promise, *, why: Promise = _SECOND, states: tuple[str, ...] = UNDECIDED
) -> Saying:
    return Saying(
        name=f"decide-{measure}",
        event="answer.decided",
        track=measure,
        states=states,
        words=words,
        why=why,
        form=say_forms.DecideMeasureForm,
        verb=decide_measure,
        fixed=(("measure", measure),),
        conditions=measure in ("disclosure", "assistance", "surrender"),
    )


def _stating(
    measure: str,
    words: Promise,
    *,
    why: Promise = _FACT,
    form: type[forms.Form] = say_forms.DoneForm,
    states: tuple[str, ...] = _UNDONE,
) -> Saying:
    return Saying(
        name=f"execute-{measure}",
        event="answer.executed",
        track=measure,
        states=states,
        words=words,
        why=why,
        form=form,
        verb=execute_answer,
        fixed=(("measure", measure),),
    )


DECIDING: Final = (
    _deciding(
        "arrest",
        _("Decide on the provisional arrest"),
        states=("asked", "granted", "postponed", "refused", "extension-asked"),
    ),
    _deciding("surrender", _("Decide on surrender")),
    _deciding("disclosure", _("Decide on disclosure")),
    _deciding("assistance", _("Decide on the assistance")),
    _deciding(
        "offer",
        _("Accept or decline the information"),
        why=_("Accepting binds our State to its conditions. If it is declined, nothing of it stays here."),
        states=("offered", "accepted", "declined"),
    ),
)
"""Decisions, in the order in which a page offers them."""

STATING: Final = (
    _stating(
        "arrest",
        _("State the arrest or the release"),
        why=_("A statement of fact: held from when, and the day on which our law has the person released."),
        form=say_forms.ExecuteArrestForm,
        states=("granted", *KEPT, "lapsed"),
    ),
    _stating(
        "surrender",
        _("State the surrender"),
        why=_(
            "A statement of fact. Who refuses for nationality alone says here that the case goes to its own authorities (Art. 37(11))."
        ),
        states=(*_UNDONE, "refused"),
    ),
    _stating(
        "disclosure",
        _("State what was disclosed"),
        why=_("A statement of fact. The evidence itself is announced and released on its own page."),
        form=say_forms.ExecuteForm,
    ),
    _stating("assistance", _("State what was done")),
)
"""Statements of what was done."""
