# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The library of laws in words and tables, for the terminal."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from longbien.cli.tables import facts, table
from longbien.core.law.provisions.provision import Provision
from longbien.core.law.versions.dating import Standing
from longbien.core.law.versions.facts import Note
from longbien.texts import sentence

if TYPE_CHECKING:
    from longbien.actions.law.library.laws import LawShown, Text
    from longbien.actions.law.library.search import LawHits

STANDINGS: Final = {
    Standing.IN_FORCE: "in force",
    Standing.NOT_YET: "not yet in force",
    Standing.NO_DAY: "no day fixed",
    Standing.BILL: "bill",
    Standing.REPLACED: "replaced",
    Standing.ENDED: "ended",
    Standing.CORRECTED: "corrected",
}
_AROUND: Final = 80
"""Characters shown before and after the first words that were found."""


def note_words(notes: Iterable[Note]) -> list[str]:
    """Say what reading noticed, one line each."""
    return [sentence(one.code, **{"place": one.place, **dict(one.values)}) for one in notes]


def laws_words(found: Sequence["LawShown"]) -> str:
    """Lay out the list of laws."""
    if not found:
        return "No law is kept here that fits."
    head = ("law", "title", "kind", "language", "in force", "versions")
    rows = [
        (one.ref, one.title, one.kind, one.language, ", ".join(one.holding) or "-", str(len(one.versions)))
        for one in found
    ]
    return table(head, rows)


def law_words(law: "LawShown") -> str:
    """Lay out one law with its versions and what is to be known of them."""
    head = ("version", "stands", "from", "until", "language", "text", "provisions", "source")
    rows = [
        (
            one.label,
            STANDINGS[one.standing],
            _day(one.in_force_from),
            _day(one.in_force_until),
            one.language,
            one.translation,
            str(one.count),
            one.source,
        )
        for one in law.versions
    ]
    first = facts([("law", law.ref), ("title", law.title), ("kind", law.kind), ("on", law.day.isoformat())])
    warned = [
        "! " + sentence(one.code, label=one.label, day=one.day.isoformat() if one.day else "-")
        for one in law.warnings
    ]
    return "\n".join((first, "", table(head, rows), *warned))


def text_words(text: "Text", chosen: Sequence[Provision]) -> str:
    """Write provisions of a version below what is said of it."""
    one = text.version
    lines = [
        facts(
            [
                ("version", f"{one.ref} ({STANDINGS[one.standing]} on {text.law.day.isoformat()})"),
                ("title", text.law.title),
                ("holds", f"{_day(one.in_force_from)} to {_day(one.in_force_until)}"),
                ("text as of", _day(one.text_as_of) if one.text_as_of else ""),
                ("text", f"{one.language}, {one.translation}"),
                ("source", f"{one.source} {one.source_url}".strip()),
                ("SHA-256", one.digest),
            ]
        )
    ]
    path: tuple[str, ...] = ()
    for provision in chosen:
        if provision.path != path:
            path = provision.path
            lines += ["", " / ".join(path)]
        lines += [
            "",
            facts([(provision.number or provision.id, provision.heading or " "), (" ", provision.text)]),
        ]
    return "\n".join(lines)


def hits_words(found: "LawHits") -> str:
    """Lay out what a search found, the words between brackets."""
    if not found.hits:
        where = f"No provision in {_counted(found.versions, 'version')} has these words."
        return (
            f"{where} Other versions have {_counted(found.elsewhere, 'such provision')}: --every."
            if found.elsewhere
            else where
        )
    head = ("provision", "heading", "text")
    rows = [
        (f"{one.version} {one.number or one.provision}", one.heading, _around(one.text, one.text_spans))
        for one in found.hits
    ]
    count = f"{'At least ' if found.more else ''}{_counted(found.total, 'provision')} in {_counted(found.versions, 'version')}"
    return f"{table(head, rows)}\n{count}"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _around(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Show what stands around the first words that were found."""
    if not spans:
        return text[: 2 * _AROUND] + ("…" if len(text) > 2 * _AROUND else "")
    start, end = max(0, spans[0][0] - _AROUND), min(len(text), spans[0][1] + _AROUND)
    shown, place = "…" if start else "", start
    for first, last in spans:
        if last > end:
            break
        shown, place = f"{shown}{text[place:first]}[{text[first:last]}]", last
    return shown + text[place:end] + ("…" if end < len(text) else "")


def _day(day: date | None) -> str:
    return day.isoformat() if day else "-"
