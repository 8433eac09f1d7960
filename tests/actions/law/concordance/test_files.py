# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Workbooks out and back: without loss, with a look before anything changes, with both sides of a conflict, closed against hostile files."""

import zipfile
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from longbien.actions.law.concordance.assess import assess
from longbien.actions.law.concordance.assign import Assignment, assign
from longbien.actions.law.concordance.book import Copy, prepared, write_book
from longbien.actions.law.concordance.book_read import read_book
from longbien.actions.law.concordance.files import concordance_file, look_at, plan, take_over
from longbien.actions.law.concordance.seen import row_view
from longbien.core.base.errors import LongBienError
from longbien.core.law.concordance.changes import Verdict
from longbien.core.law.concordance.codes import Coverage, Found
from longbien.core.law.concordance.table import Concordance
from tests.actions.law.concordance.stage import Stage, begun, finding
from tests.authority import authority
from tests.core.law.concordance.strategies import concordances
from tests.nodes import make_node, make_officer

DAY = date(2026, 11, 22)


@pytest.fixture
def stage(db: None) -> Stage:
    officers = [make_officer(f"law-{number}", "law-officer") for number in (1, 2, 3)]
    return begun(make_node(authority("VN")), *officers)


@given(concordances())
@settings(max_examples=15, deadline=None)
def test_a_workbook_comes_back_without_loss_and_untouched(value: Concordance) -> None:
    copy = Copy(value=value, who="xa-first", day=DAY)
    data = write_book(copy)
    found = read_book(data)
    assert found.value == prepared(copy)
    assert found.touched == ()
    assert write_book(copy) == data


def edited(data: bytes, *cells: tuple[str, str, str, str]) -> bytes:
    """Write texts into cells of a workbook: sheet, the row that a line is of (with its element), column, text."""
    book = load_workbook(BytesIO(data))
    for sheet, of, column, text in cells:
        made = book[sheet]
        columns = {str(cell.value): cell.column or 1 for cell in made[1]}
        keys = [columns[name] for name in ("row", "id", "element") if name in columns]
        for number in range(3, made.max_row + 1):
            if of in {str(made.cell(number, key).value or "") for key in keys}:
                made.cell(number, columns[column]).value = text
                break
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def book_of(stage: Stage, who: str = "first") -> bytes:
    return concordance_file(node=stage.node, actor=getattr(stage, who), ref=stage.ref, form="xlsx")


def test_what_was_filled_in_off_line_is_looked_at_and_then_taken_over(stage: Stage) -> None:
    data = edited(
        book_of(stage),
        ("assessments", "7.1", "law", "part"),
        ("assessments", "7.1", "gap", "=not a formula"),
        ("elements", "mental", "found", "missing"),
        ("rows", "7.1", "ministry", "Ministry of Posts"),
    )
    with pytest.raises(LongBienError, match=r"law\.book_formula"):
        look_at(node=stage.node, actor=stage.first, ref=stage.ref, data=data)
    data = edited(
        book_of(stage),
        ("assessments", "7.1", "law", "part"),
        ("assessments", "7.1", "gap", "Nothing on intent."),
        ("elements", "mental", "found", "missing"),
        ("rows", "7.1", "ministry", "Ministry of Posts"),
    )
    found = look_at(node=stage.node, actor=stage.first, ref=stage.ref, data=data)
    assert [(one.item.kind, one.verdict) for one in found] == [
        ("row", Verdict.CHANGE),
        ("assessment", Verdict.CHANGE),
    ]
    assert row_view(node=stage.node, actor=stage.first, ref=stage.ref, duty="7.1").mine is None
    assert take_over(node=stage.node, actor=stage.first, ref=stage.ref, planned=plan(found)) == 2
    view = row_view(node=stage.node, actor=stage.first, ref=stage.ref, duty="7.1")
    assert view.row.ministry == "Ministry of Posts"
    assert view.mine is not None
    assert (view.mine.law, view.mine.gap) == (Coverage.PART, "Nothing on intent.")
    assert {one.element: one.found for one in view.mine.elements}["mental"] is Found.MISSING
    assert look_at(node=stage.node, actor=stage.first, ref=stage.ref, data=book_of(stage)) == ()


def test_what_somebody_changed_meanwhile_is_a_conflict_and_both_are_shown(stage: Stage) -> None:
    data = edited(book_of(stage), ("rows", "7.1", "ministry", "Ministry of Posts"))
    assign(
        node=stage.node,
        actor=stage.second,
        ref=stage.ref,
        rows=("7.1",),
        assignment=Assignment(ministry="Ministry of Peace"),
    )
    found = look_at(node=stage.node, actor=stage.first, ref=stage.ref, data=data)
    assert [one.verdict for one in found] == [Verdict.CONFLICT]
    assert ("Peace" in str(found[0].before), "Posts" in str(found[0].after)) == (True, True)
    assert take_over(node=stage.node, actor=stage.first, ref=stage.ref, planned=plan(found)) == 0
    also = {found[0].item.name}
    assert take_over(node=stage.node, actor=stage.first, ref=stage.ref, planned=plan(found), also=also) == 1


def test_an_assessor_s_workbook_holds_nothing_of_the_other_before_both_are_in(stage: Stage) -> None:
    assess(
        node=stage.node,
        actor=stage.first,
        ref=stage.ref,
        duty="7.1",
        found=finding(Coverage.NONE, gap="Unspeakable"),
    )
    packed = zipfile.ZipFile(BytesIO(book_of(stage, "second")))
    assert not [name for name in packed.namelist() if b"Unspeakable" in packed.read(name)]
    assert "macro" not in str(packed.namelist()).lower()


def test_nobody_changes_by_a_file_what_somebody_else_found(stage: Stage) -> None:
    for actor in (stage.first, stage.second):
        assess(node=stage.node, actor=actor, ref=stage.ref, duty="7.1", found=finding(Coverage.FULL))
    data = edited(book_of(stage, "second"), ("assessments", "7.1", "law", "none"))
    found = look_at(node=stage.node, actor=stage.second, ref=stage.ref, data=data)
    assert [(one.verdict, one.code) for one in found] == [(Verdict.REFUSED, "law.book_not_yours")]
    with pytest.raises(LongBienError, match=r"law\.book_other_person"):
        look_at(node=stage.node, actor=stage.first, ref=stage.ref, data=data)


def test_one_ministry_gets_its_rows_alone(stage: Stage) -> None:
    data = concordance_file(
        node=stage.node, actor=stage.first, ref=stage.ref, form="xlsx", ministry="Ministry of Justice"
    )
    assert {row.article for row in read_book(data).value.rows} == {7, 25}
    with pytest.raises(LongBienError, match=r"law\.ministry_unknown"):
        concordance_file(node=stage.node, actor=stage.first, ref=stage.ref, form="xlsx", ministry="Nobody")


def zipped(**files: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"not a workbook", "law.book_broken"),
        (zipped(a=b"b"), "law.book_kind"),
        (zipped(xl__workbook_dot_xml=b"<a/>", xl__vbaProject_dot_bin=b"x"), "law.book_macro"),
        (zipped(xl__workbook_dot_xml=b"<!DOCTYPE a>"), "law.book_broken"),
        (zipped(xl__workbook_dot_xml=b"<a/>", big=b"0" * (65 * 1024 * 1024)), "law.book_large"),
    ],
    ids=["text", "zip", "macro", "doctype", "bomb"],
)
def test_a_hostile_file_is_refused(stage: Stage, data: bytes, code: str) -> None:
    with pytest.raises(LongBienError) as refused:
        look_at(node=stage.node, actor=stage.first, ref=stage.ref, data=data)
    assert refused.value.code == code


@given(concordances())
@settings(max_examples=5, deadline=None)
def test_a_workbook_that_was_cut_short_or_turned_ends_in_a_code(value: Concordance) -> None:
    data = write_book(Copy(value=value, who="xa-first", day=DAY))
    for spoilt in (data[: len(data) // 2], data[::-1], data[:200] + b"x" + data[201:]):
        try:
            read_book(spoilt)
        except LongBienError as error:
            assert error.code  # noqa: PT017 # a code is all that may come out
