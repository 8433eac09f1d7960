# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A lawyer's file of cases on a page: computed, and held against the outcomes expected. Nothing of it is kept."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from longbien.actions.conference.cases.words import shown_case, summary
from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.conference.cases.carrying import Result, carry_out
from longbien.core.conference.cases.reading import read_cases
from longbien.core.conference.rules.load import profiles, rule_set
from longbien.texts import translated
from longbien.web.base.guard import guarded

LONGEST: Final = 512 * 1024
"""Bytes of cases that a page computes; longer files are for the terminal."""
_NAME: Final = "cases.yaml"


@require_http_methods(["GET", "POST"])
@guarded()
def cases_page(request: HttpRequest) -> HttpResponse:
    """Show the form, and what the cases that were sent come to."""
    language = get_language() or "en"
    context: dict[str, object] = {"profiles": profiles(), "chosen": "", "text": ""}
    if request.method == "POST":
        chosen = request.POST.get("rules", "")[:60]
        try:
            text, name = _sent(request)
            context.update({"text": text, "chosen": chosen})
            found = _computed(text, name, chosen)
        except LongBienError as error:
            context["refusal"] = translated(language, error.code, **error.params)
        else:
            context["results"] = tuple(shown_case(language, one) for one in found)
            context["summary"] = summary(language, found)
    return render(request, "longbien/conference/cases.html", context)


def _sent(request: HttpRequest) -> tuple[str, str]:
    """Give the cases and the name of their file; MalformedError `base.too_large`, `base.not_utf8`."""
    file = request.FILES.get("file")
    if file is None:
        text = request.POST.get("text", "")
        if len(text.encode("utf-8")) > LONGEST:
            raise MalformedError("base.too_large", limit=LONGEST)
        return text, _NAME
    if (file.size or 0) > LONGEST:
        raise MalformedError("base.too_large", limit=LONGEST)
    try:
        return file.read().decode("utf-8-sig"), str(file.name or _NAME)[:80]
    except UnicodeDecodeError as error:
        raise MalformedError("base.not_utf8", position=error.start) from error


def _computed(text: str, name: str, chosen: str) -> tuple[Result, ...]:
    return carry_out(read_cases(text, source=name), rule_set(chosen) if chosen else None)
