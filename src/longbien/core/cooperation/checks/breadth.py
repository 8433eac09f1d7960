# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Over-breadth (Art. 24): what asks for more than a case is likely to need. Each can be passed with a written reason, or only tells."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from longbien.core.base.canonical import MAX_INTEGER
from longbien.core.cooperation.checks.draft import Draft, Found
from longbien.core.cooperation.forms.identifiers import network_size

_LONG_PERIOD: Final = timedelta(days=366)
_VERY_LONG_PERIOD: Final = timedelta(days=3 * 366)
_LONG_COLLECTION: Final = timedelta(days=30)
_VERY_LONG_COLLECTION: Final = timedelta(days=90)
_EMERGENCY_PERIOD: Final = timedelta(days=7)
_MANY: Final = 100
_MANY_FOR_CONTENT: Final = 20
_MANY_ADDRESSES: Final = 256
_EMERGENCY_MANY: Final = 5
_SHORTEST_NEXUS: Final = 40
_EVERYTHING: Final = frozenset({"subscriber", "traffic", "content"})


def period_long(draft: Draft) -> Iterator[Found]:
    """Find content asked for over more than a year."""
    period = draft.period()
    if period and "content" in draft.codes("data_categories") and period.until - period.since > _LONG_PERIOD:
        yield "data_period", {}


def period_very_long(draft: Draft) -> Iterator[Found]:
    """Find any data asked for over more than three years."""
    period = draft.period()
    if period and period.until - period.since > _VERY_LONG_PERIOD:
        yield "data_period", {}


def whole_account(draft: Draft) -> Iterator[Found]:
    """Find content, or a whole account, asked for with hardly a word on why this account holds this evidence."""
    nexus = str(draft.values.get("nexus", ""))
    content = "content" in draft.codes("data_categories")
    wanted = draft.codes("data_items")
    narrowed = bool(wanted) and "whole-account" not in wanted
    if (content or "whole-account" in wanted) and not narrowed and 0 < len(nexus) < _SHORTEST_NEXUS:
        yield "nexus", {}
    if "whole-account" in wanted and not nexus:
        yield "data_items", {}


def many_accounts(draft: Draft) -> Iterator[Found]:
    """Find very many accounts in one request."""
    count = len(draft.identifiers())
    if count > _MANY:
        yield "identifiers", {"count": count}


def many_for_content(draft: Draft) -> Iterator[Found]:
    """Find the content of many accounts in one request."""
    count = len(draft.identifiers())
    content = "content" in draft.codes("data_categories") or draft.form.id == "interception"
    if content and count > _MANY_FOR_CONTENT:
        yield "identifiers", {"count": count}


def range_wide(draft: Draft) -> Iterator[Found]:
    """Find a range of so many addresses that it names the customers of a whole network."""
    for item in draft.identifiers():
        if item.kind == "ip-range" and (size := network_size(item.value)) > _MANY_ADDRESSES:
            yield "identifiers", {"value": item.value, "count": min(MAX_INTEGER, size)}


def all_categories(draft: Draft) -> Iterator[Found]:
    """Find a request for every category of data at once."""
    if set(draft.codes("data_categories")) >= _EVERYTHING:
        yield "data_categories", {}


def collection_long(draft: Draft) -> Iterator[Found]:
    """Find a collection of more than a month."""
    period = draft.period("collection_period")
    if period and _LONG_COLLECTION < period.until - period.since <= _VERY_LONG_COLLECTION:
        yield "collection_period", {}


def collection_very_long(draft: Draft) -> Iterator[Found]:
    """Find a collection of more than three months."""
    period = draft.period("collection_period")
    if period and period.until - period.since > _VERY_LONG_COLLECTION:
        yield "collection_period", {}


def emergency_broad(draft: Draft) -> Iterator[Found]:
    """Find an emergency that asks for more than the least: all categories, many accounts, more than a week."""
    if draft.form.id != "emergency":
        return
    period = draft.period()
    if set(draft.codes("data_categories")) >= _EVERYTHING:
        yield "data_categories", {}
    if len(draft.identifiers()) > _EMERGENCY_MANY:
        yield "identifiers", {}
    if period and period.until - period.since > _EMERGENCY_PERIOD:
        yield "data_period", {}
