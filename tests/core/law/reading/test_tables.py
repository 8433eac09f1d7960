# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of a law come through whole and in order, from every form that has them; a law laid out in a table is still cut. All laws are invented."""

from collections.abc import Callable, Sequence
from datetime import date
from html import escape
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longbien.core.law.reading.blocks import Blocks
from longbien.core.law.reading.cutting import cut
from longbien.core.law.reading.forms.akn_read import read_akn
from longbien.core.law.reading.forms.akn_write import About, write_akn
from longbien.core.law.reading.forms.page import read_page
from longbien.core.law.reading.forms.word import read_word

ABOUT = About(law="FEES", state="XA", language="en", on=date(2026, 1, 1))
Rows = Sequence[Sequence[str]]
WORD = st.text(st.sampled_from("abcdefgхцщ港税ضريبة0123456789"), min_size=1, max_size=8)
CELL = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
TABLES = st.integers(min_value=2, max_value=4).flatmap(
    lambda wide: st.lists(st.lists(CELL, min_size=wide, max_size=wide), min_size=1, max_size=4)
)


def word(before: Sequence[str], rows: Rows, after: Sequence[str]) -> Blocks:
    """Write a law with a table as DOCX, and read it."""
    made = docx.Document()
    for line in before:
        made.add_paragraph(line)
    table = made.add_table(rows=len(rows), cols=len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    for line in after:
        made.add_paragraph(line)
    sink = BytesIO()
    made.save(sink)
    return read_word(sink.getvalue())


def page(before: Sequence[str], rows: Rows, after: Sequence[str]) -> Blocks:
    """Write the same as HTML, and read it."""
    table = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    lines = ["".join(f"<p>{escape(line)}</p>" for line in part) for part in (before, after)]
    return read_page(f"<html><body>{lines[0]}<table>{table}</table>{lines[1]}</body></html>".encode())


FORMS = (word, page)
BEFORE = ("Article 1. Entry", "Whoever enters pays.", "Article 2. Fees", "The fees are:")
AFTER = ("They are paid at once.", "Article 3. Receipts", "A receipt is given.")


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=30, deadline=None)
@given(rows=TABLES)
def test_every_cell_comes_through_in_order_and_goes_round_as_akoma_ntoso(
    form: Callable[..., Blocks], rows: Rows
) -> None:
    found = cut(form(BEFORE, rows, AFTER), language="en", law="FEES")
    lines = "\n".join(" | ".join(row) for row in rows)
    assert [(one.number, one.heading, one.text) for one in found.provisions] == [
        ("1", "Entry", "Whoever enters pays."),
        ("2", "Fees", f"The fees are:\n{lines}\nThey are paid at once."),
        ("3", "Receipts", "A receipt is given."),
    ]
    again = read_akn(write_akn(found.provisions, ABOUT))
    assert again.provisions == found.provisions


@settings(max_examples=60, deadline=None)
@given(rows=TABLES)
def test_a_table_of_a_foreign_akoma_ntoso_comes_through_and_goes_round(rows: Rows) -> None:
    table = "".join(f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in row)}</tr>" for row in rows)
    text = (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><body>'
        '<section eId="sec_2"><num>2.</num><heading>Fees</heading><content><p>The fees are:</p>'
        f"<table><caption>Fees</caption>{table}</table><p>Paid at once.</p></content></section></body></act></akomaNtoso>"
    )
    found = read_akn(text.encode()).provisions
    lines = "\n".join(" | ".join(row) for row in rows)
    assert [one.text for one in found] == [f"The fees are:\nFees\n{lines}\nPaid at once."]
    assert read_akn(write_akn(found, ABOUT)).provisions == found


@pytest.mark.parametrize("form", FORMS)
def test_empty_cells_keep_their_place(form: Callable[..., Blocks]) -> None:
    found = cut(form(BEFORE, [("Ship", "", "20"), ("", "Boat", ""), ("", "", "")], AFTER), language="en")
    assert found.provisions[1].text == "The fees are:\nShip | | 20\nBoat\nThey are paid at once."


def test_paragraphs_of_a_cell_and_tables_in_a_cell_are_kept_in_order() -> None:
    made = docx.Document()
    made.add_paragraph("Article 1. Fees")
    made.add_paragraph("The fees are:")
    table = made.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Ship\nlong\nwide", "20\n30"
    inner = table.cell(1, 1).add_table(rows=1, cols=2)
    table.cell(1, 0).text, table.cell(1, 1).paragraphs[0].text = "Boats", "each:"
    inner.cell(0, 0).text, inner.cell(0, 1).text = "small", "5"
    sink = BytesIO()
    made.save(sink)
    found = cut(read_word(sink.getvalue()), language="en")
    assert found.provisions[0].text == "The fees are:\nShip / long / wide | 20 / 30\nBoats\neach:\nsmall | 5"


@pytest.mark.parametrize("form", FORMS)
def test_a_law_that_is_laid_out_in_a_table_is_cut(form: Callable[..., Blocks]) -> None:
    rows = [
        ("Chapter I", "General"),
        ("Article 1", "Whoever enters pays."),
        ("(a)", "by ship;"),
        ("Article 2", "Nobody pays at night."),
    ]
    found = cut(form(("HARBOUR ACT",), rows, ("Done.",)), language="en")
    assert [(one.number, one.text) for one in found.provisions] == [
        ("1", "Whoever enters pays.\n(a) by ship;"),
        ("2", "Nobody pays at night.\nDone."),
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_schedule_of_penalties_is_not_taken_for_provisions(form: Callable[..., Blocks]) -> None:
    rows = [("Provision", "Penalty"), ("Article 1", "Ten lanterns"), ("Article 2", "Two winters")]
    after = ("Schedule", *AFTER)
    found = cut(form(BEFORE, rows, after), language="en")
    assert [one.number for one in found.provisions] == ["1", "2", "3"]
    everything = "\n".join([one.text for one in found.provisions] + [one.text for one in found.rest])
    assert "Article 1 | Ten lanterns\nArticle 2 | Two winters" in everything


def test_a_row_is_no_heading_of_the_next_provision() -> None:
    """Headings stand before the numbers of this law, and a table before one of them."""
    made = docx.Document()
    for number in range(1, 6):
        made.add_paragraph(f"Heading {number}")
        made.add_paragraph(f"Article {number}")
        made.add_paragraph(f"Sentence {number} is said.")
        if number == 4:
            table = made.add_table(rows=1, cols=2)
            table.cell(0, 0).text, table.cell(0, 1).text = "Ship", "Twenty"
    sink = BytesIO()
    made.save(sink)
    found = cut(read_word(sink.getvalue()), language="en")
    assert "Ship | Twenty" in found.provisions[3].text
    assert "Ship" not in found.provisions[4].heading
