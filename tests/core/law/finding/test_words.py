# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words of provisions are kept in the form of their law's language, and asked for in any."""

from hypothesis import given
from hypothesis import strategies as st

from longbien.core.law.finding.words import asked_words, facet, kept_words, spans
from longbien.core.law.provisions.provision import Provision


def marked(text: str, question: str, language: str) -> list[str]:
    asked = asked_words(question)
    assert asked is not None
    return [text[start:end] for start, end in spans(text, asked, language)]


def test_a_word_is_kept_without_endings_and_as_it_is_written() -> None:
    kept = kept_words(Provision(id="X:1", number="12.1", heading="Searches", text="Data stored abroad"), "en")
    assert kept.heading == ("12", "1", "search")
    assert kept.body == ("data", "store", "abroad")
    assert kept.exact == ("\ue001searches", "\ue001stored")


def test_a_question_needs_no_language() -> None:
    assert marked("The data so stored.", "storing", "en") == ["stored"]
    assert marked("Tội phạm mạng", "toi pham", "vi") == ["Tội phạm"]
    assert marked("الجريمة السيبرانية", "جريمة", "ar") == ["الجريمة"]
    assert marked("хранение данных", "данные", "ru") == ["данных"]
    assert marked("les données stockées", "donnees", "fr") == ["données"]
    assert marked("非法获取电子数据的", "电子数据", "zh") == ["电子数据"]


def test_what_is_in_quotation_marks_stands_in_a_row() -> None:
    text = "access to data and access without right"
    assert marked(text, '"access without"', "en") == ["access without"]
    assert marked("المادة ٣٤٢ من القانون", "342", "ar") == ["٣٤٢"]


def test_a_number_with_signs_stands_in_a_row() -> None:
    assert marked("Articles 1 and 342.1 apply", "342.1", "en") == ["342.1"]
    assert asked_words("342^1") == asked_words('"342 1"')


def test_nobody_can_type_the_mark_of_a_version() -> None:
    assert asked_words(facet(3)) == asked_words("3")


def test_a_question_without_a_letter_asks_for_nothing() -> None:
    assert [asked_words(text) for text in ("", "  ", '"', '""', "§ – …", "((")] == [None] * 6


@given(st.text(max_size=80), st.text(max_size=200), st.sampled_from(["en", "vi", "ar", "zh", "de", "th", ""]))
def test_what_is_marked_stands_in_the_text_in_order(question: str, text: str, language: str) -> None:
    asked = asked_words(question)
    if asked is None:
        return
    found = spans(text, asked, language)
    edges = [edge for span in found for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in found)


@given(st.text(max_size=100))
def test_words_have_no_sign_of_a_query(text: str) -> None:
    kept = kept_words(Provision(id="X:1", heading=text, text=text), "fr")
    asked = asked_words(text)
    every = [*kept.heading, *kept.body, *kept.exact]
    for group in asked.groups if asked else ():
        every += [word for row in (*group.needed, *group.better) for word in row]
    assert [word for word in every if not word or any(sign in word for sign in " \"'\\()*:&|!<>^+-")] == []
