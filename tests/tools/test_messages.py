# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The gatherer of sentences: terms of the glossary come by themselves, words of papers are found first."""

from tools.messages import PAPER, ROOT, glossary_terms


def test_terms_of_the_glossary_are_known_in_every_language() -> None:
    for language in ("ar", "es", "fr", "ru", "vi", "zh_Hans"):
        assert len(glossary_terms(language)) > 30
    assert glossary_terms("fr")["dual criminality"] == "double incrimination"


def test_the_places_of_papers_exist() -> None:
    assert [place for place in PAPER if not (ROOT / place).exists()] == []
