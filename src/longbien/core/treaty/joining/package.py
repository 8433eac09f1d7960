# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The papers of joining as values: note verbale, full powers, instrument, annexes; in one language or in two side by side.

What is printed is made here, from the State's answers and the model wording; `longbien.bridge` only sets it (PDF, DOCX).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from longbien.core.base.errors import UsageError
from longbien.core.treaty.joining.annexes import Line, Notice, notices
from longbien.core.treaty.joining.answers import Answers
from longbien.core.treaty.joining.checklist import ADOPTED, THREE, Position, acceding
from longbien.core.treaty.joining.checks import check
from longbien.core.treaty.joining.flaws import Flaw, NotReadyError, flaw, stops
from longbien.core.treaty.joining.form import form
from longbien.core.treaty.joining.statements import NO_CLAUSE
from longbien.core.treaty.joining.wording import GAP, Wording, isolated, wording
from longbien.core.treaty.provisions.citation import ProvisionId, cite_short

MOST_LANGUAGES: Final = 2
PAPERS: Final = (
    "note",
    "powers-signature",
    "powers-instrument",
    "instrument",
    "notices",
    "declarations",
    "reservations",
)
"""The papers in the order in which they lie in the envelope."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a paper: the same in each language. `kind`: text, centred, place, label, item, line (to sign on)."""

    kind: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper: its id (`PAPERS`), its title and its rows."""

    id: str
    titles: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """All papers. `marks` stand on every page: that the wording is a model, that it is a draft, that it is an exercise."""

    languages: tuple[str, ...]
    rtl: tuple[bool, ...]
    title: str
    made_on: date
    exercise: tuple[str, ...]
    draft: tuple[str, ...]
    marks: tuple[str, ...]
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What writing a paper needs."""

    answers: Answers
    position: Position
    words: tuple[Wording, ...]

    def each(self, make: Callable[[Wording], str], kind: str = "text") -> Row:
        texts = (make(one) for one in self.words)
        return Row(kind=kind, texts=tuple(text[:1].upper() + text[1:] for text in texts))

    def said(self, path: str, word: Wording) -> str:
        """Give an answer in a language, or one that is not asked by language."""
        written = self.answers.get(f"{path}.{word.language}")
        return written or isolated(self.answers.get(path), word) or GAP

    def convention(self, word: Wording) -> str:
        written = self.answers.get(f"instrument.title.{word.language}")
        return written or word.title.text

    def state(self, word: Wording) -> str:
        return self.said("state.name", word)


def package(
    answers: Answers, position: Position, *, languages: tuple[str, ...], exercise: bool, draft: bool = False
) -> Package:
    """Make the papers. NotReadyError with every stop, unless `draft`: then each page says that it is one, and gaps are dotted lines.

    UsageError `joining.languages` (one or two different ones), `joining.language_unknown`.
    """
    if not 1 <= len(set(languages)) == len(languages) <= MOST_LANGUAGES:
        raise UsageError("joining.languages", most=MOST_LANGUAGES)
    words = tuple(wording(code) for code in languages)
    found = stops((*check(answers, position), *check_languages(answers, languages)))
    if found and not draft:
        raise NotReadyError(found)
    desk = _Desk(answers=answers, position=position, words=words)
    annexes = (_notices(desk), *_statements(desk))
    papers = (*_powers(desk), _instrument(desk, reserved=len(annexes) > 1), *annexes)
    return Package(
        languages=languages,
        rtl=tuple(word.rtl for word in words),
        title=f"{_title(papers)} – {desk.state(words[0])}",
        made_on=position.today,
        exercise=tuple(word.text("exercise") for word in words) if exercise else (),
        draft=tuple(word.text("draft") for word in words) if draft else (),
        marks=tuple(_mark(word) for word in words),
        papers=(_note(desk, papers), *papers),
    )


def check_languages(answers: Answers, languages: tuple[str, ...]) -> tuple[Flaw, ...]:
    """Give a flaw for each text that is there in some language but not in one of the package's."""
    stems = {path.rpartition(".")[0] for path in answers.values if _by_language(path)}
    return tuple(
        flaw("joining.text_missing", f"{stem}.{code}", language=code)
        for stem in sorted(stems)
        for code in languages
        if stem != "instrument.title" and not answers.get(f"{stem}.{code}")
    )


def _by_language(path: str) -> bool:
    question = form().find(path)
    return question is not None and question.by_language


def _title(papers: tuple[Paper, ...]) -> str:
    return next(paper.titles[0] for paper in papers if paper.id == "instrument")


def _mark(word: Wording) -> str:
    if word.reviewed:
        return word.text("mark")
    return f"{word.text('mark')} ({word.text('mark_unreviewed')})"


def _note(desk: _Desk, papers: tuple[Paper, ...]) -> Paper:
    answers = desk.answers
    rows = [
        desk.each(
            lambda word: word.text("note_number", number=isolated(answers.get("deposit.note"), word)), "place"
        ),
        desk.each(lambda word: word.text("note_addressee"), "label"),
        desk.each(
            lambda word: word.text(
                "note_body",
                mission=desk.said("state.mission", word),
                convention=desk.convention(word),
                adopted=word.day(ADOPTED),
            )
        ),
        desk.each(lambda word: word.text("note_enclosed"), "label"),
    ]
    enclosed = [paper for paper in papers if paper.id != "powers-signature"]
    rows += [Row(kind="item", texts=paper.titles) for paper in enclosed]
    rows += [
        desk.each(lambda word: word.text("note_request")),
        desk.each(lambda word: word.text("note_closing", mission=desk.said("state.mission", word))),
        desk.each(lambda word: word.day(answers.day("deposit.note-day")), "place"),
        desk.each(lambda word: word.text("seal"), "line"),
    ]
    return _paper(desk, "note", "note_title", rows)


def _powers(desk: _Desk) -> list[Paper]:
    found = []
    signing = desk.position.signed is None and not acceding(desk.position, desk.answers)
    for step, key in (("signature", "powers_signature"), ("instrument", "powers_instrument")):
        office = desk.answers.get(f"{step}.signatory.office")
        if (step == "signature" and not signing) or not office or office in THREE:
            continue
        found.append(_paper(desk, f"powers-{step}", "powers_title", _powers_rows(desk, step, key)))
    return found


def _powers_rows(desk: _Desk, step: str, key: str) -> list[Row]:
    def body(word: Wording) -> str:
        return word.text(
            key,
            giver=desk.said(f"{step}.powers.name", word),
            giver_title=desk.said(f"{step}.powers.title", word),
            person=desk.said(f"{step}.signatory.name", word),
            person_title=desk.said(f"{step}.signatory.title", word),
            convention=desk.convention(word),
            state=desk.state(word),
        )

    return [
        desk.each(body),
        *_signed_at(desk, f"{step}.powers.place", f"{step}.powers.day", f"{step}.powers"),
    ]


def _instrument(desk: _Desk, *, reserved: bool) -> Paper:
    answers = desk.answers
    kind = answers.get("instrument.kind") or (
        "accession" if acceding(desk.position, answers) else "ratification"
    )
    signed = answers.day("signature.day") or desk.position.signed
    rows = [
        desk.each(
            lambda word: word.text("adopted", convention=desk.convention(word), adopted=word.day(ADOPTED))
        )
    ]
    if signed is not None:
        rows.append(desk.each(lambda word: word.text("signed", state=desk.state(word), day=word.day(signed))))
    if answers.day("approval.day") is not None:
        rows.append(
            desk.each(
                lambda word: word.text(
                    "approved",
                    body=desk.said("approval.body", word),
                    day=word.day(answers.day("approval.day")),
                )
            )
        )

    def act(word: Wording) -> str:
        return word.text(
            f"{kind}_act",
            person=answers.get("instrument.signatory.name"),
            person_title=desk.said("instrument.signatory.title", word),
            state=desk.state(word),
        )

    rows.append(desk.each(act))
    if desk.position.organisation:
        rows += _competence(desk)
    if reserved:
        rows.append(desk.each(lambda word: word.text("annexed")))
    rows += _signed_at(desk, "instrument.place", "instrument.day", "instrument.signatory")
    return _paper(desk, "instrument", f"{kind}_title", rows)


def _competence(desk: _Desk) -> list[Row]:
    duty = ProvisionId("64.4" if acceding(desk.position, desk.answers) else "64.3")

    def intro(word: Wording) -> str:
        return word.text("competence", provision=_article(word, cite_short(duty)), state=desk.state(word))

    return [
        desk.each(lambda word: word.text("competence_title"), "label"),
        desk.each(intro),
        desk.each(lambda word: desk.said("competence.extent", word)),
    ]


def _signed_at(desk: _Desk, place: str, day: str, person: str) -> list[Row]:
    def at_on(word: Wording) -> str:
        return word.text("at_on", place=desk.said(place, word), day=word.day(desk.answers.day(day)))

    def who(word: Wording) -> str:
        return f"{desk.said(f'{person}.name', word)}\n{desk.said(f'{person}.title', word)}"

    return [
        desk.each(at_on, "place"),
        desk.each(lambda word: f"{word.text('signature')}  {word.text('seal')}", "line"),
        desk.each(who, "centred"),
    ]


def _notices(desk: _Desk) -> Paper:
    rows = [desk.each(lambda word: word.text("notices_intro", state=desk.state(word)))]
    for notice in notices(desk.answers):
        rows += _notice(desk, notice)
    return _paper(desk, "notices", "notices_title", rows)


def _notice(desk: _Desk, notice: Notice) -> list[Row]:
    def intro(word: Wording) -> str:
        values = {name: make(word) for name, make in notice.values.items()}
        return word.text(notice.key, state=desk.state(word), **values)

    def line(one: Line) -> Row:
        return desk.each(one.said, "item" if one.label else "text")

    provision = cite_short(ProvisionId(notice.duty))
    return [
        desk.each(lambda word: _article(word, provision), "label"),
        desk.each(intro),
        *(line(one) for one in notice.lines),
    ]


def _statements(desk: _Desk) -> list[Paper]:
    return [
        _paper(desk, f"{step}s", f"{step}s_title", _statement_rows(desk, step))
        for step in ("declaration", "reservation")
        if desk.answers.numbers(step)
    ]


def _statement_rows(desk: _Desk, step: str) -> list[Row]:
    rows = [desk.each(lambda word: word.text(f"{step}s_intro", state=desk.state(word)))]
    for number in desk.answers.numbers(step):
        rows += _statement(desk, f"{step}.{number}")
    return rows


def _statement(desk: _Desk, path: str) -> list[Row]:
    return [
        desk.each(lambda word: _about(desk, path, word), "label"),
        desk.each(lambda word: desk.said(f"{path}.text", word)),
    ]


def _about(desk: _Desk, path: str, word: Wording) -> str:
    """Name what a statement is about, and the clause under which a reservation is made."""
    number = path.rpartition(".")[2]
    to = [cite_short(ProvisionId(one)) for one in desk.answers.items(f"{path}.to")]
    about = f"{number}. " + (_article(word, ", ".join(to)) if to else "")
    clause = desk.answers.get(f"{path}.clause")
    if not clause or clause == NO_CLAUSE:
        return about.strip()
    under = _article(word, cite_short(ProvisionId(clause)))
    return f"{about} ({word.text('reservation_under', provision=under)})"


def _article(word: Wording, provision: str) -> str:
    return word.text("article", provision=isolated(provision, word))


def _paper(desk: _Desk, paper_id: str, key: str, rows: list[Row]) -> Paper:
    return Paper(id=paper_id, titles=tuple(word.text(key) for word in desk.words), rows=tuple(rows))
