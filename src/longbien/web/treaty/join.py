# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Joining on pages: tasks and what is wrong, the answers step by step, the papers. Treaty officers write, everybody with a role reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longbien.actions.access import permits
from longbien.actions.node import current_node
from longbien.actions.treaty.joining import (
    VERB,
    JoiningCase,
    confirm_notice,
    joining_case,
    joining_paper,
    keep_answers,
    record_task,
)
from longbien.core.base.errors import LongBienError
from longbien.core.treaty.joining.checklist import CLOSES, Recorded, State, Task
from longbien.core.treaty.joining.flaws import Flaw, FlawedError, NotReadyError, stops
from longbien.core.treaty.joining.form import Form, Step, form
from longbien.core.treaty.joining.statements import NO_CLAUSE
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of
from longbien.web.treaty.join_forms import PaperForm, StepForm, TaskForm, shown_languages

_OFFICER: Final = "treaty-officer"
_MEDIA: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepState:
    """One step in the list: how many answers it has, how many stops stand in it."""

    step: Step
    answered: int
    stops: int


@guarded()
def join_page(request: HttpRequest) -> HttpResponse:
    """Show where the State stands, every task, every flaw, and the way to the papers."""
    return _page(request, joining_case(node=current_node(), actor=officer_of(request)), PaperForm())


@guarded(_OFFICER)
def step_page(request: HttpRequest, step_id: str) -> HttpResponse:
    """Show a step's questions and keep what was answered; nothing is kept while something cannot be read."""
    step = form().step(step_id)
    if step is None:
        raise Http404
    case = joining_case(node=current_node(), actor=officer_of(request))
    number = _number(request, step, case)
    languages = shown_languages(case.answers, request.GET.get("language", ""))
    if request.method != "POST":
        return _step(request, case, StepForm(step, number, languages, case.answers), step, number)
    filled = StepForm(step, number, languages, case.answers, data=request.POST)
    try:
        keep_answers(node=current_node(), actor=officer_of(request), changes=filled.changes())
    except FlawedError as error:
        filled.take(error.flaws)
        return _step(request, case, filled, step, number, status=409)
    messages.success(request, _("Kept."))
    return redirect("join_step", step_id) if "stay" in request.POST else redirect("join")


@guarded(_OFFICER)
def task_page(request: HttpRequest, task: str) -> HttpResponse:
    """Show a task and record where it stands."""
    case = joining_case(node=current_node(), actor=officer_of(request))
    found = _task(case, task)
    posted = TaskForm(request.POST) if request.method == "POST" else TaskForm.of(found)
    if request.method == "POST" and posted.is_valid():
        given = posted.cleaned_data
        record = Recorded(
            task=found.id,
            state=State(given["state"]),
            on=given["on"] or current_node().clock().date(),
            owner=given["owner"],
            due=given["due"],
            reason=given["reason"],
            evidence=given["evidence"],
        )
        try:
            record_task(node=current_node(), actor=officer_of(request), record=record)
        except LongBienError as error:
            posted.add_error(None, sentence_of(error))
        else:
            messages.success(request, _("Recorded."))
            return redirect("join")
    values = {"form": posted, "task": found, "history": [one for one in case.records if one.task == found.id]}
    return render(request, "longbien/treaty/join_task.html", values, status=409 if posted.errors else 200)


@guarded(_OFFICER)
@require_POST
def confirm_page(request: HttpRequest, task: str) -> HttpResponse:
    """Answer a notice's yearly question: still true."""
    confirm_notice(node=current_node(), actor=officer_of(request), task=task)
    messages.success(request, _("Confirmed for another year."))
    return redirect("join")


@guarded(_OFFICER)
@require_POST
def paper_page(request: HttpRequest) -> HttpResponse:
    """Give the papers as a file; while something stops them, say all of it."""
    chosen = PaperForm(request.POST)
    node, actor = current_node(), officer_of(request)
    if not chosen.is_valid():
        return _page(request, joining_case(node=node, actor=actor), chosen, status=409)
    given = chosen.cleaned_data
    try:
        made = joining_paper(
            node=node, actor=actor, languages=chosen.languages(), form=given["form"], draft=given["draft"]
        )
    except NotReadyError as error:
        chosen.add_error(None, sentence_of(error))
        return _page(request, joining_case(node=node, actor=actor), chosen, flaws=error.flaws, status=409)
    except LongBienError as error:
        chosen.add_error(None, sentence_of(error))
        return _page(request, joining_case(node=node, actor=actor), chosen, status=409)
    response = HttpResponse(made, content_type=_MEDIA[given["form"]])
    name = (
        "notices.json"
        if given["form"] == "json"
        else f"joining-{'-'.join(chosen.languages())}.{given['form']}"
    )
    response["Content-Disposition"] = f'attachment; filename="{node.party}-{name}"'
    return response


def _page(
    request: HttpRequest,
    case: JoiningCase,
    papers: PaperForm,
    *,
    flaws: tuple[Flaw, ...] = (),
    status: int = 200,
) -> HttpResponse:
    tasks = case.tasks()
    found = flaws or case.flaws()
    values = {
        "case": case,
        "closes": CLOSES,
        "tasks": [task for task in tasks if task.state is not State.NOT_APPLICABLE and not task.yearly],
        "yearly": [task for task in tasks if task.yearly and task.state is not State.NOT_APPLICABLE],
        "others": [task for task in tasks if task.state is State.NOT_APPLICABLE],
        "late": {task.id for task in tasks if task.is_late(case.position.today)},
        "flaws": found,
        "stops": len(stops(found)),
        "steps": _steps(form(), case, found),
        "may_join": permits(officer_of(request), VERB),
        "form": papers,
    }
    return render(request, "longbien/treaty/join.html", values, status=status)


def _steps(asked: Form, case: JoiningCase, flaws: Sequence[Flaw]) -> list[StepState]:
    def under(step: Step, path: str) -> bool:
        return path.startswith(f"{step.id}.")

    return [
        StepState(
            step=step,
            answered=sum(under(step, path) for path in case.answers.values),
            stops=sum(under(step, one.path) for one in stops(flaws)),
        )
        for step in asked.steps
    ]


def _step(
    request: HttpRequest, case: JoiningCase, filled: StepForm, step: Step, number: int, *, status: int = 200
) -> HttpResponse:
    prefix = f"{step.id}." if step.repeat == 1 else f"{step.id}.{number}."
    numbers = case.answers.numbers(step.id) if step.repeat > 1 else ()
    values = {
        "step": step,
        "number": number,
        "numbers": sorted({*numbers, number}) if step.repeat > 1 else (),
        "next": max(numbers, default=0) + 1,
        "form": filled,
        "flaws": [one for one in case.flaws() if one.path.startswith(prefix)] if status == 200 else (),
        "no_clause": NO_CLAUSE,
    }
    return render(request, "longbien/treaty/join_step.html", values, status=status)


def _number(request: HttpRequest, step: Step, case: JoiningCase) -> int:
    """Read which place of a repeated step is meant: the first one that is filled in, or 1."""
    asked = request.GET.get("number", "")
    if asked.isdecimal() and len(asked) < 3 and 1 <= int(asked) <= step.repeat:
        return int(asked)
    return next(iter(case.answers.numbers(step.id)), 1)


def _task(case: JoiningCase, task_id: str) -> Task:
    found = next((task for task in case.tasks() if task.id == task_id), None)
    if found is None:
        raise Http404
    return found
