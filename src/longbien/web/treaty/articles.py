# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The article explorer: chapters, one article with its duties, and the address of each duty."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, get_language_info

from longbien.actions.treaty.texts import ArticleText, official_article
from longbien.core.treaty.provisions.articles import Article
from longbien.core.treaty.provisions.convention import convention
from longbien.core.treaty.provisions.duties import Duty
from longbien.core.treaty.provisions.glossary import working_titles
from longbien.web.base.guard import public
from longbien.web.treaty.desks import desks_shown, form_labels
from longbien.web.treaty.kept import kept_part
from longbien.web.treaty.tags import address
from longbien.web.treaty.words import PROVEN

_MUST: Final = frozenset({"shall", "shall_consider", "shall_endeavour", "may"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDuty:
    """A duty on its article's page: how deep it stands, how sure it is, whether it commands, and what refers to it."""

    duty: Duty
    depth: int
    standing: str
    commands: bool


@public
def articles(request: HttpRequest) -> HttpResponse:
    """List the chapters with their articles."""
    whole = convention()
    chapters = [(chapter, whole.articles[chapter.first - 1 : chapter.last]) for chapter in whole.chapters]
    return render(request, "longbien/treaty/articles.html", {"chapters": chapters, "convention": whole})


@public
def article(request: HttpRequest, number: int) -> HttpResponse:
    """Show one article: the official text first where the node has it, then the paraphrased duties."""
    whole = convention()
    found = whole.article(number)
    language = (get_language() or "en").partition("-")[0]
    texts = official_article(number, language=language)
    part = kept_part(
        "longbien/treaty/article_part.html", lambda: _values(found, texts, language), number, texts
    )
    return render(request, "longbien/treaty/article.html", {"article": found, "part": part})


@public
def duty(request: HttpRequest, provision: str) -> HttpResponse:
    """Lead to the place of a duty on its article's page."""
    return redirect(address(convention().duty(provision).id))


def _values(found: Article, texts: Sequence[ArticleText], language: str) -> dict[str, object]:
    """Give what an article's page shows: the same for every reader of a language."""
    whole, number = convention(), found.number
    duties = [_shown(duty) for duty in found.duties]
    return {
        "article": found,
        "chapter": whole.chapter_of(number),
        "duties": duties,
        "texts": [_official(text) for text in texts],
        "standing": max((shown.standing for shown in duties), key=list(PROVEN).index),
        "checked": [whole.checked[code] for code in found.checked],
        "referring": _referring(found),
        "desks": desks_shown(number),
        "forms": form_labels(number),
        "working": language != "en" and working_titles().title(number, language) is not None,
        "before": whole.article(number - 1) if number > 1 else None,
        "after": whole.article(number + 1) if number < len(whole.articles) else None,
    }


def _official(text: ArticleText) -> tuple[ArticleText, str]:
    """Give a loaded text with the name of its language, in that language."""
    language = "zh-hans" if text.language == "zh" else text.language
    return text, get_language_info(language)["name_local"]


def _shown(duty: Duty) -> ShownDuty:
    return ShownDuty(
        duty=duty,
        depth=min(duty.id.count("."), 3),
        standing=convention().standing(duty),
        commands=duty.modality in _MUST,
    )


def _referring(found: Article) -> tuple[Duty, ...]:
    """Give the duties of other articles that refer to this one or to a part of it."""
    inside = {f"{found.number}", *(duty.id for duty in found.duties)}
    return tuple(
        other
        for other in convention().duties
        if other.article != found.number and not inside.isdisjoint(other.see)
    )
