# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the report says: what the reviewer decided and nothing else, gaps with clauses, and of the public version only what is public."""

from types import MappingProxyType

from longbien.core.base.canonical import encode
from longbien.core.law.concordance.codes import Coverage, Strength
from longbien.core.law.concordance.written import concordance_json
from longbien.core.law.reporting.report import draw_report
from longbien.core.law.reporting.texts import ReportTexts, read_texts, texts_json
from tests.law_tables import DAY, PERSON, SECRET, SECRET_INTERVIEW, SECRET_OWNER, sample

TEXTS = ReportTexts(
    texts=MappingProxyType({"method": "Two ministries compared.", "challenges": SECRET}),
    withheld=frozenset({"challenges"}),
)


def test_only_what_a_reviewer_decided_counts() -> None:
    report = draw_report(sample(), TEXTS, made_on=DAY)
    (binding, *_others) = report.counts
    assert binding.strength is Strength.SHALL
    assert dict(binding.law) == {
        Coverage.FULL: 2,
        Coverage.PART: 2,
        Coverage.NONE: 1,
        Coverage.NOT_APPLICABLE: 0,
        Coverage.NOT_ASSESSED: 1,
    }
    assert [row.id for row in report.undecided] == ["12.1"]
    assert binding.total == 6


def test_each_gap_has_clauses_that_serve_it() -> None:
    report = draw_report(sample(), TEXTS, made_on=DAY)
    found = {str(gap.row.id): [one.code for one in gap.proposals] for gap in report.gaps}
    assert list(found) == ["8.1", "9.1", "10"]
    assert found["8.1"][:2] == ["8.base", "8.intent"]


def test_reservations_name_the_gaps_that_they_bear_on() -> None:
    report = draw_report(sample(every=True), TEXTS, made_on=DAY)
    clauses = {one.clause.duty.id: one.gaps for one in report.reservations}
    assert {"11.3", "23.3.a", "23.3.b", "63.3"} <= set(clauses)
    assert all(gaps == () for gaps in clauses.values())


def test_dates_come_in_order_and_dissent_stays() -> None:
    report = draw_report(sample(), TEXTS, made_on=DAY)
    assert [row.id for row in report.timetable] == ["8.1", "9.1"]
    assert [row.id for row in report.dissents] == ["8.1"]


def test_the_public_report_knows_only_the_public_version() -> None:
    report = draw_report(sample(), TEXTS, made_on=DAY, public=True)
    known = encode(concordance_json(report.concordance)).decode() + repr(report)
    for secret in (SECRET, SECRET_OWNER, SECRET_INTERVIEW, PERSON, "A draft of one person"):
        assert secret not in known
    assert [row.id for row in report.withheld] == ["9.1", "10"]
    assert report.texts.withheld == {"challenges"}
    assert draw_report(report.concordance, report.texts, made_on=DAY) == report


def test_a_row_that_is_withheld_is_counted_nowhere() -> None:
    report = draw_report(sample(), TEXTS, made_on=DAY, public=True)
    (binding, *_others) = report.counts
    assert (binding.total, dict(binding.law)[Coverage.PART]) == (5, 1)
    assert "10" not in [gap.row.id for gap in report.gaps]


def test_texts_are_read_as_they_were_written() -> None:
    assert read_texts(texts_json(TEXTS)) == TEXTS
