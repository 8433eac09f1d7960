# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The laws that are kept on pages: the list, one law on its time line, one version with its outline, one provision through the versions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longbien.actions.access import permits
from longbien.actions.law.library.cited import cited_in
from longbien.actions.law.library.history import history_of
from longbien.actions.law.library.laws import LawShown, find_law, laws, provisions_numbered, text_of
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.core.cooperation.forms.plain import clean_date
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.versions.dating import KINDS
from longbien.web.base.guard import guarded, officer_of
from longbien.web.law.library.words import law_word

KEEP: Final = "law.keep"
_PAGE: Final = 100
"""Provisions that a page shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A heading of a version's outline: how deep, the page on which its provisions begin, and the first of them."""

    heading: str
    depth: int
    page: int
    position: int


@guarded()
def laws_page(request: HttpRequest) -> HttpResponse:
    """List the laws, narrowed by State, kind and words, as they stand on a day."""
    node, actor = current_node(), officer_of(request)
    state, kind = request.GET.get("state", "").strip().upper()[:18], request.GET.get("kind", "")
    text, day, wrong = request.GET.get("text", "")[:100], *day_of(request.GET.get("on", ""))
    every = laws(node=node, actor=actor)
    found = laws(node=node, actor=actor, day=day, state=state, kind=kind, text=text)
    values = {
        "laws": found,
        "any": bool(every),
        "states": sorted({one.state for one in every}),
        "kinds": [(one, law_word(one, "kind")) for one in KINDS],
        "chosen": {"state": state, "kind": kind, "text": text, "on": request.GET.get("on", "")[:10]},
        "wrong": wrong,
        "keeps": permits(actor, KEEP),
    }
    return render(request, "longbien/law/library/laws.html", values, status=400 if wrong else 200)


@guarded()
def law_one(request: HttpRequest, state: str, code: str) -> HttpResponse:
    """Show a law with its versions on a time line, which is in force on a day, and what is to be known of them."""
    node, actor = current_node(), officer_of(request)
    day, wrong = day_of(request.GET.get("on", ""))
    law = find_law(f"{state}/{code}", node=node, actor=actor, day=day)
    values = {
        "law": law,
        "wrong": wrong,
        "asked": request.GET.get("on", "")[:10],
        "keeps": permits(actor, KEEP),
    }
    return render(request, "longbien/law/library/law.html", values, status=400 if wrong else 200)


@guarded()
def law_version(request: HttpRequest, state: str, code: str, label: str) -> HttpResponse:
    """Show a version: where it is from, how it stands today, its outline, its provisions."""
    text = text_of(f"{state}/{code}/{label}", node=current_node(), actor=officer_of(request))
    pages = Paginator(text.provisions, _PAGE)
    values = {
        "law": text.law,
        "version": text.version,
        "current": in_its_place(text.law, label),
        "outline": _outline(text.provisions),
        "page": pages.get_page(request.GET.get("page")),
        "before": _earlier(text.law, label),
    }
    return render(request, "longbien/law/library/version.html", values)


@guarded()
def law_provision(request: HttpRequest, state: str, code: str, label: str, provision: str) -> HttpResponse:
    """Show one provision of a version, and what became of it in the other versions."""
    node, actor = current_node(), officer_of(request)
    ref = f"{state}/{code}/{label}"
    text = text_of(ref, node=node, actor=actor)
    one = provisions_numbered(text, provision)[0]
    place = text.provisions.index(one)
    values = {
        "law": text.law,
        "version": text.version,
        "current": in_its_place(text.law, label),
        "one": one,
        "previous": text.provisions[place - 1] if place else None,
        "next": text.provisions[place + 1] if place + 1 < len(text.provisions) else None,
        "citing": cited_in(text.version, one.id, actor=actor),
        "history": history_of(ref, one.id, node=node, actor=actor),
    }
    return render(request, "longbien/law/library/provision.html", values)


def day_of(text: str) -> tuple[date | None, bool]:
    """Read a day from an address; whether something stands there that is none."""
    if not text.strip():
        return None, False
    try:
        return clean_date(text.strip()), False
    except LongBienError:
        return None, True


def in_its_place(law: LawShown, label: str) -> str:
    """Give the label of the version that is in force today, if it is another one."""
    return "" if label in law.holding else next(iter(law.holding), "")


def _earlier(law: LawShown, label: str) -> str:
    """Give the label of the version of the same language before this one, to compare with; the corrected one for a correction."""
    one = law.version(label)
    if one.corrects:
        return one.corrects
    days = [
        other
        for other in law.versions
        if other.language == one.language
        and not other.corrected_by
        and other.in_force_from is not None
        and (one.in_force_from is None or other.in_force_from < one.in_force_from)
    ]
    return max(days, key=lambda other: other.in_force_from or date.min).label if days else ""


def _outline(provisions: Sequence[Provision]) -> list[Chapter]:
    """Give each heading once where it begins."""
    found: list[Chapter] = []
    above: tuple[str, ...] = ()
    for position, one in enumerate(provisions):
        if one.path == above:
            continue
        same = next(
            (depth for depth, pair in enumerate(zip(above, one.path, strict=False)) if pair[0] != pair[1]),
            min(len(above), len(one.path)),
        )
        found += [
            Chapter(heading=heading, depth=depth + 1, page=position // _PAGE + 1, position=position + 1)
            for depth, heading in enumerate(one.path)
            if depth >= same
        ]
        above = one.path
    return found
