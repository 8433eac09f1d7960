# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of the report and of published concordances. The core cleans; here are only fields."""

from collections.abc import Iterable
from typing import Final

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from longbien.core.law.reporting.texts import MOST, NAMES, ReportTexts
from longbien.texts import LANGUAGES, translated
from longbien.web.base.fields import TextField

_FORMS: Final = (
    ("pdf", "PDF"),
    ("docx", "DOCX"),
    ("xlsx", "XLSX"),
    ("akn", "Akoma Ntoso"),
)


def now() -> str:
    """Give the language of the page."""
    return get_language() or "en"


class FileForm(forms.Form):
    """Which report, in which form and language."""

    form = forms.ChoiceField(label=_("File format"), choices=_FORMS)
    language = forms.ChoiceField(label=_("Language"), choices=tuple(LANGUAGES.items()))
    public = forms.BooleanField(
        label=_("Public version"),
        required=False,
        help_text=_("What is withheld is shown as withheld, and is in no byte of the file."),
    )


class ClausesForm(forms.Form):
    """In which form chosen clauses are wanted."""

    form = forms.ChoiceField(
        label=_("File format"), choices=(("docx", "DOCX"), ("akn", "Akoma Ntoso"), ("pdf", "PDF"))
    )


class TextsForm(forms.Form):
    """What the State writes itself, each with a box that keeps it out of the public version."""

    def __init__(self, held: ReportTexts, data: object = None) -> None:
        """Show what is held."""
        super().__init__(data)  # type: ignore[arg-type] # what Django calls posted data
        for name in NAMES:
            label = translated(now(), f"law_paper.{name}")
            self.fields[name] = TextField(
                label=label, max_length=MOST, lines=True, required=False, initial=held.texts.get(name, "")
            )
            self.fields[f"{name}_withheld"] = forms.BooleanField(
                label=translated(now(), "law_report.text_withheld"),
                required=False,
                initial=name in held.withheld,
            )

    def texts(self, language: str) -> ReportTexts:
        """Give what was typed."""
        given = self.cleaned_data
        return ReportTexts(
            language=language,
            texts={name: given[name] for name in NAMES},
            withheld=frozenset(name for name in NAMES if given[f"{name}_withheld"]),
        )


class PublishForm(forms.Form):
    """Which table is told to which partners."""

    concordance = forms.ChoiceField(label=_("Concordance"))
    partners = forms.MultipleChoiceField(label=_("Partners"), widget=forms.CheckboxSelectMultiple)

    def __init__(
        self,
        tables: Iterable[tuple[str, str]],
        partners: Iterable[tuple[str, str]],
        data: object = None,
    ) -> None:
        """Offer what there is."""
        super().__init__(data)  # type: ignore[arg-type] # what Django calls posted data
        for name, choices in (("concordance", tables), ("partners", partners)):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = list(choices)


class DualForm(forms.Form):
    """Which offence, and which other State."""

    article = forms.ChoiceField(label=_("Offence"))
    other = forms.ChoiceField(label=_("Other State"))

    def __init__(
        self,
        articles: Iterable[tuple[str, str]],
        states: Iterable[tuple[str, str]],
        data: object = None,
    ) -> None:
        """Offer the offences and the States in the directory."""
        super().__init__(data)  # type: ignore[arg-type] # what Django calls posted data
        for name, choices in (("article", articles), ("other", states)):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = list(choices)


class StatesForm(forms.Form):
    """Which two States, and which article (none: all)."""

    own = forms.ChoiceField(label=_("One State"))
    other = forms.ChoiceField(label=_("Other State"))
    article = forms.IntegerField(label=_("Article"), min_value=1, max_value=68, required=False)

    def __init__(self, states: Iterable[tuple[str, str]], data: object = None) -> None:
        """Offer the States whose table is here."""
        super().__init__(data)  # type: ignore[arg-type] # what Django calls posted data
        for name in ("own", "other"):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = list(states)
