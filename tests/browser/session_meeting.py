# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A session in the browser, from the opening of the meeting to its record. The wall and the public's screen follow by the live door alone."""

from tests.browser.hall_people import Person
from tests.browser.session_before import BODY, People, take_step
from tests.browser.session_node import MEETING
from tests.hall import STATES

DIRECTIONS = {"en": "ltr", "fr": "ltr", "ar": "rtl"}


def everybody_sits_down(people: People) -> None:
    """Let everybody open the own screen by the links of the session; the second officer's is the same grid."""
    people.chair.sit_down("chair")
    people.france.sit_down("floor")
    people.brazil.sit_down("floor")
    people.office.sit_down("grid")
    people.second.sit_down("grid")


def opening(people: People) -> None:
    """Mark presence, open the meeting and an item; the public's screen follows by itself."""
    chair, public = people.chair, people.public
    public.sees(public.word("conference_state", "before"))
    language = public.visitor.language
    assert public.page.get_attribute("html", "lang") == language
    assert public.page.get_attribute("html", "dir") == DIRECTIONS[language]
    people.office.mark_present(list(STATES))
    chair.home()
    chair.visitor.picture("session-opening-chair")
    sentence = chair.page.locator(".lb-read-out__first").first
    assert sentence.get_attribute("lang") == language
    assert chair.page.locator(".lb-read-out").first.locator("dd").count() >= 5
    chair.press("meeting.opened")
    chair.ask("item.opened", id="1", title="Organization of work")
    public.sees(public.word("conference_state", "open"), "Organization of work", picture="opened")
    assert public.page.locator(".lb-counts dd").first.inner_text() == str(len(STATES))


def agenda(people: People) -> None:
    """Adopt the agenda because nobody objects; the secretariat notes it, and everybody reads it."""
    agreed(people, "matter:agenda")
    office = people.office
    office.visit("/agenda/")
    said = office.send("adopt", meeting=MEETING)
    assert MEETING in said
    assert people.reader.says("Agenda") in people.reader.visit("/agenda/")
    office.sit_down("grid")


def agreed(people: People, on: str) -> None:
    """Let the Chair ask whether anybody objects, and declare; the wall says both."""
    code = on.removeprefix("matter:")
    people.chair.ask("consensus.asked", on=on)
    wall = people.wall
    matter = wall.word("conference_matter", code)
    wall.sees(wall.says("Does anybody object to %(on)s?") % {"on": matter})
    people.chair.press("consensus.declared")
    for one in (wall, people.public):
        one.sees(one.says("Decided without a vote: %(on)s") % {"on": matter}, picture=f"agreed-{code}")


def credentials(people: People) -> None:
    """Adopt the Bureau's report on credentials because nobody objects; it is noted, and every delegation reads it."""
    agreed(people, "matter:credentials")
    office, france = people.office, people.france
    office.visit("/delegations/own/", "/credentials/", "/credentials/1/")
    office.visitor.picture("session-report-settled")
    assert MEETING in office.send("decide")
    assert france.says("Admitted, with every right.") in france.visit("/delegations/own/")
    france.sit_down("floor")
    office.sit_down("grid")


def contested_accreditation(people: People) -> None:
    """Admit an observer to whom a Party objected by a show of hands; a contradictory total is refused."""
    chair, public = people.chair, people.public
    chair.press("item.closed", id="1")
    chair.ask("item.opened", id="2", title="Participation of observers")
    vote = announced(
        people, on="matter:observers", method="show_of_hands", question="admit_observer_objected"
    )
    chair.press("vote.opened", id=vote)
    chair.press("vote.closed", id=vote)
    people.office.count(for_="70", against="2", abstain="1")
    assert people.office.says("Refused") in people.office.refusal()
    hands(people, "7", "2", "1")
    declare(people, vote, "adopted")
    needed = public.says("votes needed: %(needed)s") % {"needed": 5}
    public.sees(needed, public.word("conference_outcome", "adopted"), picture="observers")
    take_step(people.office, "admitted", decision=True)
    people.reader.visit("/observers/", f"/observers/{BODY}/")
    assert people.reader.word("application", "admitted") in people.reader.text()
    people.office.sit_down("grid")


def speakers(people: People) -> None:
    """Let two delegations speak in turn, one of them after a motion to limit time; the wall names who speaks."""
    chair, wall = people.chair, people.wall
    chair.press("item.closed", id="2")
    chair.ask("item.opened", id="3", title="Draft decisions")
    people.france.ask("floor.requested")
    people.brazil.ask("floor.requested")
    chair.press("floor.given", participant="FR")
    wall.sees(wall.says("On the floor"), named(people, "FR", wall), picture="speaker")
    chair.press("floor.stopped")
    people.brazil.ask("motion.moved", motion="limit_time", seconds="180")
    on = chair.choices("consensus.asked", "on", "motion:")[0]
    chair.press("consensus.asked", on=f"motion:{on}")
    chair.press("consensus.declared")
    chair.press("floor.given", participant="BR")
    wall.sees(named(people, "BR", wall))
    assert wall.page.locator(".lb-wall__speaker .lb-clock[data-limit='180']").count() == 1
    chair.press("floor.stopped")


def named(people: People, code: str, reader: Person) -> str:
    """Give a State's name as it stands on the chairs of the presence list, in the reader's language."""
    label = people.office.page.locator("label", has=people.office.page.locator(f"input[value='{code}']"))
    assert people.office.visitor.language == reader.visitor.language
    return label.first.inner_text().strip()


def amendments(people: People) -> None:
    """Put two amendments: the one furthest removed comes first, however much the Chair would like the other."""
    chair, france, brazil = people.chair, people.france, people.brazil
    table(france, "CAC/COSP/2026/L.1", title="Training", operative_parts="1, 2, 3")
    brazil.ask("amendment.tabled", proposal="L.1", words="In 3, delete the second half.")
    brazil.ask("amendment.tabled", proposal="L.1", words="Delete 1.")
    near, far = chair.choices("consensus.asked", "on", "amendment:")
    refused = chair.ask_in_vain("consensus.asked", on=f"amendment:{near}")
    assert "conference_hall.amendments_unordered" in refused
    chair.ask("amendment.ordered", proposal="L.1", order=f"{far}, {near}")
    refused = chair.ask_in_vain("consensus.asked", on=f"amendment:{near}")
    assert "amendments.order" in refused
    chair.press("consensus.asked", on=f"amendment:{far}")
    france.press("consensus.objected")
    chair.ask("effort.exhausted", on="proposal:L.1")
    vote = announced(people, on=f"amendment:{far}", method="recorded")
    chair.press("vote.opened", id=vote)
    ballots(people, vote)
    chair.press("vote.closed", id=vote)
    declare(people, vote, "rejected")
    chair.press("consensus.asked", on=f"amendment:{near}")
    chair.press("consensus.declared")
    people.public.sees(people.public.word("conference_text", "adopted"))


def table(person: Person, symbol: str, **fields: str) -> None:
    """Table a draft that was circulated in time."""
    person.ask("proposal.tabled", symbol=symbol, sponsors=["FR"], circulated=True, **fields)


def ballots(people: People, vote: str) -> None:
    """Vote on a telephone whose ballot comes by the live door, change the vote, and see what is recorded."""
    france = people.france
    france.home()
    for choice in ("yes", "no", "abstain"):
        name = france.word("conference_choice", choice)
        assert france.page.get_by_role("button", name=name, exact=True).count() == 1
    france.visitor.picture("session-ballot")
    for choice in ("yes", "no"):
        said = france.press("ballot.cast", vote=vote, choice=choice)
        assert f"{france.says('Your recorded choice:')} {france.word('conference_choice', choice)}" in said
    people.brazil.press("ballot.cast", vote=vote, choice="yes")
    wall = people.wall
    wall.sees("2 / ", wall.says("have voted"), picture="voting")


def point_of_order(people: People) -> None:
    """Rule on a point of order at once; the appeal ends in a tie, so that the ruling stands, whatever the Chair says."""
    chair, brazil = people.chair, people.brazil
    brazil.ask("order.raised", about="other", words="The draft was not translated.")
    refused = chair.ask_in_vain("consensus.asked", on="proposal:L.1")
    assert "lb-rule" in chair.page.inner_html("#refusal")
    assert chair.says("Refused") in refused
    chair.press("order.ruled", outcome="not_upheld")
    brazil.press("order.appealed")
    ruling = chair.choices("vote.announced", "on", "ruling:")[0]
    vote = announced(people, on=f"ruling:{ruling}", method="show_of_hands")
    chair.press("vote.opened", id=vote)
    chair.press("vote.closed", id=vote)
    hands(people, "5", "5", "2")
    chair.ask("result.declared", vote=vote, outcome="overturned")
    for one in (people.public, people.wall):
        one.sees(
            one.says("The declaration differs from the computed result."),
            one.word("conference_outcome", "upheld"),
            one.word("conference_outcome", "overturned"),
            picture="difference",
        )


def division(people: People) -> None:
    """Ask for a separate vote, and object; the division is voted, and the part does not survive."""
    people.france.ask("division.requested", proposal="L.1", parts="2")
    people.brazil.ask("division.objected", proposal="L.1")
    for on, counted, outcome in (
        ("division:L.1", ("8", "2", "0"), "adopted"),
        ("part:L.1/2", ("6", "4", "2"), "rejected"),
    ):
        vote = announced(people, on=on, method="show_of_hands")
        people.chair.press("vote.opened", id=vote)
        people.chair.press("vote.closed", id=vote)
        hands(people, *counted)
        declare(people, vote, outcome)


def roll_call(people: People) -> None:
    """Vote on the whole by roll-call from the name drawn, typed in by keys; two thirds are there; explain the vote."""
    chair, public = people.chair, people.public
    vote = announced(people, on="proposal:L.1", method="roll_call", first="BR")
    chair.press("vote.opened", id=vote)
    people.office.type_ballots("BR", "211113111011")
    people.wall.sees(people.wall.word("conference_method", "roll_call"), picture="roll-call")
    chair.press("vote.closed", id=vote)
    declare(people, vote, "adopted")
    public.sees(public.word("conference_threshold", "two_thirds"), public.says("Votes by name"))
    refused = people.france.ask_in_vain("vote.explained", vote=vote, words="We proposed it.")
    assert "voting.explanations" in refused
    people.brazil.ask("vote.explained", vote=vote, words="We voted against a part.")


def failed_quorum(people: People) -> None:
    """Decide nothing with five in the room; once the others are back, adopt L.2 because nobody objects."""
    chair, public = people.chair, people.public
    table(people.france, "CAC/COSP/2026/L.2", operative_parts="1")
    people.office.mark_present(list(STATES[:5]))
    public.sees(public.says("too few to decide"), picture="no-quorum")
    refused = chair.ask_in_vain("consensus.asked", on="proposal:L.2")
    assert "conference_hall.quorum_decide" in refused
    assert "quorum.decide" in refused
    assert chair.says("Rule %(number)s") % {"number": "UNTOC 41"} in refused
    people.office.mark_present(list(STATES))
    chair.press("consensus.asked", on="proposal:L.2")
    chair.press("consensus.declared")
    matter = f"{public.word('conference_matter', 'proposal')} CAC/COSP/2026/L.2"
    public.sees(public.says("Decided without a vote: %(on)s") % {"on": matter})


def closing(people: People) -> None:
    """Close the item and the meeting; nobody can say anything more."""
    people.chair.press("item.closed", id="3")
    people.chair.press("meeting.closed")
    people.public.sees(people.public.word("conference_state", "closed"), picture="closed")
    refused = people.brazil.ask_in_vain("motion.moved", motion="suspend_meeting")
    assert "conference_hall" in refused


def record(people: People) -> None:
    """Make the record; anybody takes the signed file, and the replay of it proves it."""
    office, reader = people.office, people.reader
    office.visit("/records/")
    office.click(f"main form[action$='/{MEETING}/record/make/'] button")
    reader.visit("/records/", f"/{MEETING}/record/")
    assert reader.says("Checked and replayed now: it holds.") in reader.text()
    with reader.page.expect_download() as taken:
        reader.page.click("main a[href*='record.json']")
    file = people.node.folder / "record.json"
    taken.value.save_as(file)
    assert people.node.replay(file).status == 0


def announced(people: People, **fields: str) -> str:
    """Let the Chair announce a vote; give its number as the wall has it, which shows it by itself."""
    public, before = people.public, set(votes_on(people.public))
    people.chair.ask("vote.announced", **fields)
    public.waits_for(
        lambda: set(votes_on(public)) - before
    )  # the word alone may stand there from the vote before
    public.sees(public.word("conference_phase", "announced"))
    (found,) = set(votes_on(public)) - before
    return found


def votes_on(person: Person) -> list[str]:
    """Give the number of the vote that a board shows as running, if there is one."""
    found: list[str] = person.page.locator("#board [data-vote]").evaluate_all(
        "all => all.map(one => one.dataset.vote)"
    )
    return found


def hands(people: People, *totals: str) -> None:
    """Let two officers count hands, each by itself."""
    counted = dict(zip(("for_", "against", "abstain"), totals, strict=True))
    people.office.count(**counted)
    people.second.count(**counted)


def declare(people: People, vote: str, outcome: str) -> None:
    """Declare what was computed, by the button that says so."""
    people.chair.press("result.declared", vote=vote, outcome=outcome)
