# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a motion may be about, and when it comes too late or too early."""

from collections.abc import Callable, Mapping
from typing import Final

from longbien.core.conference.hall.refusing import NAMES, Refused
from longbien.core.conference.hall.sitting import Sitting
from longbien.core.conference.hall.state.motions import Motion
from longbien.core.conference.hall.state.texts import ADOPTED, DEFERRED, NO_ACTION, REJECTED, TABLED

PROPOSAL: Final = "proposal"
AMENDMENT: Final = "amendment"
ITEM: Final = "item"
_DECIDED: Final = frozenset({ADOPTED, REJECTED, DEFERRED, NO_ACTION})


def check_target(sitting: Sitting, motion: Motion) -> None:
    """Refuse a motion that has no sense now: without a debate, on a text that is not there or not in the state for it."""
    check = TARGETS.get(motion.motion)
    if check is not None:
        check(sitting, motion)


def text_state(sitting: Sitting, target: str) -> str:
    """Give the state of the text or item that a matter names; empty if there is none."""
    sort, _colon, name = target.partition(":")
    if sort == PROPOSAL and name in sitting.proposals:
        return sitting.proposals[name].state
    if sort == AMENDMENT and name in sitting.amendments:
        return sitting.amendments[name].state
    if sort == ITEM and name in sitting.items:
        debate = sitting.items[name].debate
        return NO_ACTION if debate == "adjourned" else TABLED
    return ""


def _debate(sitting: Sitting, motion: Motion) -> None:
    """Adjourn or close: the debate on the open item, or on one draft (no action)."""
    if motion.target:
        _tabled(sitting, motion)
        return
    item = sitting.items.get(sitting.item)
    if item is None:
        raise _refused(sitting, motion, "conference_hall.no_debate")
    if item.debate != "open":
        raise Refused(
            "conference_hall.debate_over",
            sitting.rules.motion(motion.motion).rule,
            item=item.id,
            debate=item.debate,
        )


def _tabled(sitting: Sitting, motion: Motion) -> None:
    """Only on a text that waits for its decision, and before voting on it has begun."""
    state = text_state(sitting, motion.target)
    if not state:
        raise Refused("conference_hall.matter_unknown", NAMES, on=motion.target or "-")
    if state != TABLED:
        raise _refused(sitting, motion, "conference_hall.target_decided", target=motion.target, state=state)


def _decided(sitting: Sitting, motion: Motion) -> None:
    """Reconsider only what was decided, or left without a decision (rule 55 of UNTOC)."""
    state = text_state(sitting, motion.target)
    if not state:
        raise Refused("conference_hall.matter_unknown", NAMES, on=motion.target or "-")
    if state not in _DECIDED:
        raise _refused(sitting, motion, "conference_hall.target_open", target=motion.target, state=state)


def _seconds(sitting: Sitting, motion: Motion) -> None:
    if motion.seconds is None:
        raise _refused(sitting, motion, "conference_hall.motion_lacks", member="seconds")


def _method(sitting: Sitting, motion: Motion) -> None:
    if not motion.method:
        raise _refused(sitting, motion, "conference_hall.motion_lacks", member="method")


def _elsewhere(sitting: Sitting, motion: Motion) -> None:
    """Refuse a division here: it is asked for by an event of its own, which says which parts."""
    raise _refused(sitting, motion, "conference_hall.division_apart")


def _refused(sitting: Sitting, motion: Motion, code: str, **facts: str) -> Refused:
    return Refused(code, sitting.rules.motion(motion.motion).rule, motion=motion.motion, **facts)


TARGETS: Final[Mapping[str, Callable[[Sitting, Motion], None]]] = {
    "adjourn_debate": _debate,
    "close_debate": _debate,
    "competence": _tabled,
    "priority": _tabled,
    "defer_vote": _tabled,
    "reconsider": _decided,
    "limit_time": _seconds,
    "request_method": _method,
    "division": _elsewhere,
}
"""What each motion must be about; the others concern the meeting."""
