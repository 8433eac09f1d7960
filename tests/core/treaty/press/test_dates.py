# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dates in seven languages, no more exact than they are written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.treaty.press.dates import find_dates, western_figures
from longbien.core.treaty.press.language import languages

PUBLISHED = date(2025, 10, 25)


def found(code: str, text: str, published: date | None = PUBLISHED) -> list[str]:
    return [str(one.when) for one in find_dates(text, languages()[code], published=published)]


@pytest.mark.parametrize(
    ("code", "text", "whens"),
    [
        ("vi", "Từ ngày 26-30/1/2026, tại Vienna", ["2026-01-26/2026-01-30"]),
        ("vi", "mở ký ngày 25–26/10/2025", ["2025-10-25/2025-10-26"]),
        ("vi", "từ ngày 25 đến 26/10", ["2025-10-25/2025-10-26"]),
        ("vi", "các ngày 25 và 26-10", ["2025-10-25/2025-10-26"]),
        ("vi", "ngày 25 tháng 10 năm 2025", ["2025-10-25"]),
        ("vi", "tối 24-10", ["2025-10-24"]),
        ("vi", "vào tháng 10/2025, từ năm 2019", ["2025-10", "2019"]),
        ("vi", "(tháng 2-2022 đến tháng 8-2024) ngày 24-12-2024", ["2022-02/2024-08", "2024-12-24"]),
        ("vi", "từ 30/12/2025 đến 2/1/2026", ["2025-12-30/2026-01-02"]),
        ("vi", "mạng lưới 24/7, nghị quyết 79/243, 30 tháng", []),
        ("en", "from 26 to 30 January 2026", ["2026-01-26/2026-01-30"]),
        ("en", "January 26-30, 2026", ["2026-01-26/2026-01-30"]),
        ("en", "Oct. 25 and 26, 2025", ["2025-10-25/2025-10-26"]),
        ("en", "30 January to 2 February 2026", ["2026-01-30/2026-02-02"]),
        ("en", "28 February 2022 to 11 March 2022", ["2022-02-28/2022-03-11"]),
        ("en", "the 1st of May 2026", ["2026-05-01"]),
        ("en", "in May 2026, since 2019", ["2026-05", "2019"]),
        ("en", "25/10/2025 and 13/14/2025", ["2025-10-25"]),
        ("en", "on 1/2/2026", []),
        ("en", "resolution 79/243, a 24/7 network, and it may 25 times", []),
        ("en", "31 February 2026", []),
        ("fr", "du 26 au 30 janvier 2026", ["2026-01-26/2026-01-30"]),
        ("fr", "le 1er février 2026", ["2026-02-01"]),
        ("fr", "de février 2022 à août 2024", ["2022-02/2024-08"]),
        ("es", "del 26 al 30 de enero de 2026", ["2026-01-26/2026-01-30"]),
        ("ru", "с 26 по 30 января 2026 года; в октябре 2025 года", ["2026-01-26/2026-01-30", "2025-10"]),
        ("ar", "من ٢٦ إلى ٣٠ كانون الثاني/يناير ٢٠٢٦", ["2026-01-26/2026-01-30"]),
        ("ar", "25 و26 أكتوبر 2025", ["2025-10-25/2025-10-26"]),
        ("zh", "2026年1月26日至30日在维也纳", ["2026-01-26/2026-01-30"]),
        ("zh", "2022年2月至2024年8月", ["2022-02/2024-08"]),
        ("en", "2025-10-25 and A/2025-10-26", ["2025-10-25"]),
    ],
)
def test_dates_are_read_as_they_are_written(code: str, text: str, whens: list[str]) -> None:
    assert found(code, text) == whens


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("vi", "hôm qua", "2025-10-24"),
        ("en", "tomorrow", "2025-10-26"),
        ("fr", "hier", "2025-10-24"),
        ("ar", "أمس", "2025-10-24"),
        ("en", "on 24 December", "2025-12-24"),
        ("en", "on 1 May", "2025-05-01"),
    ],
)
def test_without_the_day_of_the_report_a_word_or_a_date_without_year_says_nothing(
    code: str, text: str, day: str
) -> None:
    assert found(code, text) == [day]
    assert found(code, text, None) == []


def test_a_date_without_year_takes_the_nearest_one() -> None:
    assert found("vi", "ngày 30/12", date(2026, 1, 2)) == ["2025-12-30"]
    assert found("vi", "ngày 2/1", date(2025, 12, 30)) == ["2026-01-02"]
    assert found("vi", "ngày 29/2", date(2026, 1, 2)) == []


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from(sorted(languages())))
def test_a_day_reads_back_in_every_language(day: date, code: str) -> None:
    language = languages()[code]
    names = {number: name for name, number in reversed(list(language.months.items()))}
    text = {
        "vi": f"ngày {day.day}/{day.month}/{day.year}",
        "zh": f"{day.year}年{day.month}月{day.day}日",
        "es": f"{day.day} de {names.get(day.month)} de {day.year}",
        "en": f"{day.day} {names.get(day.month, '').capitalize()} {day.year}",
    }.get(code, f"{day.day} {names.get(day.month)} {day.year}")
    assert found(code, f"... {text}, ...") == [day.isoformat()]


@given(st.text(max_size=200), st.sampled_from(sorted(languages())))
def test_no_text_breaks_the_reader_and_spans_never_overlap(text: str, code: str) -> None:
    dates = find_dates(text, languages()[code], published=PUBLISHED)
    assert len(western_figures(text)) == len(text)
    end = 0
    for one in dates:
        assert end <= one.start < one.end
        assert text[one.start : one.end] == one.text
        end = one.end
