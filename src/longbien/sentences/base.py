# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `base.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "base.data_mistake": _("%(place)s: mistake in the data at “%(field)s” (%(mistake)s)."),
    "base.data_path": _("The data have no file named %(path)s."),
    "base.field_missing": _("The field %(field)s is missing (in %(where)s)."),
    "base.field_type": _("The field %(field)s must be of the type %(expected)s (in %(where)s)."),
    "base.field_unknown": _("The field %(field)s is not known (in %(where)s)."),
    "base.field_value": _("The field %(field)s has a value that is not allowed (in %(where)s)."),
    "base.id": _("“%(value)s” cannot be the identifier of a %(kind)s."),
    "base.key_twice": _("The name %(field)s occurs twice in one object."),
    "base.list_unknown": _("There is no coded list named %(list)s."),
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
}
