# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a custodian fills in about evidence."""

from django import forms
from django.utils.translation import gettext_lazy as _

from longbien.web.base.fields import MomentField, TextField


class AcceptForm(forms.Form):
    """The conditions were read."""

    read = forms.BooleanField(label=_("I have read the conditions of use above, and they can be kept here."))


class SealForm(forms.Form):
    """A file, and how it was acquired (ISO/IEC 27037)."""

    file = forms.FileField(label=_("File"), allow_empty_file=True, max_length=255)
    request = TextField(label=_("Number of the request that it answers"), max_length=32, required=False)
    case = TextField(label=_("Case"), max_length=200, required=False)
    exhibit = TextField(label=_("Exhibit"), max_length=200, required=False)
    acquired_at = MomentField(label=_("Acquired at"), required=False)
    acquired_by = TextField(
        label=_("Acquired by (role, no name)"), max_length=120, required=False, help_text=_("Empty: you.")
    )
    place = TextField(label=_("Place"), max_length=200, required=False)
    method = TextField(label=_("Method"), max_length=200, required=False)
    tool = TextField(label=_("Tool"), max_length=200, required=False)
    authority = TextField(label=_("On whose authority"), max_length=200, required=False)
    notes = TextField(label=_("Notes"), max_length=2000, lines=True, required=False)
    sha512 = forms.BooleanField(
        label=_("SHA-512 too, where the partner's profile asks for it"), required=False
    )


class OpenForm(forms.Form):
    """Why evidence is opened: it stands in the custody record."""

    purpose = TextField(label=_("What it is opened for"), max_length=1000)
    place = TextField(label=_("Where"), max_length=200, required=False)


class BundleForm(forms.Form):
    """What a court gets, and why."""

    content = forms.ChoiceField(
        label=_("Evidence"),
        choices=[
            ("plain", _("opened, where this node holds the key")),
            ("sealed", _("sealed, as it travelled")),
        ],
        initial="plain",
        widget=forms.RadioSelect,
    )
    purpose = TextField(label=_("What it is for"), max_length=1000)


class DisposeForm(forms.Form):
    """What becomes of evidence after its use."""

    disposal = forms.ChoiceField(
        label=_("What becomes of it"),
        choices=(("returned", _("Returned")), ("destroyed", _("Destroyed"))),
        widget=forms.RadioSelect,
    )
    copies = TextField(
        label=_("What became of copies"),
        max_length=4000,
        lines=True,
        help_text=_("Copies that were exported are not within the reach of this software."),
    )
    note = TextField(label=_("Note"), max_length=4000, lines=True, required=False)
