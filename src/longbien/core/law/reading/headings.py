# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the headings of provisions stand: behind the number, in the next line, in the line before, or nowhere. The law's majority decides.

A heading is never guessed for one provision alone: a line that could be one is taken if most provisions of the law have one there.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from longbien.core.law.reading.marks import (
    LONGEST_HEADING,
    Mark,
    ends_sentence,
    is_enumerated,
    is_heading_like,
)

_MOST: Final = 0.6
_HALF: Final = 0.5
_FEW_TAILS: Final = 3
_SHORT: Final = 160
_BRACKETED: Final = re.compile(r"^[(（【\[［]([^()（）【】\[\]]{2,150})[)）】\]］]\s*")
_DASHED: Final = re.compile(r"^(.{3,200}?)\s*[.:]?\s*[—–―]\s*(?=\(\d|\(\w\)|[^\W\d_])", re.DOTALL)
_PARAGRAPH: Final = re.compile(r"^([^.;:]{3,160}?)[.\s]*\s(?=\((?:1|١|a|i)\)\s)", re.DOTALL)
_GLUED: Final = re.compile(r"^(.*[.;!?。؛॥։])[ \t\u3000]*([^.;!?。؛\n]{3,120})$", re.DOTALL)


@dataclass(slots=True)
class Draft:
    """A provision that is being cut: its mark, its path, its heading and the lines of its text."""

    mark: Mark
    path: tuple[str, ...]
    annex: bool = False
    headed: bool = False
    """Whether the line with the number is a heading in the file's own form."""
    heading: str = ""
    lines: list[str] = field(default_factory=list)
    styled: list[bool] = field(default_factory=list)
    ends: bool = False
    """Whether a part or chapter follows directly behind: then no heading of the next provision stands at its end."""

    @property
    def is_gap(self) -> bool:
        """Tell whether this is text before the first provision of a law or part, and no provision."""
        return not self.mark.number


def settle(drafts: Sequence[Draft], *, where: str = "") -> int:
    """Give every draft its heading; `where`: same, after, before or none, if a recipe says so. Give how many were glued to what came before."""
    way = where or _way(drafts, [one for one in drafts if not one.is_gap])
    glued = 0
    for one in drafts:
        if one.is_gap:
            continue
        if way in {"none", "before"}:
            _put(one, one.mark.rest)
        elif not _take_same(one, way) and way == "after":
            _take_after(one)
    if way == "before":
        bracketed = _bracketed(drafts)
        for at in range(len(drafts) - 1):
            glued += _take_before(drafts[at], drafts[at + 1], bracketed=bracketed)
    return glued


def _bracketed(drafts: Sequence[Draft]) -> bool:
    """Tell whether the headings before the numbers mostly stand in brackets, as in Japan: then such a line is one, whatever is before it."""
    tails = [found[1].strip() for one in drafts[:-1] if not one.ends and (found := _tail(one))]
    return len(tails) >= _FEW_TAILS and sum(_is_bracketed(one) for one in tails) >= _MOST * len(tails)


def _is_bracketed(line: str) -> bool:
    found = _BRACKETED.match(line)
    return found is not None and found.end() == len(line)


def _way(every: Sequence[Draft], drafts: Sequence[Draft]) -> str:
    """Vote."""
    count = len(drafts)
    same = sum(_same(one)[0] != "" for one in drafts)
    alone = [one for one in drafts if not one.mark.rest]
    after = sum(_is_after(one) for one in alone)
    if same >= _MOST * count:
        return "same"
    if len(alone) >= _HALF * count and after >= _MOST * len(alone):
        return "after"
    if not drafts:
        return "none"
    before = sum(_tail(one) is not None for one in every[:-1] if not one.ends)
    possible = sum(not one.ends for one in every[:-1])
    if possible >= 2 and before >= _MOST * possible:
        return "before"
    return "same" if same >= _HALF * count else "own"


def _same(one: Draft) -> tuple[str, str]:
    """Give heading and first text out of what stands behind the number; no heading if it is none."""
    rest = one.mark.rest
    for shape in (_BRACKETED, _DASHED, _PARAGRAPH):
        found = shape.match(rest)
        if found and len(found[1]) <= LONGEST_HEADING and not rest.startswith("(1"):
            return found[1].strip(" .*_"), rest[found.end() :]
    plain = rest.strip("*_ ")
    if one.headed and one.lines and is_heading_like(plain.rstrip(" .:")):
        return plain.rstrip(" .:"), ""
    if is_heading_like(plain) and one.lines:
        return plain, ""
    is_first = bool(one.lines) and (is_enumerated(one.lines[0]) or one.lines[0][:1] == "(")
    if is_first and len(plain) <= _SHORT and is_heading_like(plain.rstrip(".")):
        return plain, ""
    return "", rest


def _take_same(one: Draft, way: str) -> bool:
    heading, first = _same(one)
    if not heading and way == "same" and not one.lines and is_heading_like(one.mark.rest):
        heading, first = one.mark.rest, ""
    if heading and way == "own" and _BRACKETED.match(one.mark.rest) is None and not _has_text(one, first):
        heading, first = "", one.mark.rest
    one.heading = heading
    _put(one, first)
    return bool(heading or first)


def _has_text(one: Draft, first: str) -> bool:
    return bool(first) or (bool(one.lines) and not is_small_first(one.lines[0]))


def is_small_first(text: str) -> bool:
    """Tell whether a line goes on in small letters."""
    return text.lstrip()[:1].islower()


def _put(one: Draft, first: str) -> None:
    if first.strip():
        one.lines.insert(0, first.strip())
        one.styled.insert(0, False)


def _is_after(one: Draft) -> bool:
    return (
        len(one.lines) >= 2
        and is_heading_like(one.lines[0])
        and len(one.lines[0]) <= LONGEST_HEADING
        and not is_small_first(one.lines[1])
    )


def _take_after(one: Draft) -> None:
    if _is_after(one) or (one.lines and one.styled[0]):
        one.heading = one.lines.pop(0).strip()
        one.styled.pop(0)


def _tail(one: Draft) -> tuple[int, str] | None:
    """Give what could be the next provision's heading at the end of this one: where it begins in its last line, and what it says."""
    if one.is_gap and one.lines and is_heading_like(one.lines[-1]) and len(one.lines[-1]) <= _SHORT:
        return 0, one.lines[-1]
    if not one.lines or (len(one.lines) == 1 and not one.mark.rest):
        found = _GLUED.match(one.lines[0]) if one.lines else None
        return (found.start(2), found[2]) if found and is_heading_like(found[2]) else None
    last = one.lines[-1]
    before = one.lines[-2] if len(one.lines) > 1 else one.mark.rest
    if is_heading_like(last) and len(last) <= _SHORT and (ends_sentence(before) or one.styled[-1]):
        return 0, last
    found = _GLUED.match(last)
    return (found.start(2), found[2]) if found and is_heading_like(found[2]) else None


def _take_before(one: Draft, following: Draft, *, bracketed: bool) -> int:
    """Move the heading at the end of a provision to the one that follows; give 1 if it ran together with the text."""
    found = None if one.ends else _tail(one)
    if found is None and bracketed and not one.ends and one.lines and _is_bracketed(one.lines[-1].strip()):
        found = 0, one.lines[-1]
    if found is None:
        return 0
    start, heading = found
    following.heading = heading.strip()
    if start:
        one.lines[-1] = one.lines[-1][:start].rstrip()
        return 1
    one.lines.pop()
    one.styled.pop()
    return 0
