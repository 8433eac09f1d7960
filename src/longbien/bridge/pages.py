# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The node's printer (`longbien.bridge.ports.PagePrinter`): typst pages, loaded when the first one is made."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final

from longbien.core.base.sheet import Sheet
from longbien.core.conference.delegations.cards import CardSheet
from longbien.core.conference.sheet.ballots import BallotSheet
from longbien.core.cooperation.paper.record import Record
from longbien.core.cooperation.provider.order import Order
from longbien.core.cooperation.safeguards.notice import Notice
from longbien.core.evidence.certificate import Certificate
from longbien.core.law.clauses.bill import Bill


class Papers:
    """Makes pages with typst."""

    def certificate(self, certificate: Certificate, language: str) -> bytes:
        """Give the page of a court bundle."""
        from longbien.bridge.papers import render_certificate  # slow import

        return render_certificate(certificate, language=language)

    def order(self, order: Order, language: str) -> bytes:
        """Give the letter that orders a provider to preserve data."""
        from longbien.bridge.order_paper import render_order  # slow import

        return render_order(order, language=language)

    def notice(self, notice: Notice, language: str) -> bytes:
        """Give the letter by which a person is told that data about him were kept or given."""
        from longbien.bridge.notice_paper import render_notice  # slow import

        return render_notice(notice, language=language)

    def badges(self, sheet: CardSheet, language: str) -> bytes:
        """Give the badges of a session."""
        from longbien.bridge.badge_paper import render_badges  # slow import

        return render_badges(sheet, language=language)

    def act(self, record: Record, languages: tuple[str, ...], translations: Mapping[str, str]) -> bytes:
        """Give the paper of one act."""
        from longbien.bridge.printed.act import render_act  # slow import

        return render_act(record, languages, translations)

    def ballots(self, sheet: BallotSheet, language: str) -> bytes:
        """Give the sheet for a vote by pen."""
        from longbien.bridge.ballot_paper import render_ballots  # slow import

        return render_ballots(sheet, language=language)

    def sheet(self, sheet: Sheet) -> bytes:
        """Give a paper as PDF."""
        from longbien.bridge.sheet_paper import render_sheet  # slow import

        return render_sheet(sheet)

    def sheet_file(self, sheet: Sheet, form: str) -> bytes:
        """Give a paper as a file to work on: `docx`, `xlsx` or `akn` (Akoma Ntoso)."""
        module, name = _FORMS[form]
        made: bytes = getattr(import_module(module), name)(sheet)
        return made

    def bill(self, bill: Bill) -> bytes:
        """Give proposed clauses as an Akoma Ntoso bill."""
        from longbien.bridge.akn import write_bill  # slow import

        return write_bill(bill)


_FORMS: Final = MappingProxyType(
    {
        "docx": ("longbien.bridge.sheet_docx", "write_docx"),
        "xlsx": ("longbien.bridge.sheet_xlsx", "write_xlsx"),
        "akn": ("longbien.bridge.akn", "write_doc"),
    }
)
"""The module and function that write each form, imported when the first one is written."""
