# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is asked when a version of a law is kept."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from longbien.core.base.ids import parse_party_id
from longbien.core.law.reading.recipe import MAX_RECIPE
from longbien.core.law.versions.facts import LawFacts, VersionFacts
from longbien.web.base.fields import TextField, through_core
from longbien.web.law.library.words import KINDS, TRANSLATIONS
from longbien.web.treaty.bases_forms import DayField

_LTR = {"dir": "ltr", "autocomplete": "off"}


class KeepForm(forms.Form):
    """A law, and one version of it with its file."""

    file = forms.FileField(label=_("File"), help_text=_("The text of the law with its provisions."))
    recipe = forms.FileField(
        label=_("A recipe for this source"),
        help_text=_(
            "A small YAML file that says how its provisions begin, where the rules of the language fail."
        ),
        required=False,
    )
    state = forms.CharField(label=_("State (code)"), max_length=18, widget=forms.TextInput(attrs=_LTR))
    code = forms.CharField(
        label=_("Code of the law"),
        help_text=_("Short and unique within the State; it stands in addresses."),
        max_length=60,
        widget=forms.TextInput(attrs=_LTR),
    )
    title = TextField(label=_("Title of the law"), max_length=500, required=False)
    language = forms.CharField(
        label=_("Language of the text"),
        help_text=_("A code such as en, vi, ar or zh-Hans."),
        max_length=35,
        widget=forms.TextInput(attrs=_LTR),
    )
    kind = forms.ChoiceField(label=_("What the law is"), choices=list(KINDS.items()), initial="act")
    translation = forms.ChoiceField(label=_("What kind of text"), choices=list(TRANSLATIONS.items()))
    in_force_from = DayField(label=_("In force from"), required=False)
    in_force_until = DayField(label=_("Until (the first day on which it no longer holds)"), required=False)
    text_as_of = DayField(label=_("Amendments are worked in up to"), required=False)
    promulgated_on = DayField(label=_("Promulgated on"), required=False)
    source = TextField(label=_("Where the text was taken from"), max_length=500)
    source_url = forms.CharField(
        label=_("Address of that page"), max_length=500, required=False, widget=forms.TextInput(attrs=_LTR)
    )
    label = forms.CharField(
        label=_("Name of the version"),
        help_text=_("Otherwise its day."),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs=_LTR),
    )
    corrects = forms.CharField(
        label=_("Corrects version"), max_length=60, required=False, widget=forms.TextInput(attrs=_LTR)
    )
    reason = TextField(label=_("What the mistake was"), max_length=2000, lines=True, required=False)

    def clean_state(self) -> str:
        """Give the State's code."""
        return through_core(lambda: parse_party_id(self.cleaned_data["state"].strip().upper()))

    def clean_recipe(self) -> object:
        """Bound the recipe."""
        sent = self.cleaned_data["recipe"]
        if sent and sent.size > MAX_RECIPE:
            raise ValidationError(_("The file is too large for a page: use the command."))
        return sent

    def law(self) -> LawFacts:
        """Give what is said of the law."""
        given = self.cleaned_data
        names = ("state", "code", "title", "language", "kind")
        return LawFacts(**{name: given[name] for name in names})

    def version(self) -> VersionFacts:
        """Give what is said of the version."""
        given = self.cleaned_data
        names = (
            "source",
            "label",
            "language",
            "translation",
            "promulgated_on",
            "in_force_from",
            "in_force_until",
        )
        more = ("text_as_of", "source_url", "corrects", "reason")
        return VersionFacts(**{name: given[name] for name in (*names, *more)})
