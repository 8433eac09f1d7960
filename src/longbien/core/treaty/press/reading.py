# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A press report read: what it says happened, when, where, who and how many, as suggestions for a person to accept.

    reading = read_report(data, file="report.txt", entries=record())
    reading.proposals[0].when, .kind, .sentences, .because

No model, no chance: the same file gives the same suggestions. Nothing is stored here, and nothing is taken from what is not the
article (`longbien.core.treaty.press.article`). Each suggestion says on which words it rests, whether the record knows it
already, and a report that repeats a known mistake is told so.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from longbien.core.base.datafile import Source
from longbien.core.base.errors import MalformedError
from longbien.core.treaty.press.article import Article, LeftOut, begins_with, find_article
from longbien.core.treaty.press.blocks import Page
from longbien.core.treaty.press.dates import STATED, find_dates
from longbien.core.treaty.press.events import Event, Told, same_family, told
from longbien.core.treaty.press.language import Language, language, languages, phrase_pattern
from longbien.core.treaty.press.names import KnownError, known_errors
from longbien.core.treaty.press.source import read_page
from longbien.core.treaty.record.entries import Entry, parse_day
from longbien.core.treaty.record.when import DAY, MONTH, MONTHS, PERIOD, YEAR

_EXACTNESS: Final = {DAY: 0, PERIOD: 0, MONTH: 1, MONTHS: 2, YEAR: 3}
_DAY_IN_NAME: Final = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})(?![0-9])")
_SHORT: Final = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A suggested entry. `known_as` is the id of the entry that the record has of it already ("": none).

    `planned`: the report appeared before it happened. On which words it rests say `event.date_text`, `event.rests_on`, `event.cue`.
    """

    number: int
    event: Event
    title: str
    planned: bool
    known_as: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PressMistake:
    """A sentence that repeats a known mistake: what the press often says, what the record says, and on whose word."""

    error_id: str
    sentence: str
    says: str
    record_says: str
    entry: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A report read. `published_from`: `given`, `markup`, `page`, `file-name` or nothing. `about` tells whether it names the Convention."""

    file: str
    sha256: str
    language: str
    title: str
    publisher: str
    published: date | None
    published_from: str
    about: bool
    proposals: tuple[Proposal, ...]
    mistakes: tuple[PressMistake, ...]
    paragraphs: int
    left_out: tuple[LeftOut, ...]


def read_report(
    data: bytes,
    *,
    file: str,
    entries: Iterable[Entry],
    published: date | None = None,
    publisher: str = "",
    code: str = "",
) -> Reading:
    """Read a report of plain text or HTML; `published`, `publisher` and the language's `code` overrule what the page says.

    MalformedError `treaty.press_*` for bytes that are no report; UsageError `treaty.press_language`.
    """
    page = read_page(data)
    spoken = language(code) if code else _language(page)
    article = find_article(page, spoken)
    appeared, appeared_from = _published(page, article, spoken, file, published)
    about = _is_about(article, spoken)
    said = (
        [one for text in article.paragraphs for one in told(text, spoken, published=appeared)]
        if about
        else []
    )
    return Reading(
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        language=spoken.code,
        title=article.title,
        publisher=publisher or _publisher(page, article),
        published=appeared,
        published_from=appeared_from,
        about=about,
        proposals=_proposals(said, tuple(entries), appeared),
        mistakes=_mistakes(said),
        paragraphs=len(article.paragraphs),
        left_out=article.left_out,
    )


def shortened(sentence: str) -> str:
    """Give a sentence, or its beginning if it is long, as a title."""
    if len(sentence) <= _SHORT:
        return sentence
    cut = sentence[:_SHORT].rsplit(" ", 1)[0].rstrip(" ,;:،，")
    return f"{cut}…"


def _is_about(article: Article, spoken: Language) -> bool:
    """Tell whether the article names the Convention, in its own language's words."""
    whole = " ".join((article.title, *article.paragraphs))
    return phrase_pattern(spoken.subject).search(whole) is not None


def _language(page: Page) -> Language:
    """Tell the language: by the page's own word, else by the small words that its text is full of."""
    if page.language in languages():
        return language(page.language)
    text = " ".join(block.text for block in page.blocks)[:60_000].lower()
    words = re.findall(r"[^\W\d_]+", text)
    wide = len(re.findall("[\u3400-\u9fff]", text))
    if wide * 4 > len(text):
        return language("zh")
    scores = {code: sum(word in one.stop for word in words) for code, one in languages().items()}
    return language(max(sorted(scores), key=lambda code: (scores[code], code == "en")))


def _published(
    page: Page, article: Article, spoken: Language, file: str, given: date | None
) -> tuple[date | None, str]:
    if given is not None:
        return given, "given"
    if page.published is not None:
        return page.published, "markup"
    for text in sorted(article.header, key=lambda text: begins_with(text, "published") is None):
        days = [
            one for one in find_dates(text, spoken) if one.when.precision == DAY and one.rests_on == STATED
        ]
        if days:
            return days[0].when.first, "page"
    named = _DAY_IN_NAME.search(file)
    if named is not None:
        try:
            return parse_day(named[1]), "file-name"
        except MalformedError:
            pass
    return None, ""


def _publisher(page: Page, article: Article) -> str:
    if page.publisher:
        return page.publisher
    found = begins_with(article.source_line, "end")
    if found is not None:
        return article.source_line[found.end() :].strip(" :.()")[:120]
    return article.dateline


def _proposals(said: Sequence[Told], entries: Sequence[Entry], appeared: date | None) -> tuple[Proposal, ...]:
    merged: list[Event] = []
    for event in (event for one in said for event in one.events):
        at = next((at for at, other in enumerate(merged) if _same(event, other)), None)
        if at is None:
            merged.append(event)
        else:
            merged[at] = _together(merged[at], event)
    return tuple(
        Proposal(
            number=number,
            event=_placed(event, merged),
            title=shortened(event.sentences[0]),
            planned=appeared is not None and event.when.first > appeared,
            known_as=_known_as(event, entries),
        )
        for number, event in enumerate(merged, 1)
    )


def _same(one: Event, other: Event) -> bool:
    """Tell whether two sentences tell one event: of a kind, on days that can be the same, in no two places."""
    return (
        same_family(one.kind, other.kind)
        and one.when.meets(other.when)
        and (not one.place or not other.place or one.place == other.place)
    )


def _together(one: Event, other: Event) -> Event:
    """Join two tellings; the more exact day stands, with the sentence that gave it first."""
    if _EXACTNESS[other.when.precision] < _EXACTNESS[one.when.precision]:
        one, other = other, one
    return replace(
        one,
        place=one.place or other.place,
        who=tuple(dict.fromkeys((*one.who, *other.who))),
        numbers=tuple(dict.fromkeys((*one.numbers, *other.numbers))),
        sentences=tuple(dict.fromkeys((*one.sentences, *other.sentences))),
    )


def _placed(event: Event, others: Sequence[Event]) -> Event:
    """Give an event beside a session the session's place, where its own sentence names none."""
    if event.place or not event.framed:
        return event
    around = [
        one for one in others if one.place and one.when.precision == PERIOD and one.when.meets(event.when)
    ]
    return replace(event, place=around[0].place) if around else event


def _known_as(event: Event, entries: Sequence[Entry]) -> str:
    """Find the record's entry on the same event: of its kind first, then of its family; a negotiation begins with its resolution."""
    near = [
        entry
        for entry in entries
        if entry.withdrawn is None
        and entry.when.meets(event.when)
        and (not entry.place or not event.place or entry.place == event.place)
        and (entry.kind == event.kind or same_family(entry.kind, event.kind) or _begins(entry, event))
        and (not entry.own or entry.when == event.when)
    ]
    near.sort(key=lambda entry: (entry.when != event.when, entry.kind != event.kind, entry.kind == "count"))
    return near[0].entry_id if near else ""


def _begins(entry: Entry, event: Event) -> bool:
    return event.kind == "negotiation" and event.when.precision == YEAR and entry.kind == "resolution"


def _mistakes(said: Sequence[Told]) -> tuple[PressMistake, ...]:
    return tuple(
        PressMistake(
            error_id=error.error_id,
            sentence=one.text,
            says=error.says,
            record_says=error.record_says,
            entry=error.entry,
            sources=error.sources,
        )
        for one in said
        for error in known_errors()
        if _repeats(one, error)
    )


def _repeats(one: Told, error: KnownError) -> bool:
    """Tell whether every condition of the row holds in the sentence."""
    if (error.kinds or error.days) and not any(_is_told(event, error) for event in one.events):
        return False
    if error.values and not any(
        number.counts == error.counts and number.value in error.values for number in one.numbers
    ):
        return False
    return all(phrase_pattern(words).search(one.text) is not None for words in error.words)


def _is_told(event: Event, error: KnownError) -> bool:
    return (not error.kinds or event.kind in error.kinds) and (
        not error.days
        or (event.when.precision in {DAY, PERIOD} and any(event.when.meets(day) for day in error.days))
    )
