# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Joining on pages: read by everybody with a role, written by treaty officers, every flaw beside its field, papers as files."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from longbien.actions.treaty.joining import replace_answers
from longbien.bridge.joining_papers import JoiningPapers
from longbien.core.treaty.joining.form import form
from longbien.store import models
from tests.joining import complete
from tests.pair import Pair


def fill(pair: Pair) -> None:
    """Keep complete answers at VN, which can set papers."""
    with pair.vn as vn:
        vn.node = replace(vn.node, joining_papers=JoiningPapers())
        replace_answers(node=vn.node, actor=vn.officers["treaty"], value=complete())


def test_everybody_with_a_role_reads_and_treaty_officers_write(pair: Pair, desk: Callable[..., Any]) -> None:
    auditor, officer = desk(pair.vn, "auditor"), desk(pair.vn, "treaty")
    page = auditor.page("/treaty/join/")
    assert 'Signature is open until <span class="lb-apart">\u20662026-12-31\u2069</span>' in page
    assert "/treaty/join/steps/" not in page
    assert "/treaty/join/steps/instrument/" in officer.page("/treaty/join/")
    for path in ("steps/instrument/", "tasks/deposit/"):
        assert auditor.get(f"/treaty/join/{path}").status_code == 403
    assert auditor.post("/treaty/join/papers/").status_code == 403


@pytest.mark.parametrize("step", [step.id for step in form().steps])
def test_each_step_is_a_page_that_keeps_what_it_shows(
    pair: Pair, desk: Callable[..., Any], step: str
) -> None:
    fill(pair)
    page = desk(pair.vn, "treaty").get(f"/treaty/join/steps/{step}/")
    assert page.status_code == 200
    shown = page.context["form"]
    data = {name: shown.initial.get(name, "") for name in shown.fields}
    done = desk(pair.vn, "treaty").post(f"/treaty/join/steps/{step}/", data)
    assert done.status_code == 302
    with pair.vn:
        assert models.JoiningAnswers.objects.count() == 1  # nothing changed


def test_a_flaw_stands_beside_its_field_and_nothing_is_kept(pair: Pair, desk: Callable[..., Any]) -> None:
    data = {"instrument.day": "soon", "instrument.kind": "ratification", "instrument.place.vi": "Hà Nội"}
    page = desk(pair.vn, "treaty").post("/treaty/join/steps/instrument/?language=vi", data)
    assert page.status_code == 409
    assert "Write a day as 2026-12-31" in page.content.decode()
    assert "Hà Nội" in page.content.decode()
    with pair.vn:
        assert models.JoiningAnswers.objects.count() == 0


def test_a_second_reservation_is_asked_for_and_its_clause_is_told(
    pair: Pair, desk: Callable[..., Any]
) -> None:
    fill(pair)
    officer = desk(pair.vn, "treaty")
    assert "?number=2" in officer.page("/treaty/join/steps/reservation/")
    data = {"reservation.2.to": "14 15 16", "reservation.2.text.en": "No."}
    assert officer.post("/treaty/join/steps/reservation/?number=2", data).status_code == 302
    page = officer.page("/treaty/join/")
    assert "No clause of the Convention provides for a reservation to Article 14" in page


def test_papers_are_files_and_stops_are_told(pair: Pair, desk: Callable[..., Any]) -> None:
    officer = desk(pair.vn, "treaty")
    refused = officer.post("/treaty/join/papers/", {"first": "en", "form": "pdf"})
    assert refused.status_code == 409
    fill(pair)
    for ending, start in (("pdf", b"%PDF"), ("docx", b"PK"), ("json", b"{")):
        made = officer.post("/treaty/join/papers/", {"first": "ar", "second": "en", "form": ending})
        assert made.status_code == 200, made.content[:3000]
        assert made.content.startswith(start)
        assert f".{ending}" in made["Content-Disposition"]
    wrong = officer.post("/treaty/join/papers/", {"first": "en", "second": "en", "form": "pdf"})
    assert wrong.status_code == 409


def test_a_task_is_recorded_and_its_history_stays(pair: Pair, desk: Callable[..., Any]) -> None:
    officer = desk(pair.vn, "treaty")
    path = "/treaty/join/tasks/notice-53-7/"
    assert officer.post(path, {"state": "not-applicable"}).status_code == 409
    assert officer.post(path, {"state": "done", "owner": "A. Person", "due": "2026-12-01"}).status_code == 302
    page = officer.page(path)
    assert "A. Person" in page
    assert officer.get("/treaty/join/tasks/king/").status_code == 404
    assert officer.get("/treaty/join/steps/king/").status_code == 404
    assert "Still true today" in officer.page("/treaty/join/")
    assert officer.post("/treaty/join/tasks/still-true-notice-53-7/confirm/").status_code == 302
    assert officer.post("/treaty/join/tasks/deposit/confirm/").status_code == 409
