# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the House is asked to act on: gaps with clauses, what works, what is hard, options, reservations and declarations."""

from collections.abc import Iterator

from longbien.actions.law.reporting.front import typed_rows
from longbien.actions.law.reporting.words import NOTHING, Words, hidden
from longbien.core.base.sheet import Row, Section, pair, quoted, table, text
from longbien.core.law.clauses.proposals import LANGUAGE, Proposal
from longbien.core.law.concordance.codes import Part
from longbien.core.law.concordance.table import Clause
from longbien.core.law.reporting.report import Gap, Report, Reservable
from longbien.texts import phrase


def findings(report: Report, words: Words) -> Iterator[Section]:
    """Give the sections."""
    lead = [text(words.say("gaps_lead"))]
    if not report.gaps:
        lead.append(text(words.say("gaps_none")))
    yield Section(title=words.say("gaps"), rows=tuple(lead), new_page=True)
    for gap in report.gaps:
        title = f"{words.cited(gap.row.id)} – {words.title(gap.row.article)}"
        yield Section(title=title, level=3, rows=tuple(_gap(report, gap, words)))
    yield Section(title=words.say("good_practice"), rows=_practice(report, words))
    yield Section(title=words.say("challenges"), rows=_challenges(report, words))
    yield Section(title=words.say("options"), rows=_options(report, words))
    yield Section(title=words.say("reservations"), rows=_reservations(report, words))


def _gap(report: Report, gap: Gap, words: Words) -> Iterator[Row]:
    yield pair(words.say("head_says"), words.asked(gap.row.id))
    yield pair(words.say("head_assessment"), words.code("law", gap.found.law.value))
    if report.public and hidden(gap.row, Part.GAP):
        yield pair(words.say("gap_missing"), words.withheld)
    else:
        yield pair(words.say("gap_missing"), words.apart(gap.found.gap) or NOTHING)
        if gap.found.risk:
            yield pair(words.say("gap_risk"), words.apart(gap.found.risk))
        if gap.found.obstacles:
            named = "; ".join(words.listed("OBSTACLE", one) for one in gap.found.obstacles)
            yield pair(words.say("gap_obstacles"), named)
    if gap.found.evidence:
        shown = "; ".join(words.apart(one.text) for one in gap.found.evidence)
        yield text(words.say("evidence", evidence=shown), kind="small")
    yield from _clauses(report, gap, words)


def _clauses(report: Report, gap: Gap, words: Words) -> Iterator[Row]:
    if report.public and hidden(gap.row, Part.CLAUSES):
        yield text(words.withheld, kind="withheld")
        return
    for clause in gap.row.clauses:
        yield quoted(
            clause.text,
            language=clause.language or report.concordance.language,
            caption=_own_caption(clause, words),
            kind="clause",
        )
    shown = [one for one in gap.proposals if not one.instead_of]
    for one in shown:
        yield quoted(one.clause, language=LANGUAGE, caption=machine_caption(one, words), kind="clause")
    others = [one for one in gap.proposals if one.instead_of]
    if others:
        named = "; ".join(f"{words.ltr(one.code)} {phrase(words.language, one.title)}" for one in others)
        yield text(words.say("clause_others", clauses=named), kind="small")


def machine_caption(one: Proposal, words: Words) -> str:
    """Say whose proposal a clause is and on which rights it bears."""
    rights = words.comma.join(words.code("right", each) for each in one.rights)
    said = [
        words.say("clause_machine", code=one.code, title=phrase(words.language, one.title)),
        words.say("clause_rights", rights=rights),
    ]
    if one.note:
        said.append(words.apart(phrase(words.language, one.note)))
    return "\n".join(said)


def _own_caption(clause: Clause, words: Words) -> str:
    said = []
    place = f"{clause.law} {clause.provision}".strip()
    if place:
        said.append(words.say("clause_by", place=place))
    if clause.model:
        said.append(words.say("clause_model", model=clause.model))
    if clause.effect_on_rights:
        said.append(words.say("clause_rights", rights=clause.effect_on_rights))
    return "\n".join(said)


def _practice(report: Report, words: Words) -> tuple[Row, ...]:
    rows = list(typed_rows(report, words, "good_practice"))
    if not report.applied:
        return (*rows, text(words.say("applied_none"), kind="small"))
    head = [words.say(f"head_{name}") for name in ("duty", "provision")]
    lines = [(words.cited(row.id), words.provisions(row, public=report.public)) for row in report.applied]
    return (*rows, table(head, lines, shares=(1, 6)))


def _challenges(report: Report, words: Words) -> tuple[Row, ...]:
    rows = list(typed_rows(report, words, "challenges"))
    if not report.obstacles:
        return (*rows, text(words.say("challenges_none"), kind="small"))
    head = [words.say("head_obstacle"), words.say("head_duties")]
    lines = [(words.listed("OBSTACLE", code), words.cited_all(those)) for code, those in report.obstacles]
    return (*rows, table(head, lines, shares=(2, 3)))


def _options(report: Report, words: Words) -> tuple[Row, ...]:
    if not report.options:
        return (text(words.say("options_none"), kind="small"),)
    head = [words.say(f"head_{name}") for name in ("duty", "says", "choice", "reason")]
    lines = [
        (
            words.cited(one.choice.provision),
            words.apart(phrase(words.language, one.choice.element))
            if one.choice.element
            else words.asked(one.choice.provision),
            words.code("choice", one.choice.choice.value),
            words.apart(one.choice.reason) or NOTHING,
        )
        for one in report.options
    ]
    return (table(head, lines, shares=(2, 7, 3, 7)),)


def _reservations(report: Report, words: Words) -> tuple[Row, ...]:
    head = [words.say(f"head_{name}") for name in ("clause", "says", "choice", "gaps")]
    lines = [_reservation(one, words) for one in report.reservations]
    return (text(words.say("reservations_lead")), table(head, lines, shares=(3, 9, 3, 4)))


def _reservation(one: Reservable, words: Words) -> tuple[str, ...]:
    duty = one.clause.duty
    return (
        words.cited(duty.id),
        words.asked(duty.id),
        words.code("reservation", one.clause.fact.kind),
        words.cited_all(one.gaps),
    )
