# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the file of a law into what the library keeps: provisions, and what reading noticed."""

import hashlib
from collections.abc import Iterator
from typing import Final

from longbien.actions.law.library.keep import LawText
from longbien.actions.law.reading import Source, read_law
from longbien.core.base.errors import RefusedError
from longbien.core.law.reading.blocks import Cut
from longbien.core.law.versions.facts import LawFacts, Note
from longbien.store import models

MOST_NOTES: Final = 500
"""Notes that are kept with a version; of more, how many."""
_BEGIN: Final = 160


def law_text(data: bytes, *, name: str, law: LawFacts, language: str = "", recipe: bytes = b"") -> LawText:
    """Read a file in any form (`longbien.actions.law.reading`); `language` is that of the text, otherwise of the law that is kept.

    `recipe`: what this source needs beside the rules (`core.law.reading.recipe`); its digest is kept among the notes. Errors of `read_law`;
    RefusedError `law.lines_empty` for a text without provisions.
    """
    row = models.Law.objects.filter(state=law.state, code=law.code).first()
    known = language or law.language or (row.language if row is not None else "")
    found = read_law(Source(data=data, name=name, language=known, law=law.code, recipe=recipe))
    if not found.provisions:
        raise RefusedError("law.lines_empty")
    return LawText(
        provisions=found.provisions,
        notes=_bounded((*_recipe_note(recipe), *_notes(found))),
        file_name=name,
        file_digest=hashlib.sha256(data).hexdigest(),
    )


def _recipe_note(recipe: bytes) -> Iterator[Note]:
    """Say that a recipe was used, and which: whoever reads the file again needs the same one."""
    if recipe:
        values = (("sha256", hashlib.sha256(recipe).hexdigest()),)
        yield Note(code="law_library.recipe", values=values)


def _notes(found: Cut) -> Iterator[Note]:
    """Give the warnings of reading, and what stands in no provision."""
    for one in found.notes:
        yield Note(
            code=one.code, place=one.provision or str(one.place), values=tuple(sorted(one.values.items()))
        )
    for rest in found.rest:
        values = (("begin", rest.text.strip()[:_BEGIN]), ("count", len(rest.text)), ("kind", rest.kind))
        yield Note(code="law_library.rest", place=str(rest.place), values=values)


def _bounded(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    if len(notes) <= MOST_NOTES:
        return notes
    more = Note(code="law_library.more_notes", values=(("count", len(notes) - MOST_NOTES),))
    return (*notes[:MOST_NOTES], more)
