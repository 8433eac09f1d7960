# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that are no press reports are refused with a code; whatever a file holds, nothing else happens."""

import random
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.base.library import data_bytes, data_files, parse_yaml
from longbien.core.treaty.press.language import FOLDER, parse_language
from longbien.core.treaty.press.names import ERRORS_FILE, NAMES_FILE, parse_errors, parse_names
from longbien.core.treaty.press.reading import read_report
from longbien.core.treaty.press.source import MAX_BYTES, read_bytes, read_page
from longbien.core.treaty.record.entries import record
from tests.core.treaty.press import reports
from tests.fuzz import mutate


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "treaty.press_empty"),
        (b" \n\t\r\n ", "treaty.press_empty"),
        (b"<html><script>1</script></html>", "treaty.press_empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "treaty.press_binary"),
        (bytes(range(1, 32)) * 20, "treaty.press_binary"),
        (b"caf\xe9 treaty", "treaty.press_encoding"),
        (b"\xff\xfeh", "treaty.press_encoding"),
        (b"word " * 100_000, "treaty.press_too_long"),
        (b"line\n\n" * 6000, "treaty.press_too_long"),
        (b"<html>" + b"<div>" * 500, "treaty.press_markup"),
        (b"<html>" + b"<a " * 300_000, "treaty.press_too_long"),
        (b"<html>" + b"<!--" * 300_000, "treaty.press_empty"),
        (b"<html>" + b'<a b=">' * 300_000, "treaty.press_markup"),
        (b"a" * (MAX_BYTES + 1), "treaty.press_too_large"),
    ],
)
def test_what_is_no_report_is_refused_with_a_code(data: bytes, code: str) -> None:
    with pytest.raises(MalformedError) as error:
        read_page(data)
    assert error.value.code == code


def test_a_file_is_read_only_up_to_its_limit() -> None:
    class Endless(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            assert size == MAX_BYTES + 1
            return b"a" * (MAX_BYTES + 1)

    with pytest.raises(MalformedError) as error:
        read_bytes(Endless())
    assert error.value.code == "treaty.press_too_large"


@pytest.mark.parametrize(
    "data",
    [
        reports.VIETNAMESE.encode("utf-8-sig"),
        b"\xff\xfe" + reports.VIETNAMESE.encode("utf-16-le"),
        b"\xfe\xff" + reports.VIETNAMESE.encode("utf-16-be"),
        reports.VIETNAMESE.replace("\n", "\r\n").encode(),
    ],
)
def test_the_same_report_in_another_coat_reads_the_same(data: bytes) -> None:
    plain = read_report(reports.VIETNAMESE.encode(), file="r.txt", entries=record())
    assert read_report(data, file="r.txt", entries=record()).proposals == plain.proposals


def test_a_page_may_name_an_older_encoding() -> None:
    data = (
        b'<html><meta charset="windows-1251"><p>' + "Ханойская конвенция.".encode("cp1251") + b"</p></html>"
    )
    assert read_page(data).blocks[0].text == "Ханойская конвенция."


@given(st.binary(max_size=400))
def test_no_bytes_end_in_anything_but_a_reading_or_a_coded_refusal(data: bytes) -> None:
    with suppress(MalformedError):
        read_report(data, file="r.txt", entries=record(), published=date(2026, 1, 27))


@given(st.text(alphabet="<>/ab=\"' phdivnaterm\n.-&;#x0129", max_size=300))
def test_no_markup_breaks_the_reader(text: str) -> None:
    with suppress(MalformedError):
        read_report(f"<html>{text}".encode(), file="r.html", entries=record())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('  - "{d1}/{m1}/{y1}"\n', '  - "{q1}/{m1}/{y1}"\n'),
        ('  - "{d1}/{m1}/{y1}"\n', '  - "{d1}/{d1}/{y1}"\n'),
        ("kind: opening", "kind: openning"),
        ("counts: states", "counts: sheep"),
        ("qualifier: about", "qualifier: perhaps"),
        ("days: 0}", "days: 99}"),
        ('language: "vi"', 'language: "viet"'),
        ("stop:", "stopp:"),
    ],
)
def test_a_mistake_in_a_language_table_names_its_file(before: str, after: str) -> None:
    text = data_bytes(f"{FOLDER}/vi.yaml").decode()
    assert before in text
    with pytest.raises(MalformedError) as error:
        parse_language(parse_yaml(text.replace(before, after, 1), source="vi.yaml"))
    assert error.value.code == "base.data_mistake"
    assert str(error.value.params["place"]).startswith("vi.yaml:")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("entry: opening-hanoi", "entry: nowhere"),
        ("kinds: [opening, signature]", "kinds: [openning]"),
        ('days: ["2024-10-25"', 'days: ["2024-13-25"'),
        ("number: {counts: articles, values: [71]}\n", ""),
        ("values: [71]", "values: [many]"),
    ],
)
def test_a_mistake_in_the_table_of_mistakes_names_its_file(before: str, after: str) -> None:
    text = data_bytes(ERRORS_FILE).decode()
    assert before in text
    with pytest.raises(MalformedError):
        parse_errors(parse_yaml(text.replace(before, after, 1), source="errors.yaml"))


def test_a_form_that_means_two_places_is_refused() -> None:
    text = data_bytes(NAMES_FILE).decode()
    with pytest.raises(MalformedError):
        parse_names(parse_yaml(text.replace('"Geneva", "Giơ', '"Vienna", "Giơ', 1), source="names.yaml"))


@pytest.mark.fuzz
def test_no_change_of_a_report_or_table_ends_in_anything_but_a_coded_refusal(
    rounds: Iterator[random.Random],
) -> None:
    texts = [reports.ENGLISH, reports.FRENCH, reports.VIETNAMESE, reports.ARABIC, reports.UNMARKED]
    tables = [data_bytes(path) for path in data_files(FOLDER)]
    for chance in rounds:
        with suppress(LongBienError):
            if chance.random() < 0.8:
                data = mutate(chance.choice(texts).encode(), chance)
                read_report(data, file="r.txt", entries=record(), published=date(2026, 1, 27))
            else:
                data = mutate(chance.choice(tables), chance)
                parse_language(parse_yaml(data.decode("utf-8", "replace"), source="x.yaml"))
