# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the templates of the public pages may say: days, marks of confidence, states by shape, words of the data."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from django import template
from django.urls import reverse
from django.utils.dateformat import format as date_format
from django.utils.formats import get_format, number_format
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from longbien.core.treaty.provisions.citation import ProvisionId, article_of, cite_short
from longbien.core.treaty.provisions.clauses import Deadline, Threshold
from longbien.core.treaty.provisions.convention import convention
from longbien.core.treaty.provisions.glossary import working_titles
from longbien.core.treaty.record.entries import Entry, Number
from longbien.core.treaty.record.when import DAY, MONTH, MONTHS, YEAR, When
from longbien.core.treaty.status.events import Event
from longbien.texts import phrase
from longbien.web.treaty.words import (
    ACTORS,
    EVENTS,
    EXPLAINED,
    HEDGES,
    KINDS,
    LIMITS,
    MODALITIES,
    NEVER,
    PERIODS,
    PRECISIONS,
    PROVEN,
    STANDINGS,
    TREATIES,
    amount_of,
)

register = template.Library()

_DAYS: Final = {"en": "j F Y", "vi": r"\n\gà\y j \t\há\n\g n \nă\m Y"}
_MONTHS: Final = {"vi": r"\t\há\n\g n \nă\m Y"}
"""Where Django's own order is another country's (English), or begins with a capital inside a sentence (Vietnamese)."""
SURE: Final = frozenset({"high", "read", "treaty"})
"""Marks of confidence that need no further confirmation on a public page."""
_TABLES: Final[Mapping[str, Mapping[str, Promise]]] = {
    "actor": ACTORS,
    "explained": EXPLAINED,
    "kind": KINDS,
    "modality": MODALITIES,
    "never": NEVER,
    "standing": STANDINGS,
    "treaty": TREATIES,
}


@register.filter
def treaty_words(code: str, table: str) -> str:
    """Give the words of a code in a table of `longbien.web.treaty.words`."""
    return str(_TABLES[table].get(code, code))


def written(day: date) -> str:
    """Write a day in the active language's own order."""
    return date_format(
        day, _DAYS.get((get_language() or "en").partition("-")[0]) or get_format("DATE_FORMAT")
    )


@register.filter
def day(value: date | None) -> SafeString:
    """Show a day in the reader's language, and for programs in ISO order; a dash for none."""
    if value is None:
        return SafeString("—")
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), written(value))


@register.filter
def when(value: When) -> SafeString:
    """Show a time of the record as exactly as it is known."""
    if value.precision == DAY:
        return day(value.first)
    return format_html('<span class="lb-when">{}</span>', when_in_words(value))


def when_in_words(value: When) -> str:
    """Say a time of the record in the active language."""
    if value.precision == YEAR:
        return str(value.first.year)
    if value.precision in {MONTH, MONTHS}:
        month = _MONTHS.get((get_language() or "en").partition("-")[0]) or get_format("YEAR_MONTH_FORMAT")
        first, last = (date_format(edge, month) for edge in (value.first, value.last or value.first))
        return first if value.precision == MONTH else str(PRECISIONS[MONTHS]) % {"first": first, "last": last}
    if value.precision == DAY:
        return written(value.first)
    edges = {"first": written(value.first), "last": written(value.last or value.first)}
    return str(PRECISIONS[value.precision]) % edges


@register.simple_tag
def sure(confidence: str) -> SafeString:
    """Mark how sure a fact is."""
    if confidence in SURE:
        return format_html('<span class="lb-sure">{}</span>', gettext("confirmed"))
    return format_html('<span class="lb-unsure">{}</span>', gettext("to be confirmed"))


@register.simple_tag
def standing_mark(standing: str) -> SafeString:
    """Mark how sure the paraphrase of a duty or article is (`Convention.standing`)."""
    kind = "lb-sure" if standing in ("checked", "parent") else "lb-unsure"
    return format_html('<span class="{}">{}</span>', kind, PROVEN.get(standing, standing))


@register.simple_tag
def unsure(confidence: str) -> SafeString:
    """Mark only what is not sure; nothing for the rest."""
    return SafeString("") if confidence in SURE else sure(confidence)


@register.simple_tag
def shape(standing: str) -> SafeString:
    """Draw the shape of a state; the words stand beside it. The shapes are in `treaty/shapes.html`."""
    return format_html(
        '<svg class="lb-shape" viewBox="0 0 16 16" aria-hidden="true"><use href="#lb-{}"/></svg>', standing
    )


@register.filter
def of_data(english: str) -> SafeString:
    """Give words of the data in the reader's language; where there is no translation, in English and marked as such."""
    language = get_language() or "en"
    words = phrase(language, english)
    if words == english and not language.startswith("en"):
        return format_html('<span lang="en" dir="ltr">{}</span>', english)
    return format_html("{}", words)


@register.filter
def entry_words(entry: Entry, name: str) -> SafeString:
    """Give title, text or place of an entry of the record; what this node's officers wrote is shown as they wrote it."""
    words = str(getattr(entry, name))
    return format_html("<bdi>{}</bdi>", words) if entry.own else of_data(words)


@register.filter
def article_title(number: int) -> SafeString:
    """Give an article's working title in the reader's language; without one, the English one, marked as such."""
    language = (get_language() or "en").partition("-")[0]
    title = working_titles().title(number, language)
    return of_data(convention().article(number).title) if title is None else format_html("{}", title)


@register.filter
def provision(provision_id: str) -> SafeString:
    """Link a provision, cited as `40(15)(c)`, to where it stands; an id never turns round."""
    return format_html(
        '<a href="{}"><bdi dir="ltr">{}</bdi></a>',
        address(provision_id),
        cite_short(ProvisionId(provision_id)),
    )


def address(provision_id: str) -> str:
    """Give the address of a provision: its article's page and its own anchor there."""
    page = reverse("treaty_article", args=[article_of(ProvisionId(provision_id))])
    return f"{page}#{anchor(provision_id)}" if provision_id in convention().by_id else page


@register.filter
def anchor(provision_id: str) -> str:
    """Give the anchor of a duty on its article's page."""
    return f"p{provision_id}"


@register.filter
def deadline_words(deadline: Deadline) -> SafeString:
    """Say a time that the Convention sets: the amount in the reader's language, what is free text as the data have it."""
    parts: list[str] = []
    if deadline.amount is not None:
        amount = amount_of(deadline.amount, deadline.unit)
        parts.append(str(PERIODS[deadline.kind]) % {"time": amount} if deadline.kind in PERIODS else amount)
    if deadline.day is not None:
        parts.append(day(deadline.day))
    if deadline.starts:
        parts.append(format_html("{} {}", gettext("after:"), of_data(deadline.starts)))
    texts = (
        deadline.standard,
        deadline.when,
        deadline.what,
        deadline.then,
        deadline.alternative,
        deadline.rule,
    )
    parts += [of_data(text) for text in texts if text]
    if deadline.renewable:
        parts.append(of_data(deadline.renewal) if deadline.renewal else gettext("renewable"))
    return format_html_join("; ", "{}", ((part,) for part in parts))


@register.filter
def threshold_words(limit: Threshold) -> SafeString:
    """Say a limit: what is measured, how it compares, how much."""
    parts: list[str] = []
    if limit.amount is not None:
        sign = {">=": "≥", "<": "<", ">": ">"}.get(limit.operator or "", limit.operator or "")
        words = LIMITS.get(limit.kind, limit.kind)
        parts.append(
            format_html('{} <bdi dir="ltr">{}</bdi> {}', words, sign, amount_of(limit.amount, limit.unit))
        )
    parts += [of_data(text) for text in (limit.scope, limit.alternative, limit.applies_to) if text]
    if limit.defined_in:
        parts.append(provision(limit.defined_in))
    return format_html_join("; ", "{}", ((part,) for part in parts))


@register.filter
def event_name(kind: str) -> str:
    """Name what a State did."""
    return str(EVENTS.get(kind, kind))


@register.filter
def event_day(event: Event) -> SafeString:
    """Show the day of an event; where only a window is known, its two ends."""
    if event.earliest is None:
        return day(event.day)
    edges = {"first": written(event.earliest), "last": written(event.day)}
    return format_html('<span class="lb-when">{}</span>', str(PRECISIONS["within"]) % edges)


@register.filter
def number_words(number: Number) -> str:
    """Say a figure with the hedge of its source."""
    figure = number_format(number.value, force_grouping=True)
    return str(HEDGES[number.qualifier]) % {"number": figure} if number.qualifier in HEDGES else figure
