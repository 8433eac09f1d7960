# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A law is cut by its numbering, and nothing of it is lost. All laws are invented."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.law.reading.blocks import Blocks, Cut
from longbien.core.law.reading.cutting import cut
from longbien.core.law.reading.forms.plain import read_markdown
from longbien.core.law.reading.numbering import numberings
from tests.core.law.reading.laws import LAW, codes, lines, read, told


def test_a_law_is_cut_into_articles_with_their_chapters() -> None:
    found = read(LAW, law="X")
    assert told(found) == [
        ("1", "Purpose", "This law has a purpose.\nIt has no other."),
        (
            "2",
            "Entering without right",
            "1. Whoever enters a system without right is punished.\n2. Article 1 remains.",
        ),
        (
            "3",
            "Other law",
            "Article 7 of the other law is replaced by the following:\n“Article 7. Quoted\nText that is quoted.”",
        ),
        ("4", "End", "This law ends here."),
    ]
    assert [one.id for one in found.provisions] == ["X:1", "X:2", "X:3", "X:4"]
    assert [one.path for one in found.provisions[:2]] == [
        ("CHAPTER I GENERAL PROVISIONS",),
        ("CHAPTER II OFFENCES",),
    ]
    assert [(one.kind, one.place.number) for one in found.rest] == [
        ("preamble", 1),
        ("contents", 4),
        ("contents", 5),
        ("contents", 6),
        ("annex", 24),
    ]


def test_an_unquoted_amendment_is_not_cut_either() -> None:
    text = (
        "Article 1. First\nText one.\nArticle 2. Amendment\nThe other law is amended as follows:\n"
        "Article 88. Quoted without marks\nIts text.\nArticle 3. Last\nText three.\n"
    )
    found = read(text)
    assert [one.number for one in found.provisions] == ["1", "2", "3"]
    assert "Article 88. Quoted without marks" in found.provisions[1].text
    assert codes(found) == ["quoted"]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing() -> None:
    found = read(
        "Article 1. First\n“Text that opens.\nArticle 2. Second\nText two.\nArticle 3. Third\nText three."
    )
    assert [one.number for one in found.provisions] == ["1", "2", "3"]


def test_headings_before_the_number() -> None:
    text = (
        "Entering without right\n1. (1) Whoever enters is punished.\n(2) So is the other.\nTaking without right\n"
        "2. (1) Whoever takes is punished.\nBreaking things\n3. Whoever breaks is punished.\nThe end of it\n4. This ends."
    )
    assert [(one[0], one[1]) for one in told(read(text))] == [
        ("1", "Entering without right"),
        ("2", "Taking without right"),
        ("3", "Breaking things"),
        ("4", "The end of it"),
    ]


def test_headings_glued_to_the_text_before_are_cut_off() -> None:
    text = "Article 1\nFirst text ends here.Second heading\nArticle 2\nSecond text ends.Third heading\nArticle 3\nThird text."
    found = read(text)
    assert [(one[0], one[1]) for one in told(found)] == [
        ("1", ""),
        ("2", "Second heading"),
        ("3", "Third heading"),
    ]
    assert codes(found) == ["heading_glued"]


def test_provisions_in_the_middle_of_a_paragraph() -> None:
    found = read(
        "Article 1. First. Text one is here. Article 2. Second. Text two under Article 1. Article 3. Third text."
    )
    assert [one.number for one in found.provisions] == ["1", "2", "3"]
    assert codes(found) == ["glued", "glued"]


def test_lists_are_no_sections() -> None:
    text = (
        "1. Short title\nThis Act has a title.\n2. Interpretation\nIn this Act these words mean:\n1. one thing;\n"
        "2. another thing;\n3. a third thing.\n3. Entering\nWhoever enters is punished.\n4. Taking\nWhoever takes is punished."
    )
    assert [(one[0], one[1]) for one in told(read(text))] == [
        ("1", "Short title"),
        ("2", "Interpretation"),
        ("3", "Entering"),
        ("4", "Taking"),
    ]


def test_gaps_and_repeats_are_named_with_their_place() -> None:
    found = read("Article 1\nOne.\nArticle 3\nThree.\nArticle 3\nThree again.\nArticle 4\nArticle 5\nFive.")
    assert [one.id for one in found.provisions] == ["1", "3", "3#2", "4", "5"]
    assert [(one.code, one.place.number, one.provision) for one in found.notes] == [
        ("law_reading.jump", 3, "3"),
        ("law_reading.double", 5, "3#2"),
        ("law_reading.empty", 7, "4"),
    ]


def test_a_lost_superscript_is_named() -> None:
    text = "\n".join(
        f"Статья {number}. Заголовок\nТекст статьи."
        for number in ("158", "159", "1591", "1596", "160", "161")
    )
    found = read(text, "ru")
    assert [one.values.get("likely") for one in found.notes] == ["159^1", "159^6"]


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        (
            "ru",
            "Article 1\n" + "The law of the land shall apply to any person who is in it. " * 9,
            "other_script",
        ),
        (
            "fr",
            "Article 1\n" + "The law of the land shall apply to any person who is in it. " * 9,
            "other_language",
        ),
        ("en", "Article 1\nA lost letter \ufffd stands here.", "replaced"),
        ("fr", "Article 1\nLes donnÃ©es sont protÃ©gÃ©es.", "misread"),
        ("en", "Article 1\nA letter \ue001 of a font.", "private_use"),
        ("en", "Article 1\nText.\nArticle 2\n" + "word " * 5000, "long"),
    ],
)
def test_what_is_wrong_with_a_text_is_named(language: str, text: str, code: str) -> None:
    assert code in codes(read(text, language))


def test_text_without_numbering_is_left_over_as_a_whole() -> None:
    found = read("A declaration.\nIt has no numbers at all.")
    assert (found.provisions, codes(found), [one.kind for one in found.rest]) == ((), ["none"], ["preamble"])


def test_a_language_without_numbering_is_refused() -> None:
    with pytest.raises(UsageError) as error:
        read("Article 1\nText.", "xx")
    assert error.value.code == "law_reading.language"


def test_ten_million_characters_and_more_are_refused() -> None:
    with pytest.raises(RefusedError) as error:
        read("Article 1\n" + "x" * 10_000_001)
    assert error.value.code == "law_reading.too_long"


def letters(text: str) -> str:
    return "".join(sorted("".join(text.split())))


def everything(found: Cut) -> str:
    """Give every letter that is kept of a law, paths once each; numbers and their words are added by the caller."""
    return "".join((*(one.heading + one.text for one in found.provisions), *(one.text for one in found.rest)))


WORDS = st.sampled_from(
    [
        "Article",
        "Section",
        "1",
        "2",
        "3.",
        "12",
        "Chapter",
        "I",
        "of",
        "the",
        "“",
        "”",
        "\n",
        "\n",
        ".",
        ":",
        "Annex",
        "(1)",
        "Text",
        "ends.",
        "điều",
        "第一条",
        "المادة",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60), st.sampled_from(["en", "fr", "vi", "zh", "ar", "de"]))
def test_no_word_of_a_text_is_lost(words: list[str], language: str) -> None:
    text = " ".join(words)
    assume(lines(text).blocks)
    found = cut(lines(text), language=language)
    kept = everything(found)
    for one in ("Text", "ends", "the"):
        titles = sum(title.count(one) for title in {title for p in found.provisions for title in p.path})
        assert kept.count(one) + titles >= text.count(one) - _repeated(found, one)


def _repeated(found: Cut, word: str) -> int:
    """Paths with the same heading stand for several places in the text."""
    return sum(title.count(word) for p in found.provisions for title in p.path)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400), st.sampled_from(sorted(numberings())))
def test_any_text_is_cut_or_refused(text: str, language: str) -> None:
    assume(lines(text).blocks)
    found = cut(lines(text), language=language)
    assert len({one.id for one in found.provisions}) == len(found.provisions) == len(found.places)


def test_nothing_is_read_out_of_nothing() -> None:
    with pytest.raises(RefusedError):
        cut(Blocks(form="text"), language="en")


def test_a_small_letter_behind_a_latin_multiple_belongs_to_the_number() -> None:
    found = read(
        "Artículo 8. Primero\nTexto uno.\nArtículo 8 bis a. Segundo\nTexto dos.\nArtículo 8 bis b. Tercero\nTexto tres.\n"
        "Artículo 8 ter a. Cuarto\nTexto cuatro.\nArtículo 9. Quinto\nTexto cinco, véase el artículo 8 bis a 9.\n",
        language="es",
    )
    assert [one.number for one in found.provisions] == ["8", "8 bis a", "8 bis b", "8 ter a", "9"]


def test_a_number_that_runs_into_its_line_is_cited_if_all_others_stand_apart() -> None:
    articles = "".join(f"第{number}条　{number}の規定を置く。\n" for number in range(1, 8))
    found = read(f"{articles}第二条ただし書の場合には、これを適用しない。\n第八条　終わる。\n", language="ja")
    assert [one.number for one in found.provisions] == [str(number) for number in range(1, 9)]
    assert found.provisions[6].text.endswith("第二条ただし書の場合には、これを適用しない。")


def test_a_line_in_brackets_heads_the_next_article_even_behind_a_list() -> None:
    heads = ("目的", "定義", "罪", "罰", "附帯")
    law = "".join(f"（{head}）\n第{at}条　{head}を定める。\n" for at, head in enumerate(heads, 1))
    found = read(f"{law}一　第一の罪\n（施行）\n第六条　施行する。\n", language="ja")
    assert [one.heading for one in found.provisions] == [*(f"（{head}）" for head in heads), "（施行）"]
    assert found.provisions[4].text == "附帯を定める。\n一　第一の罪"


def test_a_footnote_mark_behind_the_full_stop_does_not_hide_the_next_heading() -> None:
    found = read(
        "Amaç\nMadde 1- Kanun amaçlar.[1]\nKapsam\nMadde 2- Kanun kapsar. [2][3]\nTanım\nMadde 3- Kanun tanımlar.\n",
        language="tr",
    )
    assert [one.heading for one in found.provisions] == ["Amaç", "Kapsam", "Tanım"]


def test_a_heading_of_the_file_s_own_form_with_a_full_stop_is_the_provision_s_heading() -> None:
    law = "##### Artículo 1. Objeto.\n\nTexto uno.\n\n##### Artículo 2.\n\nTexto dos.\n\n##### Artículo 3.\n\nTexto tres.\n"
    found = cut(read_markdown(law.encode()), language="es")
    assert [one.heading for one in found.provisions] == ["Objeto", "", ""]


def test_two_sentences_of_chinese_letters_are_no_heading() -> None:
    law = "".join(f"第{number}条　左の者は、申し出る。遅れてはならない\n一　親\n" for number in range(1, 5))
    assert {one.heading for one in read(law, language="ja").provisions} == {""}


def test_a_korean_range_of_articles_begins_no_provision() -> None:
    law = "제1조(목적) 목적이다.\n제2조(정의) 정의이다.\n제3조(미수범)\n제1조 내지 전조의 미수범은 처벌한다.\n제4조(끝) 끝이다.\n"
    assert [one.number for one in read(law, language="ko").provisions] == ["1", "2", "3", "4"]


def test_parts_nest_as_the_law_itself_stacks_them() -> None:
    law = (
        "Erster Abschnitt\nErster Titel\n§ 1 Eins\nText eins.\nZweiter Titel\n§ 2 Zwei\nText zwei.\n"
        "Dreizehnter Abschnitt\nErster Titel\n§ 3 Drei\nText drei.\n"
    )
    assert [one.path for one in read(law, language="de").provisions] == [
        ("Erster Abschnitt", "Erster Titel"),
        ("Erster Abschnitt", "Zweiter Titel"),
        ("Dreizehnter Abschnitt", "Erster Titel"),
    ]


def test_levels_of_headings_nest_parts_that_have_no_number() -> None:
    law = (
        "# Invented Code\n\n## General rules\n\n### Title I. Scope\n\n#### Chapter I. Rules\n\n##### Article 1\n\nText one.\n\n"
        "## Crimes\n\n### Crimes of the sea\n\n##### Article 2\n\nText two.\n\n### Title II. Land\n\n##### Article 3\n\nText three.\n"
    )
    found = cut(read_markdown(law.encode()), language="en")
    assert [one.path for one in found.provisions] == [
        ("General rules", "Title I. Scope", "Chapter I. Rules"),
        ("Crimes", "Crimes of the sea"),
        ("Crimes", "Title II. Land"),
    ]
    assert [(one.kind, one.text) for one in found.rest] == [("preamble", "Invented Code")]


def test_the_same_word_closes_its_part_at_whatever_level_its_heading_stands() -> None:
    law = (
        "# Title I\n\n## Chapter I\n\n##### Article 1\n\nText one.\n\n### Chapter II\n\n##### Article 2\n\nText two.\n\n"
        "# Title II\n\n##### Article 3\n\nText three.\n"
    )
    found = cut(read_markdown(law.encode()), language="en")
    assert [one.path for one in found.provisions] == [
        ("Title I", "Chapter I"),
        ("Title I", "Chapter II"),
        ("Title II",),
    ]


def test_a_part_s_name_is_taken_where_the_article_s_heading_stands_between() -> None:
    law = (
        "BİRİNCİ BÖLÜM\nTemel İlkeler\nAmaç\nMadde 1- Kanun amaçlar.\nKapsam\nMadde 2- Kanun kapsar.\n"
        "İKİNCİ BÖLÜM\nBilişim Suçları\nGirme\nMadde 3- Giren cezalandırılır.\nSon\nMadde 4- Kanun biter.\n"
    )
    found = read(law, language="tr")
    assert [(one.heading, one.path) for one in found.provisions] == [
        ("Amaç", ("BİRİNCİ BÖLÜM Temel İlkeler",)),
        ("Kapsam", ("BİRİNCİ BÖLÜM Temel İlkeler",)),
        ("Girme", ("İKİNCİ BÖLÜM Bilişim Suçları",)),
        ("Son", ("İKİNCİ BÖLÜM Bilişim Suçları",)),
    ]
    assert found.rest == ()


def test_an_indian_full_stop_parts_number_and_heading() -> None:
    law = "ধারা ১। নাম\nএই আইন।\nধারা ২। প্রবেশ\nযে ব্যক্তি প্রবেশ করে।\n"
    assert [(one.number, one.heading) for one in read(law, language="bn").provisions] == [
        ("1", "নাম"),
        ("2", "প্রবেশ"),
    ]


def test_what_another_way_numbers_inside_a_line_is_not_cut_off() -> None:
    law = "Zuletzt geändert: Art. 1 des Gesetzes; Art. 2 G.\n" + "".join(
        f"§ {at} Zweck\nText {at}.\n" for at in range(1, 7)
    )
    found = read(law, language="de")
    assert [one.number for one in found.provisions] == [str(at) for at in range(1, 7)]
    assert codes(found) == []


def test_articles_of_a_second_series_keep_its_word_in_their_numbers() -> None:
    law = (
        "Madde 1- Kanun amaçlar.\nMadde 2- Kanun kapsar.\nMadde 3- Kanun tanımlar.\n"
        "Ek Madde 1- Eklenen hüküm uygulanır.\nGeçici Madde 1- Süren işler biter.\nGeçici Madde 2- Başka işler de biter.\n"
    )
    found = read(law, language="tr")
    assert [one.number for one in found.provisions] == ["1", "2", "3", "Ek 1", "Geçici 1", "Geçici 2"]
    assert (found.rest, codes(found)) == ((), [])
