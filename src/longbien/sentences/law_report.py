# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the report on national law, proposed clauses and published concordances say when they refuse."""

from typing import Final

from longbien.sentences.mark import _

SENTENCES: Final[dict[str, str]] = {
    "law_dual.element": _("Article %(article)s has no element %(element)s."),
    "law_dual.no_offence": _(
        "Article %(article)s is no offence: dual criminality is asked for Articles 7 to 17."
    ),
    "law_report.clause_unknown": _("There is no proposed clause %(clause)s."),
    "law_report.clauses_exclude": _(
        "%(clause)s and %(other)s are alternatives to each other: choose one of them."
    ),
    "law_report.clauses_twice": _("The clause %(clause)s is named twice."),
    "law_report.form_unknown": _("There is no form %(form)s; there are %(forms)s."),
    "law_report.language_unknown": _("There is no language %(language)s; there are %(languages)s."),
    "law_report.no_table": _("There is no concordance of %(state)s on this node."),
    "law_report.nobody": _("No partner was named."),
    "law_report.not_own": _("The concordance is of %(state)s: a State publishes its own."),
    "law_report.published_digest": _(
        "The published concordance does not have the digest that the act names."
    ),
    "law_report.published_foreign": _(
        "%(sender)s published a concordance of %(state)s: a State publishes its own."
    ),
    "law_report.published_large": _(
        "The public version is too large for one act (%(size)s bytes packed, at most %(most)s): shorten quotations."
    ),
    "law_report.published_packed": _("The published concordance cannot be unpacked."),
    "law_report.published_private": _("What was published is not the public version of a concordance."),
    "law_report.published_unknown": _("There is no published concordance %(act)s."),
    "law_report.report_unknown": _("There is no kept report %(report)s."),
    "law_report.text_long": _("A text of the report has at most %(most)s characters."),
    "law_report.text_withheld": _("Leave it out of the public version"),
}
