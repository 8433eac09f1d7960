# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a State asks of those who write to it, per kind of request and per category of data: the published national sheet, as rows.

A row without kinds is for every kind, one without categories for any data. Rows that fit are taken together: fields add up,
the strictest penalty counts, and of channels, signatures and days the most particular row speaks.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from longbien.core.base.canonical import Json, JsonInput
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields

MAX_REQUIREMENTS: Final = 100
SIGNATURES: Final = ("none", "accepted", "required")
DUAL_CRIMINALITY: Final = ("required", "not-required")
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FIELD: Final = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_LINK: Final = re.compile(r"https://[^\s<>\"]{1,500}")
_MAX_NOTE: Final = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One row, or several taken together.

    `required_fields`: ids of form fields, papers included. `authorisers`: codes of AUTHORISER, one of which must have ordered it.
    `channel`: a code of RESPONSE-MEANS. `e_signature`: none, accepted or required. `dual_criminality`: required, not-required.
    `minimum_years`: the maximum penalty from which help is given. `arrest_days`: after so many days without the request for
    extradition a person provisionally arrested is released. `note` and `links` are for people.
    """

    kinds: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    required_fields: tuple[str, ...] = ()
    authorisers: tuple[str, ...] = ()
    channel: str = ""
    e_signature: str = ""
    dual_criminality: str = ""
    minimum_years: int = 0
    arrest_days: int = 0
    note: str = ""
    links: tuple[str, ...] = ()

    def fits(self, kind: str, categories: Collection[str]) -> bool:
        """Tell whether the row is about a request of this kind for data of these categories."""
        return (not self.kinds or kind in self.kinds) and (
            not self.categories or bool(set(self.categories) & set(categories))
        )


def together(rows: Iterable[Requirement], kind: str, categories: Collection[str]) -> Requirement:
    """Give what holds for one request; an empty requirement if no row fits."""
    found = sorted((row for row in rows if row.fits(kind, categories)), key=_particular, reverse=True)
    limits = [set(row.authorisers) for row in found if row.authorisers]
    both = set.intersection(*limits) if limits else set()
    return Requirement(
        kinds=(kind,),
        categories=tuple(categories),
        required_fields=_all(row.required_fields for row in found),
        authorisers=tuple(code for code in _all(row.authorisers for row in found) if code in both),
        channel=_first(row.channel for row in found),
        e_signature=_first(row.e_signature for row in found),
        dual_criminality=_first(row.dual_criminality for row in found),
        minimum_years=max((row.minimum_years for row in found), default=0),
        arrest_days=next((row.arrest_days for row in found if row.arrest_days), 0),
        note="\n".join(_all((row.note,) for row in found if row.note)),
        links=_all(row.links for row in found),
    )


def requirement_json(row: Requirement) -> dict[str, JsonInput]:
    """Give a row as JSON; what it does not say is left out."""
    filled: dict[str, JsonInput] = {
        "kinds": row.kinds,
        "categories": row.categories,
        "required_fields": row.required_fields,
        "authorisers": row.authorisers,
        "channel": row.channel,
        "e_signature": row.e_signature,
        "dual_criminality": row.dual_criminality,
        "minimum_years": row.minimum_years,
        "arrest_days": row.arrest_days,
        "note": row.note,
        "links": row.links,
    }
    return {name: value for name, value in filled.items() if value}


def read_requirement(fields: Fields) -> Requirement:
    """Read a row; the caller calls `done`. An empty member is written by leaving it out."""

    def texts(name: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
        if not fields.has(name):
            return ()
        found = fields.list_of(
            name, lambda item, where: _matching(item, pattern, name, where), min_items=1, max_items=100
        )
        if len(set(found)) != len(found):
            raise MalformedError("base.field_value", field=name, where=fields.where)
        return found

    return Requirement(
        kinds=texts("kinds", _SLUG),
        categories=texts("categories", _SLUG),
        required_fields=texts("required_fields", _FIELD),
        authorisers=texts("authorisers", _SLUG),
        channel=fields.text("channel", pattern=_SLUG, max_length=64) if fields.has("channel") else "",
        e_signature=fields.choice("e_signature", SIGNATURES) if fields.has("e_signature") else "",
        dual_criminality=fields.choice("dual_criminality", DUAL_CRIMINALITY)
        if fields.has("dual_criminality")
        else "",
        minimum_years=fields.integer("minimum_years", minimum=1, maximum=50)
        if fields.has("minimum_years")
        else 0,
        arrest_days=fields.integer("arrest_days", minimum=1, maximum=366) if fields.has("arrest_days") else 0,
        note=fields.text("note", max_length=_MAX_NOTE) if fields.has("note") else "",
        links=texts("links", _LINK),
    )


def _matching(item: Json, pattern: re.Pattern[str], name: str, where: str) -> str:
    if not isinstance(item, str) or pattern.fullmatch(item) is None:
        raise MalformedError("base.field_value", field=name, where=where)
    return item


def _particular(row: Requirement) -> tuple[bool, bool]:
    """Order rows: one for named kinds and categories says more than one for all."""
    return bool(row.kinds), bool(row.categories)


def _all(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for group in groups for item in group))


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")
