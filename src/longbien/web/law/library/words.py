# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words for the codes of the library of laws on pages, and the tags that show them."""

from collections.abc import Mapping, Sequence
from typing import Final

from django import template
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from longbien.core.law.comparing.amending import Reach
from longbien.core.law.comparing.comparison import Change
from longbien.core.law.comparing.differences import Piece, PieceKind
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.versions.dating import Standing, Warned
from longbien.core.law.versions.facts import Note
from longbien.texts import LANGUAGES, translated

register = template.Library()

KINDS: Final[Mapping[str, Promise]] = {
    "constitution": pgettext_lazy("kind of law", "constitution"),
    "code": pgettext_lazy("kind of law", "code"),
    "act": pgettext_lazy("kind of law", "act"),
    "decree": pgettext_lazy("kind of law", "decree or regulation"),
    "bill": pgettext_lazy("kind of law", "bill"),
    "other": pgettext_lazy("kind of law", "other"),
}
TRANSLATIONS: Final[Mapping[str, Promise]] = {
    "original": _("authentic text"),
    "official": _("official translation"),
    "unofficial": _("unofficial translation"),
    "machine": _("machine translation"),
}
STANDINGS: Final[Mapping[str, Promise]] = {
    Standing.IN_FORCE: pgettext_lazy("version of a law", "in force"),
    Standing.NOT_YET: pgettext_lazy("version of a law", "not yet in force"),
    Standing.NO_DAY: pgettext_lazy("version of a law", "no day fixed"),
    Standing.BILL: pgettext_lazy("version of a law", "bill"),
    Standing.REPLACED: pgettext_lazy("version of a law", "replaced by a later version"),
    Standing.ENDED: pgettext_lazy("version of a law", "no longer in force"),
    Standing.CORRECTED: pgettext_lazy("version of a law", "corrected"),
}
CHANGES: Final[Mapping[str, Promise]] = {
    Change.CHANGED: pgettext_lazy("provision", "changed"),
    Change.RENUMBERED: pgettext_lazy("provision", "renumbered"),
    Change.MOVED: pgettext_lazy("provision", "moved"),
    Change.SPLIT: pgettext_lazy("provision", "split"),
    Change.MERGED: pgettext_lazy("provision", "merged"),
    Change.ADDED: pgettext_lazy("provision", "added"),
    Change.REPEALED: pgettext_lazy("provision", "repealed"),
}
REACHES: Final[Mapping[str, Promise]] = {
    Reach.NEW_TEXT: _("gives a new text"),
    Reach.NAMES: _("names provisions"),
    Reach.NOTHING: _("names nothing in the law"),
}
_TABLES: Final = {
    "kind": KINDS,
    "translation": TRANSLATIONS,
    "standing": STANDINGS,
    "change": CHANGES,
    "reach": REACHES,
}
_COLOURS: Final[Mapping[str, str]] = {
    Standing.IN_FORCE: "success",
    Standing.NOT_YET: "info",
    Standing.CORRECTED: "warning",
    Standing.NO_DAY: "info",
    Change.ADDED: "success",
    Change.REPEALED: "danger",
    Change.CHANGED: "warning",
    Reach.NEW_TEXT: "warning",
}


@register.filter
def law_word(code: str, table: str) -> str:
    """Give the words of a code of the library."""
    return str(_TABLES[table].get(code, code))


@register.simple_tag
def law_tag(code: str, table: str) -> SafeString:
    """Show a code as a tag; the words carry the meaning, the colour repeats it."""
    return format_html(
        '<span class="ds-tag" data-color="{}">{}</span>', _COLOURS.get(code, "neutral"), law_word(code, table)
    )


@register.filter
def language_name(code: str) -> str:
    """Name a language by its own name where the house knows it, else by its code."""
    return LANGUAGES.get("zh-hans" if code.partition("-")[0] == "zh" else code, code)


@register.filter
def warning_words(one: Warned) -> str:
    """Say what a reader of a law's versions should know."""
    return translated(
        get_language() or "en", one.code, label=one.label, day=one.day.isoformat() if one.day else "—"
    )


@register.filter
def note_words(one: Note) -> str:
    """Say what reading a file noticed."""
    return translated(get_language() or "en", one.code, **{"place": one.place, **dict(one.values)})


@register.filter
def law_address(ref: str) -> str:
    """Give the address of a law or a version by its name."""
    names = ("", "", "law_one", "law_version")
    parts = ref.split("/")
    return reverse(names[len(parts)], args=parts)


@register.simple_tag
def provision_address(ref: str, provision: str) -> str:
    """Give the address of a provision of a version."""
    return reverse("law_provision", args=[*ref.split("/"), provision])


@register.filter
def provision_name(one: Provision) -> str:
    """Give the number of a provision as printed, or its id."""
    return one.number or one.id


@register.filter
def pieces_before(pieces: Sequence[Piece]) -> SafeString:
    """Show the earlier text, what was taken out marked."""
    return format_html_join("", "{}", ((_shown(one, one.before, "del"),) for one in pieces if one.before))


@register.filter
def pieces_after(pieces: Sequence[Piece]) -> SafeString:
    """Show the later text, what was put in marked."""
    return format_html_join("", "{}", ((_shown(one, one.after, "ins"),) for one in pieces if one.after))


def _shown(piece: Piece, text: str, element: str) -> SafeString:
    if piece.kind is PieceKind.SAME:
        return format_html("{}", text)
    core = text.rstrip()
    spoken = gettext("taken out:") if element == "del" else gettext("put in:")
    marked = format_html(
        '<{0}><span class="lb-hidden">{1} </span>{2}</{0}>', SafeString(element), spoken, core
    )
    return format_html("{}{}", marked if core else "", text[len(core) :])
