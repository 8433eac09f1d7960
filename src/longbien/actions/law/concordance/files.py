# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Concordances out and back: the whole table or one ministry's as a workbook, as JSON, as its public version; and what a copy would change."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final

from longbien.actions.access import require
from longbien.actions.law.concordance.assess import assess, review
from longbien.actions.law.concordance.assign import Assignment, assign
from longbien.actions.law.concordance.book import Copy, write_book
from longbien.actions.law.concordance.book_read import read_book
from longbien.actions.law.concordance.keeping import ASSESS
from longbien.actions.law.concordance.remarks import comment, propose_clause
from longbien.actions.law.concordance.seen import public_table, table
from longbien.actions.node import Node
from longbien.core.base.canonical import Json, JsonInput, decode_loose, encode
from longbien.core.base.errors import MalformedError, RefusedError, UsageError
from longbien.core.base.fields import Fields
from longbien.core.law.concordance.changes import NEW, Difference, Item, Verdict, differences
from longbien.core.law.concordance.codes import Seat
from longbien.core.law.concordance.table import Assessment, Clause, Comment, Concordance, Row
from longbien.core.law.concordance.written import concordance_json, read_value, value_json
from longbien.store import models
from longbien.store.writing import write_transaction

FORMS: Final = ("xlsx", "json", "public.json")
PLAN: Final = 4 * 1024 * 1024
_KINDS: Final[dict[str, type]] = {"assessment": Assessment, "row": Row, "clause": Clause, "comment": Comment}


def concordance_file(
    *, node: Node, actor: models.Officer, ref: str, form: str, ministry: str = "", language: str = "en"
) -> bytes:
    """Give a table as a file, as far as the actor may read it. UsageError `law.file_form`, `law.ministry_unknown`."""
    if form not in FORMS:
        raise UsageError("law.file_form", forms=", ".join(FORMS))
    if form == "public.json":
        return encode(concordance_json(public_table(node=node, actor=actor, ref=ref)))
    value = _of(table(node=node, actor=actor, ref=ref).value, ministry)
    if form == "json":
        return encode(concordance_json(value))
    return write_book(Copy(value=value, who=actor.role_id, day=node.clock().date(), language=language))


def look_at(*, node: Node, actor: models.Officer, ref: str, data: bytes) -> tuple[Difference, ...]:
    """Say what a workbook would change; nothing is changed.

    RefusedError `law.book_other` (of another concordance), `law.book_other_person`; MalformedError as `read_book`.
    """
    require(actor, ASSESS)
    book = read_book(data)
    if book.value.id != ref:
        raise RefusedError("law.book_other", title=book.value.title)
    if book.made_for != actor.role_id:
        raise RefusedError("law.book_other_person", who=book.made_for[:64])
    return differences(table(node=node, actor=actor, ref=ref).value, book.touched, actor.role_id)


def plan(found: Iterable[Difference]) -> bytes:
    """Write the pieces that may be changed, to be given back when their owner has looked at them."""
    held: list[JsonInput] = [
        {
            "kind": one.item.kind,
            "row": one.item.row,
            "key": one.item.key,
            "stamp": one.item.stamp,
            "value": value_json(one.item.value),
        }
        for one in found
        if one.verdict is not Verdict.REFUSED
    ]
    return encode(held)


def take_over(
    *, node: Node, actor: models.Officer, ref: str, planned: bytes, also: Collection[str] = ()
) -> int:
    """Change what was looked at; count the pieces. All or nothing: one refusal undoes the others.

    A piece that somebody changed meanwhile is left alone unless its name is in `also`: then the copy's counts, and the history keeps both.
    """
    require(actor, ASSESS)
    value = decode_loose(planned, max_bytes=PLAN)
    if not isinstance(value, list):
        raise MalformedError("law.book_plan")
    held = [_item(one) for one in value]
    count = 0
    with write_transaction():
        found = differences(table(node=node, actor=actor, ref=ref).value, held, actor.role_id)
        for one in found:
            if one.verdict is Verdict.REFUSED:
                raise RefusedError(one.code, row=one.item.row)
            if one.verdict is Verdict.CHANGE or one.item.name in also:
                _change(node, actor, ref, one.item)
                count += 1
    return count


def _change(node: Node, actor: models.Officer, ref: str, item: Item) -> None:
    value, duty = item.value, item.row
    if isinstance(value, Assessment):
        verb = review if value.seat is Seat.REVIEWER else assess
        verb(node=node, actor=actor, ref=ref, duty=duty, found=value)
    elif isinstance(value, Clause):
        named = replace(value, id="") if value.id.startswith(NEW) else value
        propose_clause(node=node, actor=actor, ref=ref, duty=duty, clause=named)
    elif isinstance(value, Comment):
        comment(node=node, actor=actor, ref=ref, duty=duty, said=value)
    elif isinstance(value, Row):
        given = Assignment(ministry=value.ministry, due=value.due, bill_stage=value.bill_stage)
        assign(node=node, actor=actor, ref=ref, rows=(duty,), assignment=given)


def _item(value: Json) -> Item:
    fields = Fields(value)
    kind = fields.choice("kind", _KINDS)
    inner = fields.object("value")
    made = Item(
        row=fields.text("row", max_length=20),
        kind=kind,
        key=fields.text("key", min_length=0, max_length=500),
        stamp=fields.text("stamp", min_length=0, max_length=16),
        value=read_value(_KINDS[kind], inner),
    )
    inner.done()
    fields.done()
    return made


def _of(value: Concordance, ministry: str) -> Concordance:
    """Give one ministry's part of a table."""
    if not ministry:
        return value
    rows = tuple(row for row in value.rows if row.ministry == ministry)
    if not rows:
        raise UsageError("law.ministry_unknown", ministry=ministry[:80])
    articles = {row.article for row in rows}
    kept = tuple(one for one in value.suggestions if one.article in articles)
    return replace(value, rows=rows, suggestions=kept)
