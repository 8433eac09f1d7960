# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The depositary's page comes in by two officers, overwrites the seed, and the earlier pages stay."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from longbien.actions.node import Node
from longbien.actions.treaty.status import add_event, current_events, current_status
from longbien.actions.treaty.status_page import PageTaken, take_page
from longbien.core.base.errors import MalformedError, RefusedError, UsageError
from longbien.core.base.ids import PartyId
from longbien.core.base.library import data_bytes
from longbien.core.treaty.depositary.mapping import PATH
from longbien.core.treaty.depositary.preview import PageGiven, look_at_page
from longbien.core.treaty.status.events import EventKind, events_seed
from longbien.core.treaty.status.standing import counts, standing
from longbien.store import models
from tests.actions.treaty.test_status import PORTUGAL
from tests.authority import authority
from tests.core.treaty.made_pages import ROWS, csv_page, html_page, xml_page
from tests.core.treaty.states import event
from tests.nodes import Clock, make_node, make_officer

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 31)


def given(data: bytes, day: date | None = None, mapping: bytes | None = None) -> PageGiven:
    return PageGiven(data=data, mapping=mapping, source="UN Treaty Collection, made for a test", day=day)


def test_one_proposes_and_another_applies() -> None:
    node = make_node(authority("VN"), clock=Clock())
    first, second = make_officer("t-1", "treaty-officer"), make_officer("t-2", "treaty-officer")
    proposed = take_page(node=node, actor=first, given=given(xml_page()))
    assert (proposed.applied, proposed.proposed_by) == (False, "zz-t-1")
    assert current_events() == events_seed()
    with pytest.raises(RefusedError) as error:
        take_page(node=node, actor=first, given=given(xml_page()))
    assert error.value.code == "treaty.page_proposed"
    with pytest.raises(RefusedError) as error:
        take_page(node=node, actor=make_officer("d-1", "duty-officer"), given=given(xml_page()))
    assert error.value.code == "people.not_permitted"
    applied = take_page(node=node, actor=second, given=given(xml_page()))
    assert (applied.applied, applied.proposed_by, applied.applied_by) == (True, "zz-t-1", "zz-t-2")
    assert models.DecisionRecord.objects.filter(verb="treaty.import").count() == 2
    assert (current_status().known_on, current_status().source) == (
        date(2026, 6, 22),
        "UN Treaty Collection, made for a test",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A node with two treaty officers and a clock."""

    node: Node
    clock: Clock
    officers: tuple[models.Officer, ...]

    def apply(self, data: bytes, day: date | None = None) -> PageTaken:
        """Let the officers bring a page in, one after the other."""
        found = [take_page(node=self.node, actor=one, given=given(data, day)) for one in self.officers]
        self.clock.go(hours=1)
        return found[-1]


@pytest.fixture
def desk() -> Desk:
    """Give a desk."""
    clock = Clock()
    node = make_node(authority("VN"), clock=clock)
    officers = tuple(make_officer(f"t-{number}", "treaty-officer") for number in (1, 2))
    return Desk(node=node, clock=clock, officers=officers)


def test_the_page_overwrites_the_seed_and_what_happened_at_home_stays(desk: Desk) -> None:
    desk.apply(xml_page())
    found = counts(current_events(), date(2026, 6, 22))
    assert (found.signed, found.deposited, found.approved) == (7, 5, 1)
    assert found.confirmed.deposited == 5
    assert standing(current_events(), PartyId("QA"), DAY).deposited == date(2026, 2, 11)
    # Reported for a day after the page's own: the page cannot speak of it.
    assert standing(current_events(), PartyId("CA"), DAY).signed == date(2026, 7, 31)


def test_a_later_page_overwrites_the_earlier_and_both_are_kept(desk: Desk) -> None:
    desk.apply(xml_page())
    desk.apply(csv_page(), date(2026, 7, 1))
    later = [*ROWS[:-1], ("Viet Nam", "25 Oct 2025", "20 Jul 2026")]
    taken = desk.apply(csv_page(later), date(2026, 8, 1))
    assert [(change.party, change.after is not None) for change in taken.seen.changes] == [
        ("VN", True),
        ("CA", False),
    ]
    reservations = [one.id for one in standing(current_events(), PartyId("QA"), DAY).statements]
    assert reservations == ["qa-declaration-page-1"]
    assert standing(current_events(), PartyId("VN"), DAY).deposited == date(2026, 7, 20)
    assert [page.day.isoformat() for page in models.StatusPage.objects.order_by("pk")] == [
        "2026-06-22",
        "2026-07-01",
        "2026-08-01",
    ]
    assert models.StatusEvent.objects.filter(page__day=date(2026, 6, 22)).count() == 14


def test_an_older_page_takes_nothing_back(desk: Desk) -> None:
    desk.apply(csv_page(), date(2026, 7, 1))
    with pytest.raises(RefusedError) as error:
        desk.apply(xml_page())
    assert error.value.code == "treaty.page_older"


def test_the_press_comes_first_and_the_page_later(desk: Desk) -> None:
    add_event(node=desk.node, actor=desk.officers[0], event=PORTUGAL)
    desk.clock.go(hours=1)
    desk.apply(csv_page([*ROWS, ("Portugal", "25 Oct 2025", "")]), date(2026, 12, 18))
    assert standing(current_events(), PartyId("PT"), DAY).deposited == PORTUGAL.day
    desk.apply(csv_page([*ROWS, ("Portugal", "25 Oct 2025", "19 Dec 2026")]), date(2026, 12, 22))
    assert standing(current_events(), PartyId("PT"), DAY).deposited == date(2026, 12, 19)


def test_what_is_entered_after_a_page_is_added_to_it(desk: Desk) -> None:
    desk.apply(xml_page())
    withdrawn = event("QA", EventKind.DENUNCIATION, date(2026, 8, 1))
    add_event(node=desk.node, actor=desk.officers[0], event=withdrawn)
    assert standing(current_events(), PartyId("QA"), DAY).deposited is None


def test_who_withdrew_stays_as_it_was_known(desk: Desk) -> None:
    desk.apply(csv_page(), date(2026, 7, 1))
    add_event(
        node=desk.node,
        actor=desk.officers[0],
        event=event("FJ", EventKind.DENUNCIATION, date(2026, 7, 10)),
    )
    desk.clock.go(hours=1)
    before = standing(current_events(), PartyId("FJ"), date(2026, 7, 9))
    desk.apply(csv_page([*ROWS[:5], ("[Fiji] 1", "", "1 May 2026 a")]), date(2026, 8, 1))
    assert before.deposited == date(2026, 5, 1)
    assert [one.kind for one in standing(current_events(), PartyId("FJ"), DAY).events] == [
        EventKind.ACCESSION,
        EventKind.DENUNCIATION,
    ]


def test_a_page_that_cannot_be_true_stores_nothing(desk: Desk) -> None:
    cases = (
        (csv_page([("Algeria", "25 Oct 2024", "")]), date(2026, 7, 1), "treaty.before_adoption"),
        (csv_page([("Algeria", "1 Jan 2027", "")]), date(2027, 7, 1), "treaty.signature_period"),
        (csv_page([("Fiji", "", "1 May 2026")]), date(2026, 7, 1), "treaty.not_signed"),
        (csv_page([("Atlantis", "25 Oct 2025", "")]), date(2026, 7, 1), "treaty.page_name"),
        (xml_page(ROWS[:4]), None, "treaty.page_count"),
        (xml_page()[:500], None, "treaty.page_broken"),
    )
    for data, day, code in cases:
        with pytest.raises((RefusedError, MalformedError)) as error:
            desk.apply(data, day)
        assert error.value.code == code
        assert "row" in error.value.params or code in {"treaty.page_count", "treaty.page_broken"}
    assert models.StatusPage.objects.count() == models.StatusEvent.objects.count() == 0


def test_a_page_is_looked_at_without_storing_anything() -> None:
    seen = look_at_page(events_seed(), given(html_page()))
    assert seen.day == date(2026, 6, 22)
    gone = {change.before.party for change in seen.changes if change.before and not change.after}
    assert {"AU", "MU", "VN"} - gone == set() or "MU" in gone
    assert models.StatusPage.objects.count() == 0
    for source in (" ", "x" * 200):
        with pytest.raises(UsageError) as error:
            look_at_page((), replace(given(html_page()), source=source))
        assert error.value.code == "treaty.page_source"
    with pytest.raises(UsageError) as error:
        look_at_page((), given(csv_page()))
    assert error.value.code == "treaty.page_day"


def test_another_mapping_reads_another_shape() -> None:
    other = data_bytes(PATH).replace(b'"Participant", "Participants"', b'"Land", "Participants"')
    rows = [("Algeria", "25 Oct 2025")]
    seen = look_at_page((), given(csv_page(rows, headings=("Land", "Signature")), date(2026, 7, 1), other))
    assert [one.party for one in seen.reading.events] == ["DZ"]
    for broken in (b"\xff\xfe", b"schema: other", b"- x"):
        with pytest.raises(MalformedError):
            look_at_page((), given(csv_page(), DAY, broken))
