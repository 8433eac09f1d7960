# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One duty's page: the Convention beside national text, the element grid, both assessments side by side, dissent, suggestions, comments, history."""

from datetime import date
from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from longbien.actions.law.concordance.assess import assess, review
from longbien.actions.law.concordance.hints import hints
from longbien.actions.law.concordance.linking import find_provisions
from longbien.actions.law.concordance.seen import RowView, history, row_view
from longbien.actions.node import current_node
from longbien.actions.treaty.texts import official_article
from longbien.core.base.errors import LongBienError
from longbien.core.law.concordance.codes import Decision, Part, Seat
from longbien.core.law.concordance.rounds import Move
from longbien.core.treaty.provisions.convention import convention
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of
from longbien.web.law.concordance.beside import beside, changed_members
from longbien.web.law.concordance.forms import AssessForm, ClauseForm, RemarkForm

_LONG_AGO: Final = date(2000, 1, 1)
_SEATS: Final = tuple(Seat)


@guarded()
def row_page(request: HttpRequest, ref: str, duty: str) -> HttpResponse:
    """Show a row; keep an assessment or a review, then go on to the next row."""
    view = row_view(node=current_node(), actor=officer_of(request), ref=ref, duty=duty)
    move = _move(view)
    form = _form(view, move, request) if move else None
    if request.method == "POST" and form is not None and form.is_valid():
        verb = review if move is Move.REVIEW else assess
        try:
            verb(
                node=current_node(),
                actor=officer_of(request),
                ref=ref,
                duty=duty,
                found=form.found(_LONG_AGO),
            )
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            messages.success(request, _("Kept: %(row)s.") % {"row": convention().duty(duty).cite_short})
            stay = "stay" in request.POST or not view.after
            return redirect("law_concordance_row", ref, duty if stay else view.after)
    return _page(request, view, form, move)


@guarded()
def history_page(request: HttpRequest, ref: str, duty: str) -> HttpResponse:
    """Show every change of a row."""
    changes = history(node=current_node(), actor=officer_of(request), ref=ref, duty=duty)
    shown = [(one, changed_members(one.before, one.after)) for one in changes]
    values = {"ref": ref, "duty": convention().duty(duty), "changes": shown}
    return render(request, "longbien/law/concordance/history.html", values)


def _page(request: HttpRequest, view: RowView, form: AssessForm | None, move: Move | None) -> HttpResponse:
    duty = convention().duty(view.row.id)
    words = request.GET.get("find", "")
    linked = {one.key for one in view.row.links}
    language = (get_language() or "en").partition("-")[0]
    values = {
        "view": view,
        "row": view.row,
        "duty": duty,
        "article": convention().article(duty.article),
        "standing": convention().standing(duty),
        "texts": official_article(duty.article, language=language),
        "seats": [(seat, one) for seat in _SEATS if (one := view.row.by(seat)) is not None],
        "beside": beside(view.row),
        "earlier": [one for one in view.row.assessments if one.round < view.row.round],
        "form": form,
        "move": move.value if move else "",
        "may": {one.value for one in view.moves},
        "hints": hints(node=current_node(), actor=officer_of(request), view=view),
        "rejected": [one for one in view.suggestions if one.decision is Decision.REJECTED],
        "find": words,
        "found": [one for one in _found(request, view, words) if one[0] not in linked],
        "parts": list(Part),
        "remark_form": RemarkForm(),
        "clause_form": ClauseForm(),
        "is_law_officer": "law-officer" in officer_of(request).roles(),
    }
    failed = form is not None and form.is_bound and bool(form.errors)
    return render(request, "longbien/law/concordance/row.html", values, status=409 if failed else 200)


def _found(request: HttpRequest, view: RowView, words: str) -> list[tuple[str, object]]:
    if not words:
        return []
    found = find_provisions(node=current_node(), actor=officer_of(request), ref=view.value.id, words=words)
    return [(one.key, one) for one in found]


def _move(view: RowView) -> Move | None:
    """Say what the reader's form is for: an assessment or a review."""
    return next((move for move in (Move.REVIEW, Move.ASSESS) if move in view.moves), None)


def _form(view: RowView, move: Move | None, request: HttpRequest) -> AssessForm:
    data = request.POST if request.method == "POST" else None
    return AssessForm(view.row, None if move is Move.REVIEW else view.mine, data)
