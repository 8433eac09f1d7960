# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What cannot have happened is refused, and the row is named."""

from datetime import date

import pytest

from longbien.core.base.errors import RefusedError
from longbien.core.treaty.status.events import Event, EventKind, events_seed
from longbien.core.treaty.status.ledger import check_events
from longbien.texts import sentence
from tests.core.treaty.states import EU, OPEN, STATES, event, joined

DAY = date(2026, 12, 1)
SEED = events_seed()
RESERVATION = event("QA", EventKind.RESERVATION, date(2026, 3, 1), articles=("14",))


def refused(*events: Event) -> RefusedError:
    with pytest.raises(RefusedError) as error:
        check_events((*SEED, *events))
    assert error.value.params["row"] == events[-1].id
    assert sentence(error.value.code, **error.value.params).startswith(f"{events[-1].id}: ")
    return error.value


@pytest.mark.parametrize(
    ("code", "events"),
    [
        ("treaty.participant_row", (event("ZZ", EventKind.SIGNATURE, DAY),)),
        ("treaty.before_adoption", (event("US", EventKind.DECLARATION, date(2024, 12, 23)),)),
        ("treaty.signature_period", (event("US", EventKind.SIGNATURE, date(2025, 10, 24)),)),
        ("treaty.signature_period", (event("US", EventKind.SIGNATURE, date(2027, 1, 1)),)),
        ("treaty.second_signature", (event("FR", EventKind.SIGNATURE, DAY),)),
        ("treaty.second_instrument", (event("QA", EventKind.ACCEPTANCE, DAY),)),
        ("treaty.second_instrument", (event("VN", EventKind.ACCESSION, DAY),)),
        ("treaty.not_signed", (event("US", EventKind.RATIFICATION, DAY),)),
        ("treaty.only_organisations", (event("FR", EventKind.EXTENT_OF_COMPETENCE, DAY),)),
        ("treaty.about_nothing", (event("FR", EventKind.RESERVATION, DAY),)),
        ("treaty.article_row", (event("FR", EventKind.RESERVATION, DAY, articles=("69.1",)),)),
        ("treaty.target_unknown", (event("FR", EventKind.OBJECTION, DAY, target="nothing"),)),
        ("treaty.target_unknown", (event("QA", EventKind.OBJECTION, DAY, target="qa-reservation-disputes"),)),
        ("treaty.target_unknown", (event("FR", EventKind.OBJECTION, DAY, target="qa-ratification"),)),
        (
            "treaty.target_unknown",
            (event("FR", EventKind.WITHDRAWAL, DAY, target="qa-reservation-disputes"),),
        ),
        (
            "treaty.target_unknown",
            (
                event("QA", EventKind.WITHDRAWAL, date(2026, 6, 1), target="qa-reservation-disputes"),
                event("QA", EventKind.WITHDRAWAL, date(2026, 7, 1), target="qa-reservation-disputes"),
            ),
        ),
        ("treaty.denounces_nothing", (event("FR", EventKind.DENUNCIATION, DAY),)),
        (
            "treaty.denounces_nothing",
            (
                event("QA", EventKind.DENUNCIATION, date(2026, 6, 1)),
                event("QA", EventKind.DENUNCIATION, date(2026, 7, 1)),
            ),
        ),
        ("treaty.event_twice", (RESERVATION, RESERVATION)),
        ("treaty.member_first", (event(EU, EventKind.RATIFICATION, DAY),)),
    ],
)
def test_what_cannot_have_happened_is_refused(code: str, events: tuple[Event, ...]) -> None:
    assert refused(*events).code == code


def test_the_day_of_adoption_the_first_and_the_last_day_of_signature_are_in_time() -> None:
    for day in (OPEN, date(2026, 12, 31)):
        assert len(check_events((*SEED, event("US", EventKind.SIGNATURE, day)))) == len(SEED) + 1
    check_events((*SEED, event("US", EventKind.NOTIFICATION, date(2024, 12, 24))))


def test_reservations_are_free_over_the_articles_and_others_may_object() -> None:
    free = event("FR", EventKind.RESERVATION, DAY, articles=("7.2", "40.15.c", "68"))
    objection = event("SE", EventKind.OBJECTION, date(2026, 12, 5), target=free.id)
    gone = event("SE", EventKind.WITHDRAWAL, date(2026, 12, 6), target=objection.id)
    assert check_events((*SEED, free, objection, gone))[-1] == gone


def test_the_union_follows_a_member() -> None:
    with pytest.raises(RefusedError) as error:
        check_events([event(EU, EventKind.SIGNATURE, OPEN)])
    assert error.value.code == "treaty.member_first"
    france = event("FR", EventKind.RATIFICATION, DAY)
    assert len(check_events((*SEED, france, event(EU, EventKind.RATIFICATION, DAY)))) == len(SEED) + 2


def test_the_union_accedes_once_a_member_is_a_party() -> None:
    events = joined(["FR", *(state for state in STATES if state != "FR")][:40], date(2026, 6, 1))
    late = event(EU, EventKind.ACCESSION, date(2026, 8, 30))
    assert check_events([*events, late])[-1] == late
    with pytest.raises(RefusedError) as error:
        check_events([*events, event(EU, EventKind.ACCESSION, date(2026, 8, 29))])
    assert error.value.code == "treaty.member_first"


def test_who_withdrew_its_instrument_can_deposit_another() -> None:
    again = event("QA", EventKind.RATIFICATION, DAY)
    gone = event("QA", EventKind.DENUNCIATION, date(2026, 6, 1))
    assert check_events((*SEED, gone, again))[-1] == again
