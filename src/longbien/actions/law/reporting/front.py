# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The front of the report: one page in plain words, legal system and method as the State wrote them, how the duties stand."""

from longbien.actions.law.reporting.words import NOTHING, Words
from longbien.core.base.sheet import Row, Section, bars, table, text
from longbien.core.law.concordance.codes import Coverage, Found, Strength
from longbien.core.law.reporting.report import Count, Report

_SHARES = (5, 2, 2, 2, 2, 2)


def front(report: Report, words: Words) -> tuple[Section, ...]:
    """Give the sections before the tables."""
    return (
        Section(title=words.say("summary"), rows=_summary(report, words)),
        typed(report, words, "legal_system", new_page=True),
        typed(report, words, "method"),
        Section(title=words.say("decisions"), rows=_decisions(report, words)),
    )


def typed(report: Report, words: Words, name: str, *, new_page: bool = False) -> Section:
    """Give a section that the State writes itself."""
    return Section(title=words.say(name), rows=typed_rows(report, words, name), new_page=new_page)


def typed_rows(report: Report, words: Words, name: str) -> tuple[Row, ...]:
    """Give what the State wrote: its paragraphs, or that it was withheld or is not written."""
    if name in report.texts.withheld and report.public:
        return (text(words.withheld, kind="withheld"),)
    written = report.texts.texts.get(name, "")
    if not written:
        return (text(words.say("not_written"), kind="small"),)
    return tuple(text(words.apart(one.strip())) for one in written.split("\n\n") if one.strip())


def _summary(report: Report, words: Words) -> tuple[Row, ...]:
    binding = next(one for one in report.counts if one.strength is Strength.SHALL)
    found = dict(binding.law)
    counts = {code.value: found[code] for code in Coverage}
    rows = [text(words.say("public_lead"), kind="small")] if report.public else []
    if report.texts.texts.get("summary") or "summary" in report.texts.withheld:
        rows += typed_rows(report, words, "summary")
    rows += [
        text(words.say("summary_counts", total=binding.total, **counts)),
        bars([(words.code("law", code.value), count) for code, count in binding.law]),
        text(words.say("summary_no_score"), kind="small"),
        text(_gaps(report, words), kind="item"),
        text(_safeguards(report, words), kind="item"),
        text(
            words.say(
                "summary_options",
                count=len(report.reservations),
                needs=len(report.needs),
                dissents=sum(len(row.dissents) for row in report.dissents),
            ),
            kind="item",
        ),
    ]
    dated = next((row for row in report.timetable if row.due is not None), None)
    if dated is not None:
        owner = dated.ministry or NOTHING
        rows.append(
            text(
                words.say("summary_next", day=dated.due, owner=owner, duty=words.cited(dated.id)), kind="item"
            )
        )
    return tuple(rows)


def _gaps(report: Report, words: Words) -> str:
    if not report.gaps:
        return words.say("summary_no_gaps")
    articles = dict.fromkeys(one.row.article for one in report.gaps)
    return words.say(
        "summary_gaps", count=len(report.gaps), articles=words.comma.join(str(one) for one in articles)
    )


def _safeguards(report: Report, words: Words) -> str:
    cells = [
        cell.decided.found if cell.decided else Found.OPEN for one in report.powers for cell in one.cells
    ]
    return words.say(
        "summary_safeguards",
        found=cells.count(Found.FOUND),
        all=len(cells),
        missing=cells.count(Found.MISSING),
    )


def _decisions(report: Report, words: Words) -> tuple[Row, ...]:
    head = [words.say("head_strength"), *(words.code("law", code.value) for code in Coverage)]
    rows = [_line(one, words, law=True) for one in report.counts]
    practices = [code for code, _count in report.counts[0].practice]
    practice_head = [words.say("head_practice"), *(words.code("practice", code.value) for code in practices)]
    return (
        table(head, rows, shares=_SHARES),
        table(practice_head, [_line(one, words, law=False) for one in report.counts], shares=(5, 2, 3, 3, 2)),
        text(words.say("summary_no_score"), kind="small"),
    )


def _line(one: Count, words: Words, *, law: bool) -> tuple[str, ...]:
    counts = [count for _code, count in one.law] if law else [count for _code, count in one.practice]
    return (words.code("strength", one.strength.value), *(str(count) for count in counts))
