# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What templates may say beyond Django's own words: moments, digests, form controls, coded sentences."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django import template
from django.forms import BoundField, CheckboxInput, RadioSelect
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from longbien.texts import translated

register = template.Library()

_GROUP = 4


@register.filter
def fingerprint(value: str) -> SafeString:
    """Show a digest in groups of four, as it is read over the telephone; never mirrored, and safe to copy."""
    groups = [value[start : start + _GROUP] for start in range(0, len(value), _GROUP)]
    return format_html(
        '<code class="lb-digest" dir="ltr">{}</code>',
        format_html_join("", "<span>{}</span>", ((group,) for group in groups)),
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


@register.inclusion_tag("longbien/base/control.html")
def control(field: BoundField, **attributes: str) -> dict[str, Any]:
    """Show one form field: label, help, errors and the control, tied together for screen readers."""
    widget = field.field.widget
    style = "" if isinstance(widget, CheckboxInput | RadioSelect) else "ds-input"
    return {
        "field": field,
        "widget": field.as_widget(attrs={"class": style, "dir": "auto", **attributes}),
        "beside": isinstance(widget, CheckboxInput),
        "group": isinstance(widget, RadioSelect),
    }


@register.filter
def party_name(code: str) -> str:
    """Name a party for the reader; as long as no list of names is loaded, by its code."""
    return code


@register.filter
def alert_colour(level: str) -> str:
    """Give the colour of a message's box; the words say the same, no meaning hangs on colour alone."""
    return {"error": "danger", "debug": "info"}.get(level, level)
