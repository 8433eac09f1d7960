# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two whole nodes: whatever either side says, and however it travels (late, twice, in any order), both come to one state or name one refusal."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from itertools import count

from django.db.backends.base.base import BaseDatabaseWrapper
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from longbien.actions.cooperation.answers.acknowledge import acknowledge
from longbien.actions.cooperation.answers.ask import ask
from longbien.actions.cooperation.answers.close import close
from longbien.actions.cooperation.answers.consult import consult, give_views
from longbien.actions.cooperation.answers.decide_measure import decide_measure
from longbien.actions.cooperation.answers.dispute import raise_dispute
from longbien.actions.cooperation.answers.extend import extend
from longbien.actions.cooperation.answers.inform import inform
from longbien.actions.cooperation.answers.preserve import preserve
from longbien.actions.cooperation.answers.return_for_defects import return_for_defects
from longbien.actions.cooperation.answers.status import ask_status, report_progress
from longbien.actions.cooperation.answers.use import ask_use
from longbien.actions.cooperation.answers.withdraw import withdraw
from longbien.actions.cooperation.drafts.draft import draft
from longbien.actions.cooperation.drafts.submit import submit
from longbien.actions.cooperation.say import Spoken
from longbien.actions.exchange.deliver import deliver_batch
from longbien.bridge.ports import PeerDoor, Reply
from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.ids import RequestId
from longbien.core.cooperation.life.lifecycle import at_moment
from longbien.store import models
from tests.actions.steps import look
from tests.pair import Pair, Side, make_pair
from tests.requests import preservation, stored_data

Words = tuple[str, Callable[..., Spoken | tuple[Spoken, ...]], dict[str, object]]

VN_SAYS: dict[str, tuple[Callable[..., Spoken], dict[str, object]]] = {
    "withdraw": (withdraw, {"reason": "Solved."}),
    "inform": (inform, {"text": "It is so.", "changed": {}}),
    "views": (give_views, {"text": "It is fraud."}),
    "ask-status": (ask_status, {}),
    "ask-use": (ask_use, {"use": "other-use", "purpose": "A second case."}),
    "dispute": (raise_dispute, {"text": "Too late."}),
}
AT_SAYS: dict[str, tuple[Callable[..., Spoken], dict[str, object]]] = {
    "acknowledge": (acknowledge, {"reference": "AT-7"}),
    "return": (return_for_defects, {"reasons": ("incomplete",)}),
    "ask": (ask, {"questions": "Which port?"}),
    "progress": (report_progress, {"text": "With the court."}),
    "consult": (consult, {"measure": "disclosure", "text": "Is it fraud?"}),
    "refuse-data": (
        decide_measure,
        {
            "measure": "disclosure",
            "decision": "refused",
            "grounds": ("own-law-bars",),
            "reasons": "The law bars it.",
        },
    ),
    "refuse-keeping": (
        decide_measure,
        {
            "measure": "preservation",
            "decision": "refused",
            "grounds": ("own-law-bars",),
            "reasons": "The law bars it.",
        },
    ),
    "dispute": (raise_dispute, {"text": "Too much."}),
    "close": (close, {"outcome": "executed"}),
}
TURNS = st.one_of(
    st.tuples(st.just("VN"), st.sampled_from([*VN_SAYS, "extend", "follow-up"]), st.integers(0, 1)),
    st.tuples(st.just("AT"), st.sampled_from([*AT_SAYS, "preserve"]), st.integers(0, 1)),
    st.tuples(
        st.sampled_from(["carry-VN", "carry-AT"]), st.sampled_from(["", "lost", "twice"]), st.integers(0, 5)
    ),
    st.tuples(st.just("wait"), st.just(""), st.sampled_from([1, 30, 70])),
)


class Rough:
    """A door that hands over, and may lose the answer, so that the same bytes come again."""

    def __init__(self, door: PeerDoor, how: str) -> None:
        self._door, self._how = door, how

    def deliver(self, delivery: bytes) -> Reply:
        reply = self._door.deliver(delivery)
        if self._how == "twice":
            reply = self._door.deliver(delivery)
        if self._how == "lost":
            raise RefusedError("bridge.unreachable", host="rough")
        return reply

    def __getattr__(self, name: str) -> object:
        return getattr(self._door, name)


class Case:
    """Two nodes, and the requests that were drafted so far."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self.requests: list[RequestId] = []
        self._numbers = count(1)
        self.request("preservation", preservation(traffic_path=True))

    def request(self, form: str, raw: Mapping[str, Json]) -> None:
        """Let VN make a request; nothing is carried."""
        with self.pair.vn as vn:
            duty = vn.officers["duty"]
            kept = draft(node=vn.node, actor=duty, form_id=form, partner=self.pair.at.node.party, raw=raw)
            vn.approve(submit(node=vn.node, actor=duty, request_id=kept.request_id).proposal)
        self.requests.append(kept.request_id)

    def turn(self, who: str, what: str, number: int) -> None:
        """Take one turn; what a side's own gate refuses is not said."""
        if who == "wait":
            self.pair.clock.go(days=number)
        elif who.startswith("carry"):
            self.carry(self.pair.vn if who == "carry-VN" else self.pair.at, what, number)
        elif what == "follow-up":
            raw = stored_data(
                status="follow-up-preservation",
                previous_preservation=self.requests[0],
                reference=f"C-{next(self._numbers)}",
            )
            self.request("stored-data", raw)
        else:
            self.say(
                self.pair.vn if who == "VN" else self.pair.at,
                what,
                self.requests[number % len(self.requests)],
            )

    def say(self, side: Side, what: str, request_id: RequestId) -> None:
        """Let a side say something, with a second officer where it takes two."""
        words = (VN_SAYS if side is self.pair.vn else AT_SAYS).get(what)
        until = self.pair.clock.now + timedelta(days=100)
        if what == "extend":
            words = (extend, {"until": until, "reason": "The translation."})
        try:
            with side:
                duty = side.officers["duty"]
                if words is None:
                    said: tuple[Spoken, ...] = preserve(
                        node=side.node, actor=duty, request_id=request_id, until=until
                    )
                else:
                    verb, values = words
                    said = (verb(node=side.node, actor=duty, request_id=request_id, **values),)
                for one in said:
                    if not one.made:
                        side.approve(one.proposal)
        except LongBienError:
            return

    def carry(self, side: Side, how: str, which: int) -> int:
        """Carry one of the acts that wait, whichever; tell how many wait."""
        other = self.pair.other(side)
        with side:
            rows = list(models.Outbox.objects.filter(state=models.Outbox.WAITING).order_by("pk"))
            if rows:
                row = rows[which % len(rows)]
                door = Rough(self.pair.line(side), how)
                deliver_batch(node=side.node, partner=other.node.party, rows=[row], door=door)  # type: ignore[arg-type]
        return len(rows)

    def settle(self) -> None:
        """Carry all that waits, in order."""
        while self.carry(self.pair.vn, "", 0) + self.carry(self.pair.at, "", 0):
            pass


def refusals(side: Side) -> dict[str, str]:
    """Give what was refused of what a side said, or what it refused, by act."""
    with side:
        made = models.Outbox.objects.filter(state=models.Outbox.REFUSED).values_list("act__digest", "code")
        taken = models.Act.objects.filter(direction=models.Act.RECEIVED).exclude(outcome="stored")
        return {**dict(made), **dict(taken.values_list("digest", "code"))}


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(turns=st.lists(TURNS, min_size=4, max_size=18))
def test_both_nodes_come_to_one_state_or_name_one_refusal(
    db: None, pair_template: BaseDatabaseWrapper, turns: list[tuple[str, str, int]]
) -> None:
    case = Case(make_pair(pair_template))
    for who, what, number in turns:
        case.turn(who, what, number)
    case.settle()
    vn, at = case.pair.vn, case.pair.at
    refused = refusals(vn)
    assert refused == refusals(at)
    for request_id in case.requests:
        with at:
            known = models.Request.objects.filter(pk=request_id).exists()
        assert known or refused
        if known:
            now = case.pair.clock.now
            assert at_moment(look(vn, request_id).state, now) == at_moment(look(at, request_id).state, now)


def test_a_follow_up_that_overtakes_the_request_it_follows_is_tied_to_it_all_the_same(
    db: None, pair_template: BaseDatabaseWrapper
) -> None:
    case = Case(make_pair(pair_template))
    case.turn("VN", "follow-up", 0)
    case.carry(case.pair.vn, "", 1)
    case.settle()
    first, second = case.requests
    for side in (case.pair.vn, case.pair.at):
        assert [one.request_id for one in look(side, first).follow_ups] == [second]
        assert [one.request_id for one in look(side, second).follows] == [first]
