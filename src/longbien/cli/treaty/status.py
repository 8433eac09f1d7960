# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty status`: who has signed, approved, deposited and is bound on a day; what if; a single event with its source."""

from datetime import date, datetime
from typing import Final

import click

from longbien.cli.answers import answer
from longbien.cli.inputs import MOMENT, examples
from longbien.cli.tables import facts, table
from longbien.cli.treaty.known import Known, known
from longbien.cli.treaty.shapes import format_options
from longbien.cli.treaty.status_value import StatusValue, status_value
from longbien.core.base.ids import PartyId, parse_party_id
from longbien.core.treaty.status.days import check_asked
from longbien.core.treaty.status.events import Event
from longbien.core.treaty.status.force import NEEDED
from longbien.core.treaty.status.ledger import check_events
from longbien.core.treaty.status.participants import participant, participants
from longbien.core.treaty.status.standing import Standing, standing, standings
from longbien.core.treaty.status.whatif import read_what_if

_DOUBT: Final = "?"
"""What stands beside a day that is not confirmed, or that is only the end of a window."""


class StatusGroup(click.Group):
    """The group of the status commands: without the name of one of them, it shows."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `show` in front of anything that names no command."""
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = ["show", *args]
        return super().parse_args(ctx, args)


@click.group(
    "status",
    cls=StatusGroup,
    epilog=examples(
        "longbien treaty status",
        "longbien treaty status VN",
        'longbien treaty status --on 2027-03-01 --what-if "PT deposits 2026-12-20"',
    ),
)
def status() -> None:
    """Tell who has signed, approved at home, deposited, and is bound: `longbien treaty status [PARTY]`."""


@status.command("show")
@click.argument("party", required=False)
@click.option("--on", "moment", type=MOMENT, default=None, help="The day (otherwise today).")
@click.option(
    "--what-if",
    "suppositions",
    multiple=True,
    help='A supposition such as "PT deposits 2026-12-20"; signs, approves, accedes, denounces.',
)
@format_options
def show(*, party: str | None, moment: datetime | None, suppositions: tuple[str, ...], as_json: bool) -> None:
    """Show the counts and everybody who has done something, or one PARTY with its events and sources."""
    day = check_asked(moment.date()) if moment is not None else date.today()  # noqa: DTZ011 # a day on this machine's calendar
    code = participant(parse_party_id(party.upper())).code if party else None
    held = known()
    supposed = tuple(read_what_if(text, number) for number, text in enumerate(suppositions, start=1))
    events = check_events((*held.events, *supposed)) if supposed else held.events
    value = status_value(events, day, known=held, party=code, supposed=suppositions)
    answer(value, lambda: _words(value, events, held, code), as_json=as_json)


def _words(value: StatusValue, events: tuple[Event, ...], held: Known, party: PartyId | None) -> str:
    if party is not None:
        return _one(standing(events, party, value.day), value, held)
    rows = [row for row in standings(events, value.day).values() if row.events]
    head = ("", "Participant", "Signed", "Approved at home", "Deposited", "In force")
    body = [(row.party, participants()[row.party].name(), *_days(row)) for row in rows]
    return "\n\n".join((_counts(value, held), table(head, body), _legend(rows)))


def _counts(value: StatusValue, held: Known) -> str:
    counts, confirmed = value.counts, value.confirmed
    force = value.entry_into_force
    pairs = [
        ("On", value.day.isoformat()),
        *(("Supposed", text) for text in value.what_if),
        ("Signed", f"{counts.signed} ({confirmed.signed} confirmed)"),
        ("Approved at home", f"{counts.approved} ({confirmed.approved} confirmed; what is known of it)"),
        ("Deposited", f"{counts.deposited} ({confirmed.deposited} confirmed)"),
        ("In force for", str(counts.in_force)),
        ("Counted towards 40", f"{force.counted} of {NEEDED} (an organisation's instrument is not counted)"),
        ("Entry into force", _entry(value)),
        (
            "Known up to",
            f"{held.known_on.isoformat()}, {held.source or 'seed data: verify at the depositary'}",
        ),
    ]
    return facts(pairs)


def _entry(value: StatusValue) -> str:
    force = value.entry_into_force
    if force.day is None or force.fortieth is None:
        return f"not determined: {force.missing} more are needed (Art. 65(1))"
    return f"{force.day.isoformat()}, the ninetieth day after the fortieth deposit on {force.fortieth.isoformat()}"


def _days(row: Standing) -> tuple[str, str, str, str]:
    unsure = {event.day for event in row.doubtful}

    def day(found: date | None) -> str:
        return "" if found is None else found.isoformat() + (_DOUBT if found in unsure else "")

    deposited = day(row.deposited) + (f" {row.instrument.value}" if row.instrument else "")
    bound = day(row.in_force) or (f"from {row.expected.isoformat()}" if row.expected else "")
    return (
        day(row.signed),
        day(row.approved),
        deposited,
        f"left {row.left.isoformat()}" if row.left else bound,
    )


def _legend(rows: list[Standing]) -> str:
    if not any(row.doubtful for row in rows):
        return ""
    return f"{_DOUBT}  to be confirmed: not confirmed by a good source, or known only to have happened by that day."


def _one(row: Standing, value: StatusValue, held: Known) -> str:
    signed, approved, deposited, bound = _days(row)
    pairs = [
        ("Participant", f"{participants()[row.party].name()} ({row.party})"),
        ("On", row.day.isoformat()),
        *(("Supposed", text) for text in value.what_if),
        ("Signed", signed or "no"),
        ("Approved at home", approved or "nothing known"),
        ("Deposited", deposited or "no"),
        ("In force", bound or "no"),
        ("Leaves on", row.leaving.isoformat() if row.leaving else ""),
        (
            "Known up to",
            f"{held.known_on.isoformat()}, {held.source or 'seed data: verify at the depositary'}",
        ),
    ]
    blocks = [facts(pairs), *(_event(event) for event in row.events), _legend([row])]
    return "\n\n".join(block for block in blocks if block)


def _event(event: Event) -> str:
    when = event.day.isoformat() if event.exact else f"between {event.earliest} and {event.day}"
    return facts(
        [
            (event.kind.value, f"{when} {event.place}".rstrip()),
            ("Articles", ", ".join(event.articles)),
            ("Says", event.content),
            ("Note", event.note),
            *(("Source", f"{source.ref} ({source.confidence})") for source in event.sources),
        ]
    )


COMMANDS: Final = (status,)
