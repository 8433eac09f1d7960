# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty basis add`, `end`, `confirm`, `reject` and `history`: rows about treaties between two States, each by two officers."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.inputs import MOMENT, examples, sign_in_options
from longbien.cli.tables import table
from longbien.cli.treaty.basis import standing_rows
from longbien.cli.treaty.known import signed_in
from longbien.core.base.ids import parse_party_id
from longbien.core.base.vocabulary import vocabulary
from longbien.core.treaty.bases.basis import IN_FORCE, STATUSES
from longbien.core.treaty.bases.entries import CONFIDENCES, BasisEntry
from longbien.texts import word

if TYPE_CHECKING:
    from longbien.actions.treaty.bases.show import AgreementShown, BasesPage, EntryShown, NoticeShown

_BASES = click.Choice(tuple(vocabulary("LEGAL-BASIS").codes))


@click.command(
    "add",
    epilog=examples(
        'longbien treaty basis add VN AT budapest --from 2027-01-01 --source "Treaty Office, ETS 185" --as nga',
        'longbien treaty basis add VN KR bilateral --name "Treaty on mutual legal assistance" --from 2005-04-19 --source "…" --as nga',
        'longbien treaty basis add VN AT hanoi --status suspended --from 2027-05-01 --source "Note verbale 12" --as nga',
    ),
)
@click.argument("one")
@click.argument("other")
@click.argument("code", type=_BASES)
@click.option("--from", "since", type=MOMENT, required=True, help="The day from which it holds.")
@click.option("--until", type=MOMENT, default=None, help="The first day on which it no longer holds.")
@click.option("--status", type=click.Choice(STATUSES), default=IN_FORCE, show_default=True)
@click.option("--name", default="", help="The treaty's name; needed for bilateral and regional ones.")
@click.option("--note", default="")
@click.option("--source", required=True, help="On whose word.")
@click.option("--confidence", type=click.Choice(CONFIDENCES), default="medium", show_default=True)
@click.option("--replaces", type=int, default=None, help="The number of the row whose place it takes.")
@sign_in_options(required=False)
@json_option
def add(
    *,
    one: str,
    other: str,
    code: str,
    since: datetime,
    until: datetime | None,
    status: str,
    replaces: int | None,
    username: str | None,
    password_file: Path | None,
    as_json: bool,
    **texts: str,
) -> None:
    """Enter that the treaty CODE stands so between ONE and OTHER; it counts once another officer has confirmed it."""
    entry = BasisEntry(
        pair=(parse_party_id(one.upper()), parse_party_id(other.upper())),
        basis=code,
        status=status,
        since=since.date(),
        until=until.date() if until else None,
        **texts,
    )
    actor = signed_in(username, password_file)
    from longbien.actions.node import current_node  # app ready
    from longbien.actions.treaty.bases.enter import enter_basis  # app ready

    row = enter_basis(node=current_node(), actor=actor, entry=entry, replaces=replaces)
    _tell(row.pk, f"Row {row.pk} waits for another officer: longbien treaty basis confirm {row.pk}", as_json)


@click.command(
    "end", epilog=examples('longbien treaty basis end 4 --on 2027-06-01 --source "Note verbale 12" --as nga')
)
@click.argument("row", type=int)
@click.option("--on", "until", type=MOMENT, required=True, help="The first day on which it no longer holds.")
@click.option("--source", required=True, help="On whose word.")
@click.option("--note", default="")
@sign_in_options(required=False)
@json_option
def end(  # each option, named
    *,
    row: int,
    until: datetime,
    source: str,
    note: str,
    username: str | None,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """Enter the end of ROW: a new row in its place, which another officer confirms. The old one stays on record."""
    actor = signed_in(username, password_file)
    from longbien.actions.node import current_node  # app ready
    from longbien.actions.treaty.bases.enter import end_basis  # app ready

    found = end_basis(node=current_node(), actor=actor, row=row, until=until.date(), source=source, note=note)
    _tell(
        found.pk,
        f"Row {found.pk} waits for another officer: longbien treaty basis confirm {found.pk}",
        as_json,
    )


@click.command("confirm", epilog=examples("longbien treaty basis confirm 4 --as minh"))
@click.argument("row", type=int)
@sign_in_options(required=False)
@json_option
def confirm(*, row: int, username: str | None, password_file: Path | None, as_json: bool) -> None:
    """Confirm ROW, which another officer entered: from now on it counts."""
    actor = signed_in(username, password_file)
    from longbien.actions.node import current_node  # app ready
    from longbien.actions.treaty.bases.enter import confirm_basis  # app ready

    found = confirm_basis(node=current_node(), actor=actor, row=row)
    _tell(found.pk, f"Row {found.pk} counts.", as_json)


@click.command("reject", epilog=examples('longbien treaty basis reject 4 --why "Wrong day." --as minh'))
@click.argument("row", type=int)
@click.option("--why", required=True, help="The reason, which is kept.")
@sign_in_options(required=False)
@json_option
def reject(*, row: int, why: str, username: str | None, password_file: Path | None, as_json: bool) -> None:
    """Reject ROW, which waits; it stays on record with the reason."""
    actor = signed_in(username, password_file)
    from longbien.actions.node import current_node  # app ready
    from longbien.actions.treaty.bases.enter import reject_basis  # app ready

    found = reject_basis(node=current_node(), actor=actor, row=row, why=why)
    _tell(found.pk, f"Row {found.pk} is rejected.", as_json)


@click.command("history", epilog=examples("longbien treaty basis history VN AT --as nga"))
@click.argument("one")
@click.argument("other")
@sign_in_options(required=False)
@json_option
def history(*, one: str, other: str, username: str | None, password_file: Path | None, as_json: bool) -> None:
    """Show everything between ONE and OTHER: what stands, every row ever entered, agreements, what the node noticed by itself."""
    actor = signed_in(username, password_file)
    from longbien.actions.node import current_node  # app ready
    from longbien.actions.treaty.bases.show import bases_page  # app ready

    pair = parse_party_id(one.upper()), parse_party_id(other.upper())
    node = current_node()
    found = bases_page(node=node, actor=actor, pair=pair)
    answer(found, lambda: _words(found), as_json=as_json, exercise=node.exercise)


def _words(found: "BasesPage") -> str:
    blocks = [standing_rows(found.standings)]
    if found.procedure is not None:
        rules = vocabulary("LEGAL-BASIS").label_of(found.procedure.rules)
        blocks.append(f"{word('en', 'procedure', found.procedure.because)} ({rules})")
    if found.entries:
        head = ("Row", "Legal basis", "Status", "From", "Until", "State", "Entered", "Confirmed", "Source")
        blocks.append(table(head, map(_entry, found.entries)))
    if found.agreements:
        blocks.append(
            table(("Agreement", "By", "For", "From", "Until", "State"), map(_agreement, found.agreements))
        )
    if found.notices:
        blocks.append(
            table(("Noticed", "Legal basis", "Status", "From", "Leaf"), map(_notice, found.notices))
        )
    blocks += [
        f"{one.party}, {one.day.isoformat()} ({', '.join(one.articles)}): {one.content or one.kind}"
        for one in found.statements
    ]
    return "\n\n".join(blocks)


def _agreement(one: "AgreementShown") -> tuple[str, ...]:
    return (
        one.thread[:12],
        "us" if one.ours else one.partner,
        one.request[:12] or "all requests",
        one.since.isoformat(),
        str(one.ended_from or one.until or "-"),
        word("en", "agreement", one.state),
    )


def _notice(one: "NoticeShown") -> tuple[str, ...]:
    return (
        _moment(one.noticed_at),
        vocabulary("LEGAL-BASIS").label_of(one.basis),
        word("en", "basis_status", one.status),
        one.day.isoformat(),
        str(one.leaf_index),
    )


def _entry(one: "EntryShown") -> tuple[str, ...]:
    entry = one.entry
    return (
        str(one.number),
        "; ".join(text for text in (vocabulary("LEGAL-BASIS").label_of(entry.basis), entry.name) if text),
        word("en", "basis_status", entry.status),
        entry.since.isoformat(),
        entry.until.isoformat() if entry.until else "-",
        word("en", "basis_row", one.state),
        f"{one.entered_by} {_moment(one.entered_at)}",
        f"{one.confirmed_by} {_moment(one.confirmed_at)}" if one.confirmed_by else "-",
        f"{entry.source} ({entry.confidence})",
    )


def _moment(value: datetime | None) -> str:
    return f"{value:%Y-%m-%d %H:%M} UTC" if value is not None else "-"


def _tell(row: int, words: str, as_json: bool) -> None:
    answer({"row": row}, words, as_json=as_json)


COMMANDS: Final = (add, end, confirm, reject, history)
