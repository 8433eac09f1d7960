# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `config.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "config.home_missing": _("Set LONGBIEN_HOME to the folder of the node."),
    "config.missing": _("The setting %(name)s is missing: put it into longbien.toml."),
    "config.secret_unwritable": _("The secret key cannot be written to %(file)s."),
    "config.unknown": _("There is no setting %(name)s (in %(file)s)."),
    "config.unreadable": _("The settings in %(file)s cannot be read."),
    "config.value": _("The setting %(name)s has a value that is not allowed."),
}
