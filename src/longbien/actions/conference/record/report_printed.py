# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report on credentials as a paper in one language: paragraph by paragraph, and what the Conference did with it."""

from collections.abc import Mapping, Sequence
from typing import Final

from longbien.actions.conference.papers.printed import session_sheet
from longbien.actions.conference.people.delegations import names_of
from longbien.actions.conference.people.report import ReportView, reports
from longbien.actions.conference.people.session import Session
from longbien.actions.conference.record.words import rule_words
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.sheet import Section, Sheet, pair, table, text
from longbien.core.conference.credentials.report import Line, grouped
from longbien.core.conference.rules.values import value_json
from longbien.store import models
from longbien.texts import translated, word

_RULES: Final = (
    "credentials.examined_by",
    "credentials.provisional_admission",
    "credentials.deferral",
    "credentials.decided_by",
)
_CODE: Final = "conference_people.paper_"
_SHARES: Final = (3, 2, 4)


def report_paper(*, node: Node, actor: models.Officer, session: Session, number: int, language: str) -> bytes:
    """Give a report as PDF, to the secretariat and every badge; RefusedError `people.no_badge`, `conference.report_unknown`."""
    found = next((one for one in reports(actor=actor, session=session) if one.number == number), None)
    if found is None:
        raise RefusedError("conference.report_unknown", number=number)
    return node.printer().sheet(report_sheet(node, session, found, language))


def report_sheet(node: Node, session: Session, report: ReportView, language: str) -> Sheet:
    """Give a report as a paper."""
    names = names_of(report.conference, language)
    sections = [_decision(report, language)]
    sections += [_group(group, lines, names, language) for group, lines in grouped(report.lines)]
    rules = (rule_words(language, value_json(session.rules.value(path))) for path in _RULES)
    sections.append(
        Section(title=_say(language, "rules"), rows=tuple(text(one, kind="small") for one in rules))
    )
    examiner = word(language, "examiner", report.examined_by)
    lead = f"{_say(language, 'examined_by')} {examiner} · \u2066{report.made_at:%Y-%m-%d %H:%M} UTC\u2069"
    title = _say(language, "report", number=report.number)
    return session_sheet(node, session.row, language, title=title, sections=tuple(sections), lead=lead)


def _decision(report: ReportView, language: str) -> Section:
    """Say what the Conference did with the report, or that it waits."""
    title = _say(language, "conference")
    if not report.outcome or report.decided_at is None:
        return Section(title=title, rows=(text(_say(language, "waits")),))
    said = f"{word(language, 'report_outcome', report.outcome)} · \u2066{report.decided_at:%Y-%m-%d %H:%M} UTC\u2069"
    return Section(title=title, rows=(pair(said, f"\u2066{report.decision}\u2069"),))


def _group(group: str, lines: Sequence[Line], names: Mapping[tuple[str, int], str], language: str) -> Section:
    head = [_say(language, one) for one in ("delegation", "recommended", "remarks")]
    rows = [
        (
            _name(one, names, language),
            word(language, "credential_advice", one.advice.value),
            _remarks(one, language),
        )
        for one in lines
    ]
    title = f"{word(language, 'credential_group', group)} ({len(lines)})"
    return Section(title=title, rows=(table(head, rows, shares=_SHARES),))


def _name(line: Line, names: Mapping[tuple[str, int], str], language: str) -> str:
    name = names.get((line.participant, line.claim), line.participant)
    return f"{name} ({_say(language, 'claim', number=line.claim)})" if line.claim > 1 else name


def _remarks(line: Line, language: str) -> str:
    """Say on which understanding, by whom it is contested, and what is missing in the papers."""
    found = [_say(language, "understanding")] if line.understanding else []
    if line.contested_by:
        found.append(f"{_say(language, 'contested_by')} \u2068{', '.join(line.contested_by)}\u2069")
    found += [word(language, "credential_flaw", code) for code in line.flaws]
    return "\n".join(found) or "—"


def _say(language: str, code: str, **values: object) -> str:
    return translated(language, _CODE + code, **values)
