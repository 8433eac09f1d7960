# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is put to the Conference, whether by a vote or by asking for objections: may it be put now, and what follows from the answer.

A matter is named `<sort>:<id>`: a proposal, a part of one, an amendment, a motion, a ruling under appeal, or anything else that
the Conference decides (`matter:credentials`). Each sort has a row in the table of the engine's rooms.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.refusing import NAMES, Refused
from longbien.core.conference.hall.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A matter that may be put now. `question` is its kind of question in the rules; `threshold` is set only where it is not the question's own."""

    on: str
    question: str
    threshold: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """A sort of matter: `put` refuses what may not be put now; `settle` gives the sitting after the answer."""

    put: Callable[[Sitting, str], Matter]
    settle: Callable[[Sitting, str, bool, Event], Sitting]


def _free_put(sitting: Sitting, name: str) -> Matter:
    return Matter(on=f"matter:{name}", question="procedure")


def _free_settle(sitting: Sitting, name: str, carried: bool, event: Event) -> Sitting:  # noqa: FBT001 # the shape of every row
    return sitting


SORTS: Final[Mapping[str, Sort]] = {
    "matter": Sort(put=_free_put, settle=_free_settle),
}
"""The sorts of matters."""


def put(sitting: Sitting, on: str) -> Matter:
    """Give the matter that is to be put to the Conference now; Refused if there is none or something stands before it."""
    sort, _colon, name = on.partition(":")
    if sort not in SORTS or not name:
        raise Refused("conference_hall.matter_unknown", NAMES, on=on)
    return SORTS[sort].put(sitting, name)


def settle(sitting: Sitting, on: str, event: Event, *, carried: bool) -> Sitting:
    """Give the sitting after the Conference has answered: `carried` or not (not called when no decision was taken)."""
    sort, _colon, name = on.partition(":")
    return SORTS[sort].settle(sitting, name, carried, event) if sort in SORTS else sitting
