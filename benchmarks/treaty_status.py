# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The status of two hundred participants on a day (wanted: below 5 ms), with the seed and with an old treaty's worth of events.

python -m benchmarks.treaty_status
"""

import sys
from datetime import date, timedelta

from benchmarks.measure import Figure, figure, write_results
from longbien.core.base.datafile import Source
from longbien.core.treaty.depositary.mapping import default_mapping
from longbien.core.treaty.depositary.statements import read_status
from longbien.core.treaty.status.days import SIGNATURE_OPENED
from longbien.core.treaty.status.events import Event, EventKind, events_seed
from longbien.core.treaty.status.forecast import forecast
from longbien.core.treaty.status.ledger import check_events
from longbien.core.treaty.status.overwrite import overwrite
from longbien.core.treaty.status.participants import participants
from longbien.core.treaty.status.standing import counts, standing, standings

DAY = date(2035, 1, 1)
WANTED_US = 5000
SOURCE = Source(ref="made for a benchmark", confidence="high")


def full_events() -> tuple[Event, ...]:
    """Give what a treaty may have after ten years: everybody signed and deposited, a third made reservations, some left."""
    found = []
    for number, row in enumerate(row for row in participants().values() if row.is_state):
        deposited = SIGNATURE_OPENED + timedelta(days=200 + 15 * number)
        acts = [(EventKind.SIGNATURE, SIGNATURE_OPENED), (EventKind.RATIFICATION, deposited)]
        acts += [(EventKind.RESERVATION, deposited), (EventKind.DECLARATION, deposited)] * (number % 3 == 0)
        acts += [(EventKind.DENUNCIATION, deposited + timedelta(days=400))] * (number % 50 == 0)
        found += [
            Event(
                id=f"{row.code.lower()}-{kind.value}",
                party=row.code,
                kind=kind,
                day=day,
                articles=("14", "63.2"),
                sources=(SOURCE,),
            )
            for kind, day in acts
        ]
    return check_events(found)


def page(rows: int = 198) -> bytes:
    """Give a page of the depositary in XML with everybody on it."""
    body = "".join(
        f"<Row><Entry>{row.name()}</Entry><Entry>25 Oct 2025</Entry><Entry>1 May 2026</Entry></Row>"
        for row in list(participants().values())[:rows]
    )
    head = "<Row><Entry>Participant</Entry><Entry>Signature</Entry><Entry>Ratification</Entry></Row>"
    return f"<Table>{head}{body}</Table>".encode()


def measured() -> list[Figure]:
    """Measure reading the status, and bringing a page in."""
    seed, full, data = events_seed(), full_events(), page()
    told = read_status(data, default_mapping(), SOURCE).events
    return [
        figure("status of everybody, seed", lambda: standings(seed, DAY), calls=50),
        figure(f"status of everybody, {len(full)} events", lambda: standings(full, DAY), calls=50),
        figure("status of one participant", lambda: standing(full, told[0].party, DAY), calls=50),
        figure("the four counts", lambda: counts(full, DAY), calls=50),
        figure("forecast, seed", lambda: forecast(seed, date(2026, 11, 22)), calls=50),
        figure("page of the depositary read", lambda: read_status(data, default_mapping(), SOURCE), calls=5),
        figure(
            "page laid over the seed and checked", lambda: check_events(overwrite(seed, told, DAY)), calls=20
        ),
    ]


def main() -> int:
    """Measure and keep the figures; the status tells whether the status of everybody is quick enough."""
    figures = measured()
    write_results("treaty_status", figures, participants=len(participants()), wanted_us=WANTED_US)
    for one in figures:
        print(f"{one.name:<40} {one.wall_us:>10,.1f} us wall {one.cpu_us:>10,.1f} us CPU")
    return int(any(one.cpu_us > WANTED_US for one in figures[:2]))


if __name__ == "__main__":
    sys.exit(main())
