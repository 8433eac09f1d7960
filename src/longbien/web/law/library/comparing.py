# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two versions side by side, or a bill beside the law: what changed, marked by more than colour."""

from dataclasses import dataclass
from typing import Final

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from longbien.actions.law.library.compare import Compared, compare_versions
from longbien.actions.law.library.laws import laws
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.core.law.comparing.amending import Amendment, Target
from longbien.core.law.comparing.comparison import Change, Row
from longbien.core.law.comparing.differences import Piece, differences
from longbien.core.law.provisions.provision import Provision
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of

_PAGE: Final = 30
"""Rows that a page shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """A row with its words compared."""

    before: tuple[Provision, ...]
    after: tuple[Provision, ...]
    changes: tuple[Change, ...]
    headings: tuple[Piece, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTarget:
    """A provision of the law beside what a bill makes of it."""

    target: Target
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAmendment:
    """One provision of a bill with what it reaches."""

    amendment: Amendment
    targets: tuple[ShownTarget, ...]


@guarded()
def law_compare(request: HttpRequest) -> HttpResponse:
    """Choose two versions, and see them side by side; `all` shows what is the same, too."""
    node, actor = current_node(), officer_of(request)
    first, second = (request.GET.get(name, "")[:200] for name in ("a", "b"))
    every = request.GET.get("all") == "1"
    compared: Compared | None = None
    refused = ""
    if first and second:
        try:
            compared = compare_versions(first, second, node=node, actor=actor)
        except LongBienError as error:
            refused = sentence_of(error)
    page, rows = _page(compared, request.GET.get("page"), every=every) if compared else (None, [])
    values = {
        "laws": laws(node=node, actor=actor),
        "a": first,
        "b": second,
        "every": every,
        "refused": refused,
        "compared": compared,
        "page": page,
        "rows": rows,
    }
    return render(request, "longbien/law/library/compare.html", values, status=409 if refused else 200)


def _page(
    compared: Compared, number: str | None, *, every: bool
) -> tuple[Page[Amendment] | Page[Row], list[ShownAmendment] | list[ShownRow]]:
    """Give one page with its rows; words are compared of what it shows, and of no more."""
    if compared.amended is not None:
        bill = Paginator(compared.amended.amendments, _PAGE).get_page(number)
        return bill, [_amendment(one) for one in bill]
    comparison = compared.comparison
    rows = () if comparison is None else comparison.rows if every else comparison.changed()
    page = Paginator(rows, _PAGE).get_page(number)
    return page, [_row(one) for one in page]


def _row(row: Row) -> ShownRow:
    return ShownRow(
        before=row.before,
        after=row.after,
        changes=tuple(change for change in Change if change in row.changes),
        headings=differences(_joined(row.before, "heading"), _joined(row.after, "heading")),
        pieces=differences(_joined(row.before, "text"), _joined(row.after, "text")),
    )


def _amendment(one: Amendment) -> ShownAmendment:
    targets = [
        ShownTarget(
            target=target, pieces=differences(target.provision.text, target.passage) if target.passage else ()
        )
        for target in one.targets
    ]
    return ShownAmendment(amendment=one, targets=tuple(targets))


def _joined(side: tuple[Provision, ...], name: str) -> str:
    return "\n".join(str(getattr(one, name)) for one in side if getattr(one, name))
