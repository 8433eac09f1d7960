# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making reports: what the State writes for them, a report of today, one that was kept, in every form. A kept report never changes.

A report is kept with its concordance and texts as they were: printed again in another year or language, it has its own version of the law.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.law.concordance.keeping import find
from longbien.actions.law.concordance.seen import public_table, table
from longbien.actions.law.reporting.files import ReportFile, file_of
from longbien.actions.law.reporting.paper import report_sheet
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.canonical import decode, encode
from longbien.core.base.errors import UsageError
from longbien.core.law.concordance.table import Concordance
from longbien.core.law.concordance.written import MAX_BYTES, concordance_json, read_concordance
from longbien.core.law.reporting.report import Report, draw_report
from longbien.core.law.reporting.texts import MOST, NAMES, ReportTexts, read_texts, texts_json
from longbien.store import models
from longbien.store.writing import write_transaction

READ: Final = "law.read"
KEEP: Final = "law.keep"
_MAX_TEXTS: Final = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReport:
    """A report in the list of those that were kept."""

    ref: str
    concordance: str
    title: str
    public: bool
    sha256: str
    made_by: str
    made_at: datetime


def report_texts(*, node: Node, actor: models.Officer, concordance: str) -> ReportTexts:
    """Give what the State wrote for the report so far. UsageError `law.concordance_not_found`."""
    require(actor, READ)
    find(concordance)
    return _texts(concordance, "en")


def keep_texts(*, node: Node, actor: models.Officer, concordance: str, texts: ReportTexts) -> None:
    """Keep what the State writes; what stood before stays as an earlier version. UsageError `law_report.text_long`."""
    require(actor, KEEP)
    find(concordance)
    for name in NAMES:
        if len(texts.texts.get(name, "")) > MOST:
            raise UsageError("law_report.text_long", most=MOST)
    now = node.clock()
    with write_transaction():
        rows = models.LawReportText.objects.filter(concordance=concordance)
        number = rows.count() + 1
        written = encode(texts_json(texts.tidy()))
        models.LawReportText.objects.create(
            concordance=concordance, number=number, texts=written, saved_by=actor.role_id, saved_at=now
        )
        facts = {"concordance": concordance, "texts_sha256": hashlib.sha256(written).hexdigest()}
        record_decision(node=node, verb=KEEP, role_id=actor.role_id, facts=facts, now=now)


def report_now(*, node: Node, actor: models.Officer, concordance: str, public: bool) -> Report:
    """Draw the report of today, as far as the reader may see the table. UsageError `law.concordance_not_found`."""
    require(actor, READ)
    value = (
        public_table(node=node, actor=actor, ref=concordance)
        if public
        else table(node=node, actor=actor, ref=concordance).value
    )
    texts = _texts(concordance, value.language)
    return draw_report(value, texts, made_on=node.clock().date(), public=public)


def keep_report(*, node: Node, actor: models.Officer, concordance: str, public: bool) -> KeptReport:
    """Make a report and keep it for good, bound by the log. UsageError `law.concordance_not_found`."""
    require(actor, KEEP)
    report = report_now(node=node, actor=actor, concordance=concordance, public=public)
    now = node.clock()
    value = encode(concordance_json(report.concordance))
    sha256 = hashlib.sha256(value).hexdigest()
    with write_transaction():
        row = models.LawReport.objects.create(
            ref=node.randomness(16).hex(),
            concordance=concordance,
            title=report.concordance.title,
            public=report.public,
            value=value,
            texts=encode(texts_json(report.texts)),
            sha256=sha256,
            made_by=actor.role_id,
            made_at=now,
        )
        facts = {"report": row.ref, "concordance": concordance, "sha256": sha256}
        record_decision(node=node, verb=KEEP, role_id=actor.role_id, facts=facts, now=now)
    return _listed(row)


def kept_reports(*, node: Node, actor: models.Officer, concordance: str = "") -> tuple[KeptReport, ...]:
    """List the reports that were kept, the newest first."""
    require(actor, READ)
    rows = models.LawReport.objects.order_by("-made_at", "-pk")
    if concordance:
        rows = rows.filter(concordance=concordance)
    return tuple(_listed(row) for row in rows.defer("value", "texts"))


def kept_report(*, node: Node, actor: models.Officer, ref: str) -> Report:
    """Give a kept report as it was. UsageError `law_report.report_unknown`."""
    require(actor, READ)
    rows = list(models.LawReport.objects.filter(ref__startswith=ref)[:2]) if ref else []
    if len(rows) != 1:
        raise UsageError("law_report.report_unknown", report=ref[:40])
    row = rows[0]
    return draw_report(
        _concordance(bytes(row.value)),
        read_texts(decode(bytes(row.texts), max_bytes=_MAX_TEXTS)),
        made_on=row.made_at.date(),
        public=row.public,
    )


def report_file(*, node: Node, report: Report, form: str, language: str) -> ReportFile:
    """Give a report as a file; UsageError `law_report.form_unknown`."""
    sheet = report_sheet(report, language, exercise=node.exercise)
    return file_of(node.printer(), report, sheet, form)


def _texts(concordance: str, language: str) -> ReportTexts:
    row = models.LawReportText.objects.filter(concordance=concordance).order_by("-number").first()
    if row is None:
        return ReportTexts(language=language)
    return read_texts(decode(bytes(row.texts), max_bytes=_MAX_TEXTS))


def _concordance(data: bytes) -> Concordance:
    return read_concordance(decode(data, max_bytes=MAX_BYTES))


def _listed(row: models.LawReport) -> KeptReport:
    return KeptReport(
        ref=row.ref,
        concordance=row.concordance,
        title=row.title,
        public=row.public,
        sha256=row.sha256,
        made_by=row.made_by,
        made_at=row.made_at,
    )
