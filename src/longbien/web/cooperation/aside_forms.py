# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an officer fills in beside a decision: consulting, status, consent to another use, disputes. Choices of numbers come from the page."""

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

from longbien.actions.cooperation.pages.values import RequestPage
from longbien.core.cooperation.forms.kinds import MEASURES
from longbien.web.base.fields import CodeField, CodesField, MomentField, TextField, code_choices
from longbien.web.cooperation.say_forms import REASONS

_HELD: Final = ("released", "received")


class AsideForm(forms.Form):
    """A form whose choices depend on the request."""

    def offer(self, page: RequestPage) -> None:
        """Offer the choices that the page of the request gives."""


class ConsultForm(AsideForm):
    """What stands against a measure, and on which conditions it could be granted."""

    measure = forms.ChoiceField(label=_("What would be refused or postponed"))
    grounds = CodesField("REFUSAL", label=_("Grounds that stand against it"), required=False)
    text = TextField(label=_("In words"), max_length=REASONS, lines=True)
    answer_by = MomentField(label=_("Views wanted by"), required=False)

    def offer(self, page: RequestPage) -> None:
        """Offer the measures that the request asks for."""
        asked = [one.track for one in page.measures]
        choices = [
            choice for choice in code_choices("MEASURE") if choice[0] in asked and choice[0] in MEASURES
        ]
        _choose(self, "measure", choices)


class WordsForm(AsideForm):
    """Words alone."""

    text = TextField(label=_("In words"), max_length=REASONS, lines=True)


class QueryForm(AsideForm):
    """A query on the status; words may be added."""

    text = TextField(label=_("In words"), max_length=4000, lines=True, required=False)


class ProgressForm(AsideForm):
    """How far it is."""

    text = TextField(label=_("How far it is"), max_length=4000, lines=True)
    expected = MomentField(label=_("The next step is expected by"), required=False)


class AskUseForm(AsideForm):
    """Another use, or an onward transfer."""

    use = CodeField("USE", label=_("What consent is asked for"), widget=forms.RadioSelect)
    object_id = forms.ChoiceField(label=_("Of which evidence"), required=False)
    purpose = TextField(label=_("What for"), max_length=REASONS, lines=True)
    recipient = TextField(
        label=_("Who shall have it"),
        max_length=300,
        required=False,
        help_text=_("For an onward transfer: the State or organisation."),
    )
    until = MomentField(label=_("Until"), required=False)

    def offer(self, page: RequestPage) -> None:
        """Offer the evidence that is here."""
        held = [
            (one.object_id, one.name or one.object_id[:12]) for one in page.evidence if one.state in _HELD
        ]
        _choose(self, "object_id", [("", str(_("All of this request"))), *held])

    def clean(self) -> dict[str, object]:
        """Hold the recipient to the use: an onward transfer names one, another use does not."""
        found = super().clean() or {}
        transfer = found.get("use") == "onward-transfer"
        if transfer and not found.get("recipient"):
            self.add_error("recipient", _("Name the State or organisation."))
        if not transfer:
            found["recipient"] = ""
        return found


class AnswerUseForm(AsideForm):
    """Consent or refusal."""

    consent = forms.ChoiceField(label=_("Which question"))
    decision = forms.ChoiceField(
        label=_("Decision"),
        choices=(("granted", _("Consent")), ("refused", _("Refuse, or take consent back"))),
        widget=forms.RadioSelect,
    )
    reasons = TextField(
        label=_("Reasons"),
        max_length=REASONS,
        lines=True,
        required=False,
        help_text=_("Always given with a refusal."),
    )
    until = MomentField(
        label=_("Consent holds until"), required=False, help_text=_("For good if nothing stands here.")
    )

    def offer(self, page: RequestPage) -> None:
        """Offer the questions that were asked."""
        _choose(
            self, "consent", [(one.consent, f"{one.consent[:8]} · {one.purpose[:80]}") for one in page.uses]
        )

    def clean(self) -> dict[str, object]:
        """Ask for reasons with a refusal."""
        found = super().clean() or {}
        if found.get("decision") == "refused" and not found.get("reasons"):
            self.add_error("reasons", _("Reasons must be given."))
        return found


class RaiseForm(AsideForm):
    """What the other side should have done."""

    text = TextField(label=_("What the other side should have done"), max_length=REASONS, lines=True)


class AnswerDisputeForm(AsideForm):
    """An answer to a dispute of the other side."""

    dispute = forms.ChoiceField(label=_("Which dispute"))
    text = TextField(label=_("In words"), max_length=REASONS, lines=True)

    def offer(self, page: RequestPage) -> None:
        """Offer the other side's disputes."""
        _choose(self, "dispute", _disputes(page, ours=False))


class SettleForm(AsideForm):
    """How a dispute of ours was settled."""

    dispute = forms.ChoiceField(label=_("Which dispute"))
    text = TextField(label=_("How it was settled"), max_length=REASONS, lines=True)

    def offer(self, page: RequestPage) -> None:
        """Offer our disputes."""
        _choose(self, "dispute", _disputes(page, ours=True))


def _disputes(page: RequestPage, *, ours: bool) -> list[tuple[str, str]]:
    return [
        (one.dispute, f"{one.dispute[:8]} · {one.text[:80]}")
        for one in page.disputes
        if one.ours is ours and one.state != "settled"
    ]


def _choose(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices
