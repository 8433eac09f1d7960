# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Grounds for refusal and postponement, one table per legal basis in `data/grounds`: what may be said about which measure."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import Source, mistake, reading, sources
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, data_files, read_data
from longbien.core.base.vocabulary import vocabulary

FOLDER: Final = "grounds"
SCHEMA: Final = "longbien/grounds/1"
ROWS: Final = (
    "preservation",
    "traffic-data",
    "assistance",
    "extradition",
    "arrest",
    "transfer-of-persons",
    "transfer-of-proceedings",
    "real-time",
    "interception",
    "emergency",
    "law-enforcement",
    "joint-investigation",
    "confiscation",
    "none",
)
"""The rows that a form's `asks` may point to; `none`: nothing is asked of the other State, so nothing is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """For one measure: the codes of REFUSAL that refuse it, those that need a reservation, those that postpone it.

    `exclusive`: the list is closed (Art. 42(6), 43(2)). `consult_before`: grounds on which the other State is consulted first (Art. 40(28)).
    """

    measure: str
    article: str
    exclusive: bool
    refuse: tuple[str, ...]
    reserved: tuple[str, ...]
    postpone: tuple[str, ...]
    consult_before: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbidden:
    """What is no ground at all, for people to read."""

    label: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundsTable:
    """The grounds under one legal basis."""

    legal_basis: str
    rows: Mapping[str, Grounds]
    forbidden: tuple[Forbidden, ...]


def grounds(legal_basis: str, measure: str) -> Grounds:
    """Give the grounds for a measure. Where the data have no row, every ground may be named and none is checked for us."""
    table = tables().get(legal_basis)
    if table is not None and measure in table.rows:
        return table.rows[measure]
    codes = tuple(vocabulary("REFUSAL").codes)
    return Grounds(
        measure=measure,
        article="",
        exclusive=False,
        refuse=codes,
        reserved=(),
        postpone=codes,
        consult_before=(),
        sources=(),
    )


@cache
def tables() -> Mapping[str, GroundsTable]:
    """Give every table by its legal basis."""
    found = (parse_grounds(read_data(path)) for path in data_files(FOLDER))
    return MappingProxyType({table.legal_basis: table for table in found})


def parse_grounds(document: Document) -> GroundsTable:
    """Read one table; MalformedError with file and line."""
    with reading(document, schema=SCHEMA) as fields:
        rows: dict[str, Grounds] = {}

        def one(item: Fields) -> None:
            row = _row(item)
            if row.measure in rows:
                raise mistake(item, "measure")
            rows[row.measure] = row

        fields.objects("rows", one, min_items=1)
        basis = fields.choice("legal_basis", vocabulary("LEGAL-BASIS").codes)
        if document.source.rsplit("/", 1)[-1] != f"{basis}.yaml":
            raise mistake(fields, "legal_basis")
        return GroundsTable(
            legal_basis=basis,
            rows=MappingProxyType(rows),
            forbidden=fields.objects(
                "forbidden",
                lambda item: Forbidden(label=item.text("label", max_length=160), sources=sources(item)),
            ),
        )


def _row(item: Fields) -> Grounds:
    row = Grounds(
        measure=item.choice("measure", ROWS),
        article=item.text("article", max_length=40),
        exclusive=item.boolean("exclusive"),
        refuse=_codes(item, "refuse"),
        reserved=_codes(item, "reserved"),
        postpone=_codes(item, "postpone"),
        consult_before=_codes(item, "consult_before"),
        sources=sources(item),
    )
    if set(row.refuse) & set(row.reserved):
        raise mistake(item, "reserved")
    if not set(row.consult_before) <= {*row.refuse, *row.postpone}:
        raise mistake(item, "consult_before")
    return row


def _codes(item: Fields, name: str) -> tuple[str, ...]:
    codes = item.texts(name, max_items=50, max_length=64)
    if len(set(codes)) != len(codes) or any(code not in vocabulary("REFUSAL") for code in codes):
        raise mistake(item, name)
    return codes
