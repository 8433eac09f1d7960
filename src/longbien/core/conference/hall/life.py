# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The life of a proposal as one table: from which state to which, and by what. The drawing in the documentation is made from it."""

from dataclasses import dataclass
from typing import Final

from longbien.core.conference.hall.state.texts import (
    ADOPTED,
    DEFERRED,
    FALLEN,
    NO_ACTION,
    NOT_COMPETENT,
    NOT_PUT,
    REJECTED,
    TABLED,
    WITHDRAWN,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of state. `by` is a kind of event, or what is decided; `rule` the path of the rule behind it."""

    before: str
    after: str
    by: str
    rule: str


def _change(before: str, by: str, after: str, rule: str) -> Change:
    return Change(before=before, after=after, by=by, rule=rule)


LIFE: Final = (
    _change(TABLED, "consensus, silence or vote", ADOPTED, "voting.consensus_first"),
    _change(TABLED, "vote, or no operative part left", REJECTED, "division.all_operative_parts_rejected"),
    _change(TABLED, "proposal.withdrawn", WITHDRAWN, "proposals.withdrawal"),
    _change(WITHDRAWN, "proposal.revived", TABLED, "proposals.withdrawal"),
    _change(TABLED, "the one that it depends on falls", FALLEN, "proposals.linked"),
    _change(FALLEN, "the one that it depends on is reconsidered", TABLED, "proposals.linked"),
    _change(TABLED, "proposal.passed_over", NOT_PUT, "proposals.competing"),
    _change(TABLED, "motion defer_vote", DEFERRED, "motions.defer_vote"),
    _change(DEFERRED, "meeting.opened", TABLED, "motions.defer_vote"),
    _change(TABLED, "motion adjourn_debate", NO_ACTION, "motions.adjourn_debate"),
    _change(TABLED, "motion competence", NOT_COMPETENT, "motions.competence"),
    _change(ADOPTED, "motion reconsider", TABLED, "motions.reconsider"),
    _change(REJECTED, "motion reconsider", TABLED, "motions.reconsider"),
    _change(DEFERRED, "motion reconsider", TABLED, "motions.reconsider"),
    _change(NO_ACTION, "motion reconsider", TABLED, "motions.reconsider"),
    _change(ADOPTED, "declared again after question.ruled", REJECTED, "questions.kind_dispute"),
    _change(REJECTED, "declared again after question.ruled", ADOPTED, "questions.kind_dispute"),
)
"""Every change that a proposal may undergo."""

ALLOWED: Final = frozenset((row.before, row.after) for row in LIFE)
"""The changes as pairs."""
