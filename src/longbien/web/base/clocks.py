# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Clocks on a page: how long is left, in words, and how loud the words are."""

from datetime import datetime, timedelta
from typing import Final

from django.utils.translation import gettext, ngettext

from longbien.core.cooperation.clocks.spans import DAYS, HOURS, WORKING_DAYS, parse_span

LATE: Final = "late"
LEVELS: Final = ((timedelta(hours=4), "now"), (timedelta(days=3), "soon"))
"""Up to how much time is left, and the level that it has then; beyond the last one it is calm."""


def level(due: datetime, now: datetime) -> str:
    """Tell how loud a clock is: `late`, `now`, `soon` or `calm`."""
    left = due - now
    if left < timedelta(0):
        return LATE
    return next((name for limit, name in LEVELS if left <= limit), "calm")


def left_in_words(due: datetime, now: datetime) -> str:
    """Say how long is left, or since when it is late, in the active language; two units are enough."""
    span = abs(due - now)
    amount = _amount(span)
    if due < now:
        return gettext("%(amount)s late") % {"amount": amount}
    return gettext("%(amount)s left") % {"amount": amount}


def span_words(text: str) -> str:
    """Say a rule's span, such as `5 wd`, in the active language; nothing for none."""
    if not text:
        return ""
    span = parse_span(text)
    words = {
        HOURS: ngettext("%(count)s hour", "%(count)s hours", span.amount),
        DAYS: ngettext("%(count)s day", "%(count)s days", span.amount),
        WORKING_DAYS: ngettext("%(count)s working day", "%(count)s working days", span.amount),
    }
    return words[span.unit] % {"count": span.amount}


def _amount(span: timedelta) -> str:
    minutes = int(span.total_seconds() // 60)
    hours, minute = divmod(minutes, 60)
    days, hour = divmod(hours, 24)
    if days >= 7:
        return ngettext("%(count)s day", "%(count)s days", days) % {"count": days}
    if days:
        return ngettext("%(days)s day %(hours)s h", "%(days)s days %(hours)s h", days) % {
            "days": days,
            "hours": hour,
        }
    if hours:
        return gettext("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": minute}
    return gettext("%(minutes)s min") % {"minutes": minute}
