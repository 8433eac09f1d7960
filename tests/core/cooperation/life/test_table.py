# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The table as such, and any sequence of events over it: total, the same in any order, and closed stays closed."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from longbien.core.base.errors import LongBienError
from longbien.core.cooperation.forms.kinds import MEASURES
from longbien.core.cooperation.life.events import LOCAL, REQUESTED, REQUESTING, Event, arrange
from longbien.core.cooperation.life.lifecycle import RequestState, at_moment, possible, replay, step
from longbien.core.cooperation.life.table import EITHER, GRANTED, KEPT, NEUTRAL, STATES, TABLE, TIMER
from longbien.texts import SENTENCES

START = datetime(2026, 11, 21, tzinfo=UTC)
KINDS = sorted(
    {
        row.event
        for row in TABLE
        if not row.event.startswith("linked ") and row.event not in ("request.*", TIMER)
    }
    | {"request.preservation", "request.stored-data", "unknown.kind", *NEUTRAL}
)
FINAL = ("closed", "discarded")

OUTCOMES = (
    "",
    "granted",
    "in-part",
    "refused",
    "postponed",
    "executed",
    "nothing-found",
    "released",
    "own-prosecution",
    "destroyed",
)
asked = st.lists(st.sampled_from(MEASURES), min_size=1, max_size=2, unique=True).map(tuple)
moments = st.integers(0, 200).map(lambda day: START + timedelta(days=day))
acts = st.integers(0, 40).map(lambda number: f"{number:02}")


@st.composite
def events(draw: st.DrawFn) -> Event:
    return Event(
        kind=draw(st.sampled_from(KINDS)),
        by=draw(st.sampled_from([REQUESTING, REQUESTED])),
        at=draw(moments),
        act=draw(acts),
        refers_to=draw(st.just("") | acts),
        linked=draw(st.sampled_from(["", "", "", "x", "y"])),
        asks=draw(asked),
        measure=draw(st.sampled_from(["", *MEASURES])),
        outcome=draw(st.sampled_from(OUTCOMES)),
        since=draw(st.none() | moments),
        until=draw(st.none() | moments),
        item=draw(st.sampled_from(["", "a", "b"])),
        about=draw(st.sampled_from(["", "a"])),
        use=draw(st.sampled_from(["", "other-use", "onward-transfer"])),
    )


def likely(draw: st.DrawFn) -> list[Event]:
    """Draw events that the table can take, one after another, so that every depth of it is reached."""
    state, found, now, asks = RequestState(), [], START, draw(asked)
    for number in range(draw(st.integers(1, 14))):
        now += timedelta(days=draw(st.integers(0, 30)))
        by = draw(st.sampled_from([REQUESTING, REQUESTED]))
        kinds = possible(state, by=by, now=now)
        if not kinds:
            continue
        kind = draw(st.sampled_from(kinds))
        if kind.startswith("consultation."):  # a thread of its own
            continue
        event = Event(
            kind="request.preservation" if kind == "request.*" else kind,
            by=by,
            at=now,
            act=f"{number:02}",
            asks=asks,
            measure=draw(st.sampled_from(asks)),
            outcome=draw(
                st.sampled_from(
                    ["granted", "refused", "executed", "released", "own-prosecution", "destroyed"]
                )
            ),
            since=now,
            until=now + timedelta(days=draw(st.integers(1, 90))),
            item=draw(st.sampled_from(["a", "b"])),
            about=draw(st.sampled_from(["", "a", "b"])),
            use="other-use",
        )
        try:
            state = step(state, event)
        except LongBienError:
            continue
        found.append(event)
    return found


histories = st.composite(likely)()


@given(given_events=st.lists(events(), max_size=12), now=moments)
def test_no_sequence_raises_and_every_state_is_one_of_the_table(
    given_events: list[Event], now: datetime
) -> None:
    state = at_moment(replay(given_events), now)
    assert all(place in STATES[track] for track, place in state.tracks.items())
    assert all(place in STATES["evidence"] for place in state.evidence.values())
    assert all(note.code in SENTENCES for note in state.unfitting)
    assert all(kept.since <= kept.until for kept in (*state.kept, *state.held))
    for by in (REQUESTING, REQUESTED):
        assert TIMER not in possible(state, by=by, now=now)


@given(given_events=st.lists(events(), max_size=12), event=events())
def test_a_step_gives_a_state_or_a_coded_refusal(given_events: list[Event], event: Event) -> None:
    code = ""
    try:
        step(replay(given_events), event)
    except LongBienError as error:
        code = error.code
    assert code in ("", *SENTENCES)


@given(history=histories, data=st.data())
def test_both_sides_reach_the_same_state_in_whatever_order_acts_arrive(
    history: list[Event], data: st.DataObject
) -> None:
    state = replay(history)
    assert replay(data.draw(st.permutations(history))) == state
    assert replay([*history, *history]) == state


@given(history=st.lists(events(), max_size=10), data=st.data())
def test_the_shared_order_does_not_depend_on_arrival(history: list[Event], data: st.DataObject) -> None:
    known = {(event.act, event.kind, event.linked): event for event in history}
    unique = list(known.values())
    assert arrange(data.draw(st.permutations(unique))) == arrange(unique)
    assert sorted(arrange(unique), key=repr) == sorted(unique, key=repr)


@given(history=histories)
def test_history_replayed_is_the_history_that_was_stepped(history: list[Event]) -> None:
    assert replay(history).unfitting == ()


@settings(max_examples=200)
@given(history=histories, event=events())
def test_closed_states_stay_closed(history: list[Event], event: Event) -> None:
    state = replay(history)
    if state.request not in FINAL:
        return
    try:
        later = step(state, event)
    except LongBienError:
        return
    assert later.request == state.request
    assert later.disclosure == state.disclosure
    assert later.preservation not in KEPT
    assert later.tracks["arrest"] not in KEPT


@given(history=histories)
def test_evidence_is_released_only_after_acceptance_and_grant(history: list[Event]) -> None:
    seen: dict[str, list[str]] = {}
    leaves: dict[str, str] = {}
    for change in replay(history).steps:
        if change.track in ("disclosure", "assistance", "offer"):
            leaves[change.track] = change.after
        elif change.track == "evidence":
            if change.after == "released":
                assert seen[change.item][-1] == "accepted"
                assert set(leaves.values()) & {*GRANTED, "offered", "accepted"}
            seen.setdefault(change.item, []).append(change.after)


def test_an_act_stands_after_the_one_it_refers_to_whatever_the_clocks_say() -> None:
    announced = Event(kind="evidence.announced", by=REQUESTED, at=START + timedelta(minutes=9), act="b")
    accepted = Event(kind="evidence.accepted", by=REQUESTING, at=START, act="a", refers_to="b")
    assert arrange([accepted, announced]) == (announced, accepted)
    assert arrange([announced, accepted]) == (announced, accepted)


def test_each_row_names_states_that_exist() -> None:
    for row in TABLE:
        assert set(row.states) <= set(STATES[row.track])
        assert row.to in ("", *STATES[row.track])
        assert row.by in (REQUESTING, REQUESTED, EITHER)
        assert all(set(states) <= set(STATES[track]) for track, states in row.needs)


def test_each_state_can_be_reached_and_the_table_decides_for_one_row() -> None:
    for track, states in STATES.items():
        assert {row.to for row in TABLE if row.track == track} - {""} == set(states[1:])
    seen = set()
    for row in TABLE:
        for state in row.states:
            for outcome in row.outcomes or ("",):
                key = (
                    row.track,
                    state,
                    row.event,
                    row.measure,
                    outcome,
                    row.asks,
                    row.time,
                    row.last,
                    row.by,
                    row.needs,
                )
                assert key not in seen
                seen.add(key)


def test_local_events_are_no_acts() -> None:
    assert not any(kind.startswith(("request.", "answer.", "evidence.")) for kind in LOCAL)
