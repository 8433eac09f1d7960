# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be said beside a decision: one row for each, as in `sayings`."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from longbien.actions.cooperation.answers.consult import consult, give_views
from longbien.actions.cooperation.answers.dispute import answer_dispute, raise_dispute, settle_dispute
from longbien.actions.cooperation.answers.status import ask_status, report_progress
from longbien.actions.cooperation.answers.use import answer_use, ask_use
from longbien.web.cooperation import aside_forms
from longbien.web.cooperation.saying import Saying

BESIDE: Final = (
    Saying(
        name="consult",
        event="answer.consulting",
        words=_("Consult before refusing"),
        why=_(
            "Before a refusal or postponement: the other State may answer, or accept conditions (Art. 40(28)). Our clocks stand still meanwhile."
        ),
        form=aside_forms.ConsultForm,
        verb=consult,
        conditions=True,
        beside=True,
    ),
    Saying(
        name="views",
        event="request.views",
        track="consulting",
        states=("open",),
        words=_("Give our views"),
        why=_("The other State thinks of refusing or postponing, and asks first."),
        form=aside_forms.WordsForm,
        verb=give_views,
    ),
    Saying(
        name="ask-status",
        event="request.status-wanted",
        words=_("Ask where it stands"),
        why=_("A reasonable query is to be answered (Art. 40(26)). It moves nothing."),
        form=aside_forms.QueryForm,
        verb=ask_status,
        beside=True,
    ),
    Saying(
        name="progress",
        event="answer.progress",
        words=_("Tell where it stands"),
        why=_("For the other State's planning. It decides nothing."),
        form=aside_forms.ProgressForm,
        verb=report_progress,
        beside=True,
    ),
    Saying(
        name="ask-use",
        event="request.use-consent",
        track="evidence",
        states=("released", "received"),
        words=_("Ask for another use"),
        why=_(
            "Evidence is used for the purpose that was stated, and by nobody else, unless the State that gave it consents (Art. 40(19), 36(3))."
        ),
        form=aside_forms.AskUseForm,
        verb=ask_use,
        beside=True,
    ),
    Saying(
        name="answer-use",
        event="answer.use-consent",
        track="consent",
        states=("asked", "granted", "refused", "expired"),
        words=_("Answer on another use"),
        why=_("Until consent is given, exports carry a bar. It can be given for a time, and taken back."),
        form=aside_forms.AnswerUseForm,
        verb=answer_use,
        conditions=True,
    ),
    Saying(
        name="dispute",
        event="dispute.raised",
        words=_("Raise a dispute"),
        why=_("A position of our State, in the thread, with a second person. It changes no decision."),
        form=aside_forms.RaiseForm,
        verb=raise_dispute,
        beside=True,
    ),
    Saying(
        name="answer-dispute",
        event="dispute.answered",
        track="dispute",
        states=("raised-by-requesting", "raised-by-requested"),
        words=_("Answer the dispute"),
        why=_("The other side holds that something is owed."),
        form=aside_forms.AnswerDisputeForm,
        verb=answer_dispute,
    ),
    Saying(
        name="settle-dispute",
        event="dispute.settled",
        track="dispute",
        states=(
            "raised-by-requesting",
            "raised-by-requested",
            "answered-by-requesting",
            "answered-by-requested",
        ),
        words=_("Settle the dispute"),
        why=_("Whoever raised it says how it was settled."),
        form=aside_forms.SettleForm,
        verb=settle_dispute,
    ),
)
"""In the order in which a page offers them."""
