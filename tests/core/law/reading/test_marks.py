# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the lines of provisions begin, in many languages. All lines are invented."""

import pytest

from longbien.core.law.reading.marks import article_mark, bare_mark, division_rank, patterns
from longbien.core.law.reading.numbering import numbering, numberings

BEGIN = (
    ("vi", "Điều 12. Truy cập trái phép", "12", "Truy cập trái phép"),
    ("zh", "第二百八十七条之一　设立网站的", "287-1", "设立网站的"),
    ("zh", "第十二條", "12", ""),
    ("ja", "第十二条の二　この法律", "12-2", "この法律"),
    ("ko", "제12조의2(정의) 이 법", "12-2", "(정의) 이 법"),
    ("ar", "المادة (١٢)", "12", ""),
    ("ar", "المادة الثانية عشرة", "12", ""),
    ("ar", "المــادة الحادية والعشرون بعد المائة:", "121", ""),
    ("ar", "المادة (16) مكرراً", "16 مكرراً", ""),
    ("fa", "ماده ۱۲ـ هر کس", "12", "هر کس"),
    ("fr", "Article L. 34-1", "L. 34-1", ""),
    ("fr", "Article premier.- Le présent", "1", "Le présent"),
    ("fr", "Art. 1er. Les données", "1", "Les données"),
    ("fr", "Article 95-2 bis", "95-2 bis", ""),
    ("ru", "Статья 159.6. Заголовок", "159.6", "Заголовок"),
    ("ru", "Статья 216¹. Заголовок", "216^1", "Заголовок"),
    ("uk", "Стаття 12. Назва", "12", "Назва"),
    ("de", "§ 176b Überschrift", "176b", "Überschrift"),
    ("de", "§ 176 b. Überschrift", "176 b", "Überschrift"),
    ("et", "§ 12¹. Mõiste", "12^1", "Mõiste"),
    ("lv", "12.1 pants. Nosaukums", "12.1", "Nosaukums"),
    ("hu", "12/A. § Aki jogosulatlanul", "12/A", "Aki jogosulatlanul"),
    ("sv", "9 c § Den som olovligen", "9 c", "Den som olovligen"),
    ("tr", "MADDE 12/A – (1) Bir sisteme", "12/A", "(1) Bir sisteme"),
    ("kk", "12-бап. Атауы", "12", "Атауы"),
    ("uz", "12-modda. Nomi", "12", "Nomi"),
    ("pt", "Art. 5º O acesso", "5", "O acesso"),
    ("pt", "Artigo 12.º-A", "12-A", ""),
    ("es", "ARTÍCULO PRIMERO.- Objeto", "1", "Objeto"),
    ("es", "Artículo 12 bis. Acceso", "12 bis", "Acceso"),
    ("it", "Art. 615-ter. Accesso", "615-ter", "Accesso"),
    ("en", "Section 12A. Access", "12A", "Access"),
    ("en", "Article12.Heading", "12", "Heading"),
    ("en", "Article 5.No person shall", "5", "No person shall"),
    ("id", "Pasal 27A", "27A", ""),
    ("ka", "მუხლი 12. სათაური", "12", "სათაური"),
    ("th", "มาตรา ๑๒ ผู้ใดเข้าถึง", "12", "ผู้ใดเข้าถึง"),
    ("el", "Άρθρο 12 Τίτλος", "12", "Τίτλος"),
    ("hi", "धारा १२. शीर्षक", "12", "शीर्षक"),
    ("mn", "12 дугаар зүйл. Хууль", "12", "Хууль"),
)
CITED = (
    ("vi", "Điều 12 của Luật này"),
    ("vi", "Điều 12, Điều 13"),
    ("ar", "المادة 5 من هذا القانون"),
    ("fr", "Article 12 de la présente loi"),
    ("de", "§ 12 Abs. 2 gilt"),
    ("en", "Section 12 of this Act applies"),
    ("en", "article 5, paragraph 2"),
    ("es", "Artículo 4 de la ley"),
    ("ru", "Статья 5 настоящего закона"),
    ("en", "Partly cloudy"),
)


@pytest.mark.parametrize(("language", "line", "number", "rest"), BEGIN)
def test_a_provision_begins(language: str, line: str, number: str, rest: str) -> None:
    mark = article_mark(line, patterns(numbering(language)), 0, "")
    assert mark is not None
    assert (mark.number, mark.rest, mark.sure) == (number, rest, True)


@pytest.mark.parametrize(("language", "line"), CITED)
def test_a_provision_is_only_cited(language: str, line: str) -> None:
    assert article_mark(line, patterns(numbering(language)), 0, "") is None


def test_a_line_that_may_be_either_is_not_sure() -> None:
    mark = article_mark("Section 12(3) applies", patterns(numbering("en")), 0, "")
    assert mark is not None
    assert not mark.sure


@pytest.mark.parametrize("language", sorted(numberings()))
def test_every_language_compiles_and_reads_its_own_first_form(language: str) -> None:
    known = patterns(numbering(language))
    line = known.way.articles[0].replace("{n}", "12")
    mark = article_mark(line, known, 0, "")
    assert mark is not None
    assert mark.number == "12"


@pytest.mark.parametrize(
    ("language", "line", "is_one"),
    [
        ("en", "PART II", True),
        ("en", "Chapter 3 applies to everybody", False),
        ("en", "CHAPTER THREE", True),
        ("vi", "PHẦN THỨ NHẤT", True),
        ("ar", "الباب الأول", True),
        ("zh", "第一章　总则", True),
        ("de", "Erster Abschnitt", True),
        ("de", "Zweiter Teil Besonderer Teil", True),
        ("hu", "II. FEJEZET", True),
        ("tr", "BİRİNCİ BÖLÜM", True),
        ("fr", "LIVRE PREMIER", True),
        ("es", "Capítulo 2 de la ley se deroga.", False),
    ],
)
def test_parts_and_chapters(language: str, line: str, *, is_one: bool) -> None:
    assert (division_rank(line, patterns(numbering(language)), styled=False) is not None) is is_one


def test_a_figure_alone_begins_a_section() -> None:
    mark = bare_mark("12. Short title (1) This Act", 3, 9)
    assert mark is not None
    assert (mark.number, mark.rest, mark.sure) == ("12", "Short title (1) This Act", True)
    assert bare_mark("12 persons came", 3, 9) is None
