# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien conference credentials`: papers received, findings, contests, the report and the Conference's decision on it."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.awake import acting_awake
from longbien.cli.conference.rules import language_option
from longbien.cli.inputs import MOMENT, examples, read_file
from longbien.cli.outputs import new_file
from longbien.cli.tables import facts, table
from longbien.core.base.errors import UsageError
from longbien.core.conference.credentials.papers import Form, Paper, Signer
from longbien.core.conference.credentials.report import Advice, Outcome
from longbien.core.conference.documents.files import MAX_FILE

if TYPE_CHECKING:
    from datetime import datetime

    from longbien.actions.conference.people.report import ReportView
    from longbien.actions.node import Node
    from longbien.actions.people.sign_in import Officer

_CLAIM = click.option(
    "--claim", type=click.IntRange(1), default=1, show_default=True, help="Which claim to the seat."
)
_AMENDS = click.option("--amends", is_flag=True, help="The session amends the Convention (Art. 66).")


@click.group("credentials")
def credentials() -> None:
    """Keep credentials (rules 18 to 20): what is late or missing is told, and bars nobody before the Conference decides."""


@credentials.command(
    "receive",
    epilog=examples(
        "longbien conference credentials receive cosp-1 VN --signer foreign_minister --original --as secretariat"
    ),
)
@click.argument("session")
@click.argument("participant")
@click.option(
    "--form",
    type=click.Choice([one.value for one in Form]),
    default="formal",
    show_default=True,
    help="What kind of paper it is.",
)
@click.option("--signer", type=click.Choice([one.value for one in Signer]), required=True, help="Who signed.")
@click.option("--signer-name", default="", help="The signer's name.")
@click.option("--original", is_flag=True, help="It is the original, not a copy.")
@click.option("--dated", type=MOMENT, default=None, help="The day of the paper.")
@click.option("--law-allows", is_flag=True, help="Domestic law lets the permanent representative sign.")
@click.option("--unsealed", is_flag=True, help="It has no signature or seal.")
@click.option(
    "--scan",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=None,
    help="A scan of it (PDF, PNG, JPEG), which is kept.",
)
@_CLAIM
@acting_awake
@json_option
def receive(
    node: "Node",
    actor: "Officer",
    *,
    session: str,
    participant: str,
    form: str,
    signer: str,
    signer_name: str,
    original: bool,
    dated: "datetime | None",
    law_allows: bool,
    unsealed: bool,
    scan: Path | None,
    claim: int,
    as_json: bool,
) -> None:
    """Note a paper of PARTICIPANT that has just been received."""
    from longbien.actions.conference.people.credentials import take_paper  # app ready
    from longbien.actions.conference.people.delegations import find_delegation  # app ready

    paper = Paper(
        form=Form(form),
        original=original,
        signer=Signer(signer),
        signer_name=signer_name[:200],
        dated=dated.date() if dated else None,
        received_at=node.clock(),
        law_allows=law_allows,
        sealed=not unsealed,
    )
    found = take_paper(
        node=node,
        actor=actor,
        delegation=find_delegation(session, participant, claim),
        paper=paper,
        scan=None if scan is None else (scan.name, read_file(scan, MAX_FILE)),
    )
    answer(found, lambda: f"{participant}: {found.state.value}.", as_json=as_json)


@credentials.command(
    "examine",
    epilog=examples("longbien conference credentials examine cosp-1 VN --in-order --as secretariat"),
)
@click.argument("session")
@click.argument("participant")
@click.option("--in-order/--not-in-order", "in_order", required=True, help="What was found.")
@_AMENDS
@_CLAIM
@acting_awake
@json_option
def examine_one(
    node: "Node",
    actor: "Officer",
    *,
    session: str,
    participant: str,
    in_order: bool,
    amends: bool,
    claim: int,
    as_json: bool,
) -> None:
    """Note what the Bureau (or the committee) found."""
    from longbien.actions.conference.people.credentials import examine  # app ready
    from longbien.actions.conference.people.delegations import find_delegation  # app ready
    from longbien.actions.conference.people.session import session as find_session  # app ready

    found = examine(
        node=node,
        actor=actor,
        session=find_session(node=node, conference=session),
        delegation=find_delegation(session, participant, claim),
        in_order=in_order,
        amends=amends,
    )
    answer(found, lambda: f"{participant}: {found.state.value}.", as_json=as_json)


@credentials.command(
    "contest", epilog=examples("longbien conference credentials contest cosp-1 VN --by AT --as secretariat")
)
@click.argument("session")
@click.argument("participant")
@click.option("--by", required=True, help="Who contests them.")
@click.option("--reasons", default="", help="Why.")
@click.option("--withdrawn", is_flag=True, help="The contest is withdrawn.")
@_CLAIM
@acting_awake
@json_option
def contest_one(
    node: "Node",
    actor: "Officer",
    *,
    session: str,
    participant: str,
    by: str,
    reasons: str,
    withdrawn: bool,
    claim: int,
    as_json: bool,
) -> None:
    """Note that credentials are contested, or no longer; the delegation keeps every right meanwhile."""
    from longbien.actions.conference.people.credentials import contest, withdraw_contest  # app ready
    from longbien.actions.conference.people.delegations import find_delegation  # app ready

    row = find_delegation(session, participant, claim)
    if withdrawn:
        found = withdraw_contest(node=node, actor=actor, delegation=row, by=by)
    else:
        found = contest(node=node, actor=actor, delegation=row, by=by, reasons=reasons)
    answer(found, lambda: f"{participant}: {found.state.value}.", as_json=as_json)


@credentials.command(
    "report",
    epilog=examples("longbien conference credentials report cosp-1 --advise XX=deferred --as secretariat"),
)
@click.argument("session")
@click.option(
    "--advise",
    multiple=True,
    help="What is recommended for one: participant=accepted, rejected or deferred; participant/2 for a rival claim.",
)
@_AMENDS
@acting_awake
@json_option
def report(
    node: "Node", actor: "Officer", *, session: str, advise: tuple[str, ...], amends: bool, as_json: bool
) -> None:
    """Write the report of the Bureau (or the committee) from where all credentials stand now."""
    from longbien.actions.conference.people.report import make_report  # app ready
    from longbien.actions.conference.people.session import session as find_session  # app ready

    made = make_report(
        node=node,
        actor=actor,
        session=find_session(node=node, conference=session),
        advice=_advice(advise),
        amends=amends,
    )
    answer(made, lambda: _words(made), as_json=as_json)


@credentials.command(
    "decide",
    epilog=examples(
        "longbien conference credentials decide cosp-1 1 --as secretariat",
        "longbien conference credentials decide cosp-1 1 adopted --decision cosp-1-m1 --as secretariat",
    ),
)
@click.argument("session")
@click.argument("number", type=click.IntRange(1))
@click.argument("outcome", type=click.Choice([one.value for one in Outcome]), required=False)
@click.option("--decision", default="", help="The meeting, vote or proposal in the record.")
@acting_awake
@json_option
def decide(
    node: "Node",
    actor: "Officer",
    *,
    session: str,
    number: int,
    outcome: str | None,
    decision: str,
    as_json: bool,
) -> None:
    """Note what the Conference did with report NUMBER, and carry it out for every delegation. Without OUTCOME: as it decided in its hall."""
    from longbien.actions.conference.people.session import session as find_session  # app ready
    from longbien.actions.conference.record.settled import carry_out_report  # app ready

    found = carry_out_report(
        node=node,
        actor=actor,
        session=find_session(node=node, conference=session),
        number=number,
        outcome=Outcome(outcome) if outcome else None,
        decision=decision,
    )
    answer(found, lambda: _words(found), as_json=as_json)


@credentials.command(
    "scan",
    epilog=examples("longbien conference credentials scan cosp-1 VN 1 --to credentials.pdf --as secretariat"),
)
@click.argument("session")
@click.argument("participant")
@click.argument("number", type=click.IntRange(1))
@click.option(
    "--to", "file", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write."
)
@_CLAIM
@acting_awake
@json_option
def scan_of(
    node: "Node",
    actor: "Officer",
    *,
    session: str,
    participant: str,
    number: int,
    file: Path,
    claim: int,
    as_json: bool,
) -> None:
    """Write scan NUMBER of PARTICIPANT's credentials, compared with its digest."""
    from longbien.actions.conference.people.delegations import find_delegation  # app ready
    from longbien.actions.conference.people.scans import read_scan  # app ready

    held = find_delegation(session, participant, claim)
    found, blocks = read_scan(node=node, actor=actor, delegation=held, number=number)
    with new_file(file) as sink:
        for block in blocks:
            sink.write(block)
    answer(
        {"file": file, "size": found.size, "sha256": found.sha256},
        str(file),
        as_json=as_json,
        exercise=node.exercise,
    )


@credentials.command(
    "paper",
    epilog=examples(
        "longbien conference credentials paper cosp-1 1 --to report.pdf --language fr --as secretariat"
    ),
)
@click.argument("session")
@click.argument("number", type=click.IntRange(1))
@click.option(
    "--to", "file", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write."
)
@language_option
@acting_awake
@json_option
def paper(
    node: "Node", actor: "Officer", *, session: str, number: int, file: Path, language: str, as_json: bool
) -> None:
    """Write report NUMBER as a paper (PDF)."""
    from longbien.actions.conference.people.session import session as find_session  # app ready
    from longbien.actions.conference.record.report_printed import report_paper  # app ready

    held = find_session(node=node, conference=session)
    made = report_paper(node=node, actor=actor, session=held, number=number, language=language)
    with new_file(file) as sink:
        sink.write(made)
    answer({"file": file, "size": len(made)}, str(file), as_json=as_json, exercise=node.exercise)


def _advice(given: tuple[str, ...]) -> dict[tuple[str, int], Advice]:
    """Read `VN=deferred` and `XX/2=accepted`; UsageError `cli.field_form`, `conference.report_recommends`."""
    from longbien.actions.conference.people.report import read_advice  # app ready

    found = {}
    for item in given:
        name, mark, advice = item.partition("=")
        participant, slash, claim = name.partition("/")
        if not mark or not participant or (slash and not (claim.isascii() and claim.isdigit())):
            raise UsageError("cli.field_form", field=item[:80])
        found[participant, int(claim[:6] or 1)] = read_advice(advice)
    return found


def _words(one: "ReportView") -> str:
    rows = [
        (
            line.participant + (f" ({line.claim})" if line.claim > 1 else ""),
            line.state.value,
            line.advice.value + (" (formal credentials to follow)" if line.understanding else ""),
            ", ".join(line.flaws),
        )
        for line in one.lines
    ]
    head = facts(
        [
            ("Report", str(one.number)),
            ("Examined by", one.examined_by),
            ("The Conference", one.outcome or "has not decided"),
            ("Where", one.decision),
        ]
    )
    return (
        f"{head}\n\n{table(('Delegation', 'Credentials', 'Recommended', 'Missing'), rows)}" if rows else head
    )


COMMANDS: Final = (credentials,)
