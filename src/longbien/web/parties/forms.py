# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Introducing a party: the file, and the fingerprint as the officer heard it."""

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

from longbien.core.parties.entry import MAX_ENTRY
from longbien.web.base.fields import TextField

_LARGEST: Final = 2 * MAX_ENTRY


class ConfirmForm(forms.Form):
    """The fingerprint, typed as it was heard: the page does not show it before."""

    fingerprint = TextField(
        label=_("Fingerprint as you heard it"),
        max_length=120,
        help_text=_("64 digits and letters; spaces do not matter. Never copy it from a screen of this node."),
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off", "spellcheck": "false"}),
    )
    means = TextField(
        label=_("How you obtained it"),
        max_length=200,
        help_text=_("Such as: by telephone from the number in the treaty register, 22 November 2026, 10:15."),
    )


class IntroduceForm(ConfirmForm):
    """The party's entry as a file, with the fingerprint."""

    entry = forms.FileField(label=_("Directory entry (file)"), widget=forms.FileInput, max_length=255)
    field_order = ("entry", "fingerprint", "means")

    def clean_entry(self) -> bytes:
        """Give the file's bytes; a file that cannot be an entry for its size alone is not read."""
        file = self.cleaned_data["entry"]
        if file.size > _LARGEST:
            raise forms.ValidationError(_("The file is too large to be a directory entry."))
        return bytes(file.read())
