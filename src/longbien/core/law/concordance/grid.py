# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The element grid of a duty: what an assessor ticks separately, and which duties a concordance begins with.

An offence has its conduct, object, mental element, without right, purpose or result and the elements that a State may add, from the data of
the Convention (paraphrases); means, penalty, participation, and the elements of a power, from `data/law/grid.yaml`.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from longbien.core.base.datafile import mistake, reading, sources
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, read_data
from longbien.core.law.concordance.codes import POWERS
from longbien.core.treaty.provisions.citation import ProvisionId
from longbien.core.treaty.provisions.clauses import Modality
from longbien.core.treaty.provisions.convention import convention
from longbien.core.treaty.provisions.desks import desks_of
from longbien.core.treaty.provisions.duties import KINDS, Duty

GRID: Final = "law/grid.yaml"
SCHEMA: Final = "longbien/law-grid/1"
DESK: Final = "law"
_COMMANDS: Final = frozenset({Modality.SHALL, Modality.MAY})


class ElementKind(StrEnum):
    """What sort of element it is."""

    CONDUCT = "conduct"
    OBJECT = "object"
    MENTAL = "mental"
    WITHOUT_RIGHT = "without_right"
    RESULT = "result"
    OPTIONAL = "optional"
    """One that a State may add to the offence; the provision that lets it is named."""
    OTHER = "other"
    """Of the data file: its words say all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One line of a grid. `words`: English of the data, to be translated; `provision`: of the Convention, for an optional one."""

    key: str
    kind: ElementKind
    words: str
    provision: ProvisionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """An element that many duties share."""

    element: str
    label: str
    offences: bool
    kinds: tuple[str, ...]


def grid(provision: str) -> tuple[Element, ...]:
    """Give the grid of a duty; nothing for a duty that is not made of elements."""
    duty = convention().duty(provision)
    return (*_of_offence(duty), *_common(duty))


def duties_of_law() -> tuple[ProvisionId, ...]:
    """Give the duties that the law desk carries out, in the order of the treaty: a concordance's first rows."""
    return tuple(
        duty.id for duty in convention().duties if any(desk.name == DESK for desk in desks_of(duty.id))
    )


def leading(article: int) -> ProvisionId:
    """Give the duty of a power's article on whose row its safeguards are assessed: the first one that commands."""
    return next(duty.id for duty in convention().article(article).duties if duty.modality is Modality.SHALL)


def has_safeguards(provision: str) -> bool:
    """Tell whether the safeguards of Article 24 are assessed on this duty's row."""
    return provision in _leading_duties()


@cache
def _leading_duties() -> frozenset[ProvisionId]:
    return frozenset(leading(article) for article in POWERS)


def _of_offence(duty: Duty) -> tuple[Element, ...]:
    has = duty.elements
    if has is None:
        return ()
    found = [
        Element(key=f"conduct.{place}", kind=ElementKind.CONDUCT, words=words)
        for place, words in enumerate(has.conduct, start=1)
    ]
    found.append(Element(key="object", kind=ElementKind.OBJECT, words=has.object_of_conduct))
    found.append(Element(key="mental", kind=ElementKind.MENTAL, words=has.mental_element))
    if has.without_right:
        found.append(Element(key="without_right", kind=ElementKind.WITHOUT_RIGHT, words="without right"))
    if has.purpose_or_result:
        found.append(Element(key="result", kind=ElementKind.RESULT, words=has.purpose_or_result))
    found += [
        Element(
            key=f"optional.{place}", kind=ElementKind.OPTIONAL, words=one.requirement, provision=one.provision
        )
        for place, one in enumerate(has.optional, start=1)
    ]
    return tuple(found)


def _common(duty: Duty) -> tuple[Element, ...]:
    return tuple(
        Element(key=one.element, kind=ElementKind.OTHER, words=one.label)
        for one in common_elements()
        if (one.offences and duty.elements is not None)
        or (duty.kind in one.kinds and duty.modality in _COMMANDS)
    )


@cache
def common_elements() -> tuple[Common, ...]:
    """Give the elements that many duties share."""
    return parse_grid(read_data(GRID))


def parse_grid(document: Document) -> tuple[Common, ...]:
    """Read the file; MalformedError with file and line, also for an element that is there twice or belongs to nothing."""
    with reading(document, schema=SCHEMA) as fields:
        seen: set[str] = set()

        def one(item: Fields) -> Common:
            name = item.text("element", pattern=r"[a-z][a-z_]{0,39}")
            offences = item.boolean("offences") if item.has("offences") else False
            kinds = item.texts("kinds", max_items=len(KINDS)) if item.has("kinds") else ()
            if name in seen or not set(kinds) <= set(KINDS) or not (offences or kinds):
                raise mistake(item, "element")
            seen.add(name)
            sources(item)
            return Common(
                element=name, label=item.text("label", max_length=160), offences=offences, kinds=kinds
            )

        return fields.objects("elements", one, min_items=1, max_items=60)
