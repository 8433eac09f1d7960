# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The record and a press report as words for a terminal."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from longbien.cli.tables import facts, table
from longbien.core.base.vocabulary import vocabulary
from longbien.core.treaty.press.dates import RELATIVE, YEAR_OF_REPORT
from longbien.core.treaty.press.events import Counted
from longbien.core.treaty.press.reading import Proposal, Reading
from longbien.core.treaty.record.entries import Entry, Number

CONFIDENCE: Final[Mapping[str, str]] = {
    "high": "confirmed",
    "medium": "to be confirmed",
    "low": "to be confirmed, weakly sourced",
}
"""How sure we are of an entry, in words."""
_RESTS_ON: Final[Mapping[str, str]] = {
    YEAR_OF_REPORT: " (the year is that of the report)",
    RELATIVE: " (counted from the day of the report)",
}
_PUBLISHED_FROM: Final[Mapping[str, str]] = {
    "given": "as given",
    "markup": "from the page's markup",
    "page": "from the page's text",
    "file-name": "from the file's name",
}
_LEFT_OUT: Final[Mapping[str, str]] = {
    "template": "unfilled template",
    "markup": "furniture by the page's markup",
    "links": "links",
    "marker": "page furniture",
    "caption": "caption",
    "byline": "byline",
    "date-line": "line with the date",
    "tags": "tags",
    "no-sentence": "no sentence",
    "repeated": "repeated",
    "truncated": "breaks off",
    "related": "other news, after their heading",
    "after-end": "after the end of the article",
    "off-topic": "not about the Convention",
    "before": "before the article",
    "too-long": "too long for a paragraph",
    "title": "title",
    "list-of-news": "other news, by their shape",
}
_SHOWN: Final = 70


def list_words(entries: Sequence[Entry]) -> str:
    """Lay entries out in a table, and below it what its signs mean."""
    rows = [
        (str(entry.when), _kind(entry.kind), entry.place, entry.title + _signs(entry), entry.entry_id)
        for entry in entries
    ]
    if not rows:
        return "There is no entry."
    shown = "".join(_signs(entry) for entry in entries)
    legend = [text for sign, text in _LEGEND if sign in shown]
    return "\n\n".join((table(("When", "Kind", "Place", "What", "Entry"), rows), *legend))


_LEGEND: Final = (
    ("?", "?  to be confirmed"),
    ("≠", "≠  sources disagree: longbien treaty record show ENTRY"),
    ("†", "†  withdrawn by a correction"),
)


def entry_words(entry: Entry) -> str:
    """Show one entry with everything that is said about it, and by whom."""
    withdrawn, excerpt = entry.withdrawn, entry.excerpt
    pairs = [
        ("Entry", entry.entry_id),
        ("When", str(entry.when) + (" (planned)" if entry.planned else "")),
        ("What", f"{_kind(entry.kind)}: {entry.title}"),
        ("Where", entry.place),
        ("Who", "; ".join(entry.who)),
        ("Text", entry.text),
        *(
            (
                "Number",
                f"{_number(number)}, says {number.said_by}" + (f" ({number.note})" if number.note else ""),
            )
            for number in entry.numbers
        ),
        *(("Disagrees", f"{claim.says}, say {'; '.join(claim.said_by)}") for claim in entry.claims),
        ("Confidence", CONFIDENCE[entry.confidence]),
        *(("Source", f"{source.ref} ({source.confidence})") for source in entry.sources),
    ]
    if excerpt is not None:
        pairs += [("Report", f"{excerpt.file}, SHA-256 {excerpt.sha256}"), ("Sentence", excerpt.sentence)]
    if withdrawn is not None:
        instead = f"; instead: {withdrawn.replaced_by}" if withdrawn.replaced_by else ""
        pairs.append(("Withdrawn", f"{withdrawn.day}: {withdrawn.reason} ({withdrawn.source}){instead}"))
    return facts(pairs)


def reading_words(reading: Reading, *, everything: bool) -> str:
    """Show what a press report suggests, what it gets wrong, and how much of its page was left out."""
    published = (
        f"{reading.published}, {_PUBLISHED_FROM[reading.published_from]}"
        if reading.published
        else "not known: dates without a year were left alone"
    )
    head = facts(
        [
            ("Report", f"{reading.file}, SHA-256 {reading.sha256}"),
            ("Title", reading.title),
            ("Publisher", reading.publisher or "not known"),
            ("Published", published),
            ("Language", reading.language),
            ("Article", f"{reading.paragraphs} paragraphs"),
            ("Left out", _left_out(reading)),
        ]
    )
    blocks = [head]
    if not reading.about:
        blocks.append("The article does not name the Convention: nothing is suggested.")
    elif not reading.proposals:
        blocks.append("Nothing dated was found in the article.")
    blocks += [_proposal(one) for one in reading.proposals]
    blocks += [
        facts(
            [
                ("Mistake", f"The press often says: {one.says}. The record says: {one.record_says}"),
                ("Sentence", one.sentence),
            ]
        )
        for one in reading.mistakes
    ]
    if everything and reading.left_out:
        blocks.append(
            table(
                ("Left out because", "Text"),
                ((_LEFT_OUT[one.reason], one.text[:_SHOWN]) for one in reading.left_out),
            )
        )
    new = [one.number for one in reading.proposals if not one.known_as]
    if new:
        numbers = ",".join(map(str, new))
        blocks.append(
            f"These are suggestions; nothing is stored. To accept: longbien treaty record read {reading.file} --accept {numbers}"
        )
    return "\n\n".join(blocks)


def _proposal(one: Proposal) -> str:
    event = one.event
    because = f"“{event.date_text}”{_RESTS_ON.get(event.rests_on, '')}" + (
        f", “{event.cue}”" if event.cue else ""
    )
    return facts(
        [
            (
                f"{one.number}  Suggestion",
                str(event.when) + (" (ahead of the report)" if one.planned else ""),
            ),
            ("What", _kind(event.kind)),
            ("Where", event.place),
            ("Who", "; ".join(event.who)),
            ("Numbers", "; ".join(_number(number) for number in event.numbers)),
            *(("Sentence", sentence) for sentence in event.sentences),
            ("Because of", because),
            ("Known", f"already in the record: {one.known_as}" if one.known_as else "new"),
        ]
    )


def _left_out(reading: Reading) -> str:
    counts = Counter(one.reason for one in reading.left_out)
    return "; ".join(f"{_LEFT_OUT[reason]}: {count}" for reason, count in sorted(counts.items()))


def _number(number: Number | Counted) -> str:
    label = vocabulary("RECORD-COUNT").label_of(number.counts)
    hedge = "" if number.qualifier == "exactly" else number.qualifier.replace("-", " ") + " "
    return f"{label}: {hedge}{number.value}"


def _kind(kind: str) -> str:
    return vocabulary("RECORD-KIND").label_of(kind)


def _signs(entry: Entry) -> str:
    signs = ("?" if entry.confidence != "high" else "") + ("≠" if entry.disputed else "")
    signs += "†" if entry.withdrawn is not None else ""
    return f" {signs}" if signs else ""


def accepted_words(entries: Iterable[Entry]) -> str:
    """Say what was stored."""
    return "\n".join(f"In the record as {entry.entry_id}: {entry.title}" for entry in entries)
