# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages of the depositary: three forms, one meaning; what is not understood stops with its row; nothing harms the reader."""

import random
import time
import tracemalloc
from collections.abc import Callable, Sequence
from datetime import date

import pytest

from longbien.core.base.datafile import Source
from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.base.library import data_bytes, parse_yaml
from longbien.core.treaty.depositary.mapping import PATH, default_mapping, parse_mapping, plain
from longbien.core.treaty.depositary.pages import MAX_PAGE
from longbien.core.treaty.depositary.reading import StatusReading
from longbien.core.treaty.depositary.statements import read_status
from longbien.core.treaty.status.events import EventKind
from longbien.core.treaty.status.ledger import check_events
from longbien.texts import sentence
from tests.core.treaty.made_pages import FRENCH, HEADINGS, ROWS, csv_page, html_page, xml_page
from tests.fuzz import mutate

SOURCE = Source(ref="made for a test", confidence="high")
ACTS = {
    EventKind.SIGNATURE,
    EventKind.RATIFICATION,
    EventKind.ACCEPTANCE,
    EventKind.APPROVAL,
    EventKind.ACCESSION,
}
PAGES = {"xml": xml_page(), "html": html_page(), "csv": csv_page()}
MAPPING = data_bytes(PATH).decode("utf-8")


def read(data: bytes) -> StatusReading:
    return read_status(data, default_mapping(), SOURCE)


def refused(data: bytes) -> LongBienError:
    with pytest.raises(MalformedError) as error:
        read(data)
    text = sentence(error.value.code, **error.value.params)
    assert text != error.value.code
    return error.value


def with_row(*row: str) -> list[Sequence[str]]:
    return [*ROWS[:2], row]


@pytest.mark.parametrize("form", PAGES)
def test_three_forms_say_the_same(form: str) -> None:
    reading = read(PAGES[form])
    assert reading.form == form
    assert [(event.party, event.kind.value, event.day) for event in reading.events if event.kind in ACTS] == [
        ("AT", "signature", date(2025, 10, 25)),
        ("CI", "signature", date(2025, 10, 25)),
        ("DZ", "signature", date(2025, 10, 25)),
        ("EU", "signature", date(2025, 10, 25)),
        ("FR", "signature", date(2025, 10, 25)),
        ("QA", "signature", date(2025, 10, 25)),
        ("VN", "signature", date(2025, 10, 25)),
        ("QA", "ratification", date(2026, 2, 11)),
        ("AT", "acceptance", date(2026, 2, 13)),
        ("FR", "approval", date(2026, 3, 3)),
        ("FJ", "accession", date(2026, 5, 1)),
        ("EU", "approval", date(2026, 6, 10)),
    ]
    assert [(one.row, one.text, one.code) for one in reading.aside] == [
        ("9", "Viet Nam: [1 Apr 2026]", "treaty.aside_brackets")
    ]
    assert check_events(reading.events) == reading.events


@pytest.mark.parametrize("form", ["xml", "html"])
def test_statements_objections_and_end_notes_are_kept(form: str) -> None:
    reading = read(PAGES[form])
    assert reading.day == date(2026, 6, 22)
    said = {event.kind: event for event in reading.events if event.kind not in ACTS}
    reservation, objection = said[EventKind.RESERVATION], said[EventKind.OBJECTION]
    assert (reservation.party, reservation.articles) == ("QA", ("14", "15", "16"))
    assert "does not hold itself bound" in reservation.content
    assert (objection.party, objection.target) == ("AT", reservation.id)
    austria = next(event for event in reading.events if event.kind is EventKind.ACCEPTANCE)
    assert austria.note == "Note 2: With a territorial exclusion."
    assert [section.role for section in reading.sections] == ["statements", "objections", "notes"]


def test_marks_are_read_with_regard_to_case() -> None:
    kinds = {"": "ratification", " A": "acceptance", " AA": "approval", " a": "accession", " d": "succession"}
    kinds[" c"] = "formal-confirmation"
    for mark, kind in kinds.items():
        reading = read(csv_page([("Fiji", "", f"1 May 2026{mark}")]))
        assert [event.kind.value for event in reading.events] == [kind]
    for mark in ("aa", "Aa", "C", "D", "s", "P"):
        error = refused(csv_page(with_row("Fiji", "", f"1 May 2026 {mark}")))
        assert (error.code, error.params) == ("treaty.page_mark", {"row": "4", "name": "Fiji", "mark": mark})
    assert refused(csv_page(with_row("Fiji", "1 May 2026 a", ""))).code == "treaty.page_mark"


def test_who_withdrew_stands_in_brackets_and_is_set_aside() -> None:
    reading = read(csv_page([("[Fiji] 3", "", "1 May 2026 a"), ("Algeria", "25 Oct 2025", "")]))
    assert [event.party for event in reading.events] == ["DZ"]
    assert [one.text for one in reading.aside] == ["Fiji: 1 May 2026 a"]
    assert refused(csv_page([("[Atlantis]", "", "1 May 2026 a")])).code == "treaty.page_name"


def test_french_headings_names_and_months_are_read() -> None:
    rows = [
        ("Viet Nam", "25 oct. 2025", "3 août 2026"),
        ("Côte d’Ivoire 2, 3", "26 octobre 2025", "1 févr. 2026 AA"),
    ]
    reading = read(csv_page(rows, headings=FRENCH, delimiter=";"))
    assert [
        (event.party, event.kind.value, event.day.isoformat(), event.note) for event in reading.events
    ] == [
        ("VN", "signature", "2025-10-25", ""),
        ("CI", "signature", "2025-10-26", "Note 2, 3 of the page."),
        ("CI", "approval", "2026-02-01", "Note 2, 3 of the page."),
        ("VN", "ratification", "2026-08-03", ""),
    ]


def test_a_heading_that_names_one_act_needs_no_mark() -> None:
    reading = read(csv_page([("Fiji", "1 May 2026")], headings=("Participant", "Accession")))
    assert [event.kind for event in reading.events] == [EventKind.ACCESSION]
    both = csv_page([("Fiji", "1 May 2026")], headings=("Participant", "Accession(a), Acceptance(A)"))
    assert refused(both).code == "treaty.page_mark"


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("Atlantis", "25 Oct 2025", ""), "treaty.page_name"),
        (("", "25 Oct 2025", ""), "treaty.page_name"),
        (("Algeria", "25 Oct 2025", ""), "treaty.page_twice"),
        (("Fiji", "31 Feb 2026", ""), "treaty.page_date"),
        (("Fiji", "soon", ""), "treaty.page_date"),
        (("Fiji", "05/13/2026", ""), "treaty.page_date"),
        (("Fiji", "25 Oct 2025", "", "x"), "treaty.page_cells"),
        (("Fiji" * 100, "25 Oct 2025", ""), "treaty.page_cells"),
    ],
)
@pytest.mark.parametrize("page", [xml_page, html_page, csv_page])
def test_what_is_not_understood_stops_with_its_row(
    page: Callable[..., bytes], row: Sequence[str], code: str
) -> None:
    extra = {} if page is csv_page else {"counters": None if page is xml_page else ""}
    error = refused(page(with_row(*row), **extra))
    assert (error.code, error.params["row"]) == (code, "4")


def test_unknown_columns_stop_with_their_names() -> None:
    error = refused(xml_page(headings=("Participant", "Signature", "Provisional application", "Colour")))
    assert (error.code, error.params) == (
        "treaty.page_columns",
        {"columns": "Provisional application; Colour"},
    )
    assert refused(csv_page(headings=("Land", "Signature", HEADINGS[2]))).code == "treaty.page_no_table"


def test_a_list_that_was_cut_short_does_not_agree_with_the_page_s_counts() -> None:
    error = refused(xml_page(ROWS[:4]))
    assert (error.code, error.params) == (
        "treaty.page_count",
        {"counter": "signatories", "said": 7, "rows": 4},
    )
    assert refused(html_page(ROWS[:4])).code == "treaty.page_count"


@pytest.mark.parametrize("end", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_page_is_refused(end: float) -> None:
    for form in ("xml", "html"):
        data = PAGES[form]
        assert refused(data[: int(len(data) * end)]).code in {
            "treaty.page_broken",
            "treaty.page_truncated",
            "treaty.page_no_table",
        }


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10 if n else b"&a;" * 10) for n in range(9))
    + b"]><Table><Row><Entry>&a8;</Entry></Row></Table>"
)
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><Table><Row><Entry>&x;</Entry></Row></Table>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (BOMB, "treaty.page_entities"),
        (OUTSIDE, "treaty.page_entities"),
        (BOMB.decode().replace('<?xml version="1.0"?>', "").encode("utf-16"), "treaty.page_broken"),
        (b"<a>" * 400 + b"</a>" * 400, "treaty.page_broken"),
        (b"<a>&unknown;</a>", "treaty.page_broken"),
        (b"", "treaty.page_no_table"),
        (b"<", "treaty.page_broken"),
        (b"\x00" * 100, "treaty.page_no_table"),
        (b'Participant,Signature\n"unclosed', "treaty.page_broken"),
        (b"x" * (MAX_PAGE + 1), "base.too_large"),
        (b"Participant,Signature\n" + b"Fiji,\n" * 3000, "treaty.page_too_much"),
        (b"Participant," + b"x," * 30, "treaty.page_too_much"),
        (b"<table>" + b"<tr><td>x</td></tr>" * 3000 + b"</table>", "treaty.page_too_much"),
    ],
)
def test_hostile_pages_are_refused(data: bytes, code: str) -> None:
    assert refused(data).code == code


@pytest.mark.parametrize(
    "start", [b"<!--", b"<table><tr>", b"<td", b"&#", b"<a ", b"a,", b'"', b"<html><p>1"]
)
def test_a_huge_page_takes_little_time_and_memory(start: bytes) -> None:
    data = (start * (MAX_PAGE // len(start)))[:MAX_PAGE]
    tracemalloc.start()
    begun = time.process_time()
    refused(data)
    took, peak = time.process_time() - begun, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert took < 2
    assert peak < 16 * MAX_PAGE


def test_the_mapping_s_mistakes_are_named() -> None:
    assert len(default_mapping().names) > 320
    for old, new, field in (
        ('mark: "AA"', 'mark: "A"', "mark"),
        ('words: ["Signature"', 'words: ["Participant"', "words"),
        ('code: "CV"', 'code: "ZZ"', "names"),
        ('["Cape Verde"]', '["France"]', "names"),
        ("dates: [day-month-year", "dates: [moon", "dates"),
        ("languages: [en, fr]", "languages: [tlh]", "languages"),
        ('  - ["jan"', '  - "jan"\n  - ["jan"', "months"),
    ):
        assert old in MAPPING
        with pytest.raises(MalformedError) as error:
            parse_mapping(parse_yaml(MAPPING.replace(old, new, 1), source="mapping"))
        assert (error.value.code, error.value.params["field"]) == ("base.data_mistake", field)


def test_names_are_compared_without_regard_to_case_accents_quotes_and_spaces() -> None:
    assert default_mapping().names[plain("Etats-Unis d'Amerique")] == "US"
    assert plain("  CÔTE  D\u2019Ivoire ") == plain("Co\u0302te d'Ivoire")


def test_mutated_pages_are_read_or_refused() -> None:
    chance = random.Random(7)
    for data in PAGES.values():
        for _ in range(60):
            _survive(mutate(data, chance))


@pytest.mark.fuzz
def test_any_page_is_read_or_refused(rounds: list[random.Random]) -> None:
    for chance in rounds:
        _survive(mutate(chance.choice(list(PAGES.values())), chance))


def _survive(data: bytes) -> None:
    """Read what may be anything: a reading that holds together, or an error of the family."""
    try:
        reading = read(data)
    except MalformedError:
        return
    for event in reading.events:
        assert event.party in default_mapping().names.values()
