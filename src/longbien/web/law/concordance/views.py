# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The concordance on pages: the list, the table of articles, the safeguards matrix, who has what. No score anywhere: only who found what."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from longbien.actions.access import permits
from longbien.actions.law.concordance.assign import Assignment, assessors, assign
from longbien.actions.law.concordance.begin import Beginning, add_rows, add_text, begin
from longbien.actions.law.concordance.proposing import add_from_library, propose
from longbien.actions.law.concordance.seen import RowState, concordances, table
from longbien.actions.law.library.laws import laws
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError, UsageError
from longbien.core.law.concordance.rounds import State
from longbien.core.law.concordance.safeguards import matrix
from longbien.core.law.concordance.table import TextUsed
from longbien.core.treaty.provisions.articles import Article
from longbien.core.treaty.provisions.convention import convention
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of
from longbien.web.law.concordance.forms import AssignForm, BeginForm, MoreForm, TextForm

KEEP: Final = "law.keep"
FATF: Final = "fatf"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRows:
    """An article with its rows in the table."""

    article: Article
    rows: tuple[RowState, ...]


@guarded()
def list_page(request: HttpRequest) -> HttpResponse:
    """List the concordances, and begin one."""
    node, actor = current_node(), officer_of(request)
    form = BeginForm(request.POST or None, initial={"language": (get_language() or "en").partition("-")[0]})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            ref = begin(
                node=node, actor=actor, beginning=Beginning(title=given["title"], language=given["language"])
            )
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            return redirect("law_concordance_setup", ref)
    values = {
        "concordances": concordances(node=node, actor=actor),
        "form": form,
        "may_begin": permits(actor, KEEP),
    }
    return render(request, "longbien/law/concordance/list.html", values, status=409 if form.errors else 200)


@guarded()
def table_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the table: what is assessed, by whom, what waits for the reader."""
    seen = table(node=current_node(), actor=officer_of(request), ref=ref)
    wanted = request.GET
    rows = [
        one
        for one in seen.rows
        if (not wanted.get("ministry") or one.row.ministry == wanted["ministry"])
        and (not wanted.get("state") or one.state.value == wanted["state"])
        and (not wanted.get("mine") or one.waits is not None)
    ]
    values = {
        "value": seen.value,
        "articles": _by_article(rows),
        "shown": len(rows),
        "ministries": sorted({one.row.ministry for one in seen.rows if one.row.ministry}),
        "states": list(State),
        "wanted": wanted,
        "fatf": wanted.get("scale") == FATF,
        "waiting": next((one.row.id for one in seen.rows if one.waits is not None), ""),
    }
    return render(request, "longbien/law/concordance/table.html", values)


@guarded()
def safeguards_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Show each power against the safeguards of Article 24."""
    value = table(node=current_node(), actor=officer_of(request), ref=ref).value
    return render(
        request, "longbien/law/concordance/safeguards.html", {"value": value, "powers": matrix(value)}
    )


@guarded("law-officer")
def setup_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Take in laws, let the machine propose, split the rows among ministries and assessors."""
    do = request.POST.get("do", "") if request.method == "POST" else ""
    versions, people = _versions(request), assessors()
    texts = (
        TextForm(request.POST, request.FILES, versions=versions)
        if do == "text"
        else TextForm(versions=versions)
    )
    rows = AssignForm(request.POST, people=people) if do == "assign" else AssignForm(people=people)
    more = MoreForm(request.POST) if do == "rows" else MoreForm()
    posted = {"text": texts, "assign": rows, "rows": more}.get(do)
    if do not in _DOINGS or (posted is not None and not posted.is_valid()):
        return _setup(request, ref, texts=texts, assign=rows, more=more)
    try:
        count = _DOINGS[do](request, ref, posted)
    except LongBienError as error:
        if posted is None:
            messages.error(request, sentence_of(error))
        else:
            posted.add_error(None, sentence_of(error))
        return _setup(request, ref, texts=texts, assign=rows, more=more)
    messages.success(request, _("Done. Changed or new: %(count)s.") % {"count": count})
    return redirect("law_concordance_setup", ref)


def _setup(request: HttpRequest, ref: str, **given: Form) -> HttpResponse:
    value = table(node=current_node(), actor=officer_of(request), ref=ref).value
    values = {"value": value, **{f"{name}_form": form for name, form in given.items()}}
    failed = any(form.is_bound and form.errors for form in given.values())
    return render(request, "longbien/law/concordance/setup.html", values, status=409 if failed else 200)


def _by_article(rows: Sequence[RowState]) -> list[ArticleRows]:
    numbers = sorted({one.row.article for one in rows})
    return [
        ArticleRows(
            article=convention().article(number),
            rows=tuple(one for one in rows if one.row.article == number),
        )
        for number in numbers
    ]


def _versions(request: HttpRequest) -> list[tuple[str, str]]:
    found = laws(node=current_node(), actor=officer_of(request))
    return [(one.ref, f"{law.title} · {one.label}") for law in found for one in law.versions]


def _take_in(request: HttpRequest, ref: str, form: Form | None) -> int:
    node, actor, given = current_node(), officer_of(request), form.cleaned_data if form else {}
    if given["library"]:
        return add_from_library(node=node, actor=actor, ref=ref, version=given["library"])
    if given["file"] is None:
        raise UsageError("law.text_incomplete")
    text = TextUsed(
        law=given["law"], version=given["version"], title=given["title"], language=given["language"]
    )
    return add_text(node=node, actor=actor, ref=ref, text=text, data=given["file"].read())


def _add_rows(request: HttpRequest, ref: str, form: Form | None) -> int:
    duties = tuple(form.cleaned_data["duties"].split()) if form else ()
    return add_rows(node=current_node(), actor=officer_of(request), ref=ref, rows=duties)


def _propose(request: HttpRequest, ref: str, form: Form | None) -> int:
    return propose(node=current_node(), actor=officer_of(request), ref=ref)


def _assign(request: HttpRequest, ref: str, form: Form | None) -> int:
    given = form.cleaned_data if form else {}
    assignment = Assignment(
        ministry=given["ministry"] or None,
        due=given["due"],
        bill_stage=given["bill_stage"] or None,
        first=given["first"] or None,
        second=given["second"] or None,
        reviewer=given["reviewer"] or None,
    )
    rows = tuple(given["rows"].split())
    return assign(node=current_node(), actor=officer_of(request), ref=ref, rows=rows, assignment=assignment)


_DOINGS: Final[Mapping[str, Callable[[HttpRequest, str, Form | None], int]]] = {
    "text": _take_in,
    "assign": _assign,
    "propose": _propose,
    "rows": _add_rows,
}
