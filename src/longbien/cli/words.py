# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words for codes, moments and ids on a terminal, in the language of the node."""

from datetime import UTC, datetime, timedelta
from typing import Final

from django.utils.translation import get_language, gettext, ngettext

from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.clocks.rules import clock_rules
from longbien.core.cooperation.forms.kinds import form_of_act, forms
from longbien.texts import phrase, translated, word

SHORT: Final = 12
"""Digits of an id or digest that a table shows; commands take as many, as long as they name one thing."""
NOTHING: Final = "-"


def language() -> str:
    """Give the language in which this command speaks."""
    return get_language() or "en"


def coded(table: str, code: str) -> str:
    """Give the words of a code in a table of `longbien.sentences.words`; the code itself where there are none."""
    return word(language(), table, code)


def sentence_of(code: str, **params: str | int) -> str:
    """Give the sentence of an error or message code."""
    return translated(language(), code, **params)


def kind_words(kind: str) -> str:
    """Name an act kind: a request by its form, other kinds by their words."""
    found = form_of_act(kind)
    return phrase(language(), found.label) if found is not None else coded("kind", kind)


def phrased_rule(rule: str) -> str:
    """Name the rule of a clock."""
    return phrase(language(), next((one.label for one in clock_rules() if one.rule == rule), rule))


def form_words(form_id: str) -> str:
    """Name a request kind."""
    found = forms().get(form_id)
    return phrase(language(), found.label) if found is not None else form_id


def listed(list_id: str, code: str) -> str:
    """Give the label of a code in a coded list, and nothing for no code."""
    return phrase(language(), vocabulary(list_id).label_of(code)) if code else ""


def moment(value: datetime | None) -> str:
    """Write a moment for people: UTC, to the minute."""
    return f"{value.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if value is not None else NOTHING


def second(value: datetime | None) -> str:
    """Write a moment to the second, for what happens close together."""
    return f"{value.astimezone(UTC):%Y-%m-%d %H:%M:%S}" if value is not None else NOTHING


def left(due: datetime, now: datetime) -> str:
    """Say how much time is left until a moment, or since when it is over."""
    span = span_words(abs(due - now))
    return (gettext("%(span)s left") if due >= now else gettext("%(span)s over")) % {"span": span}


def span_words(span: timedelta) -> str:
    """Say how long a span is, in its two greatest units."""
    minutes = int(span.total_seconds()) // 60
    hours, minute = divmod(minutes, 60)
    days, hour = divmod(hours, 24)
    if days >= 7:
        return ngettext("%(days)s day", "%(days)s days", days) % {"days": days}
    if days:
        return gettext("%(days)s d %(hours)s h") % {"days": days, "hours": hour}
    return gettext("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": minute}


def short(text: str) -> str:
    """Shorten an id or a digest for a table."""
    return text[:SHORT] if text else NOTHING
