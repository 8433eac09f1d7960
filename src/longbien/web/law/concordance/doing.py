# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be done on a duty's page beside assessing: link, reject, comment, propose a clause, withhold, open, dissent. One table of verbs."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, TypeAlias

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longbien.actions.law.concordance.assess import dissent, open_row, reopen
from longbien.actions.law.concordance.assign import Assignment, assign
from longbien.actions.law.concordance.linking import link, reject, unlink
from longbien.actions.law.concordance.remarks import comment, propose_clause, withdraw_clause
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError, UsageError
from longbien.core.law.concordance.codes import Grade, Origin, Part
from longbien.core.law.concordance.table import Clause, Comment
from longbien.core.treaty.provisions.convention import convention
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of
from longbien.web.law.concordance.forms import ClauseForm, RemarkForm

Doing: TypeAlias = Callable[[HttpRequest, str, str], None]
_LONG_AGO: Final = date(2000, 1, 1)


@guarded("law-officer")
@require_POST
def doing_page(request: HttpRequest, ref: str, duty: str) -> HttpResponse:
    """Do one of the other things that a row allows, and come back to it."""
    does = _DOINGS.get(request.POST.get("do", ""))
    if does is None:
        raise UsageError("law.doing_unknown")
    try:
        does(request, ref, duty)
    except LongBienError as error:
        messages.error(request, sentence_of(error))
    else:
        messages.success(request, _("Done."))
    return redirect("law_concordance_row", ref, duty)


def _posted(verb: Callable[..., object], *names: str) -> Doing:
    """Give a doing that calls a verb with what was posted under these names."""

    def does(request: HttpRequest, ref: str, duty: str) -> None:
        said = {name: request.POST.get(name, "") for name in names}
        verb(node=current_node(), actor=officer_of(request), ref=ref, duty=duty, **said)

    return does


def _link(request: HttpRequest, ref: str, duty: str) -> None:
    said, grades = request.POST, {one.value: one for one in Grade}
    grade = grades.get(said.get("grade", ""))
    if grade is None:
        raise UsageError("law.grade_unknown", known=", ".join(grades))
    key = said.get("key", "")
    link(node=current_node(), actor=officer_of(request), ref=ref, duty=duty, key=key, grade=grade)


def _reject(request: HttpRequest, ref: str, duty: str) -> None:
    said, article = request.POST, convention().duty(duty).article
    key, why = said.get("key", ""), said.get("why", "")
    reject(node=current_node(), actor=officer_of(request), ref=ref, article=article, key=key, why=why)


def _comment(request: HttpRequest, ref: str, duty: str) -> None:
    form = RemarkForm(request.POST)
    if not form.is_valid():
        raise UsageError("law.comment_empty")
    given = form.cleaned_data
    said = Comment(
        id="",
        text=given["text"],
        author="",
        day=_LONG_AGO,
        origin=Origin(given["origin"]),
        body=given["body"],
        public=given["public"],
    )
    comment(node=current_node(), actor=officer_of(request), ref=ref, duty=duty, said=said)


def _clause(request: HttpRequest, ref: str, duty: str) -> None:
    form = ClauseForm(request.POST)
    if not form.is_valid():
        raise UsageError("law.clause_empty")
    given = form.cleaned_data
    clause = Clause(
        id="",
        text=given["text"],
        provision=given["provision"],
        model=given["model"],
        effect_on_rights=given["effect_on_rights"],
    )
    propose_clause(node=current_node(), actor=officer_of(request), ref=ref, duty=duty, clause=clause)


def _withhold(request: HttpRequest, ref: str, duty: str) -> None:
    known = {one.value: one for one in Part}
    parts = frozenset(known[name] for name in request.POST.getlist("part") if name in known)
    given = Assignment(withheld=parts)
    assign(node=current_node(), actor=officer_of(request), ref=ref, rows=(duty,), assignment=given)


_DOINGS: Final[Mapping[str, Doing]] = MappingProxyType(
    {
        "link": _link,
        "unlink": _posted(unlink, "key", "why"),
        "reject": _reject,
        "comment": _comment,
        "clause": _clause,
        "withdraw": _posted(withdraw_clause, "clause", "why"),
        "withhold": _withhold,
        "open": _posted(open_row, "why"),
        "reopen": _posted(reopen, "why"),
        "dissent": _posted(dissent, "text"),
    }
)
"""What is done for each value of `do`."""
