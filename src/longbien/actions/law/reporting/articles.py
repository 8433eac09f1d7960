# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The article tables of the report: each duty with its national provisions, law and practice; each offence and power element by element."""

from collections.abc import Iterator

from longbien.actions.law.reporting.words import NOTHING, Words, hidden
from longbien.core.base.sheet import Row, Section, table, text
from longbien.core.law.concordance.codes import Found, Part
from longbien.core.law.concordance.grid import grid
from longbien.core.law.concordance.table import Row as Duty
from longbien.core.law.reporting.report import Report, coverage_of
from longbien.texts import phrase

_SHARES = (4, 11, 5, 9, 4, 5)
_ELEMENTS = (7, 3, 9)


def article_tables(report: Report, words: Words) -> Iterator[Section]:
    """Give a section for each article."""
    lead = (text(words.say("articles_lead")),)
    yield Section(title=words.say("articles"), rows=lead, new_page=True)
    articles = dict.fromkeys(row.article for row in report.concordance.rows)
    for number in articles:
        rows = report.concordance.article(number)
        yield Section(
            title=words.article(number),
            level=3,
            rows=(_duties(report, rows, words), *_elements(rows, words)),
        )


def _duties(report: Report, rows: tuple[Duty, ...], words: Words) -> Row:
    names = ("duty", "says", "strength", "provision", "assessment", "practice")
    return table(
        [words.say(f"head_{name}") for name in names],
        [_duty(report, row, words) for row in rows],
        shares=_SHARES,
    )


def _duty(report: Report, row: Duty, words: Words) -> tuple[str, ...]:
    return (
        words.cited(row.id),
        words.asked(row.id),
        words.code("strength", row.strength.value),
        words.provisions(row, public=report.public),
        law_of(report, row, words),
        practice_of(report, row, words),
    )


def law_of(report: Report, row: Duty, words: Words) -> str:
    """Say what stands of the law, or that it is withheld."""
    if report.public and hidden(row, Part.ASSESSMENTS):
        return words.withheld
    return words.code("law", coverage_of(row).value)


def practice_of(report: Report, row: Duty, words: Words) -> str:
    """Say what stands of the practice, or that it is withheld."""
    if report.public and (hidden(row, Part.ASSESSMENTS) or hidden(row, Part.PRACTICE)):
        return words.withheld
    found = row.standing
    return words.code("practice", found.practice.value) if found is not None else NOTHING


def _elements(rows: tuple[Duty, ...], words: Words) -> Iterator[Row]:
    for row in rows:
        found = row.standing
        known = {one.element: one for one in found.elements} if found is not None else {}
        lines = [
            (
                words.apart(phrase(words.language, one.words)),
                words.code("found", known[one.key].found.value),
                words.apart(known[one.key].words) or NOTHING,
            )
            for one in grid(row.id)
            if one.key in known and known[one.key].found is not Found.OPEN
        ]
        if lines:
            yield text(words.say("elements_of", duty=words.cited(row.id)), kind="small")
            head = [words.say(f"head_{name}") for name in ("element", "found", "where")]
            yield table(head, lines, shares=_ELEMENTS)
