# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The next steps of a running election: the ballot to open, the count to type in, the lot to draw, the close."""

from collections.abc import Iterator, Mapping
from typing import Final

from longbien.core.conference.counting.elections import BallotKind
from longbien.core.conference.hall.candidates import Spoken, Step, candidate
from longbien.core.conference.hall.kinds import SECRETARIAT
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.votes import BALLOTING, Election

_OPENED: Final[Mapping[BallotKind, str]] = {
    BallotKind.FIRST: "election.opened",
    BallotKind.RESTRICTED: "election.again",
    BallotKind.UNRESTRICTED: "election.unrestricted",
}
"""The sentence of the Chair's script with which each kind of ballot is opened."""


def election_steps(sitting: Sitting) -> Iterator[Step]:
    """Give what may be done in the election that runs, if one does."""
    election = sitting.elections.get(sitting.electing)
    if election is None:
        return
    course = election.course
    if election.phase == BALLOTING:
        yield candidate("election.counted", SECRETARIAT, id=election.id)
    elif course.lot is not None:
        said = Spoken(values={"names": ", ".join(course.lot.names)})
        yield candidate("election.drawn", id=election.id, said=said)
    elif course.round is not None:
        values = {"places": str(course.round.places), "names": ", ".join(course.round.names)}
        said = Spoken(code=_OPENED[course.round.kind], values=values)
        yield candidate("election.balloted", id=election.id, said=said)
    yield _closed(election)


def _closed(election: Election) -> Step:
    """Give the close: the names elected, or why it ends before all places are filled."""
    if election.course.left:
        return candidate("election.closed", id=election.id, lacks=("words",))
    said = Spoken(code="election.elected", values={"names": ", ".join(election.elected)})
    return candidate("election.closed", id=election.id, said=said)
