# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien conference delegation`: open a delegation, register a list, change its head, hand out codes, print badges."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.awake import acting_awake
from longbien.cli.inputs import MOMENT, examples, read_file
from longbien.cli.tables import facts, table
from longbien.core.conference.delegations.functions import Function

if TYPE_CHECKING:
    from datetime import datetime

    from longbien.actions.conference.people.register import Registered
    from longbien.actions.conference.people.roll import DelegationView, Row
    from longbien.actions.node import Node
    from longbien.actions.people.sign_in import Officer

_MAX_LIST: Final = 3 * 1024 * 1024
_CLAIM = click.option(
    "--claim", type=click.IntRange(1), default=1, show_default=True, help="Which claim to the seat."
)
_FUNCTION = click.Choice([one.value for one in Function])


@click.group("delegation")
def delegation() -> None:
    """Keep delegations: who comes to a session, in what capacity, and how they get in."""


@delegation.command("open", epilog=examples("longbien conference delegation open cosp-1 VN --as secretariat"))
@click.argument("session")
@click.argument("participant")
@click.option("--rival", is_flag=True, help="A second claim to a seat that a delegation holds already.")
@acting_awake
@json_option
def open_one(
    node: "Node", actor: "Officer", *, session: str, participant: str, rival: bool, as_json: bool
) -> None:
    """Open the delegation of PARTICIPANT (VN, EU, an observer's name, staff) at SESSION."""
    from longbien.actions.conference.people.delegations import open_delegation  # app ready

    made = open_delegation(node=node, actor=actor, conference=session, participant=participant, rival=rival)
    value = {"session": session, "participant": made.participant, "claim": made.claim, "kind": made.kind}
    answer(
        value,
        lambda: f"The delegation of {made.participant} is open (claim {made.claim}).",
        as_json=as_json,
    )


@delegation.command(
    "register",
    epilog=examples(
        "longbien conference delegation register cosp-1 VN note.xlsx --reference NV-7 --as secretariat"
    ),
)
@click.argument("session")
@click.argument("participant")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--reference", default="", help="The reference of the note verbale.")
@click.option("--dated", type=MOMENT, default=None, help="The day of the note.")
@click.option(
    "--whole", is_flag=True, help="The list is the whole delegation: whoever is not on it loses the badge."
)
@_CLAIM
@acting_awake
@json_option
def register_list(
    node: "Node",
    actor: "Officer",
    *,
    session: str,
    participant: str,
    file: Path,
    reference: str,
    dated: "datetime | None",
    whole: bool,
    claim: int,
    as_json: bool,
) -> None:
    """Register everybody on the list in FILE (XLSX or CSV) by one note verbale: all of them, or nobody."""
    from longbien.actions.conference.people.delegations import find_delegation  # app ready
    from longbien.actions.conference.people.register import NoteFacts, register  # app ready
    from longbien.actions.conference.people.sheets import read_sheet  # app ready
    from longbien.core.conference.delegations.listing import ListError  # app ready
    from longbien.texts import translated  # app ready

    given = NoteFacts(reference=reference, dated=dated.date() if dated else None, whole=whole)
    try:
        done = register(
            node=node,
            actor=actor,
            delegation=find_delegation(session, participant, claim),
            rows=read_sheet(read_file(file, _MAX_LIST)),
            facts=given,
        )
    except ListError as error:
        for flaw in error.flaws:
            click.echo(translated("en", flaw.code, line=flaw.line, **flaw.params), err=True)
        raise
    answer(_value(done), lambda: _done(done), as_json=as_json)


@delegation.command("list", epilog=examples("longbien conference delegation list cosp-1 --as secretariat"))
@click.argument("session")
@acting_awake
@json_option
def list_all(node: "Node", actor: "Officer", *, session: str, as_json: bool) -> None:
    """List the delegations of SESSION with their heads, badges and credentials."""
    from longbien.actions.conference.people.roll import delegations_table  # app ready
    from longbien.actions.conference.people.session import session as find_session  # app ready

    found = delegations_table(actor=actor, session=find_session(node=node, conference=session))
    answer(found, lambda: _table(found) if found else "No delegation.", as_json=as_json)


@delegation.command("show", epilog=examples("longbien conference delegation show cosp-1 VN --as secretariat"))
@click.argument("session")
@click.argument("participant")
@_CLAIM
@acting_awake
@json_option
def show(
    node: "Node", actor: "Officer", *, session: str, participant: str, claim: int, as_json: bool
) -> None:
    """Show one delegation: its members, and where its credentials stand."""
    from longbien.actions.conference.people.roll import delegation_view  # app ready
    from longbien.actions.conference.people.session import session as find_session  # app ready

    view = delegation_view(
        actor=actor,
        session=find_session(node=node, conference=session),
        participant=participant,
        claim=claim,
    )
    answer(view, lambda: _words(view), as_json=as_json)


@delegation.command(
    "function", epilog=examples("longbien conference delegation function cosp-1 2 head --as secretariat")
)
@click.argument("session")
@click.argument("badge", type=click.IntRange(1))
@click.argument("function", type=_FUNCTION)
@click.option("--end", "ends", is_flag=True, help="End a function that the secretariat gave.")
@acting_awake
def function_of(
    node: "Node", actor: "Officer", *, session: str, badge: int, function: str, ends: bool
) -> None:
    """Give the badge a FUNCTION; a new head sends the present one to the alternates."""
    from longbien.actions.conference.people.change import (  # app ready
        GIVEN,
        change_function,
        end_function,
        find_badge,
        give_function,
    )

    wanted = Function(function)
    change = end_function if ends else give_function if wanted in GIVEN else change_function
    change(node=node, actor=actor, badge=find_badge(session, badge), function=wanted)
    click.echo(f"Badge {badge:04d}: {function}{' ended' if ends else ''}.")


@delegation.command(
    "end", epilog=examples("longbien conference delegation end cosp-1 9 --reason left --as secretariat")
)
@click.argument("session")
@click.argument("badge", type=click.IntRange(1))
@click.option("--reason", default="", help="Why.")
@acting_awake
def end_one(node: "Node", actor: "Officer", *, session: str, badge: int, reason: str) -> None:
    """End a badge; its account is closed with it."""
    from longbien.actions.conference.people.change import end_badge, find_badge  # app ready

    end_badge(node=node, actor=actor, badge=find_badge(session, badge), reason=reason)
    click.echo(f"Badge {badge:04d} has ended.")


@delegation.command(
    "badges",
    epilog=examples(
        "longbien conference delegation badges cosp-1 VN --to badges.pdf --codes once --as secretariat"
    ),
)
@click.argument("session")
@click.argument("participant")
@click.option(
    "--to", "target", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The PDF to write."
)
@click.option(
    "--codes",
    type=click.Choice(["once", "session"]),
    default=None,
    help="With new codes: for one use, or for the session.",
)
@click.option("--language", default="en", show_default=True, help="The language of the badges.")
@_CLAIM
@acting_awake
def badges(
    node: "Node",
    actor: "Officer",
    *,
    session: str,
    participant: str,
    target: Path,
    codes: str | None,
    language: str,
    claim: int,
) -> None:
    """Write the badges of a delegation as PDF, eight on a page; with --codes also slips by which each signs in."""
    from longbien.actions.conference.people.delegations import find_delegation  # app ready
    from longbien.actions.conference.people.printing import badges_of, print_badges  # app ready

    rows = badges_of(find_delegation(session, participant, claim))
    made = print_badges(node=node, actor=actor, badges=rows, language=language, codes=codes or "")
    target.write_bytes(made)
    click.echo(f"{len(rows)} badges in {target}.")


def _value(done: "Registered") -> dict[str, object]:
    return {
        "issued": list(done.issued),
        "ended": list(done.ended),
        "changed": list(done.changed),
        "members": [
            {"badge": one.number, "name": one.name, "functions": sorted(one.functions)}
            for one in done.delegation
        ],
    }


def _done(done: "Registered") -> str:
    rows = [(f"{one.number:04d}", one.name, ", ".join(sorted(one.functions))) for one in done.delegation]
    counts = f"Issued {len(done.issued)}, ended {len(done.ended)}, changed {len(done.changed)}."
    return f"{counts}\n\n{table(('Badge', 'Name', 'Function'), rows)}"


def _table(found: "tuple[Row, ...]") -> str:
    rows = [
        (
            one.credentials.participant
            + (f" ({one.credentials.claim})" if one.credentials.claim > 1 else ""),
            one.credentials.name,
            one.head,
            str(one.badges),
            one.credentials.credentials.state.value,
        )
        for one in found
    ]
    return table(("Code", "Delegation", "Head", "Badges", "Credentials"), rows)


def _words(view: "DelegationView") -> str:
    found = view.credentials
    pairs = [
        ("Delegation", found.name),
        ("Claim", str(found.claim) if found.claim > 1 else ""),
        ("Credentials", found.credentials.state.value),
        ("Contested by", ", ".join(found.credentials.contested_by)),
        ("Missing", ", ".join(one.code for one in found.flaws)),
        ("Rights", "all" if found.rights.vote else "no vote" if found.rights.seated else "no seat"),
        ("Admission", "provisional" if found.rights.provisional else "decided"),
    ]
    rows = [
        (f"{one.number:04d}", one.account, one.name, ", ".join(one.functions), one.post)
        for one in view.members
    ]
    listed = table(("Badge", "Signs in as", "Name", "Function", "Post"), rows) if rows else "Nobody."
    return f"{facts(pairs)}\n\n{listed}"


COMMANDS: Final = (delegation,)
