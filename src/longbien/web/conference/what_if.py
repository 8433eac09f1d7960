# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What if a closed meeting had been held under other rules: everybody chooses them, and sees the first step that changes."""

from functools import lru_cache

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from longbien.actions.conference.hall.find import find_conference, find_meeting
from longbien.actions.conference.record.read import record_of
from longbien.actions.conference.record.words import (
    Names,
    event_words,
    matter_words,
    now_words,
    refused_words,
    rule_words,
    standing_words,
    verdict_words,
)
from longbien.core.base.errors import LongBienError
from longbien.core.conference.record.course import course_of_record
from longbien.core.conference.record.file import parse_file, print_file
from longbien.core.conference.rules.load import profiles, rule_set, variants
from longbien.core.conference.rules.values import value_json
from longbien.core.conference.whatif.compare import ChangedStep, WhatIf, what_if
from longbien.texts import phrase
from longbien.web.base.guard import public
from longbien.web.base.refusals import sentence_of

_STEPS = 60
"""Steps that the page shows; the command shows all."""


class RulesForm(forms.Form):
    """The other rules: a profile, and an option of each open point where another than the profile's is wanted."""

    rules = forms.ChoiceField(label=_("Rules of procedure"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Ask for the profile and for each open point, in the reader's language."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        language = get_language() or "en"
        choices = [(one.id, phrase(language, one.title)) for one in profiles()]
        self.fields["rules"] = forms.ChoiceField(label=_("Rules of procedure"), choices=choices)
        for variant in variants():
            options = [(name, phrase(language, one.label)) for name, one in variant.options.items()]
            self.fields[f"v-{variant.id}"] = forms.ChoiceField(
                label=phrase(language, variant.question),
                choices=[("", _("as these rules have it")), *options],
                required=False,
            )

    def chosen(self) -> dict[str, str]:
        """Give the options that were chosen beside the profile."""
        given = self.cleaned_data.items()
        return {name.removeprefix("v-"): value for name, value in given if name.startswith("v-") and value}


@public
def what_if_page(request: HttpRequest, session: str, meeting: str) -> HttpResponse:
    """Ask for other rules, and show what would have come of the meeting."""
    record = record_of(meeting)
    course = course_of_record(record)
    asked = "rules" in request.GET
    initial = {"rules": course.profile, **{f"v-{name}": value for name, value in course.choices.items()}}
    form = RulesForm(request.GET if asked else None, initial=initial)
    values: dict[str, object] = {
        "conference": find_conference(session),
        "meeting": find_meeting(meeting),
        "form": form,
        "title": rule_set(course.profile, course.choices).title,
    }
    if asked and form.is_valid():
        chosen = tuple(sorted(form.chosen().items()))
        try:
            found = _compared(print_file(record), form.cleaned_data["rules"], chosen)
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            values |= _shown(found, Names(record.parts["electorate"]))
    return render(request, "longbien/conference/what_if.html", values, status=409 if form.errors else 200)


@lru_cache(maxsize=16)
def _compared(data: bytes, profile: str, chosen: tuple[tuple[str, str], ...]) -> WhatIf:
    """Walk a record under other rules; the same question again costs nothing."""
    return what_if(course_of_record(parse_file(data)), rule_set(profile, dict(chosen)))


def _shown(found: WhatIf, names: Names) -> dict[str, object]:
    language = get_language() or "en"
    return {
        "found": found,
        "first": _step(language, found.first, names) if found.first is not None else None,
        "more": [_step(language, one, names) for one in found.steps[1:_STEPS]],
        "unshown": max(0, len(found.steps) - _STEPS),
        "verdicts": [
            (
                one.vote,
                matter_words(language, one.on),
                verdict_words(language, one.before),
                verdict_words(language, one.after),
            )
            for one in found.verdicts
        ],
        "standings": [
            (
                matter_words(language, one.name),
                standing_words(language, one.before),
                standing_words(language, one.after),
            )
            for one in found.standings
        ],
    }


def _step(language: str, one: ChangedStep, names: Names) -> dict[str, object]:
    refusal = one.refused_after or one.refused_before
    sides = ((one.refused_before, one.before), (one.refused_after, one.after))
    accepted = refused_words(language, None)
    before, after = (
        refused_words(language, held) if held is not None else now_words(language, now) or accepted
        for held, now in sides
    )
    return {
        "event": one.event,
        "what": event_words(language, one.event.kind),
        "who": names.of(one.event.by, language),
        "before": before,
        "after": after,
        "rule": rule_words(language, value_json(refusal.rule)) if refusal is not None else "",
    }
