# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What if: one sentence such as `PT deposits 2026-12-20` as an event that has not happened, for counting only."""

from typing import Final

from longbien.core.base.datafile import Source
from longbien.core.base.errors import MalformedError, UsageError
from longbien.core.base.ids import parse_party_id
from longbien.core.treaty.status.days import read_day
from longbien.core.treaty.status.events import Event, EventKind

VERBS: Final = {
    "signs": EventKind.SIGNATURE,
    "approves": EventKind.APPROVAL_AT_HOME,
    "deposits": EventKind.RATIFICATION,
    "accedes": EventKind.ACCESSION,
    "denounces": EventKind.DENUNCIATION,
}
"""`approves`: at home. `deposits`: an instrument of ratification, acceptance or approval, which counts the same."""
SOURCE: Final = Source(ref="what if", confidence="low")


def read_what_if(text: str, number: int) -> Event:
    """Read one sentence `PARTY VERB DAY`; `number` makes its id. UsageError `treaty.what_if`."""
    words = text.split()
    try:
        party, verb, day = words
        return Event(
            id=f"what-if-{number}",
            party=parse_party_id(party.upper()),
            kind=VERBS[verb.lower()],
            day=read_day(day),
            sources=(SOURCE,),
        )
    except (MalformedError, KeyError, ValueError) as error:
        raise UsageError("treaty.what_if", text=text[:80], verbs=", ".join(VERBS)) from error
