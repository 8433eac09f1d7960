# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Made-up provisions in seven languages: words of each script by Zipf's law, with terms of the Convention's glossary among them."""

import random
from collections.abc import Iterator, Sequence
from functools import cache

from longbien.core.law.provisions.provision import Provision
from longbien.core.treaty.provisions.glossary import glossary, working_titles

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "vi")
_LETTERS = {
    "en": ("bcdfglmnprst", "aeiou"),
    "fr": ("bcdfglmnprst", "aeéèou"),
    "es": ("bcdfglmnñprst", "aeiouó"),
    "vi": ("bcdghklmnt", "aăâeêiôơuư"),
    "ru": ("бвгдклмнпрст", "аеиоуы"),
    "ar": ("بتجدرسفقكلمنه", "اوي"),
}
_WORDS = 8_000
_EACH = (40, 200)
"""Words of one provision."""
_TERMS = 0.04


def provisions(law: str, language: str, count: int, seed: int) -> Iterator[Provision]:
    """Make up the provisions of a law; the same seed gives the same ones."""
    chance = random.Random(seed)
    words, terms = _vocabulary(language), _terms(language)
    weights = [1 / (rank + 3) for rank in range(len(words))]
    between = "" if language == "zh" else " "
    for number in range(1, count + 1):
        body = chance.choices(words, weights, k=chance.randint(*_EACH))
        for place in range(len(body)):
            if chance.random() < _TERMS:
                body[place] = chance.choice(terms)
        heading = between.join([chance.choice(terms), *chance.choices(words, weights, k=3)])
        yield Provision(
            id=f"{law}:{number}",
            number=str(number),
            heading=heading,
            text=between.join(body) + ".",
            path=(f"{(number - 1) // 40 + 1}",),
        )


@cache
def _vocabulary(language: str) -> Sequence[str]:
    chance = random.Random(language)
    if language == "zh":
        return [
            chr(0x4E00 + chance.randrange(3000)) + chr(0x4E00 + chance.randrange(3000)) for _ in range(_WORDS)
        ]
    hard, soft = _LETTERS[language]
    return [
        "".join(chance.choice(hard) + chance.choice(soft) for _ in range(chance.randint(1, 4)))
        for _ in range(_WORDS)
    ]


@cache
def _terms(language: str) -> Sequence[str]:
    found = [word for concept in glossary().values() for word in concept.words.get(language, ())]
    return found or list(working_titles().by_language[language])
