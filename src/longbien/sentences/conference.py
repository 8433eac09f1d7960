# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `conference.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "conference.procedure_path": _("The data of the rules of procedure have no value %(path)s (%(where)s)."),
    "conference.procedure_reference": _(
        "The data of the rules of procedure name at %(where)s what is not there: %(name)s."
    ),
    "conference.procedure_source": _(
        "The data of the rules of procedure have no source %(source)s (%(where)s)."
    ),
    "conference.procedure_twice": _("The data of the rules of procedure have the value %(path)s twice."),
    "conference.rule_unknown": _(
        "The rules of procedure have no %(kind)s called %(name)s. There are: %(known)s."
    ),
}
"""Each code with its sentence."""
