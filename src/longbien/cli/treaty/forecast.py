# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien treaty forecast`: when the fortieth instrument might come, with its band, how it is made and what it does not know."""

from datetime import date, datetime
from typing import Final

import click

from longbien.cli.answers import answer, json_option
from longbien.cli.inputs import MOMENT, examples
from longbien.cli.tables import facts, table
from longbien.cli.treaty.known import known
from longbien.core.treaty.status.force import NEEDED
from longbien.core.treaty.status.forecast import Forecast, forecast
from longbien.core.treaty.status.ledger import check_events
from longbien.core.treaty.status.whatif import read_what_if
from longbien.texts import sentence


@click.command(
    "forecast",
    epilog=examples(
        "longbien treaty forecast", 'longbien treaty forecast --what-if "PT deposits 2026-11-30"'
    ),
)
@click.option("--on", "moment", type=MOMENT, default=None, help="As seen on this day (otherwise today).")
@click.option(
    "--what-if", "suppositions", multiple=True, help='A supposition such as "PT deposits 2026-11-30".'
)
@json_option
def show(*, moment: datetime | None, suppositions: tuple[str, ...], as_json: bool) -> None:
    """Tell when the fortieth instrument might come: earliest, median and latest by comparable treaties, never a date alone."""
    day = moment.date() if moment is not None else date.today()  # noqa: DTZ011 # a day on this machine's calendar
    supposed = tuple(read_what_if(text, number) for number, text in enumerate(suppositions, start=1))
    events = known().events
    found = forecast(check_events((*events, *supposed)) if supposed else events, day)
    answer(found, lambda: _words(found), as_json=as_json)


def _words(found: Forecast) -> str:
    pairs = [
        ("As seen on", found.day.isoformat()),
        ("Instruments", f"{found.counted} of {NEEDED}, {found.confirmed} of them confirmed"),
        (
            "Fortieth, earliest",
            f"{found.earliest.isoformat()} (in force {found.in_force_earliest.isoformat()})",
        ),
        ("Fortieth, median", f"{found.median.isoformat()} (in force {found.in_force_median.isoformat()})"),
        ("Fortieth, latest", f"{found.latest.isoformat()} (in force {found.in_force_latest.isoformat()})"),
        ("How it is made", sentence("treaty.forecast_how", counted=found.counted, treaties=len(found.paces))),
        (
            "What it does not know",
            sentence("treaty.forecast_limits", sooner=found.sooner, treaties=len(found.paces)),
        ),
        ("Left out", ", ".join(one.name for one in found.left_out)),
    ]
    rows = [
        (
            pace.series.name,
            str(pace.days) + (" (carried on)" if pace.carried_on else ""),
            "; ".join(f"{one.ref} ({one.confidence})" for one in pace.series.sources),
        )
        for pace in found.paces
    ]
    return f"{facts(pairs)}\n\n{table(('Comparable treaty', 'Days to the fortieth', 'Source'), rows)}"


COMMANDS: Final = (show,)
