# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Convention's articles, duties and search hits in words for a terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Final

from longbien.cli.tables import WIDTH, facts, plain, table, wrapped
from longbien.core.treaty.provisions.convention import convention
from longbien.core.treaty.provisions.digest import ArticleDigest, DutyDigest
from longbien.texts import word

if TYPE_CHECKING:
    from longbien.core.treaty.finding.search import Hit, Match

_LANGUAGE: Final = "en"
_RELATIVES: Final = {
    "budapest": "Convention on Cybercrime (ETS 185)",
    "untoc": "UN Convention against Transnational Organized Crime",
    "uncac": "UN Convention against Corruption",
    "other": "Other",
}
_AROUND: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """An article of an official text that the node has loaded."""

    language: str
    title: str
    text: str
    source: str
    as_of: date


def article(digest: ArticleDigest, official: Sequence[Official], language: str | None) -> str:
    """Write an article: official texts first, then the paraphrases, each with its mark."""
    working = digest.titles.get(language or "")
    parts = [
        f"Article {digest.number}. {digest.title}",
        f"Chapter {digest.chapter}. {digest.chapter_title}",
        f"{working} ({_word('text', 'title')})" if working else "",
    ]
    blocks = ["\n".join(part for part in parts if part), *(_official(one) for one in official)]
    head = ("", "what", "who", "force", "how sure")
    rows = [
        (
            one.cite_short,
            one.duty.text,
            _word("actor", one.duty.actor),
            one.duty.nuance or _word("modality", one.duty.modality),
            _word("standing", one.standing),
        )
        for one in digest.duties
    ]
    blocks.append(f"{_word('text', 'paraphrase')}:\n\n{table(head, rows)}")
    about = [
        ("How sure", f"{digest.confidence}: {convention().confidence[digest.confidence]}"),
        ("Checked against", "; ".join(digest.checked)),
        ("Note", digest.note or ""),
        *((_RELATIVES[name], ", ".join(places)) for name, places in digest.relatives.items()),
        ("Referred to by", ", ".join(digest.referred_by)),
        ("Carried out by", ", ".join(_word("desk", name) for name in digest.desks)),
    ]
    return "\n\n".join((*blocks, facts(about)))


def duties(digests: Sequence[DutyDigest]) -> str:
    """Write one duty, or those of a group, with all that they carry."""
    return "\n\n".join((_word("text", "paraphrase") + ":", *(_duty(one) for one in digests)))


def hits(found: Sequence["Hit"]) -> str:
    """Write what a search found, with the words around the first match."""
    if not found:
        return "Nothing was found."
    source = convention()
    rows = []
    for hit in found:
        if hit.whole:
            known = source.article(int(hit.provision))
            rows.append((f"Article {hit.provision}", known.title, _place(hit)))
        else:
            duty = source.duty(hit.provision)
            mark = _word("standing", source.standing(duty))
            rows.append((duty.cite_short, duty.text, f"{_place(hit)} ({mark})".strip()))
    return table(("", "article title or paraphrase", "found in"), rows)


def _duty(one: DutyDigest) -> str:
    duty = one.duty
    pairs = [
        (one.cite, duty.text),
        ("How sure", _word("standing", one.standing)),
        ("Force", duty.nuance or _word("modality", duty.modality)),
        ("Who", _word("actor", duty.actor) + (f" ({duty.actor_note})" if duty.actor_note else "")),
        ("Kind", _word("kind", duty.kind)),
        ("Term", duty.term or ""),
        ("In a request", _word("required", duty.required) if duty.required else ""),
        ("For a request under", duty.required_for or ""),
        ("May be varied", duty.option or ""),
        ("Never a ground to refuse", (duty.prohibited_ground or "").replace("_", " ")),
        *_carried(one),
        *((name.replace("_", " "), "; ".join(values)) for name, values in duty.facts.items()),
        ("Marks", ", ".join(mark.replace("_", " ") for mark in duty.marks)),
        ("Note", duty.note or ""),
        ("See", ", ".join(duty.see)),
        ("Referred to by", ", ".join(one.referred_by)),
        ("Carried out by", ", ".join(_word("desk", name) for name in one.desks)),
    ]
    return facts(pairs)


def _carried(one: DutyDigest) -> Iterator[tuple[str, str]]:
    """Give the clauses that a duty carries, each in a line of names and values."""
    duty = one.duty
    for name, value in (
        ("Elements", duty.elements),
        ("Threshold", duty.threshold),
        ("Deadline", duty.deadline),
        ("Notice", duty.notice),
        ("Register", duty.register),
        ("Reservation clause", duty.reservation),
    ):
        if value is not None:
            yield name, described(value)
    for ground in duty.grounds:
        yield "Ground to refuse", described(ground)
    for component in duty.components:
        yield "Part", described(component)


def described(value: object) -> str:
    """Describe a clause: the names and values that it has."""
    if not hasattr(value, "__dataclass_fields__"):
        return str(value).replace("_", " ")
    pairs = ((item.name.replace("_", " "), _value(getattr(value, item.name))) for item in fields(value))  # type: ignore[arg-type]
    return "; ".join(f"{name}: {text}" for name, text in pairs if text)


def _value(value: object) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, Enum):
        return str(value.value).replace("_", " ")
    if isinstance(value, tuple):
        return ", ".join(_value(item) for item in value)
    if isinstance(value, str | int | date):
        return str(value)
    return f"({described(value)})"


def _official(one: Official) -> str:
    title = f"{_word('text', 'official')} ({one.language}; {one.source}, as of {one.as_of.isoformat()}):"
    lines = wrapped(plain(f"{one.title}\n{one.text}", lines=True), WIDTH)
    return "\n".join((title, "", *lines))


def _place(hit: "Hit") -> str:
    return _excerpt(hit.matches[0]) if hit.matches else ""


def _excerpt(match: "Match") -> str:
    """Give the words around the first match, on one line."""
    start, end = match.spans[0]
    before, after = max(0, start - _AROUND // 2), min(len(match.text), end + _AROUND)
    text = " ".join(match.text[before:after].split())
    return f"{match.language}: {'…' if before else ''}{text}{'…' if after < len(match.text) else ''}"


def _word(table_name: str, code: str) -> str:
    return word(_LANGUAGE, f"treaty_{table_name}", code)
