# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty status import`: a page of the depositary; shows what would change, and with --apply brings it in by two officers."""

from datetime import datetime
from pathlib import Path
from typing import Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.inputs import MOMENT, examples, read_file, sign_in_options
from longbien.cli.tables import facts, table
from longbien.cli.treaty.known import known, signed_in
from longbien.core.treaty.depositary.pages import MAX_PAGE
from longbien.core.treaty.depositary.preview import MAX_MAPPING, PageGiven, PageSeen, look_at_page
from longbien.core.treaty.status.events import Event
from longbien.texts import sentence


@click.command(
    "import",
    epilog=examples(
        'longbien treaty status import XVIII-16.en.xml --source "UN Treaty Collection, XVIII-16"',
        "longbien treaty status import page.csv --source … --as-at 2026-12-01 --apply --as nga",
    ),
)
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option(
    "--source", required=True, help="Where the page comes from, as it shall be named beside each event."
)
@click.option(
    "--mapping",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Another mapping of headings, marks and dates.",
)
@click.option(
    "--as-at", "moment", type=MOMENT, help="The day up to which the page is right, if it does not say so."
)
@click.option(
    "--apply", "apply_it", is_flag=True, help="Propose the page, or apply what another officer proposed."
)
@sign_in_options(required=False)
@json_option
def import_page(
    *,
    file: Path,
    source: str,
    mapping: Path | None,
    moment: datetime | None,
    apply_it: bool,
    username: str | None,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """Read the depositary's page in FILE (XML, HTML or CSV) and show what it would change; two officers --apply it."""
    given = PageGiven(
        data=read_file(file, MAX_PAGE),
        mapping=read_file(mapping, MAX_MAPPING) if mapping is not None else None,
        source=source,
        day=moment.date() if moment is not None else None,
    )
    if not apply_it:
        seen = look_at_page(known().events, given)
        answer(
            seen, lambda: _seen(seen) + "\n\nNothing was stored. Add --apply to propose it.", as_json=as_json
        )
        return
    actor = signed_in(username, password_file)
    from longbien.actions.node import current_node  # app ready
    from longbien.actions.treaty.status_page import take_page  # app ready

    taken = take_page(node=current_node(), actor=actor, given=given)
    said = (
        f"Applied by {taken.applied_by}; proposed by {taken.proposed_by}."
        if taken.applied
        else f"Proposed by {taken.proposed_by}. Another treaty officer applies it with the same command."
    )
    answer(taken, lambda: f"{_seen(taken.seen)}\n\n{said}", as_json=as_json)


def _seen(seen: PageSeen) -> str:
    reading = seen.reading
    pairs = [
        ("Page", f"{reading.form.upper()}, SHA-256 {seen.digest}"),
        ("Right up to", seen.day.isoformat()),
        ("Events", str(len(reading.events))),
        (
            "End notes and other sections",
            ", ".join(f"{part.heading} ({len(part.lines)})" for part in reading.sections),
        ),
    ]
    rows = [(change.party, _event(change.before), _event(change.after)) for change in seen.changes]
    blocks = [facts(pairs)]
    blocks.append(table(("", "Known until now", "After this page"), rows) if rows else "It changes nothing.")
    if reading.aside:
        head = ("Row", "Set aside, no event", "Why")
        blocks.append(table(head, [(one.row, one.text[:300], sentence(one.code)) for one in reading.aside]))
    return "\n\n".join(blocks)


def _event(event: Event | None) -> str:
    if event is None:
        return "-"
    about = f" (to {', '.join(event.articles)})" if event.articles else ""
    when = event.day.isoformat() if event.exact else f"by {event.day.isoformat()}"
    return f"{event.kind.value} {when}{about}"


COMMANDS: Final = (import_page,)
