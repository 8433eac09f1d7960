# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an officer fills in to say something in a thread. Forms clean input into values; only actions write."""

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

from longbien.core.cooperation.acts.bodies import Condition
from longbien.web.base.fields import CodeField, CodesField, MomentField, TextField

REASONS: Final = 20_000


class AcknowledgeForm(forms.Form):
    """A person has seen the request."""

    reference = TextField(label=_("Our reference"), max_length=120, required=False)
    note = TextField(label=_("Note to the requesting authority"), max_length=4000, lines=True, required=False)


class PreserveForm(forms.Form):
    """Grant preservation and say that the data are kept."""

    until = MomentField(label=_("Data are kept until"))
    held_by = TextField(label=_("Held by"), max_length=300, required=False)
    provider_reference = TextField(label=_("The holder's reference"), max_length=300, required=False)
    note = TextField(label=_("Note"), max_length=4000, lines=True, required=False)
    concerns = CodesField("CONCERN", label=_("Early warnings to the other State"), required=False)


class DecideForm(forms.Form):
    """One decision on one measure."""

    decision = CodeField("DECISION", label=_("Decision"), widget=forms.RadioSelect)
    grounds = CodesField(
        "REFUSAL", label=_("Grounds"), required=False, help_text=_("Needed unless everything is granted.")
    )
    reasons = TextField(
        label=_("Reasons"),
        max_length=REASONS,
        lines=True,
        required=False,
        help_text=_("Reasons are given to the other State unless everything is granted (Art. 40(25))."),
    )
    consulted_at = MomentField(label=_("The other State was consulted at"), required=False)
    reconsider_after = MomentField(label=_("To be considered again after"), required=False)


class DecidePreservationForm(DecideForm):
    """The decision on preservation: a doubt about a later disclosure is said now."""

    concerns = CodesField("CONCERN", label=_("Early warnings to the other State"), required=False)


class DecideMeasureForm(DecideForm):
    """The decision on any other measure."""


class ConditionForm(forms.Form):
    """One condition of use."""

    code = CodeField("CONDITION", label=_("Condition of use"), required=False)
    text = TextField(label=_("In words"), max_length=4000, required=False)
    until = MomentField(label=_("Until"), required=False, help_text="")


ConditionForms = forms.formset_factory(ConditionForm, extra=3, max_num=20, absolute_max=20)


def conditions_of(formset: "forms.BaseFormSet[ConditionForm]") -> tuple[Condition, ...]:
    """Give the conditions that were filled in."""
    filled = (form.cleaned_data for form in formset if form.cleaned_data.get("code"))
    return tuple(Condition(code=one["code"], text=one["text"], until=one["until"]) for one in filled)


class ReturnForm(forms.Form):
    """The request cannot be worked on as it is."""

    reasons = CodesField("RETURN", label=_("Why it comes back"))
    text = TextField(label=_("What is needed"), max_length=REASONS, lines=True, required=False)
    preserved_meanwhile = forms.BooleanField(label=_("The data are kept meanwhile"), required=False)


class AskForm(forms.Form):
    """A question, or a warning before acting."""

    questions = TextField(label=_("Questions"), max_length=REASONS, lines=True)
    concern = CodeField("CONCERN", label=_("Warning before acting (Art. 42(7))"), required=False)
    answer_by = MomentField(label=_("Answer wanted by"), required=False)


class ExecuteForm(forms.Form):
    """What was done about the measure."""

    outcome = CodeField("OUTCOME", label=_("Outcome"))
    held_by = TextField(label=_("Held by"), max_length=300, required=False)
    provider_reference = TextField(label=_("The holder's reference"), max_length=300, required=False)
    other_provider = TextField(label=_("Another provider was found"), max_length=300, required=False)
    note = TextField(label=_("Note"), max_length=4000, lines=True, required=False)


class ExecutePreservationForm(ExecuteForm):
    """Data are kept, from when until when."""

    since = MomentField(label=_("Kept from"), required=False)
    until = MomentField(label=_("Kept until"), required=False)
    field_order = ("outcome", "since", "until")


class DoneForm(forms.Form):
    """What was done of a measure about which no holder of data is asked."""

    outcome = CodeField("OUTCOME", label=_("Outcome"))
    since = MomentField(label=_("From"), required=False)
    until = MomentField(label=_("Until"), required=False)
    note = TextField(label=_("Note"), max_length=4000, lines=True, required=False)


class ExecuteArrestForm(DoneForm):
    """A person is held until a day that the own law sets, was not found, or was released."""

    since = MomentField(label=_("Held from"), required=False)
    until = MomentField(
        label=_("To be released on, unless the request for extradition is here"),
        required=False,
        help_text=_(
            "The day that our law sets; if it stays empty, that of our published requirements. It runs as a clock on both sides."
        ),
    )


class ExtendForm(forms.Form):
    """Keep the data longer (Art. 42(9))."""

    until = MomentField(label=_("Keep until"))
    reason = TextField(label=_("Why"), max_length=4000, lines=True)


class ExtendArrestForm(forms.Form):
    """Hold the person longer."""

    until = MomentField(label=_("Hold until"))
    reason = TextField(label=_("Why"), max_length=4000, lines=True)


class ReasonForm(forms.Form):
    """A reason alone: for a withdrawal, a refusal of conditions, a recall, a rejection."""

    reason = TextField(label=_("Reason"), max_length=4000, lines=True)


class CloseForm(forms.Form):
    """Nothing more will follow from this side."""

    outcome = CodeField("OUTCOME", label=_("How it ended"))
    note = TextField(label=_("Note"), max_length=4000, lines=True, required=False)
