# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The record of a meeting as a paper in one language: decisions, votes by name, journal, refusals, rules, how to check it.

A pure function of the file: whoever has the file can print it, with or without a node.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from longbien.actions.conference.record.journal import journal_rows
from longbien.actions.conference.record.words import (
    Names,
    apart,
    matter_words,
    outcome_words,
    refusal_words,
    rule_words,
)
from longbien.actions.conference.record.words_votes import vote_section
from longbien.core.base.canonical import Json
from longbien.core.base.moments import parse_moment
from longbien.core.base.sheet import Attachment, Row, Section, Sheet, names, pair, table, text
from longbien.core.conference.agenda.items import bodies
from longbien.core.conference.record.check import NOT_PROVEN, check_record
from longbien.core.conference.record.file import RecordFile, print_file
from longbien.core.parties.entry import print_fingerprint
from longbien.texts import REVIEWED, phrase, translated, word

_CODE: Final = "conference_record."
_ATTACHED_AT_MOST: Final = 8 * 1024 * 1024


def record_sheet(record: RecordFile, language: str) -> Sheet:
    """Give the paper of a record."""
    paper = _Paper(record, language)
    data = print_file(record)
    attachment = Attachment(
        name=f"{record.name}.json",
        media_type="application/json",
        description=paper.say("attached"),
        data=data,
    )
    return Sheet(
        language=language,
        title=paper.say("title", number=paper.meeting.get("number")),
        kicker=str(paper.meeting.get("conference_title", "")),
        lead=paper.lead(),
        sections=tuple(section for section in paper.sections() if section.rows),
        on=date.fromisoformat(str(paper.meeting.get("day"))),
        mark=translated(language, "paper.exercise") if paper.is_exercise else "",
        foot=paper.say("foot", meeting=apart(record.statement.meeting), digest=apart(paper.digest[:16])),
        attachment=attachment if len(data) <= _ATTACHED_AT_MOST else None,
    )


class _Paper:
    """One record in one language."""

    def __init__(self, record: RecordFile, language: str) -> None:
        self.record, self.language = record, language
        self.meeting = _object(record.parts["meeting"])
        self.outcome = _object(record.parts["outcome"])
        self.rules = _object(record.parts["rules"])
        self.names = Names(record.parts["electorate"])
        self.checked = check_record(record)
        self.digest = self.checked.digest
        self.is_exercise = record.statement.exercise or self.meeting.get("exercise") is True

    def say(self, code: str, /, **params: object) -> str:
        return translated(self.language, _CODE + code, **params)

    def name(self, code: object) -> str:
        return self.names.of(str(code), self.language)

    def lead(self) -> str:
        native = "" if self.language in REVIEWED else "\n" + self.say("not_reviewed")
        return self.say("lead") + native

    def sections(self) -> list[Section]:
        return [
            Section(title="", rows=self._facts()),
            Section(title=self.say("decisions"), rows=self._decisions()),
            *self._votes(),
            Section(title=self.say("elections"), rows=self._elections()),
            Section(title=self.say("journal"), rows=self._journal()),
            Section(title=self.say("refusals"), rows=self._refusals()),
            Section(title=self.say("rules"), rows=self._rules()),
            Section(title=self.say("documents"), rows=self._documents()),
            Section(title=self.say("electorate"), rows=self._electorate()),
            Section(title=self.say("checking"), rows=self._checking()),
        ]

    def _facts(self) -> tuple[Row, ...]:
        meeting = self.meeting
        labels = {one.code: one.label for one in bodies()}
        body = phrase(self.language, labels.get(str(meeting.get("body")), str(meeting.get("body"))))
        return (
            pair(self.say("meeting"), f"{apart(meeting.get('meeting'))} · {body}"),
            pair(self.say("place"), str(meeting.get("place", "")) or "—"),
            pair(self.say("opened"), _moment(meeting.get("opened"))),
            pair(self.say("closed"), _moment(meeting.get("closed"))),
            pair(self.say("rules"), phrase(self.language, str(self.rules.get("title", "")))),
        )

    def _decisions(self) -> tuple[Row, ...]:
        rows = [_object(one) for one in _list(self.outcome.get("decisions"))]
        if not rows:
            return (text(self.say("no_decisions")),)
        head = [self.say(one) for one in ("when", "what", "how", "outcome")]
        found = [
            (
                _time(one.get("at")),
                matter_words(self.language, str(one.get("on"))),
                word(self.language, "conference_how", str(one.get("how"))),
                outcome_words(self.language, str(one.get("outcome"))),
            )
            for one in rows
        ]
        quoted = dict.fromkeys(rule_words(self.language, one.get("rule")) for one in rows)
        differing = [
            str(_object(one).get("id"))
            for one in _list(self.outcome.get("votes"))
            if _object(one).get("differs")
        ]
        alerts = (
            [text(self.say("some_differ", votes=", ".join(map(apart, differing))), kind="alert")]
            if differing
            else []
        )
        return (table(head, found), *alerts, *(text(one, kind="small") for one in quoted))

    def _votes(self) -> list[Section]:
        votes = [_object(one) for one in _list(self.outcome.get("votes"))]
        if not votes:
            return []
        events = [_object(one) for one in _list(self.record.parts["events"])]
        sections = [vote_section(self.language, vote, events, self.names) for vote in votes]
        return [
            Section(title=self.say("votes"), rows=(text(self.say("votes_lead"), kind="small"),)),
            *sections,
        ]

    def _elections(self) -> tuple[Row, ...]:
        found: list[Row] = []
        for one in map(_object, _list(self.outcome.get("elections"))):
            elected = ", ".join(self.name(code) for code in _list(one.get("elected"))) or self.say("nobody")
            candidates = ", ".join(self.name(code) for code in _list(one.get("candidates")))
            found += [
                pair(str(one.get("office")), f"{self.say('elected')}: {elected}"),
                text(f"{self.say('candidates')}: {candidates}", kind="small"),
            ]
        return tuple(found)

    def _journal(self) -> tuple[Row, ...]:
        head = [self.say(one) for one in ("when", "who", "what")]
        rows = journal_rows(self.language, self.record, self.names)
        return (table(head, rows),) if rows else ()

    def _refusals(self) -> tuple[Row, ...]:
        found: list[Row] = []
        for one in map(_object, _list(self.outcome.get("refusals"))):
            said = refusal_words(self.language, str(one.get("code")), _object(one.get("facts")))
            found += [
                text(f"{_time(one.get('at'))} · {self.name(one.get('by'))}: {said}", kind="item"),
                text(rule_words(self.language, one.get("rule")), kind="small"),
            ]
        for one in map(_object, _list(self.outcome.get("attempts"))):
            said = str(one.get("words", "")) or translated(self.language, str(one.get("code")))
            found.append(text(f"{self.name(one.get('participant'))}: {said}", kind="item"))
        return tuple(found)

    def _rules(self) -> tuple[Row, ...]:
        choices = _object(self.rules.get("choices"))
        chosen = "; ".join(f"{apart(name)}: {apart(value)}" for name, value in choices.items())
        rows = [pair(str(self.rules.get("profile")), chosen or self.say("no_choices"))]
        for one in map(_object, _list(self.outcome.get("rules_changed"))):
            after = "; ".join(
                f"{apart(name)}: {apart(value)}" for name, value in _object(one.get("after")).items()
            )
            rows.append(
                pair(
                    f"{self.say('from')} {_time(one.get('at'))}", f"{after} {one.get('decision', '')}".strip()
                )
            )
        return tuple(rows)

    def _documents(self) -> tuple[Row, ...]:
        rows = [
            (
                apart(one.get("symbol")),
                str(one.get("title")),
                " ".join(
                    str(_object(version).get("language", "")).upper()
                    for version in _list(one.get("versions"))
                ),
            )
            for one in map(_object, _list(self.record.parts["documents"]))
        ]
        head = [self.say(one) for one in ("symbol", "languages", "document_title")]
        return (table(head, [(symbol, codes, title) for symbol, title, codes in rows]),) if rows else ()

    def _electorate(self) -> tuple[Row, ...]:
        held = _object(self.record.parts["electorate"])
        by_role: dict[str, list[str]] = {}
        for one in map(_object, _list(held.get("participants"))):
            by_role.setdefault(str(one.get("role")), []).append(self.name(one.get("id")))
        return tuple(
            names(f"{word(self.language, 'conference_role', role)} ({len(those)})", those)
            for role, those in by_role.items()
        )

    def _checking(self) -> tuple[Row, ...]:
        fingerprint = self.checked.fingerprint
        told = print_fingerprint(fingerprint) if fingerprint else "—"
        unproven = ("conference_record.unproven_keys", *NOT_PROVEN)
        return (
            text(self.say("check_how", file=apart(f"{self.record.name}.json"))),
            pair(self.say("record_digest"), self.digest),
            pair(self.say("fingerprint"), told),
            text(self.say("not_proven")),
            *(text(translated(self.language, code), kind="item") for code in unproven),
        )


def _object(value: object) -> Mapping[str, Json]:
    return value if isinstance(value, dict) else {}


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _moment(value: Json) -> str:
    return apart(f"{parse_moment(str(value)):%Y-%m-%d %H:%M} UTC") if value else "—"


def _time(value: Json) -> str:
    return apart(f"{parse_moment(str(value)):%H:%M:%S}") if value else "—"
