# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty status history` and `notes`: how the node came to know, and what is said but is no event."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.inputs import examples, sign_in_options
from longbien.cli.tables import facts, table
from longbien.cli.treaty.known import signed_in
from longbien.core.base.datafile import Source
from longbien.core.base.moments import print_moment
from longbien.core.treaty.status.events import Report, seed

if TYPE_CHECKING:
    from longbien.actions.treaty.status_history import EntryKept, PageKept, StatusHistory


@click.command("history", epilog=examples("longbien treaty status history --as nga"))
@sign_in_options(required=False)
@json_option
def history(*, username: str | None, password_file: Path | None, as_json: bool) -> None:
    """Show which pages of the depositary were brought in, by whom, and which events were entered or struck out."""
    actor = signed_in(username, password_file)
    from longbien.actions.treaty.status_history import status_history  # app ready

    found = status_history(actor=actor)
    answer(found, lambda: _words(found), as_json=as_json)


def _words(found: "StatusHistory") -> str:
    pages = table(
        ("Right up to", "Events", "Proposed", "Applied", "Source, SHA-256"), map(_page, found.pages)
    )
    entries = table(("Event", "Entered", "Struck out"), map(_entry, found.entries))
    blocks = [*((pages,) if found.pages else ()), *((entries,) if found.entries else ())]
    return "\n\n".join(blocks) or "Nothing was brought in or entered: the seed counts."


def _page(row: "PageKept") -> tuple[str, str, str, str, str]:
    applied = (
        f"{row.applied_by} {print_moment(row.applied_at)}" if row.applied_at else "waits for another officer"
    )
    proposed = f"{row.proposed_by} {print_moment(row.proposed_at)}"
    return row.day.isoformat(), str(row.events), proposed, applied, f"{row.source}, {row.digest}"


def _entry(row: "EntryKept") -> tuple[str, str, str]:
    struck = f"{row.struck_by} {print_moment(row.struck_at)}: {row.why}" if row.struck_at else ""
    name = f"{row.event} (in place of {row.replaces})" if row.replaces else row.event
    return name, f"{row.entered_by} {print_moment(row.entered_at)}", struck


@click.command("notes", epilog=examples("longbien treaty status notes"))
@json_option
def notes(*, as_json: bool) -> None:
    """Show what is said and doubted: claims that are no events, and the counts that sources have given."""
    found = seed()
    value = {"notes": found.notes, "reports": found.reports}
    blocks = [facts([(note.id, note.says), *_sources(note.sources)]) for note in found.notes]
    blocks += [facts([(one.day.isoformat(), _count(one)), *_sources(one.sources)]) for one in found.reports]
    answer(value, "\n\n".join(blocks), as_json=as_json)


def _count(report: Report) -> str:
    said = [("signatories", report.signatories), ("parties", report.parties)]
    return ", ".join(f"{number} {name}" for name, number in said if number is not None)


def _sources(found: tuple[Source, ...]) -> list[tuple[str, str]]:
    return [("Source", f"{source.ref} ({source.confidence})") for source in found]


COMMANDS: Final = (history, notes)
