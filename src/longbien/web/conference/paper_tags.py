# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What templates of a session's papers may say: hours of a place, names of languages, coded remarks."""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Final

from django import template
from django.utils.translation import get_language

from longbien.actions.conference.record.words import isolated
from longbien.core.conference.agenda.items import Remark, bodies
from longbien.texts import phrase, translated
from longbien.web.conference.papers_forms import language_choices

register = template.Library()

_COLOURS: Final = {
    "plenary": "accent",
    "high_level": "accent",
    "committee": "info",
    "side_event": "success",
    "bureau": "neutral",
    "informal": "neutral",
}


@register.filter
def clock(value: datetime, zone: tzinfo) -> str:
    """Give the time of day at a place."""
    return f"{value.astimezone(zone):%H:%M}"


@register.filter
def slot_colour(kind: str) -> str:
    """Give the colour beside the words of a kind of meeting."""
    return _COLOURS.get(kind, "neutral")


@register.filter
def language_name(code: str) -> str:
    """Name a language of documents by its own name."""
    return dict(language_choices()).get(code, code)


@register.filter
def body_name(code: str) -> str:
    """Name a body of the Conference; an organizer of a side event by itself."""
    label = next((one.label for one in bodies() if one.code == code), "")
    return phrase(get_language() or "en", label) if label else code


@register.simple_tag
def remark_sentence(remark: Remark) -> str:
    """Give the sentence of something that the rules expect otherwise."""
    language = get_language() or "en"
    params = {name: phrase(language, v) if isinstance(v, str) else v for name, v in remark.params.items()}
    return translated(language, remark.code, **isolated(language, params))


@register.simple_tag
def coded_params(code: str, params: Mapping[str, object]) -> str:
    """Give the sentence of a code with its values in one mapping."""
    language = get_language() or "en"
    return translated(language, code, **isolated(language, params))
