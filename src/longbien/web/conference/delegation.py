# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One delegation: its list, badges and papers, for the secretariat and for its own head and secretary. One form for each thing."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from longbien.actions.access import permits
from longbien.actions.conference.people.badges import Badge
from longbien.actions.conference.people.change import (
    GIVEN,
    change_function,
    end_badge,
    end_function,
    give_function,
    replace_member,
    serve,
)
from longbien.actions.conference.people.codes import issue_codes
from longbien.actions.conference.people.credentials import contest, examine, take_paper, withdraw_contest
from longbien.actions.conference.people.delegations import find_delegation
from longbien.actions.conference.people.keeping import VERB
from longbien.actions.conference.people.printing import badges_of, print_badges
from longbien.actions.conference.people.register import register
from longbien.actions.conference.people.roll import delegation_view
from longbien.actions.conference.people.scans import read_scan
from longbien.actions.conference.people.session import Session
from longbien.actions.conference.people.session import session as find_session
from longbien.actions.conference.people.sheets import MOST_BYTES, Rows, read_lines, read_sheet
from longbien.actions.node import current_node
from longbien.core.base.errors import MalformedError, RefusedError, UsageError
from longbien.core.conference.delegations.functions import NAMED_ON_NOTES, Function
from longbien.core.conference.delegations.listing import read_list
from longbien.web.base.downloads import download
from longbien.web.base.guard import officer_of, signed_in
from longbien.web.conference.doing import Doing, done, number_in
from longbien.web.conference.people_forms import ListForm, PaperForm, PersonForm, state_choices


@signed_in
def delegation_page(request: HttpRequest, session: str, participant: str, claim: int) -> HttpResponseBase:
    """Show a delegation, and do what one of its buttons says."""
    place = (session, participant, claim)
    if request.method != "POST":
        return _page(request, place)
    doings: dict[str, Doing] = {name: partial(doing, place=place) for name, doing in DOINGS.items()}
    answer, refusal = done(request, doings, get_language() or "en")
    if refusal:
        return _page(request, place, refusal=refusal)
    if answer is not None:
        return answer
    messages.success(request, _("Done."))
    return redirect("conference_delegation", *place)


@signed_in
def scan_file(
    request: HttpRequest, session: str, participant: str, claim: int, number: int
) -> HttpResponseBase:
    """Give a scan of credentials to the secretariat and to the delegation itself, as a file."""
    delegation = find_delegation(session, participant, claim)
    found, blocks = read_scan(
        node=current_node(), actor=officer_of(request), delegation=delegation, number=number
    )
    return download(blocks, name=found.name, size=found.size)


_Place = tuple[str, str, int]


def _page(request: HttpRequest, place: _Place, *, refusal: tuple[str, ...] = ()) -> HttpResponse:
    actor = officer_of(request)
    found = find_session(node=current_node(), conference=place[0])
    language = get_language() or "en"
    view = delegation_view(
        actor=actor, session=found, participant=place[1], claim=place[2], language=language
    )
    typed = request.POST if refusal else None
    values = {
        "conference": found.row,
        "view": view,
        "own": not permits(actor, VERB),
        "is_secretariat": permits(actor, VERB),
        "refusal": refusal,
        "list_form": ListForm(typed if typed and typed.get("do") == "list" else None),
        "paper_form": PaperForm(typed if typed and typed.get("do") == "paper" else None),
        "person_form": PersonForm(),
        "functions": NAMED_ON_NOTES,
        "given": GIVEN,
        "states": state_choices()(),
        "is_staff": view.credentials.kind == "staff",
        "has_credentials": view.credentials.kind in {"state", "organisation"},
        "effect": found.rules.value("credentials.rejection_effect"),
        "provisional": found.rules.value("credentials.provisional_admission"),
    }
    status = 409 if refusal else 200
    return render(request, "longbien/conference/people/delegation.html", values, status=status)


def _list(request: HttpRequest, *, place: _Place) -> None:
    form = ListForm(request.POST, request.FILES)
    if not form.is_valid():
        raise UsageError("conference.list_empty")
    register(
        node=current_node(),
        actor=officer_of(request),
        delegation=find_delegation(*place),
        rows=_rows(form),
        facts=form.facts(),
    )


def _rows(form: ListForm) -> Rows:
    file = form.cleaned_data["file"]
    if not isinstance(file, UploadedFile):
        return read_lines(form.cleaned_data["typed"])
    if (file.size or 0) > MOST_BYTES:
        raise MalformedError("conference.sheet_large", limit=MOST_BYTES // 1024)
    return read_sheet(file.read())


def _function(request: HttpRequest, *, place: _Place) -> None:
    function = _read_function(request)
    change = change_function if function in NAMED_ON_NOTES else give_function
    change(node=current_node(), actor=officer_of(request), badge=_badge(request, place), function=function)


def _take_function(request: HttpRequest, *, place: _Place) -> None:
    badge = _badge(request, place)
    end_function(
        node=current_node(), actor=officer_of(request), badge=badge, function=_read_function(request)
    )


def _replace(request: HttpRequest, *, place: _Place) -> None:
    form = PersonForm(request.POST)
    cells = form.cells() if form.is_valid() else ("", request.POST.get("given_name", "")[:120] or "?")
    replace_member(node=current_node(), actor=officer_of(request), badge=_badge(request, place), cells=cells)


def _serve(request: HttpRequest, *, place: _Place) -> None:
    form = PersonForm(request.POST)
    cells = form.cells() if form.is_valid() else ("", "?")
    serve(
        node=current_node(),
        actor=officer_of(request),
        delegation=find_delegation(*place),
        person=read_list([cells])[0],
        function=_read_function(request),
    )


def _end(request: HttpRequest, *, place: _Place) -> None:
    reason = request.POST.get("reason", "")[:200]
    end_badge(node=current_node(), actor=officer_of(request), badge=_badge(request, place), reason=reason)


def _print(request: HttpRequest, *, place: _Place) -> HttpResponseBase:
    codes = request.POST.get("codes", "")
    made = print_badges(
        node=current_node(),
        actor=officer_of(request),
        badges=badges_of(find_delegation(*place)),
        language=get_language() or "en",
        codes=codes if codes in {"once", "session"} else "",
    )
    return download(iter([made]), name=f"{place[0]}-{place[1]}-badges.pdf", size=len(made))


def _code(request: HttpRequest, *, place: _Place) -> HttpResponse:
    once = request.POST.get("codes") != "session"
    handed = issue_codes(
        node=current_node(), actor=officer_of(request), badges=[_badge(request, place)], once=once
    )
    values = {
        "handed": handed,
        "place": place,
        "conference": find_session(node=current_node(), conference=place[0]).row,
    }
    return render(request, "longbien/conference/people/code.html", values)


def _paper(request: HttpRequest, *, place: _Place) -> None:
    form = PaperForm(request.POST, request.FILES)
    if not form.is_valid():
        raise MalformedError("conference.credentials_paper")
    node = current_node()
    take_paper(
        node=node,
        actor=officer_of(request),
        delegation=find_delegation(*place),
        paper=form.paper(node.clock()),
        scan=form.file(),
    )


def _examine(request: HttpRequest, *, place: _Place) -> None:
    examine(
        node=current_node(),
        actor=officer_of(request),
        session=_session(place),
        delegation=find_delegation(*place),
        in_order=request.POST.get("finding") == "in_order",
        amends=request.POST.get("amends") == "on",
    )


def _contest(request: HttpRequest, *, place: _Place) -> None:
    contest(
        node=current_node(),
        actor=officer_of(request),
        delegation=find_delegation(*place),
        by=request.POST.get("by", "")[:64],
        reasons=request.POST.get("reasons", ""),
    )


def _withdraw(request: HttpRequest, *, place: _Place) -> None:
    withdraw_contest(
        node=current_node(),
        actor=officer_of(request),
        delegation=find_delegation(*place),
        by=request.POST.get("by", "")[:64],
    )


def _session(place: _Place) -> Session:
    return find_session(node=current_node(), conference=place[0])


def _badge(request: HttpRequest, place: _Place) -> Badge:
    delegation = find_delegation(*place)
    found = badges_of(delegation, [number_in(request, "badge")])
    if not found:
        raise RefusedError("conference.badge_unknown", number=number_in(request, "badge"))
    return found[0]


def _read_function(request: HttpRequest) -> Function:
    text = request.POST.get("function", "")
    if text not in {one.value for one in Function}:
        raise Http404
    return Function(text)


DOINGS: Final[Mapping[str, Callable[..., HttpResponseBase | None]]] = MappingProxyType(
    {
        "list": _list,
        "function": _function,
        "take-function": _take_function,
        "replace": _replace,
        "serve": _serve,
        "end": _end,
        "print": _print,
        "code": _code,
        "paper": _paper,
        "examine": _examine,
        "contest": _contest,
        "withdraw": _withdraw,
    }
)
"""What each button does."""
