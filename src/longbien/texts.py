# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One sentence per error and message code: the only place where the software speaks.

The core gives codes; a door asks here for the sentence in its reader's language. Sentences are marked for
extraction with `_`; values are named (`%(field)s`).
"""

import gettext
from functools import cache
from importlib import resources
from typing import Final


def _(sentence: str) -> str:
    """Mark a sentence for the catalogues."""
    return sentence


SENTENCES: Final[dict[str, str]] = {
    "base.data_path": _("The data have no file named %(path)s."),
    "base.field_missing": _("The field %(field)s is missing (in %(where)s)."),
    "base.field_type": _("The field %(field)s must be of the type %(expected)s (in %(where)s)."),
    "base.field_unknown": _("The field %(field)s is not known (in %(where)s)."),
    "base.field_value": _("The field %(field)s has a value that is not allowed (in %(where)s)."),
    "base.id": _("“%(value)s” cannot be the identifier of a %(kind)s."),
    "base.key_twice": _("The name %(field)s occurs twice in one object."),
    "base.moment": _("“%(value)s” is not a moment in UTC such as 2026-01-31T23:59:00Z."),
    "base.not_canonical": _("The data are not in the canonical form that signatures need."),
    "base.not_json": _("The data are not readable JSON."),
    "base.not_utf8": _("The data are not text in UTF-8 (from byte %(position)s)."),
    "base.number_range": _("A number is too large or is not a number."),
    "base.too_deep": _("The data are nested too deeply."),
    "base.too_large": _("The data are larger than the limit of %(limit)s bytes."),
    "base.yaml_ambiguous": _(
        "%(source)s, line %(line)s: put “%(value)s” in quotes; readers disagree on its meaning."
    ),
    "base.yaml_anchor": _("%(source)s, line %(line)s: anchors and aliases are not used here."),
    "base.yaml_broken": _("%(source)s, line %(line)s: this is not readable YAML."),
    "base.yaml_key": _("%(source)s, line %(line)s: a name must be a text."),
    "base.yaml_tag": _("%(source)s, line %(line)s: tags are not used here."),
    "config.home_missing": _("Set LONGBIEN_HOME to the folder of the node."),
    "config.missing": _("The setting %(name)s is missing: put it into longbien.toml."),
    "config.secret_unwritable": _("The secret key cannot be written to %(file)s."),
    "config.unknown": _("There is no setting %(name)s (in %(file)s)."),
    "config.unreadable": _("The settings in %(file)s cannot be read."),
    "config.value": _("The setting %(name)s has a value that is not allowed."),
    "log.consistency_invalid": _("The proof does not show that the newer log contains the older one."),
    "log.frontier_invalid": _("The kept edge of the log does not fit its size."),
    "log.inclusion_invalid": _("The proof does not show that the entry is in the log."),
    "log.index_out_of_range": _("The log of %(size)s entries has no entry %(index)s."),
    "log.size_out_of_range": _("The log has no size %(size)s."),
}


def sentence(code: str, /, **params: object) -> str:
    """Give the English sentence of `code`, filled with `params`; an unknown code is shown as itself."""
    return translated("en", code, **params)


def translated(language: str, code: str, /, **params: object) -> str:
    """Give the sentence of `code` in `language` (in English as long as that catalogue lacks it)."""
    text = SENTENCES.get(code)
    if text is None:
        return code
    return _catalogue(language).gettext(text) % _Values(params)


class _Values(dict[str, object]):
    """Values by name; a missing one shows its name, so that an error is never hidden by another."""

    def __missing__(self, name: str) -> str:
        return f"({name})"


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    folder = resources.files("longbien").joinpath("locale")
    return gettext.translation("longbien", localedir=str(folder), languages=[language], fallback=True)
