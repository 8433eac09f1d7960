# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cutting a law into provisions by the numbering of its language. Every letter ends up in a provision, in a path, or in the rest.

    found = cut(blocks, language="fr", law="CODE")

What was doubtful on the way stands in the notes, each with its place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from longbien.core.base.errors import RefusedError
from longbien.core.law.provisions.lines import MAX_PROVISIONS
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.reading.blocks import (
    HEADING,
    NOTE,
    TEXT,
    Block,
    Blocks,
    Cut,
    Diagnostic,
    Place,
    Rest,
    bounded,
)
from longbien.core.law.reading.checks import checked, checked_text, lost_superscripts
from longbien.core.law.reading.contents import contents
from longbien.core.law.reading.headings import Draft, settle
from longbien.core.law.reading.marks import Mark, Patterns, patterns
from longbien.core.law.reading.numbering import numbering
from longbien.core.law.reading.outline import Division, divisions, path_after
from longbien.core.law.reading.quoting import quoted
from longbien.core.law.reading.recipe import Recipe, beginnings, dropped, recipe_divisions
from longbien.core.law.reading.sequence import Beginnings, find_marks, unglued
from longbien.core.law.reading.tables import composed, taken_apart

_GAP: Final = Mark(block=-1, unit=-1, number="", rest="", sure=True)


@dataclass(slots=True)
class _Open:
    """A draft with the places of its lines, while the law is walked through."""

    draft: Draft
    place: Place
    kind: str = ""


def cut(blocks: Blocks, *, language: str, law: str = "", recipe: Recipe | None = None) -> Cut:
    """Cut a law; `law` is its code, which the ids carry.

    UsageError `law_reading.language`; RefusedError `law_reading.too_long`, `law_reading.no_text`, `law.lines_many`.
    """
    bounded(blocks)
    recipe = recipe or Recipe()
    law = law or recipe.law
    known = patterns(numbering(language))
    if blocks.provisions:
        return _already(blocks, language, law)
    kept, rest = dropped([composed(one) for one in blocks.blocks], recipe)
    kept = taken_apart(kept, known, recipe)
    kept, glued = (kept, ()) if recipe.article else unglued(kept, known)
    inside, quote_notes = quoted(kept) if recipe.quotes else (frozenset(), ())
    named = contents(kept, known)
    barred = inside | named | frozenset(at for at, one in enumerate(kept) if one.style == NOTE or one.cells)
    found = beginnings(kept, recipe, barred) if recipe.article else find_marks(kept, known, barred)
    if recipe.superscripts:
        found = _restored(found)
    marks = {one.block: one for one in found.marks}
    walked, rests = _walk(kept, marks, _parts(kept, known, recipe, frozenset(marks), barred), named)
    joined = settle([one.draft for one in walked], where=recipe.headings)
    provisions, places, more = _made(walked, law)
    if joined:
        glued = (*glued, Diagnostic(code="law_reading.heading_glued", values={"count": joined}))
    rest = tuple(sorted((*rest, *rests, *more), key=lambda one: (one.place.unit, one.place.number)))
    notes = (
        *blocks.notes,
        *checked_text(kept, language),
        *glued,
        *(quote_notes if inside else ()),
        *found.notes,
        *checked(provisions, places, rest, superscripts=recipe.superscripts),
    )
    return Cut(
        provisions=provisions, places=places, notes=notes, rest=rest, form=blocks.form, language=language
    )


def _already(blocks: Blocks, language: str, law: str) -> Cut:
    """Give a file that came cut: its provisions are taken as they are."""
    del law
    as_blocks = tuple(Block(text=one.text, place=Place(unit="file")) for one in blocks.provisions[:2000])
    rest = tuple(Rest(kind="outside", text=one.text, place=one.place) for one in blocks.blocks)
    return Cut(
        provisions=blocks.provisions,
        places=blocks.places,
        notes=(
            *blocks.notes,
            *checked_text(as_blocks, language),
            *checked(blocks.provisions, blocks.places, rest, superscripts=False),
        ),
        rest=rest,
        form=blocks.form,
        language=language,
    )


def _parts(
    blocks: Sequence[Block], known: Patterns, recipe: Recipe, begins: frozenset[int], barred: frozenset[int]
) -> Mapping[int, Division]:
    if recipe.divisions:
        return recipe_divisions(blocks, recipe, begins, barred)
    return divisions(blocks, known, begins, barred)


def _restored(found: Beginnings) -> Beginnings:
    lost = lost_superscripts([one.number for one in found.marks])
    marks = tuple(replace(one, number=lost.get(at, one.number)) for at, one in enumerate(found.marks))
    return replace(found, marks=marks)


def _walk(
    blocks: Sequence[Block], marks: Mapping[int, Mark], parts: Mapping[int, Division], named: frozenset[int]
) -> tuple[list[_Open], list[Rest]]:
    """Give each block its provision or its place in the rest."""
    walked: list[_Open] = []
    rest: list[Rest] = []
    path: list[Division] = []
    skip = -1
    for at, block in enumerate(blocks):
        if at <= skip or not block.text.strip():
            continue
        part = parts.get(at)
        if part is not None:
            skip = part.last
            path = path_after(path, part)
            _begin_part(walked, part, path, block)
        elif at in marks:
            titles = tuple(one.title for one in path)
            annex = bool(path) and path[0].is_annex
            headed = block.style == HEADING
            draft = Draft(mark=marks[at], path=titles, annex=annex, headed=headed)
            walked.append(_Open(draft=draft, place=block.place))
        elif at in named or block.style == NOTE:
            rest.append(Rest(kind="contents" if at in named else "note", text=block.text, place=block.place))
        else:
            if not walked:
                walked.append(_Open(draft=Draft(mark=_GAP, path=()), place=block.place, kind="preamble"))
            walked[-1].draft.lines.append(block.text.strip("\r\n").rstrip())
            walked[-1].draft.styled.append(block.style != TEXT)
    return walked, rest


def _begin_part(walked: list[_Open], part: Division, path: Sequence[Division], block: Block) -> None:
    if walked:
        walked[-1].draft.ends = True
    titles = tuple(one.title for one in path)
    kind = "annex" if path[0].is_annex else "outside"
    walked.append(
        _Open(draft=Draft(mark=_GAP, path=titles, annex=part.is_annex), place=block.place, kind=kind)
    )


def _made(walked: Sequence[_Open], law: str) -> tuple[tuple[Provision, ...], tuple[Place, ...], list[Rest]]:
    """Make provisions with unique ids; gaps with text become the rest."""
    made: list[Provision] = []
    places: list[Place] = []
    rest: list[Rest] = []
    used: set[str] = set()
    headed = {title for one in walked if not one.draft.is_gap for title in one.draft.path}
    for one in walked:
        draft = one.draft
        text = "\n".join(draft.lines)
        if draft.is_gap:
            lost = [title for title in draft.path[-1:] if title not in headed]
            if text.strip() or lost:
                rest.append(Rest(kind=one.kind, text="\n".join((*lost, *draft.lines)), place=one.place))
            continue
        if len(made) == MAX_PROVISIONS:
            raise RefusedError("law.lines_many", most=MAX_PROVISIONS)
        name = _unique(f"{law}:{draft.mark.number}" if law else draft.mark.number, used)
        made.append(
            Provision(
                id=name,
                text=text,
                heading=" ".join(draft.heading.split()),
                law=law,
                number=draft.mark.number,
                path=draft.path,
            )
        )
        places.append(one.place)
    return tuple(made), tuple(places), rest


def _unique(name: str, used: set[str]) -> str:
    count = 2
    found = name
    while found in used:
        found = f"{name}#{count}"
        count += 1
    used.add(found)
    return found
