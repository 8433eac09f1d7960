# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What templates may say beyond Django's own words: moments, digests, form controls, coded sentences."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django import template
from django.forms import BoundField, CheckboxInput, RadioSelect, Select
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_bidi, gettext

from longbien.actions.exchange.proofs import Check
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.clocks.rules import clock_rules
from longbien.core.cooperation.findings import Finding
from longbien.core.cooperation.forms.fields import FieldError
from longbien.core.cooperation.forms.kinds import Form, form_of_act, forms
from longbien.core.treaty.joining.flaws import Flaw
from longbien.texts import phrase as data_phrase
from longbien.texts import translated
from longbien.web.base.clocks import left_in_words, level, span_words
from longbien.web.base.names import names_now
from longbien.web.base.words import COLOURS, word_now

register = template.Library()

_GROUP: Final = 4
_NUMBERS: Final = re.compile(
    r"\b\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d[\d:.]*)?(?: ?[+-]\d\d:\d\d| ?Z\b)?|\+\d{7,15}\b"
)


@register.filter
def fingerprint(value: str) -> SafeString:
    """Show a digest in groups of four, as it is read over the telephone; never mirrored, and safe to copy."""
    groups = [value[start : start + _GROUP] for start in range(0, len(value), _GROUP)]
    return format_html(
        '<code class="lb-digest" dir="ltr">{}</code>',
        format_html_join("", "<span>{}</span>", ((group,) for group in groups)),
    )


register.filter("span_words", span_words)


@register.filter
def apart(value: object) -> SafeString:
    """Keep moments, addresses and telephone numbers within a sentence in their own direction (Unicode isolates) and on one line.

    For the content of elements; a title or an attribute cannot hold it.
    """
    shown = value if isinstance(value, SafeString) else str(value)
    return SafeString(
        _NUMBERS.sub('<span class="lb-apart">\u2066\\g<0>\u2069</span>', conditional_escape(shown))
    )


@register.filter
def short(value: str) -> SafeString:
    """Show the first twelve digits of a digest or id, the whole of it on request."""
    return format_html('<code class="lb-id" dir="ltr" title="{}">{}…</code>', value, value[:12])


@register.simple_tag
def moment(value: datetime | None, zone: str = "") -> SafeString:
    """Show a moment in UTC, and in `zone` (an IANA name) when one is given; ISO order, for no language misreads it."""
    if value is None:
        return SafeString("—")
    universal = value.astimezone(UTC)
    return format_html(
        '<time class="lb-moment" dir="ltr" datetime="{}">{}</time>',
        universal.isoformat(timespec="seconds").replace("+00:00", "Z"),
        _written(value, zone) if zone else f"{universal:%Y-%m-%d %H:%M} UTC",
    )


@register.simple_tag
def clock_time(value: datetime) -> SafeString:
    """Show the time of day in UTC: for what has just happened."""
    universal = value.astimezone(UTC)
    return format_html(
        '<time class="lb-moment" dir="ltr" datetime="{}">{}</time>',
        universal.isoformat(timespec="seconds").replace("+00:00", "Z"),
        f"{universal:%H:%M} UTC",
    )


def _written(value: datetime, zone: str) -> str:
    try:
        local = value.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return f"{value.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    offset = f"{local:%z}"
    return f"{local:%Y-%m-%d %H:%M} UTC{offset[:3].replace('-', '−')}:{offset[3:]}"


@register.simple_tag
def coded(code: str, **params: object) -> str:
    """Give the sentence of a code in the reader's language."""
    return translated(get_language() or "en", code, **params)


@register.filter
def phrase(english: str) -> str:
    """Give words of the data (labels and helps of forms and lists) in the reader's language."""
    return data_phrase(get_language() or "en", english)


@register.simple_tag
def due(at: datetime, now: datetime) -> SafeString:
    """Show how long is left until a moment; the words carry the meaning, the colour repeats it."""
    return format_html(
        '<span class="lb-due" data-level="{}" data-due="{}">{}</span>',
        level(at, now),
        at.astimezone(UTC).isoformat(timespec="seconds"),
        left_in_words(at, now),
    )


@register.simple_tag
def state(track: str, value: str) -> SafeString:
    """Show where a track of a request stands, as a tag; the words carry the meaning, the colour repeats it."""
    words = word_now(f"state.{track}", value)
    return format_html('<span class="ds-tag" data-color="{}">{}</span>', COLOURS.get(value, "neutral"), words)


@register.filter
def kind_name(kind: str) -> str:
    """Name a kind of act; a request kind by its form, an unknown one by itself."""
    form = form_of_act(kind)
    return phrase(form.label) if form is not None else word_now("kind", kind)


@register.filter
def form_name(form_id: str) -> str:
    """Name a request kind by its form."""
    form = forms().get(form_id)
    return phrase(form.label) if form is not None else form_id


@register.filter
def form_article(form_id: str) -> str:
    """Give the article that a request kind carries out."""
    form = forms().get(form_id)
    return form.article if form is not None else ""


@register.filter
def code_name(code: str, list_id: str) -> str:
    """Name a code of a coded list."""
    return phrase(vocabulary(list_id).label_of(code)) if code else ""


@register.filter
def code_help(code: str, list_id: str) -> str:
    """Explain a code of a coded list; nothing where it has no explanation."""
    found = vocabulary(list_id).codes.get(code)
    return phrase(found.help) if found is not None else ""


@register.filter
def item(values: Mapping[str, Any] | str, key: str) -> Any:
    """Give the value of a mapping by its key, nothing where there is none."""
    return None if isinstance(values, str) else values.get(key)


@register.filter
def words(code: str, table: str) -> str:
    """Give the words of a code in a table of `longbien.sentences.words`."""
    return word_now(table, code)


@register.inclusion_tag("longbien/base/control.html")
def control(field: BoundField, **attributes: str) -> dict[str, Any]:
    """Show one form field: label, help, errors and the control, tied together for screen readers."""
    widget = field.field.widget
    style = "" if isinstance(widget, CheckboxInput | RadioSelect) else "ds-input"
    # What a person writes runs as it is written; a list of choices, and its arrow, run as the page does.
    written = {} if isinstance(widget, Select) else {"dir": widget.attrs.get("dir", "auto")}
    return {
        "field": field,
        "widget": field.as_widget(attrs={"class": style, **written, **attributes}),
        "beside": isinstance(widget, CheckboxInput),
        "group": isinstance(widget, RadioSelect),
    }


@register.filter
def party_name(code: str) -> str:
    """Name a party in the reader's language; one that is not in the directory by its code."""
    return names_now().get(code, code)


@register.filter
def alert_colour(level: str) -> str:
    """Give the colour of a message's box; the words say the same, no meaning hangs on colour alone."""
    return {"error": "danger", "debug": "info"}.get(level, level)


@register.filter
def carriage_colour(carriage: str) -> str:
    """Give the colour beside the words of how an act travelled."""
    return {"waiting": "warning", "silent": "danger", "refused": "danger", "receipted": "success"}.get(
        carriage, "info"
    )


@register.filter
def rule_name(rule: str) -> str:
    """Name the rule of a clock."""
    return phrase(next((one.label for one in clock_rules() if one.rule == rule), rule))


@register.filter
def field_label(field_id: str, form: Form) -> str:
    """Give the label of a field of a form."""
    field = form.fields.get(field_id)
    return phrase(field.label) if field else field_id


def _ltr(text: str) -> str:
    """Keep paragraph numbers in order where the page is read from right to left: 50.3.a, not a.50.3."""
    return f"\u2066{text}\u2069" if get_language_bidi() else text


@register.filter
def source_name(ref: str) -> str:
    """Write a source: a paragraph of the Convention with its article sign, anything else as it is."""
    if ref == "house":
        return gettext("This project")
    return gettext("Art. %(article)s") % {"article": _ltr(ref)} if ref[:1].isdigit() else ref


@register.filter
def confidence(mark: str) -> str:
    """Say how sure we are of a datum."""
    return word_now("confidence", mark)


@register.simple_tag
def error_sentence(error: FieldError) -> str:
    """Give the sentence of what is wrong with a field."""
    return translated(get_language() or "en", error.code, **error.params)


@register.simple_tag
def flaw_sentence(flaw: Flaw) -> str:
    """Give the sentence of what is wrong with a State's answers."""
    return translated(get_language() or "en", flaw.code, **flaw.params)


@register.simple_tag
def check_sentence(check: Check) -> str:
    """Give the sentence of something that was checked about a sender."""
    return translated(get_language() or "en", check.code, **dict(check.params))


@register.simple_tag
def coded_finding(finding: Finding) -> SafeString:
    """Give the sentence of what a check found."""
    return apart(translated(get_language() or "en", finding.code, **finding.params))
