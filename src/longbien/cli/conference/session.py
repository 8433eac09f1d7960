# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien conference session`: open a session of the Conference, real or an exercise; list them; show one."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from longbien.cli.answers import EXERCISE, answer, json_option
from longbien.cli.awake import acting_awake, wake_node
from longbien.cli.inputs import MOMENT, examples, read_file
from longbien.cli.tables import facts, table
from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError, UsageError
from longbien.core.base.library import parse_yaml
from longbien.core.conference.rules.load import DEFAULT_PROFILE

if TYPE_CHECKING:
    from longbien.actions.conference.hall.summary import SessionSummary
    from longbien.actions.node import Node
    from longbien.actions.people.sign_in import Officer

_MAX_ROSTER: Final = 1024 * 1024
_ROLES: Final[Mapping[str, str]] = {
    "state_party": "States Parties",
    "reio_party": "Organisations that are Parties",
    "signatory": "Signatories",
    "non_signatory": "Other States",
    "igo_or_entity": "Intergovernmental observers",
    "ngo": "Other observers",
}


@click.group("session")
def session() -> None:
    """Sessions of the Conference of the States Parties: open, list, show."""


def chosen(given: tuple[str, ...]) -> dict[str, str]:
    """Read options of open points, `variant=option` each; UsageError `cli.field_form`."""
    found = {}
    for item in given:
        name, mark, option = item.partition("=")
        if not mark or not name or not option:
            raise UsageError("cli.field_form", field=item[:80])
        found[name] = option
    return found


@session.command(
    "new",
    epilog=examples(
        'longbien conference session new cosp-1 --title "First session" --from 2028-06-05 --to 2028-06-09 --place Hanoi --as duty',
        "longbien conference session new drill-1 --title Drill --from 2026-12-01 --to 2026-12-01 --exercise members --as duty",
    ),
)
@click.argument("name")
@click.option("--title", required=True, help="The title, as it stands on every screen.")
@click.option("--from", "first", type=MOMENT, required=True, help="The first day.")
@click.option("--to", "last", type=MOMENT, required=True, help="The last day.")
@click.option("--place", default="", help="Where it meets.")
@click.option(
    "--profile", default=DEFAULT_PROFILE, show_default=True, help="The rules of procedure to begin with."
)
@click.option(
    "--choose",
    "choices",
    multiple=True,
    help="An option of an open point, variant=option; as often as needed.",
)
@click.option(
    "--exercise",
    "roster",
    default=None,
    help="An exercise with this roster: `members` (every UN Member as if a Party), codes (VN,FR,EU), or a YAML file.",
)
@acting_awake
@json_option
def new(
    node: "Node",
    actor: "Officer",
    *,
    name: str,
    title: str,
    first: datetime,
    last: datetime,
    place: str,
    profile: str,
    choices: tuple[str, ...],
    roster: str | None,
    as_json: bool,
) -> None:
    """Open the session NAME. Without --exercise who may vote is the treaty desk's answer for each day, and nobody types it."""
    from longbien.actions.conference.hall.exercise import named_or_typed  # app ready
    from longbien.actions.conference.hall.open_conference import Session, open_conference  # app ready
    from longbien.actions.conference.hall.summary import session_summary  # app ready

    asked = Session(
        conference_id=name,
        title=title,
        first_day=first.date(),
        last_day=last.date(),
        place=place,
        profile=profile,
        choices=chosen(choices),
        roster=None if roster is None else named_or_typed(roster, lambda: _typed(roster)),
    )
    open_conference(node=node, actor=actor, session=asked)
    found = session_summary(node=node, conference_id=name)
    answer(found, lambda: words_of(found), as_json=as_json, exercise=found.exercise)


@session.command("list", epilog=examples("longbien conference session list"))
@json_option
def list_sessions(*, as_json: bool) -> None:
    """List the sessions that this node holds, the latest first."""
    node = wake_node()
    from longbien.actions.conference.hall.summary import session_list  # app ready

    found = session_list(node=node)
    rows = [
        (
            one.session,
            one.title,
            f"{one.first_day} – {one.last_day}",
            str(len(one.meetings)),
            EXERCISE.partition(" ")[0] if one.exercise else "",
        )
        for one in found
    ]
    answer(
        found,
        lambda: table(("Session", "Title", "Days", "Meetings", ""), rows) if rows else "No session.",
        as_json=as_json,
    )


@session.command("show", epilog=examples("longbien conference session show cosp-1"))
@click.argument("name")
@json_option
def show(*, name: str, as_json: bool) -> None:
    """Show the session NAME: its rules, who takes part today, its meetings."""
    node = wake_node()
    from longbien.actions.conference.hall.summary import session_summary  # app ready

    found = session_summary(node=node, conference_id=name)
    answer(found, lambda: words_of(found), as_json=as_json, exercise=found.exercise)


def words_of(one: "SessionSummary") -> str:
    """Write a session for a person."""
    choices = ", ".join(f"{name}={option}" for name, option in sorted(one.choices.items()))
    pairs = [
        ("Session", one.session),
        ("Title", one.title),
        ("Days", f"{one.first_day} – {one.last_day}"),
        ("Place", one.place),
        ("Rules", f"{one.profile}{f' with {choices}' if choices else ''}"),
        *((_ROLES[role], str(count)) for role, count in one.taking_part.items() if count),
        ("May vote", "nobody: the Convention is in force for no State today" if one.nobody_votes else ""),
    ]
    rows = [
        (each.meeting, str(each.number), each.title, str(each.day), each.body, each.phase)
        for each in one.meetings
    ]
    meetings = table(("Meeting", "No.", "Title", "Day", "Body", "Phase"), rows) if rows else ""
    return "\n\n".join(block for block in (facts(pairs), meetings) if block)


def _typed(file: str) -> Json:
    """Read a roster's file; UsageError, MalformedError with file and line."""
    data = read_file(Path(file), _MAX_ROSTER)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MalformedError("base.not_utf8", position=error.start) from error
    return parse_yaml(text, source=Path(file).name).value


COMMANDS: Final = (session,)
