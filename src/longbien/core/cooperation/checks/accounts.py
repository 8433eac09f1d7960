# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accounts, addresses and devices: what a provider needs to look one up."""

from collections.abc import Iterator
from typing import Final

from longbien.core.cooperation.checks.draft import Draft, Found
from longbien.core.cooperation.forms.identifiers import implausible, public_address

IP_KINDS: Final = ("ipv4", "ipv6")
OF_A_SERVICE: Final = ("account-id", "handle", "transaction-id")


def ip_port(draft: Draft) -> Iterator[Found]:
    """Name IPv4 addresses without port: behind one address stand many users."""
    for item in draft.identifiers():
        if item.kind == "ipv4" and item.port is None:
            yield "identifiers", {"value": item.value}


def ip_time(draft: Draft) -> Iterator[Found]:
    """Name IP addresses without any time: an address changes hands within the hour."""
    for item in draft.identifiers():
        if item.kind in IP_KINDS and item.at is None and not item.local:
            yield "identifiers", {"value": item.value}


def time_offset(draft: Draft) -> Iterator[Found]:
    """Name times without UTC offset: the same clock face is another moment elsewhere."""
    for item in draft.identifiers():
        if item.local:
            yield "identifiers", {"value": item.value, "time": item.local}


def ip_public(draft: Draft) -> Iterator[Found]:
    """Name addresses that belong to no provider: private, shared or reserved ones."""
    for item in draft.identifiers():
        if item.kind in IP_KINDS and not public_address(item.kind, item.value):
            yield "identifiers", {"value": item.value}


def time_future(draft: Draft) -> Iterator[Found]:
    """Name identifiers that were seen in the future."""
    for item in draft.identifiers():
        if item.at is not None and item.at > draft.now:
            yield "identifiers", {"value": item.value}


def service_missing(draft: Draft) -> Iterator[Found]:
    """Name accounts without the service that they belong to."""
    for item in draft.identifiers():
        if item.kind in OF_A_SERVICE and not item.service:
            yield "identifiers", {"value": item.value}


def digits(draft: Draft) -> Iterator[Found]:
    """Name identifiers that fail their checksum or numbering plan."""
    for item in draft.identifiers():
        if implausible(item.kind, item.value):
            yield "identifiers", {"value": item.value}


def time_outside_period(draft: Draft) -> Iterator[Found]:
    """Name identifiers seen outside the period of the data asked for."""
    period = draft.period()
    for item in draft.identifiers():
        if period and item.at and not period.since <= item.at <= period.until:
            yield "identifiers", {"value": item.value}


def twice(draft: Draft) -> Iterator[Found]:
    """Name identifiers that are given twice with the same time."""
    seen = set()
    for item in draft.identifiers():
        same = (item.kind, item.value, item.port, item.at, item.service)
        if same in seen:
            yield "identifiers", {"value": item.value}
        seen.add(same)
