# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Concordances of any kind, made from the shapes: every member at any allowed value."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from longbien.core.law.concordance.codes import Seat
from longbien.core.law.concordance.shapes import SHAPES, Kind, Member
from longbien.core.law.concordance.table import Assessment, Concordance, Row, Suggestion, TextUsed
from longbien.core.law.concordance.written import as_code, codes_of
from longbien.core.treaty.provisions.citation import ProvisionId

DUTIES = ("7.1", "7.2", "15.3", "25.1", "27.a")
_LETTERS = st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff")
_IN_LINES = st.one_of(_LETTERS, st.sampled_from("\n\t=_x000A_&<'\""))
_DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


def _member(member: Member, default: object, needed: bool) -> st.SearchStrategy[Any]:
    least = 1 if needed else 0
    if member.parse is not None:
        return st.sampled_from(DUTIES)
    if member.kind in (Kind.LINE, Kind.TEXT):
        letters = _LETTERS if member.kind is Kind.LINE else _IN_LINES
        return st.text(letters, min_size=least, max_size=min(member.most, 12))
    if member.kind is Kind.DAY:
        return _DAYS if needed else st.one_of(st.none(), _DAYS)
    if member.kind is Kind.FLAG:
        return st.booleans()
    if member.kind is Kind.NUMBER:
        return st.integers(1, member.most)
    if member.kind is Kind.LINES:
        return st.lists(st.text(_LETTERS, min_size=1, max_size=8), max_size=3).map(tuple)
    codes = st.sampled_from([as_code(member, one) for one in codes_of(member)])
    if member.kind is Kind.CODES:
        kind: Any = frozenset if isinstance(default, frozenset) else tuple
        return st.lists(codes, max_size=3, unique=True).map(kind)
    return codes if needed or default not in ("", None) else st.one_of(st.just(default), codes)


_KEYS: Mapping[str, Any] = {
    "links": lambda one: one.key,
    "clauses": lambda one: one.id,
    "comments": lambda one: one.id,
    "elements": lambda one: one.element,
    "options": lambda one: one.key,
    "safeguards": lambda one: one.safeguard,
}


@cache
def _made(kind: type, left_out: frozenset[str] = frozenset()) -> st.SearchStrategy[Any]:
    """Give the members of a value as a mapping, without those that are `left_out`."""
    shape = SHAPES[kind]
    found: dict[str, Any] = {
        member.name: _member(member, shape.defaults.get(member.name), member.name not in shape.defaults)
        for member in shape.members
    }
    for name, (inner, most) in shape.lists.items():
        one = st.lists(values(inner), max_size=min(most, 2), unique_by=_KEYS.get(name))
        found[name] = one.map(tuple)
    return st.fixed_dictionaries({name: one for name, one in found.items() if name not in left_out})


@cache
def values(kind: type) -> st.SearchStrategy[Any]:
    """Make any value of a shape."""
    return _made(kind).map(lambda members: kind(**members))


@st.composite
def rows(draw: st.DrawFn, duty: str) -> Row:
    """Draw a row: as many rounds as it says, three different persons in each."""
    last = draw(st.integers(1, 2))
    found = []
    for number in range(1, last + 1):
        for seat in draw(st.lists(st.sampled_from(list(Seat)), unique=True)):
            members = draw(_made(Assessment, frozenset({"seat", "round", "author"})))
            found.append(Assessment(seat=seat, round=number, author=f"xa-{seat.value}", **members))
    members = draw(_made(Row, frozenset({"id", "round", "assessments"})))
    return Row(id=ProvisionId(duty), round=last, assessments=tuple(found), **members)


@st.composite
def concordances(draw: st.DrawFn) -> Concordance:
    """Draw a whole concordance."""
    picked = draw(st.lists(st.sampled_from(range(len(DUTIES))), unique=True).map(sorted))
    return Concordance(
        id="0" * 31 + draw(st.sampled_from("0123456789abcdef")),
        title=draw(st.text(_LETTERS, min_size=1, max_size=20)),
        state="XA",
        language=draw(st.sampled_from(("en", "vi", "ar", "zh-Hans"))),
        as_of=draw(_DAYS),
        texts=tuple(
            draw(st.lists(values(TextUsed), max_size=2, unique_by=lambda one: f"{one.law}|{one.version}"))
        ),
        rows=tuple(draw(rows(DUTIES[place])) for place in picked),
        suggestions=tuple(
            draw(st.lists(values(Suggestion), max_size=3, unique_by=lambda one: f"{one.article}|{one.key}"))
        ),
    )
