# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One button of a page of people: what it does is found by its name; a refusal stands on the page again, in words."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from django.http import Http404, HttpRequest, HttpResponseBase

from longbien.core.base.errors import LongBienError
from longbien.core.conference.delegations.listing import ListError
from longbien.texts import translated
from longbien.web.base.refusals import sentence_of

Doing: TypeAlias = Callable[[HttpRequest], HttpResponseBase | None]
"""Does one thing; gives an answer of its own (a file, codes to be shown once) or None to go back to the page."""


def done(
    request: HttpRequest, doings: Mapping[str, Doing], language: str
) -> tuple[HttpResponseBase | None, tuple[str, ...]]:
    """Do what the pressed button says; gives an answer, and the sentences of a refusal. 404 for a button that there is not."""
    doing = doings.get(request.POST.get("do", ""))
    if doing is None:
        raise Http404
    try:
        return doing(request), ()
    except ListError as error:
        lines = (translated(language, one.code, line=one.line, **one.params) for one in error.flaws[:50])
        return None, (sentence_of(error), *lines)
    except LongBienError as error:
        return None, (sentence_of(error),)


def number_in(request: HttpRequest, name: str) -> int:
    """Give a number that a form carries; 404 for anything else."""
    text = request.POST.get(name, "")
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise Http404
    return int(text)
