# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the codes `treaty.*`."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "treaty.basis_code": _("There is no legal basis with the code %(basis)s."),
    "treaty.basis_none": _("A request needs a legal basis."),
    "treaty.basis_unknown": _(
        "%(basis)s: nothing is known of it between %(one)s and %(other)s on %(day)s (%(table)s)."
    ),
    "treaty.not_in_force": _(
        "%(basis)s is not in force between %(one)s and %(other)s on %(day)s (%(table)s; %(source)s)."
    ),
    "treaty.one_state": _("A State sends no request to itself (%(state)s)."),
    "treaty.table_kind": _("The table %(source)s is not of the kind that its name says."),
}
