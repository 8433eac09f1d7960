# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien conference say` and `count`: what is said in a meeting, written down at a terminal; totals that two officers count."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.answers import say as tell
from longbien.cli.awake import acting_awake
from longbien.cli.inputs import examples, parse_fields
from longbien.core.conference.hall.refusing import Refused

if TYPE_CHECKING:
    from longbien.actions.node import Node
    from longbien.actions.people.sign_in import Officer


@contextmanager
def rule_told() -> Iterator[None]:
    """Name the rule behind a refusal of the engine, before its sentence: the rule, its value, its sources, how sure it is."""
    try:
        yield
    except Refused as refused:
        rule = refused.refusal.rule
        sources = "; ".join(part for part in (rule.rule, ", ".join(rule.sources), rule.confidence) if part)
        value = json.dumps(rule.value, ensure_ascii=False)
        tell(f"{rule.path} = {value} [{sources}]")
        raise


@click.command(
    "say",
    epilog=examples(
        "longbien conference say cosp-1-m1 meeting.opened --as duty",
        "longbien conference say cosp-1-m1 floor.requested participant=VN --as duty",
        "longbien conference say cosp-1-m1 ballot.cast vote=v1 participant=VN choice=yes --as duty",
    ),
)
@click.argument("meeting")
@click.argument("kind")
@click.argument("given", nargs=-1)
@click.option(
    "--by",
    default="",
    help="Whose words they are: chair, or a participant (otherwise it follows from the kind).",
)
@click.option(
    "--after", type=click.IntRange(min=0), default=None, help="Only if nothing happened since this event."
)
@click.option("--key", default="", help="A key of yours: repeated with it, the command adds nothing twice.")
@acting_awake
@json_option
def say(
    node: "Node",
    actor: "Officer",
    *,
    meeting: str,
    kind: str,
    given: tuple[str, ...],
    by: str,
    after: int | None,
    key: str,
    as_json: bool,
) -> None:
    """Add an event of KIND to MEETING; GIVEN is its members as name=value."""
    typed = parse_fields(given)
    from longbien.actions.conference.hall.say import say as say_it  # app ready
    from longbien.actions.conference.hall.written import written_body  # app ready
    from longbien.actions.conference.papers.table import as_filed  # app ready

    with rule_told():
        said = say_it(
            node=node,
            actor=actor,
            meeting_id=meeting,
            kind=kind,
            body=as_filed(meeting, kind, written_body(kind, typed)),
            by=by,
            after=after,
            key=key,
        )
    answer(said, str(said.seq), as_json=as_json)


@click.command(
    "count",
    epilog=examples(
        "longbien conference count cosp-1-m1 ballot.counted vote=v1 for=57 against=7 abstain=34 --as duty",
        "longbien conference count cosp-1-m1 ballot.counted vote=v1 for=57 against=7 abstain=34 --again --as second",
    ),
)
@click.argument("meeting")
@click.argument("kind", type=click.Choice(("ballot.counted", "election.counted")))
@click.argument("given", nargs=-1)
@click.option("--again", is_flag=True, help="You are the second officer and counted again yourself.")
@acting_awake
@json_option
def count(
    node: "Node",
    actor: "Officer",
    *,
    meeting: str,
    kind: str,
    given: tuple[str, ...],
    again: bool,
    as_json: bool,
) -> None:
    """Type the totals that you counted in MEETING; they stand when another officer has counted the same (--again)."""
    typed = parse_fields(given)
    from longbien.actions.conference.hall.count import confirm_totals, count_totals  # app ready
    from longbien.actions.conference.hall.written import written_body  # app ready

    body = written_body(kind, typed)
    with rule_told():
        if again:
            said = confirm_totals(node=node, actor=actor, meeting_id=meeting, kind=kind, body=body)
            answer(said, str(said.seq), as_json=as_json)
            return
        waits = count_totals(node=node, actor=actor, meeting_id=meeting, kind=kind, body=body)
    answer(
        waits, "Counted once. Another officer counts again: the same command with --again.", as_json=as_json
    )


COMMANDS: Final = (say, count)
