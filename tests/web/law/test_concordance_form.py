# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of a finding: several needs and sources, none lost in silence."""

from collections.abc import Callable
from datetime import date

import pytest

from longbien.actions.law.concordance.assess import assess
from longbien.actions.law.concordance.seen import row_view
from longbien.core.law.concordance.codes import Coverage, Seat, Source
from longbien.core.law.concordance.table import Assessment, Evidence, Need
from tests.actions.law.concordance.stage import Stage, begun
from tests.nodes import make_officer
from tests.pair import Pair
from tests.web.conftest import Desk

NEED = ("a1", "b1")


@pytest.fixture
def stage(pair: Pair) -> Stage:
    with pair.at as at:
        for number in (1, 2, 3):
            at.officers[f"law-{number}"] = make_officer(f"law-{number}", "law-officer")
        return begun(at.node, *(at.officers[f"law-{number}"] for number in (1, 2, 3)))


@pytest.fixture
def first(pair: Pair, desk: Callable[..., Desk], stage: Stage) -> Desk:
    return desk(pair.at, "law-1")


def kept(pair: Pair, stage: Stage) -> Assessment:
    with pair.at as at:
        found = row_view(node=at.node, actor=stage.first, ref=stage.ref, duty="7.1").mine
    assert found is not None
    return found


def test_several_needs_and_sources_are_kept_in_order(pair: Pair, stage: Stage, first: Desk) -> None:
    form = {
        "law": "part",
        "practice": "unknown",
        "stay": "1",
        "need.1": NEED[0],
        "need_received.1": "Two courses",
        "need.3": NEED[1],
        "need_text.3": "A bill",
        "source.1": "document",
        "source_text.1": "Gazette 4",
        "source_day.1": "2025-03-01",
        "source_public.1": "on",
        "source.2": "interview",
        "source_author.2": "A judge",
        "source.4": "statistics",
        "source_text.4": "Yearbook",
    }
    path = f"/law/concordance/{stage.ref}/rows/7.1/"
    assert first.post(path, form).status_code == 302
    found = kept(pair, stage)
    assert found.needs == (Need(code=NEED[0], received="Two courses"), Need(code=NEED[1], text="A bill"))
    assert found.evidence == (
        Evidence(kind=Source.DOCUMENT, text="Gazette 4", day=date(2025, 3, 1), public=True),
        Evidence(kind=Source.INTERVIEW, text="—", author="A judge"),
        Evidence(kind=Source.STATISTICS, text="Yearbook"),
    )
    page = first.page(path)
    assert 'name="source.6"' in page
    assert 'name="source.7"' not in page


def test_what_is_kept_comes_back_whole_when_the_form_is_kept_again(
    pair: Pair, stage: Stage, first: Desk
) -> None:
    whole = Assessment(
        seat=Seat.FIRST,
        author="-",
        day=date(2026, 1, 1),
        law=Coverage.PART,
        needs=(Need(code=NEED[0], text="Judges", received="Two courses"),) * 5,
        evidence=(
            Evidence(kind=Source.JUDGMENT, text="Case 7", author="Court", day=date(2025, 3, 1), public=True),
        )
        * 4,
    )
    with pair.at as at:
        assess(node=at.node, actor=stage.first, ref=stage.ref, duty="7.1", found=whole)
    before = kept(pair, stage)
    path = f"/law/concordance/{stage.ref}/rows/7.1/"
    shown = first.get(path).context["form"]
    sent = {
        name: ("on" if value is True else str(value))
        for name, field in shown.fields.items()
        if (value := shown[name].value()) not in (None, "", False, [])
    }
    assert first.post(path, {**sent, "stay": "1"}).status_code == 302
    after = kept(pair, stage)
    assert (after.needs, after.evidence) == (before.needs, before.evidence) == (whole.needs, whole.evidence)


def test_a_source_or_need_without_its_kind_is_refused_and_nothing_is_lost(
    pair: Pair, stage: Stage, first: Desk
) -> None:
    path = f"/law/concordance/{stage.ref}/rows/7.1/"
    form = {"law": "part", "practice": "unknown", "need_text.2": "A bill", "source_text.3": "Gazette 9"}
    answer = first.post(path, form)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Choose which assistance is meant." in page
    assert "Choose how you know: what kind of source it is." in page
    assert "A bill" in page
    assert "Gazette 9" in page
    wrong = first.post(path, {**form, "need_text.2": "", "source.3": "document", "source_day.3": "soon"})
    assert wrong.status_code == 409
    many = {f"need.{number}": NEED[0] for number in range(1, 40)}
    assert first.post(path, {"law": "part", "practice": "unknown", "stay": "1", **many}).status_code == 302
    assert len(kept(pair, stage).needs) == 20
