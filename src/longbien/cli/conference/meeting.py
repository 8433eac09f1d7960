# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien conference meeting`: plan a meeting, list them, show one as its boards do, change the rules as the Conference decided."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.awake import acting_awake, signed_in, wake_node
from longbien.cli.conference.session import chosen
from longbien.cli.inputs import MOMENT, examples, sign_in_options
from longbien.cli.tables import facts, table
from longbien.core.base.canonical import Json

if TYPE_CHECKING:
    from longbien.actions.conference.hall.view import HallView, VoteView
    from longbien.actions.node import Node
    from longbien.actions.people.sign_in import Officer

_BODIES: Final = ("plenary", "committee-of-the-whole", "working-group", "bureau")
_BOARDS: Final = ("public", "projector", "delegate", "chair", "grid")


@click.group("meeting")
def meeting() -> None:
    """Meetings of a session: plan, list, show; change the rules by a decision."""


@meeting.command(
    "new",
    epilog=examples(
        "longbien conference meeting new cosp-1 --day 2028-06-05 --begins 10:00 --as duty",
        'longbien conference meeting new cosp-1 --day 2028-06-06 --body bureau --title "Bureau" --as duty',
    ),
)
@click.argument("session")
@click.option("--day", type=MOMENT, required=True, help="The day, one of the session's.")
@click.option(
    "--begins",
    type=click.DateTime(["%H:%M"]),
    default=None,
    help="The hour at the place of the meeting, such as 10:00.",
)
@click.option("--title", default="", help="A title; without one the number says enough.")
@click.option("--body", type=click.Choice(_BODIES), default="plenary", show_default=True, help="What meets.")
@click.option("--place", default="", help="The hall.")
@acting_awake
@json_option
def new(
    node: "Node",
    actor: "Officer",
    *,
    session: str,
    day: datetime,
    begins: datetime | None,
    title: str,
    body: str,
    place: str,
    as_json: bool,
) -> None:
    """Give SESSION its next meeting. It opens when the Chair says so: `longbien conference say MEETING meeting.opened`."""
    from longbien.actions.conference.hall.open_meeting import Plan, open_meeting  # app ready
    from longbien.actions.conference.hall.summary import meeting_summary  # app ready

    hour = None if begins is None else begins.time()
    plan = Plan(day=day.date(), title=title, body=body, begins=hour, place=place)
    row = open_meeting(node=node, actor=actor, conference_id=session, plan=plan)
    found = meeting_summary(node=node, meeting=row)
    answer(found, found.meeting, as_json=as_json)


@meeting.command("list", epilog=examples("longbien conference meeting list cosp-1"))
@click.argument("session")
@json_option
def list_meetings(*, session: str, as_json: bool) -> None:
    """List the meetings of SESSION."""
    node = wake_node()
    from longbien.actions.conference.hall.summary import session_summary  # app ready

    found = session_summary(node=node, conference_id=session)
    rows = [
        (one.meeting, str(one.number), one.title, str(one.day), one.body, one.phase) for one in found.meetings
    ]
    answer(
        found.meetings,
        lambda: table(("Meeting", "No.", "Title", "Day", "Body", "Phase"), rows) if rows else "No meeting.",
        as_json=as_json,
        exercise=found.exercise,
    )


@meeting.command(
    "show",
    epilog=examples(
        "longbien conference meeting show cosp-1-m1",
        "longbien conference meeting show cosp-1-m1 --board chair --as duty --json",
    ),
)
@click.argument("name")
@click.option("--board", type=click.Choice(_BOARDS), default="public", show_default=True, help="Whose board.")
@sign_in_options(required=False)
@json_option
def show(*, name: str, board: str, username: str | None, password_file: Path | None, as_json: bool) -> None:
    """Show the meeting NAME as a board does. Other boards than the public's and the projector's ask who you are."""
    node = wake_node()
    actor = signed_in(username, password_file) if username else None
    from longbien.actions.conference.hall.show import board_for  # app ready

    found = board_for(node=node, actor=actor, meeting_id=name, board=board)
    answer(found, lambda: _words(found), as_json=as_json, exercise=found.exercise)


@meeting.command(
    "rules",
    epilog=examples(
        "longbien conference meeting rules cosp-1-m2 --choose quorum_base=participating --decision L.4 --as duty"
    ),
)
@click.argument("name")
@click.option("--choose", "choices", multiple=True, help="An option of an open point, variant=option.")
@click.option("--profile", default="", help="Another profile.")
@click.option("--decision", required=True, help="What was adopted: the proposal's or the vote's id.")
@acting_awake
@json_option
def rules(
    node: "Node",
    actor: "Officer",
    *,
    name: str,
    choices: tuple[str, ...],
    profile: str,
    decision: str,
    as_json: bool,
) -> None:
    """Apply other rules in the meeting NAME from here on, because the Conference decided so."""
    from longbien.actions.conference.hall.say import say  # app ready

    body: dict[str, Json] = {"choices": {**chosen(choices)}, "decision": decision}
    if profile:
        body["profile"] = profile
    said = say(node=node, actor=actor, meeting_id=name, kind="rules.changed", body=body)
    answer(said, str(said.seq), as_json=as_json)


def _words(hall: "HallView") -> str:
    speaker = hall.speaker
    quorum = hall.quorum
    pairs = [
        ("Session", f"{hall.conference_id}: {hall.conference_title}"),
        ("Meeting", f"{hall.meeting_id} {hall.meeting_title}".strip()),
        ("Phase", hall.phase),
        ("Rules", hall.rules),
        ("Item", f"{hall.item} {hall.item_title}".strip()),
        ("Present", f"{quorum.present} (to open {quorum.to_open}, to decide {quorum.to_decide})"),
        (
            "May vote",
            "nobody: the Convention is in force for no State on this day" if hall.nobody_votes else "",
        ),
        ("Has the floor", f"{speaker.who.name()} ({speaker.capacity})" if speaker else ""),
        ("Waiting", ", ".join(one.who.name() for one in hall.queue)),
        ("Motions", ", ".join(f"{one.motion} ({one.mover.name()})" for one in hall.motions)),
        ("Texts", ", ".join(f"{one.symbol or one.id}: {one.state}" for one in hall.texts)),
    ]
    blocks = [facts(pairs), *(_vote(one) for one in hall.votes)]
    if hall.steps:
        blocks.append(
            table(
                ("Next", "Who", "Read out"),
                [(one.kind, one.who_may, one.read_out.get("en", "")) for one in hall.steps],
            )
        )
    return "\n\n".join(blocks)


def _vote(vote: "VoteView") -> str:
    result = vote.result
    pairs = [
        ("Vote", f"{vote.id} on {vote.on} ({vote.method})"),
        ("Phase", vote.phase),
        ("Ballots", f"{vote.ballots_in} of {vote.expected}"),
    ]
    if result is not None:
        needed = "" if result.needed is None else f", {result.needed} needed"
        pairs += [
            (
                "Totals",
                f"{result.votes_for} for, {result.against} against, {result.abstain} abstaining{needed}",
            ),
            ("Computed", result.computed),
            ("Declared", result.declared),
            ("DIFFERENCE", "the declaration is not what was computed" if result.difference else ""),
        ]
    return facts(pairs)


COMMANDS: Final = (meeting,)
