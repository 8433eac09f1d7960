# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the concordance says: refusals, and the words of its codes."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "law.concordance_order": _("The rows do not stand in the order of the Convention."),
    "law.concordance_persons": _(
        "%(row)s: one person holds two seats; two assessors and a reviewer are three persons."
    ),
    "law.concordance_round": _("%(row)s: an assessment is of round %(round)s, which the row has not begun."),
    "law.concordance_row_unknown": _("%(row)s is no duty of the Convention."),
    "law.concordance_twice": _("Something stands there twice: %(where)s."),
}
