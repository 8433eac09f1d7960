# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of a finding's form that repeat: needs of assistance and sources. A few blank ones are offered; keeping them gives blank ones again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from longbien.core.law.concordance.codes import Source
from longbien.core.law.concordance.shapes import SHAPES
from longbien.core.law.concordance.table import Assessment, Evidence, Need
from longbien.web.base.fields import CodeField, TextField
from longbien.web.base.words import word_now

BLANK: Final = 3
"""Blank rows that are offered: one open, the others folded away."""
_MOST_NEEDS: Final = SHAPES[Assessment].lists["needs"][1]
_MOST_SOURCES: Final = SHAPES[Assessment].lists["evidence"][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """One row that repeats: its place from 1, its fields, and whether it is folded away with the other spare ones."""

    number: int
    fields: tuple[BoundField, ...]
    spare: bool


def _need_fields() -> dict[str, forms.Field]:
    return {
        "need": CodeField("ASSISTANCE-NEED", label=_("Assistance that is needed"), required=False),
        "need_text": TextField(label=_("What for"), max_length=4000, required=False),
        "need_received": TextField(
            label=_("What was received already, from whom"), max_length=1000, required=False
        ),
    }


def _source_fields() -> dict[str, forms.Field]:
    return {
        "source": forms.ChoiceField(
            choices=lambda: [("", "—"), *((one.value, word_now("law_source", one.value)) for one in Source)],
            label=_("How you know"),
            required=False,
        ),
        "source_text": TextField(
            label=_("Which document, judgment or interview"), max_length=4000, required=False
        ),
        "source_author": TextField(label=_("By whom"), max_length=300, required=False),
        "source_day": forms.DateField(
            label=_("Of which day"),
            required=False,
            input_formats=["%Y-%m-%d"],
            help_text=_("As 2026-12-31."),
            widget=forms.TextInput({"dir": "ltr"}),
        ),
        "source_public": forms.BooleanField(label=_("The source may be published"), required=False),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """What repeats: its fields, the first of which says that a row is filled in; the most rows; what is said of a row without the first."""

    make: Callable[[], dict[str, forms.Field]]
    most: int
    fault: Any


NEEDS: Final = _Kind(make=_need_fields, most=_MOST_NEEDS, fault=_("Choose which assistance is meant."))
SOURCES: Final = _Kind(
    make=_source_fields, most=_MOST_SOURCES, fault=_("Choose how you know: what kind of source it is.")
)


def add_rows(form: forms.Form, kind: _Kind, held: int) -> int:
    """Give a form its rows: those that are kept and blank ones, or as many as were sent; count them."""
    names = tuple(kind.make())
    count = min(held + BLANK, kind.most)
    if form.is_bound:
        while count < kind.most and any(f"{name}.{count + 1}" in form.data for name in names):
            count += 1
    for number in range(1, count + 1):
        form.fields.update({f"{name}.{number}": field for name, field in kind.make().items()})
    return count


def shown_rows(form: forms.Form, kind: _Kind, count: int) -> list[Repeated]:
    """Give the rows for the page: those that are filled in and one blank one; the others are spare."""
    found: list[Repeated] = []
    blank = 0
    for number in range(1, count + 1):
        fields = tuple(form[f"{name}.{number}"] for name in kind.make())
        empty = not any(one.value() for one in fields) and not any(one.errors for one in fields)
        blank += empty
        found.append(Repeated(number=number, fields=fields, spare=empty and blank > 1))
    return found


def check_rows(form: forms.Form, kind: _Kind, count: int) -> None:
    """Refuse rows that hold something and do not say what it is: nothing that was typed is lost in silence."""
    first, *others = kind.make()
    for number in range(1, count + 1):
        given = form.cleaned_data
        if not given.get(f"{first}.{number}") and any(given.get(f"{name}.{number}") for name in others):
            form.add_error(f"{first}.{number}", kind.fault)


def needs_of(given: Mapping[str, Any], count: int) -> tuple[Need, ...]:
    """Give the needs that were filled in, in order."""
    return tuple(
        Need(
            code=given[f"need.{number}"],
            text=given[f"need_text.{number}"],
            received=given[f"need_received.{number}"],
        )
        for number in range(1, count + 1)
        if given[f"need.{number}"]
    )


def sources_of(given: Mapping[str, Any], count: int) -> tuple[Evidence, ...]:
    """Give the sources that were filled in, in order."""
    return tuple(
        Evidence(
            kind=Source(given[f"source.{number}"]),
            text=given[f"source_text.{number}"] or "—",
            author=given[f"source_author.{number}"],
            day=given[f"source_day.{number}"],
            public=given[f"source_public.{number}"],
        )
        for number in range(1, count + 1)
        if given[f"source.{number}"]
    )


def rows_before(before: Assessment) -> dict[str, Any]:
    """Give what an earlier finding has, as the form's initial values."""
    found: dict[str, Any] = {}
    for number, need in enumerate(before.needs, start=1):
        found |= {
            f"need.{number}": need.code,
            f"need_text.{number}": need.text,
            f"need_received.{number}": need.received,
        }
    for number, one in enumerate(before.evidence, start=1):
        found |= {
            f"source.{number}": one.kind.value,
            f"source_text.{number}": one.text,
            f"source_author.{number}": one.author,
            f"source_day.{number}": one.day,
            f"source_public.{number}": one.public,
        }
    return found
