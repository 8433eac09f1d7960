# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A session of three hours in the browser: a Chair, two delegations, the secretariat and the public, each at their own screen and in their own language."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.test import Client

from longbien.actions.node import provide_node
from longbien.site.wiring import Provider
from longbien.texts import translated
from tests.browser.conftest import Visitor
from tests.browser.hall_people import BACKEND, Person
from tests.hall import STATES
from tests.hall_stage import Stage, badge

DIRECTIONS = {"en": "ltr", "fr": "ltr", "ar": "rtl"}


@dataclass(slots=True)
class People:
    """Who is there."""

    stage: Stage
    chair: Person
    france: Person
    brazil: Person
    secretariat: Person
    second: Person
    public: Person
    wall: Person

    def desk(self, path: str, what: str, /, **given: str) -> None:
        """Let the secretariat do something at the desk of those who come (its pages have tests of their own)."""
        client = Client()
        client.force_login(self.stage.first, backend=BACKEND)
        answer = client.post(f"/conference/cosp-1{path}", {"do": what, **given})
        assert answer.status_code == 302, answer.content.decode()

    @property
    def everybody(self) -> tuple[Person, ...]:
        """Give all of them."""
        return self.chair, self.france, self.brazil, self.secretariat, self.public, self.wall


@pytest.fixture(params=list(DIRECTIONS))
def people(request: pytest.FixtureRequest, visit: Callable[..., Visitor]) -> Iterator[People]:
    """Seat everybody in a meeting of an exercise, all in one language; the first delegation has a telephone."""
    stage = Stage()
    provide_node(lambda: stage.node)

    def person(screen: str, width: int = 1440) -> Person:
        return Person(visitor=visit(request.param, width=width), screen=screen)

    def moving() -> object:
        stage.clock.go(seconds=20)
        return stage.node

    provide_node(moving)  # type: ignore[arg-type]
    yield People(
        stage=stage,
        chair=person("chair").seat(badge(stage, "VN", "chair")),
        france=person("floor", 360).seat(badge(stage, "FR", "head")),
        brazil=person("floor").seat(badge(stage, "BR")),
        secretariat=person("grid").seat(stage.first),
        second=person("grid").seat(stage.second),
        public=person("public"),
        wall=person("projector"),
    )
    provide_node(Provider())


def test_a_session_of_three_hours(people: People) -> None:
    opening(people)
    credentials(people)
    contested_accreditation(people)
    amendments(people)
    point_of_order(people)
    division(people)
    roll_call(people)
    failed_quorum(people)
    closing(people)
    found = {one.screen: one.faults() for one in people.everybody}
    assert found == {screen: [] for screen in found}


def opening(people: People) -> None:
    """Mark presence, open the meeting and an item."""
    chair, public = people.chair, people.public
    assert public.word("conference_state", "before") in public.look()
    language = public.visitor.language
    assert public.visitor.page.get_attribute("html", "lang") == language
    assert public.visitor.page.get_attribute("html", "dir") == DIRECTIONS[language]
    people.secretariat.mark_present(list(STATES))
    chair.look("opening")
    sentence = chair.visitor.page.locator(".lb-read-out__first").first
    assert sentence.get_attribute("lang") == language
    assert chair.visitor.page.locator(".lb-read-out").first.locator("dd").count() >= 5
    chair.press("meeting.opened")
    chair.ask("item.opened", id="1", title="Organization of work")
    said = public.look("opened")
    assert public.word("conference_state", "open") in said
    assert public.visitor.page.locator(".lb-counts dd").all_inner_texts()[0] == str(len(STATES))


def credentials(people: People) -> None:
    """Adopt the Bureau's report on credentials because nobody objects."""
    chair, public = people.chair, people.public
    paper = {"form": "formal", "original": "on", "signer": "foreign_minister", "sealed": "on"}
    people.desk("/delegations/FR/1/", "paper", **paper)
    people.desk("/delegations/FR/1/", "examine", finding="in_order")
    people.desk("/credentials/", "report")
    chair.ask("consensus.asked", on="matter:credentials")
    matter = public.word("conference_matter", "credentials")
    assert public.says("Does anybody object to %(on)s?") % {"on": matter} in public.look("asked")
    chair.press("consensus.declared")
    decided = public.says("Decided without a vote: %(on)s") % {"on": matter}
    assert decided in public.look()
    assert decided in people.wall.look("agreed")
    people.desk("/credentials/1/", "decide", outcome="adopted", decision="cosp-1-m1")
    assert people.france.says("Admitted, with every right.") in people.france.read("/delegations/own/")


def contested_accreditation(people: People) -> None:
    """Admit an observer to whom a Party objected by a show of hands; a contradictory total is refused."""
    chair, public, france = people.chair, people.public, people.france
    body = {"track": "ngo_other", "name": "Global Privacy Forum", "observer": "privacy-forum", "seat": "CH"}
    people.desk("/observers/apply/", "apply", **body)
    people.desk("/observers/privacy-forum/do/", "step", kind="listed")
    people.desk("/observers/apply/", "circulate")
    france.read("/observers/privacy-forum/")
    france.visitor.page.select_option("#kind", "objected")
    france.visitor.page.fill("#reasons", "No word on funding.")
    france.visitor.page.click("button[name=do][value=step]")
    said = public.read("/observers/privacy-forum/")
    assert public.says("Under the rules of this session you do not read who objected, nor why.") in said
    assert "No word on funding." not in said
    chair.press("item.closed", id="1")
    chair.ask("item.opened", id="2", title="Participation of observers")
    chair.ask(
        "vote.announced", on="matter:observers", method="show_of_hands", question="admit_observer_objected"
    )
    vote = people.stage.sitting.voting
    chair.press("vote.opened", id=vote)
    chair.press("vote.closed", id=vote)
    people.secretariat.count(for_="70", against="2", abstain="1")
    refusal = people.secretariat.refusal()
    assert people.secretariat.says("Refused") in refusal
    hands(people, vote, "7", "2", "1")
    declare(people, vote, "adopted")
    result = public.look("observers")
    assert public.says("votes needed: %(needed)s") % {"needed": 5} in result
    assert public.word("conference_outcome", "adopted") in result
    people.desk("/observers/privacy-forum/do/", "step", kind="referred")
    people.desk("/observers/privacy-forum/do/", "step", kind="admitted", decision="on")
    assert public.word("application", "admitted") in public.read("/observers/privacy-forum/")


def amendments(people: People) -> None:
    """Put two amendments: the one furthest removed comes first, however much the Chair would like the other."""
    chair, france, brazil = people.chair, people.france, people.brazil
    chair.press("item.closed", id="2")
    chair.ask("item.opened", id="3", title="Draft decisions")
    france.ask(
        "proposal.tabled",
        symbol="CAC/COSP/2026/L.1",
        title="Training",
        sponsors=["FR"],
        operative_parts="1, 2, 3",
        circulated=True,
    )
    brazil.ask("amendment.tabled", proposal="L.1", words="In 3, delete the second half.")
    brazil.ask("amendment.tabled", proposal="L.1", words="Delete 1.")
    near, far = people.stage.sitting.proposals["L.1"].amendments
    refused = chair.ask_in_vain("consensus.asked", on=f"amendment:{near}")
    assert "conference_hall.amendments_unordered" in refused
    chair.ask("amendment.ordered", proposal="L.1", order=f"{far}, {near}")
    refused = chair.ask_in_vain("consensus.asked", on=f"amendment:{near}")
    assert "amendments.order" in refused
    assert (
        translated(chair.visitor.language, "conference_hall.amendment_not_next", id=near, next=far) in refused
    )
    chair.press("consensus.asked", on=f"amendment:{far}")
    france.press("consensus.objected")
    chair.ask("effort.exhausted", on="proposal:L.1")
    chair.ask("vote.announced", on=f"amendment:{far}", method="recorded")
    vote = people.stage.sitting.voting
    chair.press("vote.opened", id=vote)
    ballots(people, vote)
    chair.press("vote.closed", id=vote)
    declare(people, vote, "rejected")
    chair.press("consensus.asked", on=f"amendment:{near}")
    chair.press("consensus.declared")
    assert people.stage.sitting.amendments[near].state == "adopted"


def ballots(people: People, vote: str) -> None:
    """Vote on a telephone, change the vote, and see what is recorded."""
    france = people.france
    france.look("ballot")
    for choice in ("yes", "no", "abstain"):
        button = france.visitor.page.get_by_role(
            "button", name=france.word("conference_choice", choice), exact=True
        )
        assert button.count() == 1
    for choice in ("yes", "no"):
        said = france.press("ballot.cast", vote=vote, choice=choice)
        assert f"{france.says('Your recorded choice:')} {france.word('conference_choice', choice)}" in said
    france.look("voted")
    people.brazil.press("ballot.cast", vote=vote, choice="yes")


def point_of_order(people: People) -> None:
    """Rule on a point of order at once; the appeal ends in a tie, so that the ruling stands, whatever the Chair says."""
    chair, brazil, public = people.chair, people.brazil, people.public
    brazil.ask("order.raised", about="other", words="The draft was not translated.")
    order = people.stage.sitting.order
    refused = chair.ask_in_vain("consensus.asked", on="proposal:L.1")
    assert "lb-rule" in chair.visitor.page.inner_html("#refusal")
    assert order in refused or chair.says("Refused") in refused
    chair.press("order.ruled", id=order, outcome="not_upheld")
    brazil.ask("order.appealed", id=order)
    chair.ask("vote.announced", on=f"ruling:{order}", method="show_of_hands")
    vote = people.stage.sitting.voting
    chair.press("vote.opened", id=vote)
    chair.press("vote.closed", id=vote)
    hands(people, vote, "5", "5", "2")
    chair.ask("result.declared", vote=vote, outcome="overturned")
    for one in (public, people.wall):
        said = one.look("difference")
        assert one.says("The declaration differs from the computed result.") in said
        assert one.word("conference_outcome", "upheld") in said
        assert one.word("conference_outcome", "overturned") in said


def division(people: People) -> None:
    """Ask for a separate vote, and object; the division is voted, and the part does not survive."""
    chair = people.chair
    people.france.ask("division.requested", proposal="L.1", parts="2")
    people.brazil.ask("division.objected", proposal="L.1")
    chair.ask("vote.announced", on="division:L.1", method="show_of_hands")
    vote = people.stage.sitting.voting
    chair.press("vote.opened", id=vote)
    chair.press("vote.closed", id=vote)
    hands(people, vote, "8", "2", "0")
    declare(people, vote, "adopted")
    chair.ask("vote.announced", on="part:L.1/2", method="show_of_hands")
    vote = people.stage.sitting.voting
    chair.press("vote.opened", id=vote)
    chair.press("vote.closed", id=vote)
    hands(people, vote, "6", "4", "2")
    declare(people, vote, "rejected")


def roll_call(people: People) -> None:
    """Vote on the whole by roll-call from the name drawn, typed in by keys; two thirds are there."""
    chair, public = people.chair, people.public
    chair.ask("vote.announced", on="proposal:L.1", method="roll_call", first="BR")
    vote = people.stage.sitting.voting
    chair.press("vote.opened", id=vote)
    people.secretariat.look()
    rows = people.secretariat.visitor.page.locator("[data-row] th").all()
    assert rows[0].get_attribute("id") == "name-BR"
    people.secretariat.type_ballots("211113111011")
    people.wall.look("roll-call")
    chair.press("vote.closed", id=vote)
    declare(people, vote, "adopted")
    said = public.look("result")
    assert public.word("conference_threshold", "two_thirds") in said
    assert public.says("Votes by name") in said
    refused = people.france.ask_in_vain("vote.explained", vote=vote, words="We proposed it.")
    assert "voting.explanations" in refused
    people.brazil.ask("vote.explained", vote=vote, words="We voted against a part.")


def failed_quorum(people: People) -> None:
    """Decide nothing with five in the room; once the others are back, adopt L.2 because nobody objects."""
    chair = people.chair
    people.france.ask(
        "proposal.tabled", symbol="CAC/COSP/2026/L.2", sponsors=["FR"], operative_parts="1", circulated=True
    )
    people.secretariat.mark_present(list(STATES[:5]))
    refused = chair.ask_in_vain("consensus.asked", on="proposal:L.2")
    assert "conference_hall.quorum_decide" in refused
    assert "quorum.decide" in refused
    assert chair.says("Rule %(number)s") % {"number": "UNTOC 41"} in refused
    assert people.public.says("too few to decide") in people.public.look("no-quorum")
    people.secretariat.mark_present(list(STATES))
    chair.press("consensus.asked", on="proposal:L.2")
    chair.press("consensus.declared")
    assert people.stage.sitting.proposals["L.2"].state == "adopted"


def closing(people: People) -> None:
    """Close the item and the meeting; nobody can say anything more."""
    people.chair.press("item.closed", id="3")
    people.chair.press("meeting.closed")
    assert people.public.word("conference_state", "closed") in people.public.look("closed")
    refused = people.brazil.ask_in_vain("motion.moved", motion="suspend_meeting")
    assert "conference_hall" in refused


def hands(people: People, vote: str, *totals: str) -> None:
    """Let two officers count hands, each by itself."""
    counted = dict(zip(("for_", "against", "abstain"), totals, strict=True))
    people.secretariat.count(**counted)
    people.second.count(**counted)
    assert people.stage.sitting.votes[vote].counted is not None


def declare(people: People, vote: str, outcome: str) -> None:
    """Declare what was computed, by the button that says so."""
    people.chair.press("result.declared", vote=vote, outcome=outcome)
