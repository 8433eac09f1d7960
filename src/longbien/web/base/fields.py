# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Form fields that clean through the core, so that a page and a program refuse the same things in the same words."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from longbien.core.base.errors import LongBienError
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.forms.plain import clean_moment, clean_text
from longbien.texts import phrase
from longbien.web.base.refusals import sentence_of

_T = TypeVar("_T")

MOMENT_HINT: Final = _("With its UTC offset: 2026-11-22 03:14:07 +07:00")


class MomentField(forms.CharField):
    """A moment, typed as ISO text with its UTC offset."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", MOMENT_HINT)
        kwargs.setdefault("widget", forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}))
        super().__init__(max_length=40, **kwargs)

    def clean(self, value: Any) -> datetime | None:
        """Give the moment in UTC, None for an empty optional field."""
        text = super().clean(value)
        return through_core(lambda: clean_moment(text)) if text else None


class TextField(forms.CharField):
    """A text as the core wants it: Unicode form C, no hidden characters; `lines` allows more than one line."""

    def __init__(self, *, max_length: int, lines: bool = False, **kwargs: Any) -> None:
        if lines:
            kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 5, "dir": "auto"}))
        self.lines = lines
        super().__init__(max_length=max_length, **kwargs)

    def clean(self, value: Any) -> str:
        """Give the text, "" for an empty optional field."""
        text = super().clean(value)
        return through_core(lambda: clean_text(text, max_length=self.max_length or 1, lines=self.lines))


class CodeField(forms.ChoiceField):
    """One code of a coded list, shown by its label."""

    def __init__(self, list_id: str, **kwargs: Any) -> None:
        empty = [] if kwargs.get("widget") is forms.RadioSelect else [("", _("— choose —"))]
        super().__init__(choices=lambda: [*empty, *code_choices(list_id)], **kwargs)


class CodesField(forms.MultipleChoiceField):
    """Some codes of a coded list, one box for each."""

    def __init__(self, list_id: str, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.CheckboxSelectMultiple)
        super().__init__(choices=lambda: code_choices(list_id), **kwargs)


def code_choices(list_id: str) -> list[tuple[str, str]]:
    """Give codes and labels of a list in the active language."""
    language = get_language() or "en"
    return [(code.code, phrase(language, code.label)) for code in vocabulary(list_id).codes.values()]


def through_core(clean: Callable[[], _T]) -> _T:
    """Run a cleaner of the core; its error becomes the field's, with its sentence."""
    try:
        return clean()
    except LongBienError as error:
        raise ValidationError(sentence_of(error), code=error.code) from error
