# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reports and clauses as files: the forms that there are, and how each is called. Needs no node."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from longbien.bridge.ports import PagePrinter
from longbien.core.base.errors import UsageError
from longbien.core.base.sheet import Sheet
from longbien.core.law.reporting.report import Report

MEDIA: Final[Mapping[str, str]] = MappingProxyType(
    {
        "pdf": "application/pdf",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "akn": "application/akn+xml",
    }
)
"""The forms of a report, and what each is called on the web."""
ENDINGS: Final[Mapping[str, str]] = MappingProxyType(
    {"pdf": "pdf", "docx": "docx", "xlsx": "xlsx", "akn": "akn.xml"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFile:
    """A report as a file."""

    name: str
    media: str
    data: bytes = field(repr=False)


def file_of(printer: PagePrinter, report: Report, sheet: Sheet, form: str) -> ReportFile:
    """Give a report's paper as a file; UsageError `law_report.form_unknown`."""
    if form not in MEDIA:
        raise UsageError("law_report.form_unknown", form=form[:20], forms=", ".join(MEDIA))
    data = printer.sheet(sheet) if form == "pdf" else printer.sheet_file(sheet, form)
    public = "-public" if report.public else ""
    name = f"law-report-{report.concordance.state}-{report.made_on.isoformat()}{public}.{ENDINGS[form]}"
    return ReportFile(name=name, media=MEDIA[form], data=data)
