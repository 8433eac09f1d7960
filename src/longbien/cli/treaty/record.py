# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty record`: what happened to the Convention and on whose word; press reports read; entries added and withdrawn."""

import os
from datetime import date, datetime
from pathlib import Path
from typing import Final

import click

from longbien.cli.answers import answer
from longbien.cli.awake import wake_up
from longbien.cli.inputs import MOMENT, examples, read_file, sign_in_options
from longbien.cli.treaty.record_value import entry_value, reading_value, record_value
from longbien.cli.treaty.record_words import accepted_words, entry_words, list_words, reading_words
from longbien.cli.treaty.shapes import format_options
from longbien.core.base.datafile import Source
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.vocabulary import vocabulary
from longbien.core.treaty.press.reading import Reading, read_report
from longbien.core.treaty.press.source import MAX_BYTES
from longbien.core.treaty.record.entries import CONFIDENCES, Entry, parse_number, record, select, upcoming
from longbien.core.treaty.record.when import parse_when

_DEFAULT_CONFIDENCE: Final = "medium"


class RecordGroup(click.Group):
    """The group of the record's commands: without the name of one of them, it lists."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `list` in front of anything that names no command."""
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group(
    "record",
    cls=RecordGroup,
    epilog=examples(
        "longbien treaty record",
        "longbien treaty record --from 2024-01-01 --to 2024-12-31 --kind session",
        "longbien treaty record show count-hanoi",
        "longbien treaty record read report.txt",
    ),
)
def group() -> None:
    """Tell what happened to the Convention, when, and on whose word; read press reports; add and withdraw entries."""


def _known() -> tuple[Entry, ...]:
    """Give the node's record, or where there is no node the one that ships with the software."""
    if not os.environ.get("LONGBIEN_HOME"):
        return record()
    wake_up()
    from longbien.actions.treaty.record import whole_record  # app ready

    return whole_record()


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment is not None else None


@group.command("list")
@click.option("--from", "since", type=MOMENT, default=None, help="The first day.")
@click.option("--to", "until", type=MOMENT, default=None, help="The last day.")
@click.option(
    "--kind", type=click.Choice(list(vocabulary("RECORD-KIND").codes)), default=None, help="Only this kind."
)
@format_options
def show_list(*, since: datetime | None, until: datetime | None, kind: str | None, as_json: bool) -> None:
    """List the entries, or those of a span of days or of a kind."""
    found = select(_known(), since=_day(since), until=_day(until), kind=kind or "")
    answer(record_value(found), lambda: list_words(found), as_json=as_json)


@group.command("show")
@click.argument("entry")
@format_options
def show_one(*, entry: str, as_json: bool) -> None:
    """Show one ENTRY with its numbers, sources, disagreements and corrections."""
    found = next((one for one in _known() if one.entry_id == entry), None)
    if found is None:
        raise RefusedError("treaty.record_unknown", entry=entry[:64])
    answer(entry_value(found), lambda: entry_words(found), as_json=as_json)


@group.command("upcoming")
@click.option("--on", "moment", type=MOMENT, default=None, help="The day (otherwise today).")
@format_options
def show_upcoming(*, moment: datetime | None, as_json: bool) -> None:
    """List meetings and last days that lie ahead."""
    day = _day(moment) or date.today()  # noqa: DTZ011 # a day on this machine's calendar
    found = upcoming(day, _known())
    answer(record_value(found), lambda: list_words(found), as_json=as_json)


@group.command(
    "read",
    epilog=examples(
        "longbien treaty record read report.txt",
        "longbien treaty record read page.html --published 2026-01-28 --left-out",
        "longbien treaty record read report.txt --accept 1,3 --as treaty-1",
    ),
)
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option(
    "--published", type=MOMENT, default=None, help="The day of the report, if its page does not say."
)
@click.option("--publisher", default="", help="Who published it, if its page does not say.")
@click.option(
    "--language", default="", help="Its language, if it is not found out: ar, en, es, fr, ru, vi, zh."
)
@click.option("--left-out", is_flag=True, help="Show also what was left out, and why.")
@click.option("--accept", default="", help="Numbers of suggestions that you accept, such as 1,3.")
@click.option("--confidence", type=click.Choice(CONFIDENCES), default=_DEFAULT_CONFIDENCE, show_default=True)
@sign_in_options(required=False)
@format_options
def read(*, file: Path, left_out: bool, accept: str, as_json: bool, **given: object) -> None:
    """Read a press report FILE (text or HTML) and suggest dated entries, each with the sentence it came from."""
    numbers = _numbers(accept)
    reading = _read(file, given)
    if not numbers:
        answer(reading_value(reading), lambda: reading_words(reading, everything=left_out), as_json=as_json)
        return
    username, password_file, confidence = given["username"], given["password_file"], given["confidence"]
    if not isinstance(username, str) or not isinstance(password_file, Path | None):
        raise UsageError("treaty.record_sign_in")
    wake_up()
    from longbien.actions.node import current_node  # app ready
    from longbien.actions.treaty.record import accept_proposals  # app ready
    from longbien.cli.acting import officer  # app ready

    actor = officer(username, password_file)
    added = accept_proposals(
        node=current_node(), actor=actor, reading=reading, numbers=numbers, confidence=str(confidence)
    )
    answer(reading_value(reading, added), lambda: accepted_words(added), as_json=as_json)


@group.command(
    "add",
    epilog=examples(
        'longbien treaty record add --when 2026-12-01/2026-12-03 --kind meeting --title "Seminar" --place Vienna '
        '--source "UNODC, press release of 20 Nov 2026" --as treaty-1'
    ),
)
@click.option("--when", required=True, help="A day, days (2025-10-25/2025-10-26), a month, a year, …")
@click.option("--kind", required=True, type=click.Choice(list(vocabulary("RECORD-KIND").codes)))
@click.option("--title", required=True, help="What happened, in one line.")
@click.option("--text", default="", help="More of it.")
@click.option("--place", default="", help="Where.")
@click.option("--who", multiple=True, help="Who; may be given several times.")
@click.option(
    "--number", "numbers", multiple=True, help="What is counted and how many: states=72, states=about:110."
)
@click.option(
    "--source",
    "sources",
    multiple=True,
    required=True,
    help="Who says so, and where; may be given several times.",
)
@click.option("--confidence", type=click.Choice(CONFIDENCES), default=_DEFAULT_CONFIDENCE, show_default=True)
@click.option("--planned", is_flag=True, help="Announced, not yet seen to happen.")
@sign_in_options(required=True)
@format_options
def add(*, username: str, password_file: Path | None, as_json: bool, **given: object) -> None:
    """Add an entry with its source."""
    entry = _entry(given)
    wake_up()
    from longbien.actions.node import current_node  # app ready
    from longbien.actions.treaty.record import add_entry  # app ready
    from longbien.cli.acting import officer  # app ready

    added = add_entry(node=current_node(), actor=officer(username, password_file), entry=entry)
    answer(entry_value(added), lambda: accepted_words((added,)), as_json=as_json)


@group.command(
    "withdraw",
    epilog=examples(
        'longbien treaty record withdraw 2026-12-01-meeting --reason "Put off" --source "UNODC, 25 Nov 2026" --as treaty-1'
    ),
)
@click.argument("entry")
@click.option("--reason", required=True, help="Why it no longer counts.")
@click.option("--source", required=True, help="Who says so, and where.")
@click.option("--replaced-by", default="", help="The entry that takes its place.")
@sign_in_options(required=True)
@format_options
def withdraw(
    *,
    entry: str,
    reason: str,
    source: str,
    replaced_by: str,
    username: str,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """Withdraw an ENTRY by a correction dated today; it stays in the record."""
    wake_up()
    from longbien.actions.node import current_node  # app ready
    from longbien.actions.treaty.record import Correction, withdraw_entry  # app ready
    from longbien.cli.acting import officer  # app ready

    found = withdraw_entry(
        node=current_node(),
        actor=officer(username, password_file),
        entry=entry,
        correction=Correction(reason=reason, source=source, replaced_by=replaced_by),
    )
    answer(entry_value(found), lambda: entry_words(found), as_json=as_json)


def _read(file: Path, given: dict[str, object]) -> Reading:
    published = given["published"]
    return read_report(
        read_file(file, MAX_BYTES),
        file=file.name,
        entries=_known(),
        published=published.date() if isinstance(published, datetime) else None,
        publisher=str(given["publisher"])[:120],
        code=str(given["language"]),
    )


def _numbers(text: str) -> tuple[int, ...]:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if any(not (part.isascii() and part.isdigit()) or len(part) > 4 for part in parts):
        raise UsageError("treaty.press_numbers", value=text[:40])
    return tuple(map(int, parts))


def _entry(given: dict[str, object]) -> Entry:
    """Make an entry of a command's options; who says a number is the first source."""
    sources = tuple(map(str.strip, _texts(given["sources"])))
    confidence = str(given["confidence"])
    numbers = [parse_number(text) for text in _texts(given["numbers"])]
    return Entry(
        entry_id="",
        when=parse_when(str(given["when"])),
        kind=str(given["kind"]),
        title=str(given["title"]).strip(),
        text=str(given["text"]).strip(),
        place=str(given["place"]).strip(),
        who=_texts(given["who"]),
        numbers=tuple(
            type(one)(counts=one.counts, value=one.value, qualifier=one.qualifier, said_by=sources[0] or "-")
            for one in numbers
        ),
        claims=(),
        sources=tuple(Source(ref=source, confidence=confidence) for source in sources),
        confidence=confidence,
        planned=bool(given["planned"]),
        own=True,
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()


COMMANDS: Final = (group,)
