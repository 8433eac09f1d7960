# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is put to the Conference, whether by a vote or by asking for objections: may it be put now, and what follows from the answer.

A matter is named `<sort>:<id>`. Each sort is a row of `SORTS`; anything that the Conference decides and that is no text, motion or
ruling is `matter:<name>` (`matter:credentials`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from longbien.core.conference.hall import amendments, division, effects, motions, orders
from longbien.core.conference.hall.answers import Answer
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.outcomes import nothing_left_settled, proposal_settled, recorded
from longbien.core.conference.hall.pending import appeal
from longbien.core.conference.hall.proposals import proposal_of
from longbien.core.conference.hall.refusing import NAMES, Refused
from longbien.core.conference.hall.ripeness import (
    check_clear,
    check_notice,
    check_question,
    check_text,
    check_whole,
)
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.texts import Proposal

PROCEDURE: Final = "procedure"
SUBSTANCE: Final = "substance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A matter that may be put now: its kind of question in the rules, and the threshold that a vote on it takes."""

    on: str
    question: str
    threshold: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Putting:
    """How something is put: by a vote, or by asking whether anybody objects; `asked` is the kind of question that the Chair named."""

    by_vote: bool = True
    asked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """A sort of matter: `put` refuses what may not be put now; `settle` gives the sitting after the answer, `rule` names its rule."""

    put: Callable[[Sitting, str, Putting], Matter]
    settle: Callable[[Sitting, str, Answer], Sitting]
    rule: str


def put(sitting: Sitting, on: str, *, by_vote: bool = True, asked: str = "") -> Matter:
    """Give the matter that is put to the Conference now; Refused if there is none, or something comes before it."""
    sort, _colon, name = on.partition(":")
    if sort not in SORTS or not name:
        raise Refused("conference_hall.matter_unknown", NAMES, on=on)
    ruling = appeal(sitting)
    if ruling is not None and on != f"ruling:{ruling.id}":
        raise Refused(
            "conference_hall.appeal_first",
            sitting.rules.value("points_of_order.appeal"),
            on=on,
            order=ruling.id,
        )
    if ruling is None:
        check_clear(sitting, on)
    return SORTS[sort].put(sitting, name, Putting(by_vote=by_vote, asked=asked))


def settle(sitting: Sitting, on: str, event: Event, *, carried: bool) -> Sitting:
    """Give the sitting after the Conference has answered (not called when no decision was taken), with the decision on record."""
    sort, _colon, name = on.partition(":")
    if sort not in SORTS:
        return sitting
    row = SORTS[sort]
    noted = recorded(sitting, event, on, "adopted" if carried else "rejected", row.rule)
    return row.settle(noted, name, Answer(event=event, carried=carried))


def _proposal(sitting: Sitting, name: str, way: Putting) -> Matter:
    """Put a proposal as a whole, as amended and without the parts that were deleted."""
    proposal = proposal_of(sitting, name)
    check_text(sitting, proposal)
    check_whole(sitting, proposal)
    return _as_whole(sitting, f"proposal:{name}", proposal, way)


def _as_whole(sitting: Sitting, on: str, proposal: Proposal, way: Putting) -> Matter:
    """Give the matter with the question and threshold of the whole: amendments and parts follow it (rules 84 and 89 of the GA)."""
    question = check_question(
        sitting, f"proposal:{proposal.id}", proposal.question, by_vote=way.by_vote, inner=on
    )
    check_notice(sitting, proposal, question, by_vote=way.by_vote)
    return Matter(on=on, question=question.id, threshold=question.last_resort or "consensus")


def _amendment(sitting: Sitting, name: str, way: Putting) -> Matter:
    amendment = amendments.check_put(sitting, name)
    proposal = proposal_of(sitting, amendment.proposal)
    check_text(sitting, proposal)
    return _as_whole(sitting, f"amendment:{name}", proposal, way)


def _part(sitting: Sitting, name: str, way: Putting) -> Matter:
    proposal = division.check_part_put(sitting, name)
    check_text(sitting, proposal)
    return _as_whole(sitting, f"part:{name}", proposal, way)


def _division(sitting: Sitting, name: str, way: Putting) -> Matter:
    division.check_division_put(sitting, name)
    rule = sitting.rules.motion("division")
    return Matter(on=f"division:{name}", question=PROCEDURE, threshold=rule.threshold or "simple")


def _motion(sitting: Sitting, name: str, way: Putting) -> Matter:
    motion = motions.check_put(sitting, name)
    rule = sitting.rules.motion(motion.motion)
    question = motion.motion if motion.motion in sitting.rules.questions else PROCEDURE
    return Matter(on=f"motion:{name}", question=question, threshold=rule.threshold or "simple")


def _motion_amendment(sitting: Sitting, name: str, way: Putting) -> Matter:
    motions.check_amendment_put(sitting, name)
    return Matter(on=f"motion_amendment:{name}", question=PROCEDURE, threshold="simple")


def _ruling(sitting: Sitting, name: str, way: Putting) -> Matter:
    """Put the RULING: yes upholds it, a majority against it overturns it (rule 44 of UNTOC, 71 of the GA)."""
    ruling = appeal(sitting)
    if ruling is None or ruling.id != name:
        raise Refused("conference_hall.no_appeal", sitting.rules.value("points_of_order.appeal"), order=name)
    question = sitting.rules.question("appeal_ruling")
    return Matter(
        on=f"ruling:{name}", question=question.id, threshold=question.last_resort or "overturn_ruling"
    )


def _kind(sitting: Sitting, name: str, way: Putting) -> Matter:
    """Put whether a matter is one of procedure (`kind:proposal/L.1`; UNTOC, eleventh session): yes means that it is."""
    question = sitting.rules.question("kind_dispute")
    return Matter(on=f"kind:{name}", question=question.id, threshold=question.last_resort or "simple")


def _other(sitting: Sitting, name: str, way: Putting) -> Matter:
    on = f"matter:{name}"
    question = check_question(sitting, on, way.asked or PROCEDURE, by_vote=way.by_vote)
    return Matter(on=on, question=question.id, threshold=question.last_resort or "consensus")


def _part_settle(sitting: Sitting, name: str, answer: Answer) -> Sitting:
    proposal = division.whose_part(sitting, name)
    after = division.part_settled(sitting, name, answer)
    return nothing_left_settled(after, proposal.id, answer.event)


def _kind_settle(sitting: Sitting, name: str, answer: Answer) -> Sitting:
    return orders.with_kind(sitting, name.replace("/", ":", 1), PROCEDURE if answer.carried else SUBSTANCE)


def _other_settle(sitting: Sitting, name: str, answer: Answer) -> Sitting:
    return sitting


SORTS: Final[Mapping[str, Sort]] = {
    "proposal": Sort(put=_proposal, settle=proposal_settled, rule="voting.consensus_first"),
    "amendment": Sort(put=_amendment, settle=amendments.amendment_settled, rule="amendments.order"),
    "part": Sort(put=_part, settle=_part_settle, rule="division.question_put"),
    "division": Sort(put=_division, settle=division.division_settled, rule="motions.division"),
    "motion": Sort(put=_motion, settle=effects.motion_settled, rule="motion_rules.vote_order_of_pending"),
    "motion_amendment": Sort(
        put=_motion_amendment, settle=motions.amendment_settled, rule="motion_rules.amendable"
    ),
    "ruling": Sort(put=_ruling, settle=orders.ruling_settled, rule="points_of_order.appeal"),
    "kind": Sort(put=_kind, settle=_kind_settle, rule="questions.kind_dispute"),
    "matter": Sort(put=_other, settle=_other_settle, rule="voting.consensus_first"),
}
"""The sorts of matters."""
