# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The back of the report: safeguards, assistance, timetable, dissent, what the public version leaves out, and the texts compared."""

from collections.abc import Iterator

from longbien.actions.law.reporting.front import typed_rows
from longbien.actions.law.reporting.words import NOTHING, Words, hidden
from longbien.core.base.sheet import Row, Section, pair, quoted, table, text
from longbien.core.law.concordance.codes import Part, Safeguard
from longbien.core.law.concordance.safeguards import Cell, Power
from longbien.core.law.concordance.table import Assessment, Link
from longbien.core.law.concordance.table import Row as Duty
from longbien.core.law.reporting.report import Report

_MOST_QUOTED = 4000
"""Characters of a quotation on paper; the data have the whole."""


def back(report: Report, words: Words) -> Iterator[Section]:
    """Give the sections after the findings."""
    yield Section(title=words.say("safeguards"), rows=_safeguards(report, words))
    yield Section(title=words.say("assistance"), rows=_needs(report, words))
    yield Section(title=words.say("timetable"), rows=_timetable(report, words))
    if report.texts.texts.get("follow_up") or "follow_up" in report.texts.withheld:
        yield Section(title=words.say("follow_up"), rows=typed_rows(report, words, "follow_up"))
    yield Section(title=words.say("dissent"), rows=tuple(_dissent(report, words)))
    if report.withheld:
        yield Section(title=words.say("withheld_parts"), rows=(_withheld(report, words),))
    yield Section(title=words.say("texts"), rows=_texts(report, words), new_page=True)
    yield Section(title=words.say("quotes"), rows=tuple(_quotes(report, words)))


def _safeguards(report: Report, words: Words) -> tuple[Row, ...]:
    if not report.powers:
        return (text(words.say("safeguards_none")),)
    head = [words.say("head_power"), *(words.code("safeguard", one.value) for one in Safeguard)]
    lines = [
        (
            words.article(power.article),
            *(_safeguard(report, power, cell, words) for cell in power.cells),
        )
        for power in report.powers
    ]
    return (table(head, lines, shares=(6, 3, 4, 3, 3, 3, 3)),)


def _safeguard(report: Report, power: Power, cell: Cell, words: Words) -> str:
    row = report.concordance.row(power.row)
    if report.public and row is not None and hidden(row, Part.ASSESSMENTS):
        return words.withheld
    said = words.code("found", cell.decided.found.value) if cell.decided else words.code("found", "open")
    where = words.apart(cell.decided.provision) if cell.decided and cell.decided.provision else ""
    return f"{said}\n{where}".strip()


def _needs(report: Report, words: Words) -> tuple[Row, ...]:
    left_out = [row for row in report.withheld if hidden(row, Part.NEEDS)]
    if not report.needs and not left_out:
        return (text(words.say("assistance_none"), kind="small"),)
    head = [words.say(f"head_{name}") for name in ("duty", "need", "reason", "received")]
    lines = [
        (
            words.cited(one.row),
            words.listed("ASSISTANCE-NEED", one.need.code),
            words.apart(one.need.text) or NOTHING,
            words.apart(one.need.received) or NOTHING,
        )
        for one in report.needs
    ]
    lines += [(words.cited(row.id), words.withheld, words.withheld, words.withheld) for row in left_out]
    return (table(head, lines, shares=(2, 5, 6, 4)),)


def _timetable(report: Report, words: Words) -> tuple[Row, ...]:
    left_out = [row for row in report.withheld if hidden(row, Part.OWNER)]
    if not report.timetable and not left_out:
        return (text(words.say("timetable_none"), kind="small"),)
    head = [words.say(f"head_{name}") for name in ("date", "duty", "owner", "bill")]
    lines = [
        (
            words.day(row.due),
            words.cited(row.id),
            words.apart(row.ministry) or NOTHING,
            words.listed("BILL-STAGE", row.bill_stage) if row.bill_stage else NOTHING,
        )
        for row in report.timetable
    ]
    lines += [(words.withheld, words.cited(row.id), words.withheld, words.withheld) for row in left_out]
    return (table(head, lines, shares=(3, 2, 6, 5)),)


def _dissent(report: Report, words: Words) -> Iterator[Row]:
    yield text(words.say("dissent_lead"), kind="small")
    if not report.dissents:
        yield text(words.say("dissent_none"))
    for row in report.dissents:
        said = [words.apart(_differs(one, words)) for one in row.dissenting]
        for one in row.dissents:
            who = _who(row, one.author, words)
            by = words.say("dissent_by", who=who, day=one.day, round=one.round)
            said.append(f"{by}: {words.apart(one.text)}")
        yield pair(words.cited(row.id), "\n".join(said))


def _differs(one: Assessment, words: Words) -> str:
    return words.say(
        "dissent_differs",
        who=words.code("seat", one.seat.value),
        law=words.code("law", one.law.value),
        practice=words.code("practice", one.practice.value),
    )


def _who(row: Duty, author: str, words: Words) -> str:
    """Name the seat of who dissents; at home the role id stands beside it."""
    seat = next((one.seat.value for one in row.assessments if one.author == author), "")
    if author in ("first", "second", "reviewer"):
        return words.code("seat", author)
    return f"{words.code('seat', seat)} ({author})" if seat else author


def _withheld(report: Report, words: Words) -> Row:
    head = [words.say("head_duty"), words.say("head_parts")]
    lines = [
        (words.cited(row.id), words.comma.join(words.code("part", one.value) for one in sorted(row.withheld)))
        for row in report.withheld
    ]
    return table(head, lines, shares=(1, 5))


def _texts(report: Report, words: Words) -> tuple[Row, ...]:
    head = [words.say(f"head_{name}") for name in ("law", "title", "as_of", "digest")]
    lines = [
        (
            words.apart(f"{one.law} {one.version}".strip()),
            words.apart(f"{one.title} ({one.language}, {words.translation(one.translation)})"),
            words.day(one.as_of),
            words.digest(one.digest),
        )
        for one in report.concordance.texts
    ]
    return (text(words.say("texts_lead")), table(head, lines, shares=(4, 7, 3, 4)))


def _quotes(report: Report, words: Words) -> Iterator[Row]:
    shown: dict[str, Link] = {}
    for row in report.concordance.rows:
        for link in row.links:
            shown.setdefault(link.key, link)
    for link in shown.values():
        caption = f"{words.place(link)} · {words.apart(link.version or NOTHING)} · {words.translation(link.translation)}"
        cut = link.cut or len(link.text) > _MOST_QUOTED
        yield quoted(
            link.text[:_MOST_QUOTED] or NOTHING,
            language=link.language or report.concordance.language,
            caption=f"{caption}\n{words.say('cut')}" if cut else caption,
        )
