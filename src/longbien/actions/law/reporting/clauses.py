# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proposed clauses as a file: for a word processor, or as an Akoma Ntoso bill. Needs no node: the clauses are data of the package."""

from collections.abc import Sequence
from datetime import date

from longbien.actions.law.reporting.files import ENDINGS, MEDIA, ReportFile
from longbien.actions.law.reporting.paper import clauses_sheet
from longbien.actions.law.reporting.words import Words
from longbien.bridge.ports import PagePrinter
from longbien.core.base.errors import UsageError
from longbien.core.law.clauses.bill import bill_of, chosen

FORMS = ("docx", "akn", "pdf")
"""What clauses can be had as."""


def clauses_file(
    *, printer: PagePrinter, codes: Sequence[str], form: str, language: str, on: date
) -> ReportFile:
    """Give chosen clauses (none named: the widest wording of all) as a file.

    UsageError `law_report.form_unknown`; RefusedError as `longbien.core.law.clauses.bill.chosen`.
    """
    if form not in FORMS:
        raise UsageError("law_report.form_unknown", form=form[:20], forms=", ".join(FORMS))
    clauses = chosen(codes)
    words = Words(language)
    if form == "akn":
        marks = (words.say("bill_mark"), words.say("bill_words"))
        data = printer.bill(bill_of(clauses, title=words.say("bill_title"), on=on, marks=marks))
    else:
        sheet = clauses_sheet(clauses, language, on=on)
        data = printer.sheet(sheet) if form == "pdf" else printer.sheet_file(sheet, form)
    return ReportFile(name=f"law-clauses-{on.isoformat()}.{ENDINGS[form]}", media=MEDIA[form], data=data)
