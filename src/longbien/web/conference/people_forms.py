# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of delegations, credentials and observers. They clean text; what a list, a paper or a step may be is the core's."""

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from longbien.actions.conference.people.register import NoteFacts
from longbien.core.base.errors import RefusedError
from longbien.core.conference.accreditation.states import Track
from longbien.core.conference.credentials.papers import Form, Paper, Signer
from longbien.core.conference.documents.files import MAX_FILE
from longbien.core.treaty.status.participants import participants
from longbien.web.base.fields import TextField
from longbien.web.base.words import word_now


def choices(table: str, codes: Iterable[StrEnum]) -> Any:
    """Give choices that are read in the language of the request."""
    return lambda: [(one.value, word_now(table, one.value)) for one in codes]


def state_choices(*, empty: bool = False) -> Any:
    """Give States and organisations by their names in the language of the request."""

    def made() -> list[tuple[str, str]]:
        language = get_language() or "en"
        found = sorted(
            ((str(code), one.name(language)) for code, one in participants().items()), key=lambda one: one[1]
        )
        return [*([("", "—")] if empty else []), *found]

    return made


class OpenForm(forms.Form):
    """A delegation that is opened."""

    participant = forms.ChoiceField(label=_("Participant"))
    rival = forms.BooleanField(
        label=_("A rival claim"),
        help_text=_("Another list and other credentials for a seat that a delegation holds already."),
        required=False,
    )

    def __init__(self, *args: Any, observers: Iterable[tuple[str, str]] = (), **kwargs: Any) -> None:
        """Offer States, organisations, bodies that applied, and those who serve the Conference."""
        super().__init__(*args, **kwargs)
        self.fields["participant"] = forms.ChoiceField(
            label=_("Participant"),
            choices=[*state_choices()(), *observers, ("staff", word_now("delegation_kind", "staff"))],
        )


class ListForm(forms.Form):
    """A note verbale with the delegation's list, as a file or typed."""

    reference = TextField(label=_("Reference of the note verbale"), max_length=120, required=False)
    dated = forms.DateField(
        label=_("Dated"), widget=forms.DateInput({"type": "date", "dir": "ltr"}), required=False
    )
    file = forms.FileField(
        label=_("The list as a file"),
        help_text=_(
            "XLSX or CSV: family name, given name, function, post, e-mail. A heading may be in any of seven languages."
        ),
        required=False,
        widget=forms.ClearableFileInput({"accept": ".xlsx,.csv,.txt"}),
    )
    typed = forms.CharField(
        label=_("Or typed, one person in a line"),
        help_text=_(
            "Family name; given name; function (head, alternate, delegate, adviser, observer, secretary); post; e-mail"
        ),
        required=False,
        max_length=60_000,
        widget=forms.Textarea({"rows": 6, "dir": "auto"}),
    )
    whole = forms.BooleanField(
        label=_("This list is the whole delegation"),
        help_text=_(
            "Whoever is not on it loses the badge. Otherwise the list adds to those who are registered."
        ),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Want one of the two."""
        given = super().clean() or {}
        if not given.get("file") and not str(given.get("typed") or "").strip():
            self.add_error("typed", _("Choose a file or type the list."))
        return given

    def facts(self) -> NoteFacts:
        """Give what stands at the head of the note."""
        given = self.cleaned_data
        return NoteFacts(reference=given["reference"], dated=given["dated"], whole=given["whole"])


class PersonForm(forms.Form):
    """One person."""

    family_name = forms.CharField(label=_("Family name"), max_length=120)
    given_name = forms.CharField(label=_("Given name"), max_length=120, required=False)
    post = forms.CharField(label=_("Post"), max_length=200, required=False)
    email = forms.CharField(
        label=_("E-mail"),
        max_length=254,
        required=False,
        widget=forms.TextInput({"dir": "ltr", "type": "email"}),
    )

    def cells(self, function: str = "") -> tuple[str, ...]:
        """Give the person as a row of a list."""
        given = self.cleaned_data
        return (given["family_name"], given["given_name"], function, given["post"], given["email"])


class PaperForm(forms.Form):
    """A paper of credentials that was received."""

    form = forms.ChoiceField(label=_("What it is"), choices=choices("credential_form", Form))
    original = forms.BooleanField(label=_("The original itself"), required=False)
    signer = forms.ChoiceField(label=_("Signed by"), choices=choices("credential_signer", Signer))
    signer_name = TextField(label=_("Name of the signer"), max_length=200, required=False)
    dated = forms.DateField(
        label=_("Dated"), widget=forms.DateInput({"type": "date", "dir": "ltr"}), required=False
    )
    law_allows = forms.BooleanField(
        label=_("Domestic law lets the permanent representative sign"), required=False
    )
    sealed = forms.BooleanField(label=_("It is signed and sealed"), required=False, initial=True)
    scan = forms.FileField(
        label=_("A scan of it"),
        help_text=_("PDF, PNG or JPEG. The secretariat and this delegation read it, nobody else."),
        required=False,
        widget=forms.ClearableFileInput({"accept": ".pdf,.png,.jpg,.jpeg"}),
    )

    def file(self) -> tuple[str, bytes] | None:
        """Give name and bytes of the scan, if there is one; RefusedError `conference_papers.file_large`."""
        found = self.cleaned_data["scan"]
        if not isinstance(found, UploadedFile):
            return None
        if (found.size or 0) > MAX_FILE:
            raise RefusedError("conference_papers.file_large", size=found.size or 0, limit=MAX_FILE)
        return found.name or "", found.read()

    def paper(self, now: datetime) -> Paper:
        """Give the paper, received now."""
        given = self.cleaned_data
        return Paper(
            form=Form(given["form"]),
            original=given["original"],
            signer=Signer(given["signer"]),
            signer_name=given["signer_name"],
            dated=given["dated"],
            received_at=now.astimezone(UTC),
            law_allows=given["law_allows"],
            sealed=given["sealed"],
        )


class CandidateForm(forms.Form):
    """An application of a body."""

    track = forms.ChoiceField(label=_("By which rule"), choices=choices("accreditation_track", Track))
    name = TextField(label=_("Name"), max_length=300, required=False)
    observer = forms.CharField(
        label=_("Short name"),
        help_text=_("Small letters, digits and hyphens, such as global-privacy-forum; of a State its code"),
        max_length=40,
        widget=forms.TextInput({"dir": "ltr", "autocapitalize": "none"}),
    )
    seat = forms.ChoiceField(label=_("Based in"), choices=state_choices(empty=True), required=False)
    ad_hoc = forms.BooleanField(label=_("Was accredited to the Ad Hoc Committee"), required=False)
    information = TextField(
        label=_("What is circulated about it"), max_length=10_000, lines=True, required=False
    )
