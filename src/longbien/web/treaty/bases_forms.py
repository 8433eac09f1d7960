# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is typed about legal bases between two States: a row, its end, an offer, its end."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from longbien.core.base.ids import parse_party_id
from longbien.core.cooperation.forms.plain import clean_date
from longbien.core.treaty.bases.basis import STATUSES
from longbien.core.treaty.bases.entries import CONFIDENCES
from longbien.texts import word
from longbien.web.base.fields import CodeField, TextField, through_core

_DAY = _("As 2027-01-31")
_LTR = {"dir": "ltr", "autocomplete": "off"}


class DayField(forms.CharField):
    """A day, typed as `2027-01-31`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=10, help_text=_DAY, widget=forms.TextInput(attrs=_LTR), **kwargs)

    def clean(self, value: object) -> date | None:
        """Give the day, None for an empty optional field."""
        text = super().clean(value)
        return through_core(lambda: clean_date(text)) if text else None


class PairForm(forms.Form):
    """Two States to look at."""

    one = forms.CharField(label=_("A State (code)"), max_length=20, widget=forms.TextInput(attrs=_LTR))
    other = forms.CharField(
        label=_("Another State (code)"), max_length=20, widget=forms.TextInput(attrs=_LTR)
    )

    def clean_one(self) -> str:
        """Give the first State's code."""
        return through_core(lambda: parse_party_id(self.cleaned_data["one"].strip().upper()))

    def clean_other(self) -> str:
        """Give the second State's code."""
        return through_core(lambda: parse_party_id(self.cleaned_data["other"].strip().upper()))


class RowForm(forms.Form):
    """A treaty between the two, with its source."""

    basis = CodeField("LEGAL-BASIS", label=_("Legal basis"))
    status = forms.ChoiceField(
        label=_("Status"), choices=lambda: [(code, word("en", "basis_status", code)) for code in STATUSES]
    )
    since = DayField(label=_("From"))
    until = DayField(label=_("Until (the first day on which it no longer holds)"), required=False)
    name = TextField(label=_("Name of the treaty"), max_length=300, required=False)
    note = TextField(label=_("Note"), max_length=2000, lines=True, required=False)
    source = TextField(label=_("On whose word"), max_length=300)
    confidence = forms.ChoiceField(
        label=_("How sure it is"), choices=[(code, code) for code in CONFIDENCES], initial="medium"
    )


class EndForm(forms.Form):
    """The end of a row."""

    until = DayField(label=_("The first day on which it no longer holds"))
    source = TextField(label=_("On whose word"), max_length=300)


class WhyForm(forms.Form):
    """A reason."""

    why = TextField(label=_("Why"), max_length=500)


class OfferForm(forms.Form):
    """An agreement to use Article 40(8)-(31)."""

    since = DayField(label=_("From"))
    until = DayField(label=_("Until (the first day on which it no longer holds)"), required=False)
    request_id = forms.CharField(
        label=_("For one request only (its whole number)"),
        max_length=32,
        required=False,
        widget=forms.TextInput(attrs=_LTR),
    )
    text = TextField(label=_("Words that go with it"), max_length=4000, lines=True, required=False)


class ReleaseForm(forms.Form):
    """The end of an agreement."""

    since = DayField(label=_("The first day without it"))
    reason = TextField(label=_("Why"), max_length=4000)
