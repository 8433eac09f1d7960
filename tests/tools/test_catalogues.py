# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Translations keep what a program puts in and what markup does; catalogues compile to what Django reads."""

import gettext
import os
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from tools.catalogues import LOCALE, compile_all
from tools.messages import template

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = sorted((ROOT / LOCALE).glob("*/LC_MESSAGES/django.po"))
FILLED = re.compile(r"%\([a-z_]+\)[sd]|</?[a-z]+[^>]*>|%%")


@pytest.fixture(scope="module")
def said() -> set[object]:
    """Give every sentence that the house says."""
    return {key(one) for one in template() if one.id}


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def texts(value: object) -> tuple[str, ...]:
    """Give a text, or the texts of a plural."""
    if isinstance(value, str):
        return (value,)
    return tuple(map(str, value)) if isinstance(value, Iterable) else ()


def key(message: Message) -> tuple[tuple[str, ...], object]:
    """Give what tells sentences apart."""
    return texts(message.id), message.context


def wrong(message: Message, forms: int) -> str:
    """Say what a translation lost or invented; the forms for none, one and two may leave the number out."""
    said, strings = texts(message.id), texts(message.string)
    if len(strings) != (forms if len(said) > 1 else 1) or not all(text.strip() for text in strings):
        return f"forms: {said[0]}"
    wanted = set(FILLED.findall(said[-1]))
    for text in strings:
        found = set(FILLED.findall(text))
        if found - wanted or (found != wanted and len(said) == 1):
            return f"{said[0]} -> {text}"
    return "" if set(FILLED.findall(strings[-1])) == wanted else f"last form: {said[0]}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.parts[-3])
def test_a_translation_keeps_every_place_that_is_filled_in(path: Path) -> None:
    catalog = read(path)
    assert [text for one in catalog if one.id if (text := wrong(one, catalog.num_plurals))] == []
    assert all(not one.fuzzy for one in catalog if one.id)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.parts[-3])
def test_every_translation_is_of_a_sentence_that_is_said(path: Path, said: set[object]) -> None:
    held = {key(one) for one in read(path) if one.id}
    assert len(held & said) * 10 >= len(held) * 9


@pytest.mark.parametrize(
    ("language", "one", "few", "eleven"),
    [
        ("ar", "يوم واحد", "3 أيام", "11 يومًا"),
        ("ru", "1 день", "3 дня", "11 дней"),
        ("fr", "1 jour", "3 jours", "11 jours"),
    ],
)
def test_numbers_take_the_form_that_the_language_has_for_them(
    tmp_path: Path, language: str, one: str, few: str, eleven: str
) -> None:
    target = tmp_path / LOCALE / language / "LC_MESSAGES" / "django.po"
    target.parent.mkdir(parents=True)
    target.write_bytes((ROOT / target.relative_to(tmp_path)).read_bytes())
    (compiled,) = compile_all(tmp_path)
    with compiled.open("rb") as file:
        words = gettext.GNUTranslations(file)
    said = [words.ngettext("%(count)s day", "%(count)s days", n) % {"count": n} for n in (1, 3, 11)]
    assert said == [one, few, eleven]


def test_catalogues_are_compiled_when_they_are_out_of_date(tmp_path: Path) -> None:
    folder = tmp_path / LOCALE / "vi" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalog = Catalog(locale="vi")
    catalog.add("Sign in", "Đăng nhập")
    with (folder / "django.po").open("wb") as file:
        write_po(file, catalog)
    assert compile_all(tmp_path) == [folder / "django.mo"]
    with (folder / "django.mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Sign in") == "Đăng nhập"
    assert compile_all(tmp_path) == []
    later = (folder / "django.mo").stat().st_mtime_ns + 10**9
    os.utime(folder / "django.po", ns=(later, later))
    assert compile_all(tmp_path) == [folder / "django.mo"]
    assert compile_all(tmp_path, always=True) == [folder / "django.mo"]
