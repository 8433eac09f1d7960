# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien conference observer`: applications of observers, their steps with dates, and the figures after a session."""

from typing import TYPE_CHECKING, Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.awake import acting_awake, wake_node
from longbien.cli.inputs import examples
from longbien.cli.tables import facts, table
from longbien.core.conference.accreditation.states import Step, StepKind, Track

if TYPE_CHECKING:
    from longbien.actions.conference.people.observers import ApplicationView
    from longbien.actions.node import Node
    from longbien.actions.people.sign_in import Officer


@click.group("observer")
def observer() -> None:
    """Accredit observers (rules 14 to 17): applications, objections, decisions."""


@observer.command(
    "apply",
    epilog=examples(
        'longbien conference observer apply cosp-1 privacy-forum --track ngo_other --name "Global Privacy Forum" --as secretariat'
    ),
)
@click.argument("session")
@click.argument("body")
@click.option(
    "--track", type=click.Choice([one.value for one in Track]), required=True, help="By which rule it comes."
)
@click.option("--name", default="", help="The body's name.")
@click.option("--seat", default="", help="The State in which it is based, such as CH.")
@click.option("--ad-hoc", is_flag=True, help="It was accredited to the Ad Hoc Committee.")
@click.option("--information", default="", help="What is circulated about it.")
@acting_awake
@json_option
def apply_one(
    node: "Node",
    actor: "Officer",
    *,
    session: str,
    body: str,
    track: str,
    name: str,
    seat: str,
    ad_hoc: bool,
    information: str,
    as_json: bool,
) -> None:
    """Take the application of BODY (a short name; of a State its code)."""
    from longbien.actions.conference.people.observers import Candidate, apply  # app ready
    from longbien.actions.conference.people.session import session as find_session  # app ready

    candidate = Candidate(
        observer=body, track=Track(track), name=name, seat=seat, ad_hoc=ad_hoc, information=information
    )
    found = apply(
        node=node, actor=actor, session=find_session(node=node, conference=session), candidate=candidate
    )
    answer(found, lambda: _words(found), as_json=as_json)


@observer.command(
    "step",
    epilog=examples(
        'longbien conference observer step cosp-1 privacy-forum objected --by FR --reasons "No word on funding." --as secretariat'
    ),
)
@click.argument("session")
@click.argument("body")
@click.argument("kind", type=click.Choice([one.value for one in StepKind]))
@click.option("--by", default="", help="The State that objects, withdraws or consents.")
@click.option("--reasons", default="", help="Why.")
@click.option("--decision", is_flag=True, help="The Conference decided it.")
@acting_awake
@json_option
def step(
    node: "Node",
    actor: "Officer",
    *,
    session: str,
    body: str,
    kind: str,
    by: str,
    reasons: str,
    decision: bool,
    as_json: bool,
) -> None:
    """Take one step of an application, now."""
    from longbien.actions.conference.people.observers import take_step  # app ready
    from longbien.actions.conference.people.session import session as find_session  # app ready

    one = find_session(node=node, conference=session)
    taken = Step(kind=StepKind(kind), at=one.now, by=by, reasons=reasons, decision=decision)
    found = take_step(node=node, actor=actor, session=one, observer=body, step=taken)
    answer(found, lambda: _words(found), as_json=as_json)


@observer.command(
    "circulate", epilog=examples("longbien conference observer circulate cosp-1 --as secretariat")
)
@click.argument("session")
@acting_awake
@json_option
def circulate_list(node: "Node", actor: "Officer", *, session: str, as_json: bool) -> None:
    """Note that the list was circulated today: every application that is on it."""
    from longbien.actions.conference.people.observers import circulate  # app ready
    from longbien.actions.conference.people.session import session as find_session  # app ready

    count = circulate(node=node, actor=actor, session=find_session(node=node, conference=session))
    answer({"circulated": count}, lambda: f"{count} applications circulated.", as_json=as_json)


@observer.command("list", epilog=examples("longbien conference observer list cosp-1"))
@click.argument("session")
@json_option
def list_all(*, session: str, as_json: bool) -> None:
    """List the applications as everybody may read them."""
    node = wake_node()
    from longbien.actions.conference.people.observers import applications  # app ready
    from longbien.actions.conference.people.session import session as find_session  # app ready

    found = applications(actor=None, session=find_session(node=node, conference=session))
    rows = [
        (one.observer, one.name, one.track.value, one.application.state.value, str(len(one.objections)))
        for one in found
    ]
    answer(
        found,
        lambda: table(("Body", "Name", "Track", "State", "Objections"), rows) if rows else "No application.",
        as_json=as_json,
    )


@observer.command("figures", epilog=examples("longbien conference observer figures cosp-1 --ended"))
@click.argument("session")
@click.option(
    "--ended", is_flag=True, help="The session is over: what is open counts as the rules say it lapses."
)
@json_option
def figures(*, session: str, ended: bool, as_json: bool) -> None:
    """Count applications, objections and decisions by track."""
    node = wake_node()
    from longbien.actions.conference.people.observers import accreditation_figures  # app ready
    from longbien.actions.conference.people.session import session as find_session  # app ready

    found = accreditation_figures(find_session(node=node, conference=session), ended=ended)
    head = (
        "Track",
        "Applied",
        "Circulated",
        "Objected to",
        "Objections",
        "Withdrawn",
        "Admitted",
        "Despite",
        "Not admitted",
    )
    rows = [
        (
            one.track.value,
            *(
                str(count)
                for count in (
                    one.applied,
                    one.circulated,
                    one.objected,
                    one.objections,
                    one.objections_withdrawn,
                    one.admitted,
                    one.admitted_despite_objection,
                    one.not_admitted,
                )
            ),
        )
        for one in found
    ]
    answer(found, lambda: table(head, rows) if rows else "No application.", as_json=as_json)


def _words(one: "ApplicationView") -> str:
    pairs = [
        ("Body", one.observer),
        ("Name", one.name),
        ("Track", one.track.value),
        ("State", one.application.state.value),
        ("Based in", one.seat),
        *(
            (
                "Objection",
                f"{objection.by or '-'}, {objection.at:%Y-%m-%d %H:%M} UTC: {objection.reasons or '-'}"
                + (" (withdrawn)" if objection.withdrawn_at else ""),
            )
            for objection in one.objections
        ),
    ]
    return facts(pairs)


COMMANDS: Final = (observer,)
