# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Random input for every reader of laws: nothing but provisions or our own error comes out. All laws are invented."""

import contextlib
import random
from collections.abc import Iterator

import pytest

from longbien.core.base.errors import LongBienError
from longbien.core.law.reading.cutting import cut
from longbien.core.law.reading.forms.akn_read import read_akn
from longbien.core.law.reading.forms.akn_write import write_akn
from longbien.core.law.reading.forms.kinds import How, read_blocks
from longbien.core.law.reading.numbering import numberings
from longbien.core.law.reading.recipe import read_recipe
from tests.core.law.reading.forms.test_akn import ABOUT, FOREIGN
from tests.core.law.reading.forms.test_documents import document, pdf, saved
from tests.core.law.reading.forms.test_text_forms import PAGE
from tests.core.law.reading.laws import LAW, read
from tests.core.law.reading.test_recipe import RECIPE
from tests.fuzz import mutate

FILES = (
    ("text", LAW.encode()),
    ("markdown", b"# Law\n## Chapter I\n### Article 1. Purpose\n**Text** [^1]\n\n[^1]: Note"),
    ("html", PAGE.encode("cp1251")),
    ("akn", FOREIGN),
    ("akn", write_akn(read(LAW).provisions, ABOUT)),
    ("docx", saved(document())),
    (
        "pdf",
        pdf(
            ["Article 1. Heading", "Text of the article that is long enough."],
            ["Article 2. Other", "Its text."],
        ),
    ),
    ("jsonl", b'{"id": "A:1", "heading": "H", "text": "T", "num": "1", "path": ["P"]}\n'),
)
LANGUAGES = sorted(numberings())


@pytest.mark.fuzz
def test_mutated_files_are_cut_or_refused(rounds: Iterator[random.Random]) -> None:
    for chance in rounds:
        form, data = chance.choice(FILES)
        how = How(language=chance.choice(LANGUAGES), unwrap=chance.choice((None, True, False)))
        with contextlib.suppress(LongBienError):
            blocks = read_blocks(mutate(data, chance), how, form=chance.choice((form, "")))
            found = cut(blocks, language=how.language)
            assert len({one.id for one in found.provisions}) == len(found.provisions) == len(found.places)


@pytest.mark.fuzz
def test_mutated_recipes_are_used_or_refused(rounds: Iterator[random.Random]) -> None:
    for chance in rounds:
        with contextlib.suppress(LongBienError):
            read(LAW, recipe=read_recipe(mutate(RECIPE, chance)))


@pytest.mark.fuzz
def test_shuffled_lines_of_a_law_are_cut_and_written_back(rounds: Iterator[random.Random]) -> None:
    for chance in rounds:
        lines = LAW.split("\n")
        chance.shuffle(lines)
        text = "\n".join(lines)
        found = read(text, chance.choice(LANGUAGES))
        if found.provisions:
            assert read_akn(write_akn(found.provisions, ABOUT)).provisions == found.provisions
