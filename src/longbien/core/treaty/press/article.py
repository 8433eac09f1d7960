# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The article of a page, and everything else on it with the reason why it was left out.

Nothing here was made for one publisher. What counts: whether a block is a sentence, breaks off, is repeated, is mostly links, is called
furniture by the page's markup, begins as headings of other news or bylines do in that trade (`data/record/press`), and
whether it speaks of the Convention. When in doubt a block is left out: an entry that is missed can be typed, an entry from
a teaser would be an entry from another event.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from longbien.core.treaty.press.blocks import Block, Page, is_sentence, is_truncated, words_in
from longbien.core.treaty.press.language import Language, languages, phrase_pattern

REASONS: Final = (
    "template", "markup", "links", "marker", "caption", "byline", "date-line", "tags", "no-sentence", "repeated",
    "truncated", "related", "after-end", "off-topic", "before", "too-long", "title", "list-of-news",
)  # fmt: skip
"""Why a block is not part of the article's text."""
_TEMPLATE: Final = re.compile(
    r"\{\{[^{}]{0,80}\}\}|\{%[^{}]{0,80}%\}|\$\{[^{}]{0,80}\}|\{[A-Za-z_][\w .-]{0,40}\}|<%[^<>]{0,80}%>|\[%[^\]]{0,80}%\]"
)
_SEPARATORS: Final = re.compile(r"\s[|•·»›>/]\s")
_TELEPHONE: Final = re.compile(r"\+?[0-9][0-9 .()-]{7,}[0-9]")
_DATELINE: Final = re.compile(r"\s*\(([^()]{2,20})\)\s*[-\u2013\u2014:]")
_MAX_PARAGRAPH: Final = 12_000
_LONG: Final = 12
"""Words that a paragraph has and furniture seldom."""
_TITLE: Final = range(4, 36)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A block that is no part of the article, and why (`REASONS`)."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article without its page: title, paragraphs, and what was left out.

    `source_line` names its source, `header` is what stands before the text, where a page says when it was published.
    """

    title: str
    paragraphs: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    source_line: str
    dateline: str
    header: tuple[str, ...]


def find_article(page: Page, language: Language) -> Article:
    """Tell the article from its page."""
    blocks = [
        Block(text=_filled(block.text), heading=block.heading, furniture=block.furniture, links=block.links)
        for block in page.blocks
    ]
    reasons = _alone(blocks, page.blocks, language)
    start = _beginning(blocks, reasons, language)
    title_at = _title(blocks, reasons, start)
    source_at = _follow(blocks, reasons, start, language)
    _trim(blocks, reasons, start, language)
    if title_at is not None:
        reasons[title_at] = "title"
    body = [at for at in range(len(blocks)) if reasons[at] == ""]
    first = blocks[body[0]].text if body else ""
    dateline = _DATELINE.match(first)
    return Article(
        title=page.title or (blocks[title_at].text if title_at is not None else ""),
        paragraphs=tuple(blocks[at].text for at in body),
        left_out=tuple(
            LeftOut(text=page.blocks[at].text, reason=reasons[at]) for at in range(len(blocks)) if reasons[at]
        ),
        source_line=blocks[source_at].text if source_at is not None else "",
        dateline=dateline[1].strip() if dateline else "",
        header=tuple(
            page.blocks[at].text
            for at in range(len(blocks))
            if reasons[at] == "date-line"
            or (at < start and reasons[at] not in {"title", "before", "truncated"})
        ),
    )


def on_topic(text: str, language: Language) -> bool:
    """Tell whether a text speaks of the Convention or of cybercrime, in the words of the report's language."""
    return phrase_pattern(language.topic).search(text) is not None


@cache
def markers(name: str) -> re.Pattern[str]:
    """Give the marker `name` of every language as one pattern: a page's furniture is not always in the article's language."""
    return phrase_pattern(tuple(word for one in languages().values() for word in one.markers[name]))


def begins_with(text: str, name: str) -> re.Match[str] | None:
    """Find a marker at the beginning of a block, after signs such as `-` or `»`."""
    return markers(name).match(text, len(text) - len(text.lstrip(" -–—•·»›>#*[(|")))


def _filled(text: str) -> str:
    """Take out the places of a template that nobody filled."""
    return " ".join(_TEMPLATE.sub(" ", text).split())


def _alone(blocks: Sequence[Block], raw: Sequence[Block], language: Language) -> list[str]:
    """Judge each block by itself: a reason to leave it out, or nothing."""
    often = Counter(_folded(block.text) for block in blocks)
    reasons, seen = [], set()
    for block, before in zip(blocks, raw, strict=True):
        folded = _folded(block.text)
        reason = (
            "template" if not re.search(r"\w", block.text) and before.text != block.text else _reason(block)
        )
        if not reason and folded in seen:
            reason = "repeated"
        if reason == "no-sentence" and often[folded] > 1:
            reason = "repeated"
        seen.add(folded)
        reasons.append(reason)
    return reasons


def _reason(block: Block) -> str:
    text = block.text
    words = words_in(text)
    sentence = is_sentence(text)
    if len(text) > _MAX_PARAGRAPH:
        return "too-long"
    if block.furniture:
        return "markup"
    if block.links >= 60:
        return "links"
    if _is_marked(text, "related", 8):
        return "related"
    if _is_marked(text, "tags", 400) and re.match(r"[^\w]*[^:]{0,30}:", text):
        return "tags"
    if _is_caption(text, words):
        return "caption"
    if begins_with(text, "furniture") and (words <= _LONG or not sentence or _TELEPHONE.search(text)):
        return "marker"
    if len(_SEPARATORS.split(text)) >= 4 and not sentence:
        return "links"
    if _is_date_line(text, words):
        return "date-line"
    if not sentence and words <= 8 and begins_with(text, "byline"):
        return "byline"
    if is_truncated(text):
        return "truncated"
    if not sentence or block.heading:
        return "byline" if words <= 5 and text.istitle() else "no-sentence"
    return ""


def _is_marked(text: str, name: str, most_words: int) -> bool:
    """Tell whether a block is a marker, or begins with one and a colon."""
    found = begins_with(text, name)
    if found is None:
        return False
    rest = text[found.end() :].strip(" .:»›>-–—…")
    return not rest or (
        text[found.end() :].lstrip().startswith(":") and words_in(rest) <= max(most_words, 40)
    )


def _is_caption(text: str, words: int) -> bool:
    """Tell whether a block describes a picture: begins with the word, or ends with who took it."""
    found = begins_with(text, "caption")
    if found is not None and (words <= 4 or re.match(r"\s*[:.(©0-9]", text[found.end() :])):
        return True
    credit = re.search(r"(?:^|[.\s(\[])(\w[\w ]{0,20}):\s*[^:.]{2,60}[.)\]]?$", text)
    return credit is not None and words <= 60 and markers("caption").fullmatch(credit[1].strip()) is not None


def _is_date_line(text: str, words: int) -> bool:
    """Tell whether a block is hardly more than a day and an hour."""
    figures = len(re.findall(r"[0-9٠-٩]+", text))
    if words > 12 or is_sentence(text) or not figures:
        return False
    return begins_with(text, "published") is not None or (
        figures >= 3 and re.search(r"(?:19|20)[0-9]{2}|[0-9]{1,2}:[0-9]{2}", text) is not None
    )


def _beginning(blocks: Sequence[Block], reasons: Sequence[str], language: Language) -> int:
    """Find the block with which the text begins: the first paragraph that speaks of the Convention, or one right before it."""
    for at, block in enumerate(blocks):
        if not reasons[at] and words_in(block.text) >= _LONG and on_topic(block.text, language):
            start = at
            while start and not reasons[start - 1] and words_in(blocks[start - 1].text) >= _LONG:
                start -= 1
            return start
    return len(blocks)


def _title(blocks: Sequence[Block], reasons: list[str], start: int) -> int | None:
    """Find the title: the nearest block before the text that has the length of one; what else stands there is no text."""
    found = None
    for at in range(min(start, len(blocks)) - 1, -1, -1):
        is_title = reasons[at] in {"no-sentence", "repeated"} and words_in(blocks[at].text) in _TITLE
        if found is None and is_title:
            found = at
        elif not reasons[at]:
            reasons[at] = "before"
    return found


def _follow(blocks: Sequence[Block], reasons: list[str], start: int, language: Language) -> int | None:
    """Go through the text: other news after their heading, everything after the line that names the source."""
    in_related = False
    paragraphs = 0
    for at in range(start, len(blocks)):
        text = blocks[at].text
        if reasons[at] == "related":
            in_related = in_related or _is_heading(text)
            continue
        if paragraphs >= 2 and _is_source(text, at, blocks, language):
            for after in range(at + 1, len(blocks)):
                reasons[after] = reasons[after] or "after-end"
            reasons[at] = "after-end"
            return at
        if reasons[at]:
            continue
        if in_related and not _resumes(blocks, reasons, at, language):
            reasons[at] = "related"
            continue
        in_related = False
        paragraphs += 1
    return None


def _is_heading(text: str) -> bool:
    """Tell a heading of other news from a single hint in one line (`Read also: …`)."""
    found = begins_with(text, "related")
    return found is None or not text[found.end() :].strip(" .:»›>-–—…")


def _is_source(text: str, at: int, blocks: Sequence[Block], language: Language) -> bool:
    """Tell whether a short line names the article's source."""
    found = begins_with(text, "end")
    if found is None or words_in(text) > 8:
        return False
    rest = text[found.end() :].strip(" :.()")
    return bool(rest) and (not is_sentence(text) or text.lstrip().startswith("("))


def _resumes(blocks: Sequence[Block], reasons: Sequence[str], at: int, language: Language) -> bool:
    """Tell whether the article goes on after other news: two full paragraphs of it in a row, no title before them."""

    def full(place: int) -> bool:
        if place >= len(blocks) or reasons[place]:
            return False
        return (
            on_topic(blocks[place].text, language)
            and len(re.findall(r"[.!?。！？؟](?:\s|$)", blocks[place].text)) >= 2
        )

    titled = (
        reasons[at - 1] in {"no-sentence", "repeated", "links"}
        and at - 1 > 0
        and words_in(blocks[at - 1].text) >= 4
    )
    return full(at) and full(at + 1) and not titled


def _trim(blocks: Sequence[Block], reasons: list[str], start: int, language: Language) -> None:
    """Take other news off the end: what does not speak of the Convention, and titles each with one paragraph."""
    body = [at for at in range(start, len(blocks)) if not reasons[at]]
    while len(body) > 1 and not on_topic(blocks[body[-1]].text, language):
        reasons[body.pop()] = "off-topic"
    pairs: list[int] = []
    for at in reversed(body[1:]):
        above = blocks[at - 1]
        alone = at + 1 >= len(blocks) or bool(reasons[at + 1]) or at + 1 in pairs
        if (
            reasons[at - 1] not in {"no-sentence", "repeated", "links"}
            or words_in(above.text) < 4
            or not alone
        ):
            break
        pairs.append(at)
    repeats = [
        at
        for at in pairs
        if reasons[at - 1] == "repeated" or _repeats(blocks[at - 1].text, blocks[at].text, language)
    ]
    if len(pairs) > 1 or repeats:
        for at in pairs:
            reasons[at] = "list-of-news"


def _repeats(title: str, text: str, language: Language) -> bool:
    """Tell whether a paragraph says its title's words again, as the summary of other news does."""
    names = _content(title, language)
    return len(names) >= 3 and 2 * len(names & _content(text, language)) > len(names)


def _content(text: str, language: Language) -> frozenset[str]:
    words = re.findall(r"\w+", text.lower())
    return frozenset(word for word in words if len(word) > 2 and word not in language.stop)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def count_reasons(article: Article) -> Mapping[str, int]:
    """Count what was left out, by reason."""
    return Counter(one.reason for one in article.left_out)
