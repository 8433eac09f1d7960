# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of joining: one made from a step's questions, one for papers, one for a task. The core cleans; here are only fields."""

from collections.abc import Iterable, Sequence
from typing import Final

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from longbien.actions.treaty.joining import FORMS
from longbien.core.base.canonical import Json
from longbien.core.treaty.joining.answers import Answers
from longbien.core.treaty.joining.checklist import State, Task
from longbien.core.treaty.joining.flaws import Flaw
from longbien.core.treaty.joining.form import LANGUAGES, Question, Step
from longbien.core.treaty.joining.wording import wording
from longbien.texts import phrase, translated
from longbien.web.base.fields import TextField
from longbien.web.base.words import word_now

_TECHNICAL: Final = frozenset({"day", "email", "phone", "zone", "languages", "paragraphs"})
_LONGEST: Final = {"long": 8000}
_SHORT: Final = 200


class StepForm(forms.Form):
    """The questions of one step (of one place of a repeated step) in some languages."""

    def __init__(
        self, step: Step, number: int, languages: Sequence[str], answers: Answers, **kwargs: object
    ) -> None:
        """Make the fields; `number` is the place in a repeated step."""
        super().__init__(**kwargs)  # type: ignore[arg-type]
        for question in step.questions:
            path = question.path.replace("*", str(number))
            for language in languages if question.by_language else ("",):
                name = f"{path}.{language}" if language else path
                self.fields[name] = _field(question, language)
                self.initial.setdefault(name, answers.get(name))

    def changes(self) -> dict[str, Json]:
        """Give what was typed, by path: the core cleans it."""
        return {name: self.data.get(name, "") for name in self.fields}

    def take(self, flaws: Iterable[Flaw]) -> None:
        """Put each flaw beside its field."""
        for one in flaws:
            said = translated(get_language() or "en", one.code, **one.params)
            self.add_error(one.path if one.path in self.fields else None, said)


def _languages() -> list[tuple[str, str]]:
    return [(code, wording(code).name) for code in LANGUAGES]


class PaperForm(forms.Form):
    """Which papers, in which languages."""

    first = forms.ChoiceField(
        label=_("Language"), choices=_languages, initial="en", widget=forms.Select({"dir": "ltr"})
    )
    second = forms.ChoiceField(
        label=_("Second language, beside it"),
        choices=lambda: [("", "—"), *_languages()],
        required=False,
        widget=forms.Select({"dir": "ltr"}),
    )
    form = forms.ChoiceField(label=_("As"), choices=lambda: [(name, name.upper()) for name in FORMS])
    draft = forms.BooleanField(label=_("As a draft, with gaps, marked on each page"), required=False)

    def languages(self) -> tuple[str, ...]:
        """Give the languages in their order."""
        return tuple(code for code in (self.cleaned_data["first"], self.cleaned_data["second"]) if code)


class TaskForm(forms.Form):
    """Where a task stands."""

    state = forms.ChoiceField(
        label=_("Where it stands"),
        choices=lambda: [(one.value, word_now("joining", one.value)) for one in State],
    )
    owner = TextField(
        label=_("Who has it"), max_length=_SHORT, required=False, help_text=_("A named person.")
    )
    due = forms.DateField(
        label=_("Until"),
        required=False,
        input_formats=["%Y-%m-%d"],
        help_text=_("As 2026-12-31."),
        widget=forms.TextInput(attrs={"dir": "ltr"}),
    )
    on = forms.DateField(
        label=_("Day of this record"),
        required=False,
        input_formats=["%Y-%m-%d"],
        help_text=_("As 2026-12-31; otherwise today."),
        widget=forms.TextInput(attrs={"dir": "ltr"}),
    )
    reason = TextField(
        label=_("Why it does not concern the State"), max_length=1000, required=False, lines=True
    )
    evidence = TextField(label=_("What shows that it was done"), max_length=1000, required=False, lines=True)

    @classmethod
    def of(cls, task: Task) -> "TaskForm":
        """Give the form as the task stands."""
        due = task.due.isoformat() if task.due else ""
        return cls(initial={"state": task.state.value, "owner": task.owner, "due": due, "reason": task.said})


def shown_languages(answers: Answers, more: str = "") -> tuple[str, ...]:
    """Give the languages in which a step asks: those already used, the reader's, English, and one more on request."""
    used = {code for code in LANGUAGES if any(path.endswith(f".{code}") for path in answers.values)}
    reader = (get_language() or "en").partition("-")[0]
    return tuple(code for code in LANGUAGES if code in used | {"en", reader, more})


def _field(question: Question, language: str) -> forms.Field:
    reader = get_language() or "en"
    label, help_text = phrase(reader, question.label), phrase(reader, question.help)
    if language:
        label = f"{label} ({wording(language).name})"
    if question.kind in ("choice", "yes-no"):
        codes = question.choices or ("yes", "no")
        choices = [("", "—"), *((code, word_now("joining", code)) for code in codes)]
        return forms.ChoiceField(choices=choices, label=label, help_text=help_text, required=False)
    attributes = {"dir": "ltr" if question.kind in _TECHNICAL else "auto", "autocomplete": "off"}
    if language:
        attributes |= {"lang": language, "dir": "rtl" if wording(language).rtl else "ltr"}
    long = question.kind == "long"
    widget = forms.Textarea({"rows": 4, **attributes}) if long else forms.TextInput(attributes)
    most = _LONGEST.get(question.kind, _SHORT)
    return forms.CharField(widget=widget, max_length=most, label=label, help_text=help_text, required=False)
