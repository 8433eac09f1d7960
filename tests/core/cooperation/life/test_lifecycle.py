# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The life of a request, told as cases: each event a line, each state what a lawyer would say."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.acts.bodies import Body, Decided, Executed, Extension
from longbien.core.cooperation.acts.bodies_json import kind_of, write_body
from longbien.core.cooperation.life.events import REQUESTED, REQUESTING, Event, event_of_act
from longbien.core.cooperation.life.lifecycle import RequestState, at_moment, possible, replay, step
from tests.requests import preservation, request, stored_data

START = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
SIXTY = timedelta(days=60)
PRESERVATION = request(preservation(), kind="preservation")
STORED = request(stored_data(), kind="stored-data")


def after(days: float = 0) -> datetime:
    return START + timedelta(days=days)


def said(body: Body, *, by: str, day: float, act: str = "", **more: str) -> Event:
    return event_of_act(
        kind=kind_of(body),
        by=by,
        at=after(day),
        act=act or f"{kind_of(body)}@{day}",
        body=write_body(body),
        **more,
    )


def bare(kind: str, *, by: str, day: float, item: str = "", linked: str = "") -> Event:
    return Event(kind=kind, by=by, at=after(day), act=f"{kind}@{day}{item}", item=item, linked=linked)


def decided(decision: str, *, day: float, measure: str = "preservation", linked: str = "") -> Event:
    return said(Decided(measure=measure, decision=decision), by=REQUESTED, day=day, linked=linked)


def preserved(*, day: float, since: float, until: float) -> Event:
    body = Executed(measure="preservation", outcome="executed", since=after(since), until=after(until))
    return said(body, by=REQUESTED, day=day)


def extension(*, day: float, until: float) -> Event:
    return said(Extension(until=after(until), reason="Translation."), by=REQUESTING, day=day)


ASKED = said(PRESERVATION, by=REQUESTING, day=0)
RECEIPT = bare("receipt", by=REQUESTED, day=0.001)
SEEN = bare("answer.acknowledged", by=REQUESTED, day=0.01)
GRANTED = decided("granted", day=0.02)
KEPT = preserved(day=0.03, since=0.02, until=60.02)
ASKED_FOR_DATA = said(STORED, by=REQUESTING, day=0)
FOLLOW_UP = said(STORED, by=REQUESTING, day=30, linked="mla")


def tracks(state: RequestState) -> tuple[str, str, str]:
    return state.request, state.preservation, state.disclosure


def test_a_draft_needs_a_second_person_before_it_is_sent() -> None:
    draft = bare("draft", by=REQUESTING, day=-2)
    approve = bare("approve", by=REQUESTING, day=-1)
    assert replay([draft]).request == "draft"
    with pytest.raises(RefusedError) as refused:
        step(replay([draft]), ASKED)
    assert refused.value.code == "cooperation.transition"
    assert step(replay([draft, approve]), ASKED).request == "sent"


def test_a_changed_draft_must_be_approved_again() -> None:
    events = [bare("draft", by=REQUESTING, day=-3), bare("approve", by=REQUESTING, day=-2)]
    assert replay([*events, bare("draft", by=REQUESTING, day=-1)]).request == "draft"


def test_what_was_drafted_does_not_matter_once_the_act_is_there() -> None:
    draft = bare("draft", by=REQUESTING, day=-2)
    assert replay([draft, ASKED]) == replay([ASKED])


def test_preservation_from_request_to_force() -> None:
    assert tracks(replay([ASKED])) == ("sent", "asked", "not-asked")
    assert tracks(replay([ASKED, RECEIPT])) == ("delivered", "asked", "not-asked")
    assert tracks(replay([ASKED, RECEIPT, SEEN])) == ("acknowledged", "asked", "not-asked")
    assert tracks(replay([ASKED, RECEIPT, SEEN, GRANTED])) == ("decided", "granted", "not-asked")
    state = replay([ASKED, RECEIPT, SEEN, GRANTED, KEPT])
    assert tracks(state) == ("executed", "in-force", "not-asked")
    assert [(kept.since, kept.until) for kept in state.kept] == [(after(0.02), after(60.02))]
    assert state.unfitting == ()


def test_execution_comes_after_a_decision() -> None:
    with pytest.raises(RefusedError) as refused:
        step(replay([ASKED, SEEN]), KEPT)
    assert refused.value.code == "cooperation.transition"


def test_preservation_lapses_by_time_alone() -> None:
    state = replay([ASKED, GRANTED, KEPT])
    assert at_moment(state, after(60.02)).preservation == "in-force"
    lapsed = at_moment(state, after(60.03))
    assert lapsed.preservation == "lapsed"
    assert (lapsed.steps[-1].at, lapsed.steps[-1].event) == (after(60.02), "period-ended")


def test_an_extension_before_expiry_keeps_the_period_whole() -> None:
    events = [ASKED, GRANTED, KEPT, extension(day=50, until=120)]
    assert replay(events).preservation == "extension-asked"
    assert replay(events).extension_until == after(120)
    state = replay([*events, preserved(day=51, since=60.02, until=120)])
    assert state.preservation == "extended"
    assert [(kept.since, kept.until) for kept in state.kept] == [(after(0.02), after(120))]
    assert state.extension_until is None


def test_an_extension_can_be_refused_and_the_period_runs_on() -> None:
    state = replay([ASKED, GRANTED, KEPT, extension(day=50, until=120), decided("refused", day=51)])
    assert (state.preservation, state.extension_until) == ("in-force", None)
    assert at_moment(state, after(61)).preservation == "lapsed"


def test_an_extension_after_expiry_is_refused() -> None:
    with pytest.raises(RefusedError) as refused:
        step(replay([ASKED, GRANTED, KEPT]), extension(day=61, until=120))
    assert refused.value.code == "cooperation.preservation_lapsed"


def test_nothing_is_dated_back_over_a_lapse() -> None:
    """Scenario 8: the requested State says on day 70 that it kept the data since day 60; the record shows the gap."""
    state = replay([ASKED, GRANTED, KEPT, preserved(day=70, since=60.02, until=130)])
    assert state.preservation == "in-force"
    assert [(kept.since, kept.until) for kept in state.kept] == [
        (after(0.02), after(60.02)),
        (after(70), after(130)),
    ]
    assert "lapsed" in [change.after for change in state.steps]


def test_nothing_is_preserved_before_it_was_asked_for() -> None:
    state = replay([ASKED, GRANTED, preserved(day=0.03, since=-40, until=60)])
    assert [(kept.since, kept.until) for kept in state.kept] == [(after(0), after(60))]


def test_a_later_statement_does_not_shorten_the_period() -> None:
    state = replay([ASKED, GRANTED, KEPT, preserved(day=5, since=0.02, until=10)])
    assert state.kept_until == after(60.02)


def test_a_follow_up_request_keeps_the_data_until_it_is_decided() -> None:
    """Art. 42(8)."""
    events = [ASKED, GRANTED, KEPT, FOLLOW_UP]
    state = replay(events)
    assert (state.preservation, state.follow_ups) == ("converted", ("mla",))
    assert at_moment(state, after(400)).preservation == "converted"
    refused_late = decided("refused", day=200, measure="disclosure", linked="mla")
    assert replay([*events, refused_late]).preservation == "released"
    refused_early = decided("refused", day=40, measure="disclosure", linked="mla")
    early = replay([*events, refused_early])
    assert early.preservation == "in-force"
    assert at_moment(early, after(61)).preservation == "lapsed"
    granted = decided("granted", day=200, measure="disclosure", linked="mla")
    assert replay([*events, granted]).preservation == "converted"


def test_two_follow_ups_keep_the_data_until_the_last_is_over() -> None:
    second = said(STORED, by=REQUESTING, day=31, act="second", linked="other")
    first_over = decided("refused", day=200, measure="disclosure", linked="mla")
    second_over = bare("request.withdrawn", by=REQUESTING, day=210, linked="other")
    events = [ASKED, GRANTED, KEPT, FOLLOW_UP, second, first_over]
    assert replay(events).preservation == "converted"
    assert replay([*events, second_over]).preservation == "released"


def test_a_follow_up_after_the_lapse_revives_nothing() -> None:
    late = said(STORED, by=REQUESTING, day=90, linked="mla")
    assert replay([ASKED, GRANTED, KEPT, late]).preservation == "lapsed"


def test_preservation_and_disclosure_are_two_decisions() -> None:
    """Scenario 16: preserved although dual criminality fails, and disclosure refused later; two tracks, two answers."""
    both = said(request(preservation(traffic_path=True), kind="preservation"), by=REQUESTING, day=0)
    refusal = decided("refused", day=3, measure="disclosure")
    state = replay([both, SEEN, GRANTED, KEPT, refusal])
    assert tracks(state) == ("executed", "in-force", "refused")


def asking(*measures: str, day: float = 0, linked: str = "") -> Event:
    """Make a request for measures, whatever its form."""
    return Event(
        kind="request.preservation",
        by=REQUESTING,
        at=after(day),
        act=f"first@{day}",
        asks=measures,
        linked=linked,
    )


def about(measure: str, outcome: str, *, day: float, linked: str = "", days: float = 0) -> Event:
    """Say what was done about a measure, held from now for some days."""
    return Event(
        kind="answer.executed",
        by=REQUESTED,
        at=after(day),
        act=f"{measure}-{outcome}@{day}",
        measure=measure,
        outcome=outcome,
        linked=linked,
        since=after(day) if days else None,
        until=after(day + days) if days else None,
    )


ARREST = [
    asking("arrest"),
    decided("granted", day=1, measure="arrest"),
    about("arrest", "executed", day=2, days=40),
]


def test_a_person_is_held_until_the_day_that_the_arresting_state_names() -> None:
    """Scenario 28: no minimum of 60 days; without a request for extradition the person is free at the day named."""
    state = replay(ARREST)
    assert (state.measures, state.until("arrest"), state.kept) == ({"arrest": "in-force"}, after(42), ())
    assert at_moment(state, after(42.1)).tracks["arrest"] == "lapsed"
    with pytest.raises(RefusedError) as late:
        step(
            state, said(Extension(until=after(60), reason="Papers.", measure="arrest"), by=REQUESTING, day=43)
        )
    assert late.value.code == "cooperation.arrest_lapsed"
    longer = said(Extension(until=after(60), reason="Papers.", measure="arrest"), by=REQUESTING, day=40)
    assert replay([*ARREST, longer]).tracks["arrest"] == "extension-asked"
    assert replay([*ARREST, about("arrest", "released", day=5)]).tracks["arrest"] == "released"


def test_a_request_for_extradition_keeps_the_person_held_and_its_end_sets_the_person_free() -> None:
    other = asking("disclosure", day=10, linked="other")
    assert replay([*ARREST, other]).tracks["arrest"] == "in-force"
    extradition = asking("surrender", day=30, linked="extradition")
    state = replay([*ARREST, extradition])
    assert at_moment(state, after(400)).tracks["arrest"] == "converted"
    for end in (
        decided("refused", day=35, measure="surrender", linked="extradition"),
        about("surrender", "executed", day=90, linked="extradition"),
        bare("request.withdrawn", by=REQUESTING, day=95, linked="extradition"),
    ):
        assert replay([*ARREST, extradition, end]).tracks["arrest"] == "released"


def test_who_refuses_for_nationality_submits_the_case_to_its_own_authorities() -> None:
    """Article 37(11)."""
    refused = [asking("surrender"), decided("refused", day=3, measure="surrender")]
    submitted = about("surrender", "own-prosecution", day=9)
    assert replay([*refused, submitted]).measures == {"surrender": "own-prosecution"}
    with pytest.raises(RefusedError):
        step(replay(refused[:1]), submitted)


def test_a_follow_up_ends_with_the_last_measure_it_asks_for() -> None:
    two = asking("disclosure", "assistance", day=30, linked="mla")
    one_refused = decided("refused", day=70, measure="assistance", linked="mla")
    events = [ASKED, GRANTED, KEPT, two, one_refused]
    assert replay(events).preservation == "converted"
    other_refused = decided("refused", day=80, measure="disclosure", linked="mla")
    assert replay([*events, other_refused]).preservation == "released"


def test_with_an_offer_evidence_runs_the_other_way_round() -> None:
    """Article 40(4): who offers gives; until it is taken on its conditions, no key leaves."""
    offered = asking("offer")
    announced = bare("evidence.announced", by=REQUESTING, day=1, item="a")
    accepted = bare("evidence.accepted", by=REQUESTED, day=2, item="a")
    released = bare("evidence.released", by=REQUESTING, day=3, item="a")
    state = replay([offered, announced, accepted, released])
    assert (state.giver, dict(state.evidence), state.unfitting) == (REQUESTING, {"a": "released"}, ())
    for wrong in (replace(announced, by=REQUESTED), replace(accepted, by=REQUESTING)):
        with pytest.raises(RefusedError):
            step(replay([offered, announced][: 1 if wrong.kind == announced.kind else 2]), wrong)
    declined = decided("refused", day=2, measure="offer")
    with pytest.raises(RefusedError):
        step(replay([offered, declined]), replace(announced, at=after(3)))


def test_a_measure_that_was_not_asked_is_not_decided() -> None:
    with pytest.raises(RefusedError) as refused:
        step(replay([ASKED, SEEN]), decided("granted", day=1, measure="disclosure"))
    assert (refused.value.code, refused.value.params["track"]) == ("cooperation.transition", "disclosure")


def test_stored_data_to_the_received_item() -> None:
    events = [
        ASKED_FOR_DATA,
        SEEN,
        decided("granted", day=1, measure="disclosure"),
        said(Executed(measure="disclosure", outcome="executed"), by=REQUESTED, day=2),
        bare("evidence.announced", by=REQUESTED, day=3, item="a"),
        bare("evidence.accepted", by=REQUESTING, day=4, item="a"),
        bare("evidence.released", by=REQUESTED, day=5, item="a"),
        bare("evidence.received", by=REQUESTING, day=6, item="a"),
        bare("answer.closed", by=REQUESTING, day=7),
    ]
    state = replay(events)
    assert (tracks(state), dict(state.evidence)) == (("closed", "not-asked", "executed"), {"a": "received"})
    assert state.unfitting == ()


def test_no_evidence_leaves_without_a_decision() -> None:
    """Scenario 9: after a refusal no item can be announced, and no key released."""
    refused_all = replay([ASKED_FOR_DATA, SEEN, decided("refused", day=1, measure="disclosure")])
    with pytest.raises(RefusedError) as refused:
        step(refused_all, bare("evidence.announced", by=REQUESTED, day=2, item="a"))
    assert refused.value.code == "cooperation.transition"


def test_no_key_leaves_before_the_conditions_are_accepted() -> None:
    events = [ASKED_FOR_DATA, decided("granted", day=1, measure="disclosure")]
    events.append(bare("evidence.announced", by=REQUESTED, day=3, item="a"))
    with pytest.raises(RefusedError):
        step(replay(events), bare("evidence.released", by=REQUESTED, day=4, item="a"))
    declined = replay([*events, bare("evidence.declined", by=REQUESTING, day=4, item="a")])
    with pytest.raises(RefusedError):
        step(declined, bare("evidence.released", by=REQUESTED, day=5, item="a"))


def test_recall_before_and_after_release() -> None:
    events = [
        ASKED_FOR_DATA,
        decided("granted", day=1, measure="disclosure"),
        *(bare("evidence.announced", by=REQUESTED, day=3, item=item) for item in "ab"),
        bare("evidence.accepted", by=REQUESTING, day=4, item="b"),
        bare("evidence.released", by=REQUESTED, day=5, item="b"),
        *(bare("evidence.recalled", by=REQUESTED, day=6, item=item) for item in "ab"),
    ]
    assert dict(replay(events).evidence) == {"a": "recalled", "b": "recalled-late"}


def test_a_return_is_mended_and_goes_on() -> None:
    returned = bare("answer.returned", by=REQUESTED, day=1)
    mended = bare("request.information", by=REQUESTING, day=2)
    assert replay([ASKED, RECEIPT, returned]).request == "returned"
    state = replay([ASKED, RECEIPT, returned, mended, decided("granted", day=3)])
    assert (state.request, state.information, state.unfitting) == ("decided", "given", ())


def test_a_question_is_open_until_it_is_answered() -> None:
    question = bare("answer.information-wanted", by=REQUESTED, day=1)
    answer = bare("request.information", by=REQUESTING, day=2)
    assert (replay([ASKED, question]).information, replay([ASKED, question, answer]).information) == (
        "wanted",
        "given",
    )


def test_withdrawal_ends_preservation_and_what_was_asked() -> None:
    withdrawn = bare("request.withdrawn", by=REQUESTING, day=5)
    assert tracks(replay([ASKED, GRANTED, KEPT, withdrawn])) == ("withdrawn", "released", "not-asked")
    assert tracks(replay([ASKED_FOR_DATA, withdrawn])) == ("withdrawn", "not-asked", "withdrawn")
    assert replay([ASKED, withdrawn, bare("answer.closed", by=REQUESTED, day=6)]).request == "closed"


def test_a_request_is_not_closed_while_data_are_kept() -> None:
    with pytest.raises(RefusedError):
        step(replay([ASKED, GRANTED, KEPT]), bare("answer.closed", by=REQUESTED, day=1))


def test_only_the_right_side_speaks() -> None:
    with pytest.raises(RefusedError) as refused:
        step(replay([ASKED]), replace(GRANTED, by=REQUESTING))
    assert refused.value.code == "cooperation.transition_party"


def test_an_unknown_kind_is_kept_and_changes_nothing() -> None:
    unknown = bare("answer.from-the-future", by=REQUESTED, day=1)
    state = replay([ASKED, unknown])
    assert [note.code for note in state.unfitting] == ["cooperation.kind_unknown"]
    assert tracks(state) == tracks(replay([ASKED]))
    assert replay([ASKED, bare("act.recalled", by=REQUESTING, day=1)]).unfitting == ()


def test_a_page_offers_what_may_come_next() -> None:
    seen = replay([ASKED, RECEIPT, SEEN])
    assert set(possible(seen, by=REQUESTED, now=after(1))) >= {"answer.decided", "answer.information-wanted"}
    assert "evidence.announced" not in possible(seen, by=REQUESTED, now=after(1))
    assert "answer.acknowledged" in possible(replay([ASKED, RECEIPT]), by=REQUESTED, now=after(1))
    assert "answer.acknowledged" not in possible(seen, by=REQUESTED, now=after(1))
    assert set(possible(replay([ASKED, GRANTED, KEPT]), by=REQUESTING, now=after(1))) >= {
        "request.extension",
        "request.withdrawn",
    }
    assert "request.extension" not in possible(replay([ASKED, GRANTED, KEPT]), by=REQUESTING, now=after(61))
