# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A law that was cut, at a glance: its parts with their provisions, its warnings by kind, and all of it as JSON."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.reading.blocks import Cut, Diagnostic

SERIOUS: Final = frozenset(
    {
        *(
            "law_reading.none",
            "law_reading.other_language",
            "law_reading.other_script",
            "law_reading.misread",
        ),
        *("law_reading.replaced", "law_reading.private_use", "law_reading.double", "law_reading.jump"),
        *("law_reading.superscript", "law_reading.long", "law_reading.back", "law_reading.bare"),
        *(
            "law_reading.pdf_right_to_left",
            "law_reading.pdf_bare_page",
            "law_reading.empty",
            "law_reading.control",
            "law_reading.tracked",
        ),
    }
)
"""What may have cost provisions or letters; the others tell what was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part or chapter in the outline: how deep it stands, its heading, its own provisions' first and last number and how many."""

    depth: int
    title: str
    first: str = ""
    last: str = ""
    count: int = 0


def outline(provisions: Sequence[Provision]) -> tuple[Part, ...]:
    """Give the parts and chapters in order; provisions above all parts come under an empty heading."""
    found: list[Part] = []
    before: tuple[str, ...] = ()
    start = 0
    for at in range(1, len(provisions) + 1):
        if at < len(provisions) and provisions[at].path == provisions[start].path:
            continue
        path = provisions[start].path
        shared = 0
        while shared < min(len(before), len(path) - 1) and before[shared] == path[shared]:
            shared += 1
        found += [Part(depth=depth, title=path[depth]) for depth in range(shared, len(path) - 1)]
        title = path[-1] if path else ""
        first, last = provisions[start], provisions[at - 1]
        depth = max(0, len(path) - 1)
        found.append(
            Part(
                depth=depth,
                title=title,
                first=first.number or first.id,
                last=last.number or last.id,
                count=at - start,
            )
        )
        before, start = path, at
    return tuple(found) if provisions else ()


def counted(notes: Sequence[Diagnostic]) -> tuple[tuple[str, int], ...]:
    """Give each code with how often it came; serious ones first."""
    counts = Counter(one.code for one in notes)
    return tuple(sorted(counts.items(), key=lambda item: (item[0] not in SERIOUS, item[0])))


def cut_json(cut: Cut) -> dict[str, Json]:
    """Give a law that was cut as JSON (docs/protocol/laws.md)."""
    return {
        "form": cut.form,
        "language": cut.language,
        "outline": [
            {"depth": one.depth, "title": one.title, "first": one.first, "last": one.last, "count": one.count}
            for one in outline(cut.provisions)
        ],
        "provisions": [
            {
                "id": one.id,
                "heading": one.heading,
                "text": one.text,
                "law": one.law,
                "num": one.number,
                "path": list(one.path),
                "place": str(place),
            }
            for one, place in zip(cut.provisions, cut.places, strict=True)
        ],
        "notes": [
            {
                "code": one.code,
                "place": str(one.place),
                "provision": one.provision,
                "values": dict(one.values),
            }
            for one in cut.notes
        ],
        "rest": [{"kind": one.kind, "place": str(one.place), "text": one.text} for one in cut.rest],
    }
