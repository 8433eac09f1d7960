# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a custodian fills in about evidence."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AcceptForm(forms.Form):
    """The conditions were read."""

    read = forms.BooleanField(label=_("I have read the conditions of use above, and they can be kept here."))
