# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The United Nations Convention against Cybercrime as data: 68 articles, each paragraph and item a duty. Paraphrases, not the text.

    convention().article(40).title
    convention().duty("40.15.c").text

The data are read once and refused as a whole for any mistake, with file and line.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final

from longbien.core.base.datafile import mistake, reading
from longbien.core.base.errors import MalformedError, UsageError
from longbien.core.base.fields import Fields
from longbien.core.base.library import Document, data_files, read_data
from longbien.core.base.moments import parse_day
from longbien.core.treaty.provisions.articles import Article, ArticleFile, parse_article
from longbien.core.treaty.provisions.citation import ARTICLES, ProvisionId, ancestors
from longbien.core.treaty.provisions.duties import CONFIDENCE, Duty

SCHEMA: Final = "longbien/convention/1"
CONVENTION: Final = "convention/convention.yaml"
FOLDER: Final = "convention/articles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One of the nine chapters, with its first and last article."""

    number: str
    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """Something the articles were compared with; an `authentic` text speaks for the articles from `first` to `last` only."""

    code: str
    text: str
    authentic: bool
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """The whole Convention. `duties` are in the order of the treaty; `confidence` says what each mark means."""

    short_name: str
    subtitle: str
    also_called: tuple[str, ...]
    adopted: date
    resolution: str
    collection: str
    notes: tuple[str, ...]
    confidence: Mapping[str, str]
    chapters: tuple[Chapter, ...]
    checked: Mapping[str, Checked]
    articles: tuple[Article, ...]
    duties: tuple[Duty, ...] = field(repr=False)
    by_id: Mapping[ProvisionId, Duty] = field(repr=False)

    def article(self, number: int) -> Article:
        """Give an article by its number; UsageError `treaty.article_unknown` if there is none."""
        if not 1 <= number <= len(self.articles):
            raise UsageError("treaty.article_unknown", article=str(number)[:20], last=len(self.articles))
        return self.articles[number - 1]

    def duty(self, provision: str) -> Duty:
        """Give a duty by its id (`40.15.c`); UsageError `treaty.duty_unknown` if there is none."""
        found = self.by_id.get(ProvisionId(provision))
        if found is None:
            raise UsageError("treaty.duty_unknown", duty=provision[:40])
        return found

    def under(self, provision: str) -> tuple[Duty, ...]:
        """Give the duty with this id and all that stand below it: `40.12` gives 40.12.a to 40.12.d, `40` the whole article."""
        below = f"{provision}."
        return tuple(duty for duty in self.duties if duty.id == provision or duty.id.startswith(below))

    def has(self, provision: str) -> bool:
        """Tell whether there is such an article, duty or group of items."""
        return bool(self.under(provision))

    def referring(self, provision: str) -> tuple[Duty, ...]:
        """Give the duties elsewhere that refer to this provision."""
        return tuple(duty for duty in self.duties if provision in duty.see)

    def chapter_of(self, number: int) -> Chapter:
        """Give the chapter of an article."""
        chapter = self.article(number).chapter
        return next(item for item in self.chapters if item.number == chapter)

    def standing(self, duty: Duty) -> str:
        """Say how sure a duty is: `checked` (against an authentic text), `parent`, `unconfirmed` or `uncertain`.

        `high` in the data may rest on an authentic text or only on a parent treaty; a reader must see which.
        """
        if duty.confidence != CONFIDENCE[0]:
            return "uncertain" if duty.confidence == CONFIDENCE[-1] else "unconfirmed"
        texts = (self.checked[code] for code in self.article(duty.article).checked)
        covered = any(text.authentic and text.first <= duty.article <= text.last for text in texts)
        return "checked" if covered else "parent"


@cache
def convention() -> Convention:
    """Give the Convention that ships with the software."""
    return parse_convention(read_data(CONVENTION), [read_data(path) for path in data_files(FOLDER)])


def parse_convention(whole: Document, articles: list[Document]) -> Convention:
    """Put the Convention together; MalformedError with file and line, also for a reference to nothing."""
    files = [parse_article(document) for document in articles]
    with reading(whole, schema=SCHEMA) as fields:
        chapters = _chapters(fields)
        checked = _checked(fields)
        if [file.article.number for file in files] != list(range(1, ARTICLES + 1)):
            raise mistake(fields, "chapters")
        for file in files:
            _check_article(file, chapters, checked)
        duties = _resolved(files)
        return Convention(
            short_name=fields.text("short_name"),
            subtitle=fields.text("subtitle"),
            also_called=fields.texts("also_called"),
            adopted=fields.parsed("adopted", parse_day),
            resolution=fields.text("resolution"),
            collection=fields.text("collection"),
            notes=fields.texts("notes"),
            confidence=_confidence(fields),
            chapters=chapters,
            checked=checked,
            articles=tuple(
                replace(file.article, duties=tuple(duties[duty.id] for duty in file.article.duties))
                for file in files
            ),
            duties=tuple(duties.values()),
            by_id=MappingProxyType(duties),
        )


def _chapters(fields: Fields) -> tuple[Chapter, ...]:
    chapters: list[Chapter] = []

    def one(item: Fields) -> None:
        chapter = Chapter(
            number=item.text("number", pattern=r"[IVX]{1,4}"),
            title=item.text("title"),
            first=item.integer("first", minimum=1, maximum=ARTICLES),
            last=item.integer("last", minimum=1, maximum=ARTICLES),
        )
        if chapter.first != (chapters[-1].last + 1 if chapters else 1) or chapter.last < chapter.first:
            raise mistake(item, "first")
        if chapter.number in {known.number for known in chapters}:
            raise mistake(item, "number")
        chapters.append(chapter)

    fields.objects("chapters", one, min_items=1, max_items=20)
    if chapters[-1].last != ARTICLES:
        raise mistake(fields, "chapters")
    return tuple(chapters)


def _checked(fields: Fields) -> Mapping[str, Checked]:
    found: dict[str, Checked] = {}

    def one(item: Fields) -> None:
        code = item.text("code", pattern=r"[a-z0-9-]{1,40}")
        if code in found:
            raise mistake(item, "code")
        authentic = item.optional("authentic", item.boolean) or False
        found[code] = Checked(
            code=code,
            text=item.text("text"),
            authentic=authentic,
            first=item.integer("first", minimum=1, maximum=ARTICLES) if authentic else 1,
            last=item.integer("last", minimum=1, maximum=ARTICLES) if authentic else ARTICLES,
        )

    fields.objects("sources", one, min_items=1, max_items=50)
    return MappingProxyType(found)


def _confidence(fields: Fields) -> Mapping[str, str]:
    inner = fields.object("confidence")
    found = {mark: inner.text(mark) for mark in CONFIDENCE}
    inner.done()
    return MappingProxyType(found)


def _check_article(file: ArticleFile, chapters: tuple[Chapter, ...], checked: Mapping[str, Checked]) -> None:
    """Refuse an article in the wrong chapter or file, or checked against something unknown."""
    article, document = file.article, file.document
    chapter = next((item for item in chapters if item.first <= article.number <= item.last), None)
    wrong = {
        "number": document.source.rsplit("/", 1)[-1] != f"{article.number:02d}.yaml",
        "chapter": chapter is None or chapter.number != article.chapter,
        "checked": not set(article.checked) <= set(checked),
    }
    for name, found in wrong.items():
        if found:
            raise _mistake(document, "$", name)


def _resolved(files: list[ArticleFile]) -> dict[ProvisionId, Duty]:
    """Give all duties by id, with grounds that refer to others carrying their words; a reference to nothing is refused."""
    duties = {duty.id: duty for file in files for duty in file.article.duties}
    known = {place for name in duties for place in (name, *ancestors(name))}
    for file in files:
        for reference in file.references:
            if reference.to not in known or (
                reference.field == "same_as" and not _own_grounds(duties.get(reference.to))
            ):
                raise _mistake(file.document, reference.where, reference.field)
    words = {name: _own_grounds(duty) for name, duty in duties.items()}
    return {
        name: replace(
            duty,
            grounds=tuple(
                ground if ground.same_as is None else replace(ground, ground=words[ground.same_as])
                for ground in duty.grounds
            ),
        )
        if duty.grounds
        else duty
        for name, duty in duties.items()
    }


def _own_grounds(duty: Duty | None) -> str:
    """Give the words of the grounds that a duty itself sets; nothing if it sets none."""
    if duty is None:
        return ""
    return "; ".join(ground.ground for ground in duty.grounds if ground.same_as is None)


def _mistake(document: Document, where: str, name: str) -> MalformedError:
    return MalformedError(
        "base.data_mistake", place=document.place(where), field=name, mistake="base.field_value"
    )
