# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report as a paper in one language: a pure function of what was drawn, so that an old report is printed again as it was."""

import hashlib
from collections.abc import Sequence
from datetime import date

from longbien.actions.law.reporting.articles import article_tables
from longbien.actions.law.reporting.back import back
from longbien.actions.law.reporting.findings import findings, machine_caption
from longbien.actions.law.reporting.front import front
from longbien.actions.law.reporting.words import Words
from longbien.core.base.canonical import encode
from longbien.core.base.sheet import Attachment, Section, Sheet, quoted, text
from longbien.core.law.clauses.proposals import LANGUAGE, Proposal
from longbien.core.law.concordance.written import concordance_json
from longbien.core.law.reporting.report import Report
from longbien.texts import REVIEWED, phrase, translated

_ATTACHED_AT_MOST = 8 * 1024 * 1024


def report_sheet(report: Report, language: str, *, exercise: bool = False) -> Sheet:
    """Give the paper of a report."""
    words = Words(language)
    table = report.concordance
    data = encode(concordance_json(table))
    digest = hashlib.sha256(data).hexdigest()
    native = "" if language in REVIEWED else "\n" + words.say("not_reviewed")
    attachment = Attachment(
        name=f"concordance-{table.state}-{table.as_of.isoformat()}.json",
        media_type="application/json",
        description=words.say("attached"),
        data=data,
    )
    return Sheet(
        language=language,
        title=words.say("title", state=words.state(table.state)),
        kicker=words.say("kicker"),
        lead=words.say("lead", title=table.title) + native,
        sections=(
            *front(report, words),
            *article_tables(report, words),
            *findings(report, words),
            *back(report, words),
        ),
        on=report.made_on,
        mark=translated(language, "paper.exercise") if exercise else "",
        foot=words.say("foot", state=words.state(table.state), as_of=table.as_of, digest=digest[:16]),
        contents=words.say("contents"),
        withheld=words.withheld if report.public else "",
        attachment=attachment if len(data) <= _ATTACHED_AT_MOST else None,
    )


def clauses_sheet(clauses: Sequence[Proposal], language: str, *, on: date) -> Sheet:
    """Give chosen clauses as a paper: each with its title, its note and the rights that it bears on."""
    words = Words(language)
    return Sheet(
        language=language,
        title=words.say("bill_title"),
        kicker=words.say("kicker"),
        lead=f"{words.say('bill_mark')}\n{words.say('bill_words')}",
        sections=tuple(
            Section(
                title=f"{number}. {phrase(language, one.title)}",
                rows=(
                    quoted(one.clause, language=LANGUAGE, caption=machine_caption(one, words), kind="clause"),
                    text(words.cited_all((*one.carries_out, *one.takes_up)), kind="small"),
                ),
            )
            for number, one in enumerate(clauses, start=1)
        ),
        on=on,
        foot=words.say("bill_mark"),
    )
