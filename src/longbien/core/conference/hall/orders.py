# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Points of order: ruled at once; an appeal is put at once, and what is put is the RULING: a tie lets it stand (rule 44 of UNTOC, 71 of the GA).

The kind of a question (procedure or substance) is ruled on in the same way; a ruling after the vote re-tallies what was counted.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from longbien.core.conference.hall.answers import Answer
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.floor import paused
from longbien.core.conference.hall.questions import check_kind, check_known
from longbien.core.conference.hall.refusing import NAMES, Refused
from longbien.core.conference.hall.saying import participant_of
from longbien.core.conference.hall.sitting import Sitting, with_entry
from longbien.core.conference.hall.state.orders import (
    APPEALED,
    OVERTURNED,
    RAISED,
    RULED,
    STANDS,
    Dispute,
    Order,
)
from longbien.core.conference.rules.values import RuleValue

_OTHER_KIND: Final[Mapping[str, str]] = {"procedure": "substance", "substance": "procedure"}


def _raised(sitting: Sitting, event: Event) -> Sitting:
    """Raise a point of order: interrupts a speaker, and during a vote only if it concerns the conduct of that vote."""
    name, about = event.text("id"), event.text("about")
    _check_new(sitting, name)
    one = participant_of(sitting, event)
    running = sitting.voting or sitting.electing
    if running and about != "vote":
        raise Refused(
            "conference_hall.order_not_on_vote",
            sitting.rules.value("points_of_order.interrupts"),
            participant=one.id,
            vote=running,
        )
    if not running and about == "vote":
        raise Refused(
            "conference_hall.order_no_vote",
            sitting.rules.value("points_of_order.interrupts"),
            participant=one.id,
        )
    order = Order(id=name, by=one.id, about=about, at=event.at, words=event.text("words"))
    stopped = paused(sitting, event)
    return replace(stopped, order=name, orders=with_entry(sitting.orders, name, order))


def _ruled(sitting: Sitting, event: Event) -> Sitting:
    """Rule. What was interrupted goes on; until then or the next event of another kind, the ruling may be appealed against."""
    order = _order(sitting, event, RAISED)
    ruled = replace(order, state=RULED, ruling=event.text("outcome"), ruled_words=event.text("words"))
    return replace(sitting, order="", ruled=order.id, orders=with_entry(sitting.orders, order.id, ruled))


def _appealed(sitting: Sitting, event: Event) -> Sitting:
    """Appeal: at once, before anything else is taken up, and without debate."""
    order = _order(sitting, event, RULED)
    one = participant_of(sitting, event)
    if sitting.ruled != order.id:
        raise Refused(
            "conference_hall.appeal_late", sitting.rules.value("points_of_order.appeal"), order=order.id
        )
    appealed = replace(order, state=APPEALED, appealed_by=one.id)
    stopped = paused(sitting, event)
    return replace(stopped, order=order.id, ruled="", orders=with_entry(sitting.orders, order.id, appealed))


def _disputed(sitting: Sitting, event: Event) -> Sitting:
    """Doubt whether a matter is of procedure or of substance: the Chair rules before it is put."""
    on = event.text("on")
    check_known(sitting, on)
    one = participant_of(sitting, event)
    dispute = Dispute(on=on, by=one.id, at=event.at)
    return replace(sitting, disputes=with_entry(sitting.disputes, on, dispute))


def _question_ruled(sitting: Sitting, event: Event) -> Sitting:
    """Rule what kind of question a matter is; the Conference may decide otherwise on appeal."""
    name, on, question = event.text("id"), event.text("on"), event.text("question")
    _check_new(sitting, name)
    check_known(sitting, on)
    check_kind(sitting, on, question)
    order = Order(
        id=name,
        by="chair",
        about="kind",
        at=event.at,
        state=RULED,
        ruling=question,
        ruled_words=event.text("words"),
        on=on,
        question=question,
        before=sitting.kinds.get(on, ""),
    )
    ruled = with_kind(sitting, on, question)
    return replace(ruled, ruled=name, orders=with_entry(sitting.orders, name, order))


def with_kind(sitting: Sitting, on: str, question: str) -> Sitting:
    """Give the sitting with the kind of question of a matter settled (empty: as it was by the rules)."""
    kinds = {name: held for name, held in sitting.kinds.items() if name != on}
    disputes = {name: held for name, held in sitting.disputes.items() if name != on}
    return replace(sitting, kinds={**kinds, on: question} if question else kinds, disputes=disputes)


def ruling_settled(sitting: Sitting, name: str, answer: Answer) -> Sitting:
    """Give the sitting after the vote on an appeal. An overturned ruling on a kind of question gives the other kind."""
    order = sitting.orders[name]
    settled = replace(order, state=STANDS if answer.carried else OVERTURNED)
    after = replace(sitting, order="", orders=with_entry(sitting.orders, name, settled))
    if answer.carried or order.about != "kind":
        return after
    return with_kind(after, order.on, _OTHER_KIND.get(order.question, order.before))


def _order(sitting: Sitting, event: Event, state: str) -> Order:
    """Give the order that an event names, in the state that it must be in."""
    order = sitting.orders.get(event.text("id"))
    if order is None:
        raise Refused("conference_hall.order_unknown", NAMES, order=event.text("id"))
    if order.state != state:
        raise Refused("conference_hall.order_state", _ruled_rule(sitting), order=order.id, state=order.state)
    return order


def _check_new(sitting: Sitting, name: str) -> None:
    if name in sitting.orders:
        raise Refused("conference_hall.id_taken", NAMES, id=name)


def _ruled_rule(sitting: Sitting) -> RuleValue:
    return sitting.rules.value("points_of_order.ruled")


HANDLERS: Final[Mapping[str, Callable[[Sitting, Event], Sitting]]] = {
    "order.raised": _raised,
    "order.ruled": _ruled,
    "order.appealed": _appealed,
    "question.disputed": _disputed,
    "question.ruled": _question_ruled,
}
