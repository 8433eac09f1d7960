# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The day that an answer about the Convention is for: today by the node's clock, or a day that the reader names.

A day is one of Universal Time. Instruments are deposited in New York, whose office hours end before that day does.
"""

from datetime import UTC, date, datetime

from longbien.actions.node import current_node
from longbien.core.base.errors import MalformedError, UsageError
from longbien.core.treaty.status.days import check_asked, read_day


def today() -> date:
    """Give today by the node's clock; a node without keys yet has only the machine's."""
    try:
        return current_node().clock().astimezone(UTC).date()
    except UsageError:
        return datetime.now(UTC).date()


def asked_day(text: str) -> date:
    """Read the day that a reader names (`2027-03-01`), today for ""; MalformedError `treaty.day_asked` before the adoption."""
    if not text:
        return today()
    try:
        found = read_day(text)
    except MalformedError as error:
        raise MalformedError("treaty.day_asked", value=text[:40]) from error
    return check_asked(found)
