# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""HTML as blocks: text between block elements, the share of it that is a link, and what the page calls furniture itself.

Nothing is fetched, no script is run, no entity but HTML's own is expanded. Broken markup is read as browsers would, roughly.
"""

import re
from datetime import date
from html.parser import HTMLParser
from typing import Final

from longbien.core.base.errors import MalformedError
from longbien.core.treaty.press.blocks import Block, Page, check_size
from longbien.core.treaty.record.entries import parse_day

_SILENT: Final = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "object", "select", "head"}
)
_FURNITURE: Final = frozenset(
    {"nav", "footer", "aside", "form", "button", "menu", "dialog", "figcaption", "figure"}
)
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BREAKS: Final = (
    frozenset(
        {"p", "div", "li", "ul", "ol", "br", "hr", "tr", "td", "th", "table", "section", "article", "main"}
    )
    | frozenset({"header", "blockquote", "pre", "dl", "dt", "dd", "body", "html", "address", "time"})
    | _FURNITURE
    | _HEADINGS
)
_VOID: Final = frozenset(
    {
        "br",
        "hr",
        "img",
        "input",
        "meta",
        "link",
        "source",
        "wbr",
        "col",
        "area",
        "base",
        "embed",
        "param",
        "track",
    }
)
_NAMES: Final = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|breadcrumbs?|share|sharing|social|related|relate|recommend(?:ed|ations?)?|sidebar|promo|teasers?|"
    r"comments?|footer|newsletter|subscribe|cookies?|ads?|advert(?:isement)?|banner|tags?|most-?read|popular|trending|"
    r"byline|author|caption|lien-?quan|more-?news|read-?more|see-?also)(?:$|[\s_-])"
)
_PUBLISHED: Final = frozenset(
    {"article:published_time", "datepublished", "date", "dc.date", "dcterms.date", "pubdate", "publishdate"}
)
_MAX_DEPTH: Final = 400
_MAX_TAG: Final = 20_000


def looks_like_markup(text: str) -> bool:
    """Tell whether a text is HTML: its beginning names an element of a page."""
    return (
        re.search(r"<(?:!doctype html|html|head|body|article|div|p|h1|meta)[\s>/]", text[:4000].lower())
        is not None
    )


def read_markup(text: str) -> Page:
    """Read a page; MalformedError `treaty.press_too_long` if it is no report, `treaty.press_markup` if it nests without end."""
    reader = _Reader()
    try:
        reader.feed(_whole_tags(_without_comments(text)))
        reader.close()
    except (AssertionError, ValueError, RecursionError) as error:
        raise MalformedError("treaty.press_markup") from error
    reader.flush()
    blocks = tuple(reader.blocks)
    check_size(len(blocks), sum(len(block.text) for block in blocks))
    return Page(
        blocks=blocks,
        title=(reader.said.get("og:title") or reader.title).strip()[:400],
        published=_day(reader.said.get("published", "")),
        publisher=reader.said.get("og:site_name", "")[:120],
        language=reader.said.get("lang", "")[:2].lower(),
    )


def _without_comments(text: str) -> str:
    """Take comments out; one that is never closed hides the rest, as in a browser."""
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0:
        kept.append(text[at:start])
        end = text.find("-->", start + 4)
        if end < 0:
            return "".join(kept)
        at = end + 3
    return "".join((*kept, text[at:]))


def _whole_tags(text: str) -> str:
    """Turn each `<` that begins no whole tag into text: what is never closed would be searched for again and again."""
    parts = text.split("<")
    kept = [parts[0]]
    for part in parts[1:]:
        begins = part[:1].isalpha() or part[:1] in {"/", "!", "?"}
        kept.append(("<" if begins and part.find(">", 0, _MAX_TAG) > 0 else "&lt;") + part)
    return "".join(kept)


def _day(text: str) -> date | None:
    try:
        return parse_day(text.strip()[:10])
    except MalformedError:
        return None


class _Reader(HTMLParser):
    """Gathers blocks. Elements that the page calls furniture, by name or class, mark everything in them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.said: dict[str, str] = {}
        self.title = ""
        self._stack: list[tuple[str, bool, bool]] = []
        self._text: list[str] = []
        self._linked = 0
        self._seen = 0
        self._heading = False
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._note(tag, given)
        if tag in _BREAKS:
            self.flush()
            self._heading = tag in _HEADINGS
        if tag in _VOID:
            return
        if tag == "title":
            self._in_title = True
        if len(self._stack) >= _MAX_DEPTH:
            raise MalformedError("treaty.press_markup")
        names = f"{given.get('class', '')} {given.get('id', '')} {given.get('role', '')}".lower()
        hidden = "hidden" in given or given.get("aria-hidden") == "true"
        furniture = tag in _FURNITURE or (
            tag not in {"body", "html", "main", "article"} and bool(_NAMES.search(names))
        )
        self._stack.append((tag, tag in _SILENT or hidden, furniture))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKS:
            self.flush()
        if tag == "title":
            self._in_title = False
        for depth in range(len(self._stack) - 1, -1, -1):
            if self._stack[depth][0] == tag:
                del self._stack[depth:]
                return

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data[:400]
            return
        if any(silent for _tag, silent, _furniture in self._stack):
            return
        self._text.append(data)
        self._seen += len(data.strip())
        if any(tag == "a" for tag, _silent, _furniture in self._stack):
            self._linked += len(data.strip())

    def flush(self) -> None:
        """End the block that is being gathered."""
        text = " ".join("".join(self._text).split())
        if text:
            self.blocks.append(
                Block(
                    text=text,
                    heading=self._heading,
                    furniture=any(furniture for _tag, _silent, furniture in self._stack),
                    links=100 * self._linked // max(self._seen, 1),
                )
            )
            check_size(len(self.blocks), 0)
        self._text.clear()
        self._linked = self._seen = 0
        self._heading = False

    def _note(self, tag: str, given: dict[str, str]) -> None:
        """Keep what the page says of itself; the first word stands."""
        if tag == "html" and given.get("lang"):
            self.said.setdefault("lang", given["lang"])
        if tag == "time" and given.get("datetime"):
            self.said.setdefault("published", given["datetime"])
        if tag == "meta":
            name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
            if name in _PUBLISHED:
                self.said["published"] = given.get("content", "")
            elif name in {"og:title", "og:site_name"}:
                self.said.setdefault(name, given.get("content", ""))
