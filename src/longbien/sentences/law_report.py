# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the report on national law, proposed clauses and published concordances say when they refuse."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "law_report.clause_unknown": _("There is no proposed clause %(clause)s."),
    "law_report.clauses_exclude": _(
        "%(clause)s and %(other)s are alternatives to each other: choose one of them."
    ),
    "law_report.clauses_twice": _("The clause %(clause)s is named twice."),
}
