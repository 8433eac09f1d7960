# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.treaty.joining.checks`: what a depositary sends back, and what makes a register rot."""

from datetime import date

import pytest

from longbien.core.base.canonical import Json
from longbien.core.treaty.joining.answers import NOTHING
from longbien.core.treaty.joining.checklist import CLOSES, Position
from longbien.core.treaty.joining.checks import check, first_difference
from longbien.core.treaty.joining.flaws import STOP, stops
from longbien.core.treaty.joining.statements import covered
from longbien.core.treaty.joining.wording import titles
from longbien.sentences.joining import SENTENCES
from tests.joining import TODAY, answers, position

TITLE = titles()["en"].text


def flaws(
    changes: dict[str, Json], where: Position | None = None, *, without: tuple[str, ...] = ()
) -> set[tuple[str, str]]:
    """Give what the changes add to complete answers, as code and field."""
    return {(one.code, one.path) for one in check(answers(changes, without=without), where or position())}


def test_complete_answers_have_no_flaw() -> None:
    found = check(answers(), position())
    assert [(one.code, one.path) for one in stops(found)] == []
    assert [one.code for one in found] == []


def test_no_answers_have_many_flaws_all_told_together() -> None:
    found = check(NOTHING, position())
    assert len(stops(found)) > 25
    assert {one.code for one in found} <= set(SENTENCES)
    assert {one.path for one in found if one.code == "joining.owner_missing"} == {
        f"notice.{slug}.owner.name"
        for slug in ("37-6-a", "37-19", "40-12-c", "41-2", "53-7", "40-13", "17-2-d", "50-5")
    }


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"instrument.signatory.office": "other"}, ("joining.powers_missing", "instrument.powers.attached")),
        ({"instrument.powers.attached": "yes"}, ("joining.powers_needless", "instrument.powers.attached")),
        ({"instrument.powers.office": "other"}, ("joining.powers_office", "instrument.powers.office")),
        ({"instrument.day": "2026-09-30"}, ("joining.day_order", "instrument.day")),
        (
            {"approval.day": "2025-10-24", "signature.day": "2025-10-25"},
            ("joining.day_order", "approval.day"),
        ),
        ({"deposit.day": "2026-11-01"}, ("joining.day_order", "deposit.day")),
        ({"instrument.day": "2026-11-23"}, ("joining.day_future", "instrument.day")),
        ({"instrument.day": "2024-12-23"}, ("joining.day_adoption", "instrument.day")),
        ({"signature.day": "2025-10-24"}, ("joining.day_opening", "signature.day")),
        ({"signature.day": "2025-10-26"}, ("joining.signature_differs", "signature.day")),
        ({"instrument.conditional": True}, ("joining.conditional", "instrument.conditional")),
        ({"instrument.condition.en": "if"}, ("joining.conditional", "instrument.condition")),
        ({"instrument.kind": "accession"}, ("joining.accession_signed", "instrument.kind")),
        ({"instrument.kind": "formal-confirmation"}, ("joining.formal_confirmation", "instrument.kind")),
        ({"competence.extent.en": "all"}, ("joining.competence_state", "competence.extent")),
        ({"notice.40-13.languages": "vi"}, ("joining.languages_rare", "notice.40-13.languages")),
        ({"notice.41-2.hours": "9-17"}, ("joining.hours", "notice.41-2.hours")),
        ({"notice.37-19.owner.email": ""}, ("joining.owner_unreachable", "notice.37-19.owner.email")),
        ({"territory.1.name.en": "Harbour"}, ("joining.contact_missing", "territory.1.region")),
        ({"reservation.2.text.en": "No."}, ("joining.reservation_nothing", "reservation.2.to")),
        ({"reservation.2.to": "69 40.99"}, ("joining.provision_unknown", "reservation.2.to")),
        ({"reservation.2.to": "63.2"}, ("joining.reservation_twice", "reservation.2.to")),
        ({"reservation.2.to": "14 15 16"}, ("joining.no_clause", "reservation.2.to")),
        ({"reservation.1.clause": "11.3"}, ("joining.clause_scope", "reservation.1.clause")),
        ({"reservation.1.clause": "63.9"}, ("joining.clause_unknown", "reservation.1.clause")),
        ({"reservation.1.clause": "none"}, ("joining.clause_there", "reservation.1.clause")),
        (
            {"reservation.2.to": "11.1", "reservation.2.clause": "11.3"},
            ("joining.clause_limit", "reservation.2.text"),
        ),
        ({"declaration.2.to": "99"}, ("joining.provision_unknown", "declaration.2.to")),
        (
            {"instrument.title.en": "UN Convention against Cybercrime"},
            ("joining.title_differs", "instrument.title.en"),
        ),
    ],
)
def test_each_fault_is_found_at_its_field(changes: dict[str, Json], expected: tuple[str, str]) -> None:
    assert expected in flaws(changes)


@pytest.mark.parametrize("missing", ["name", "address", "phone", "email", "languages"])
def test_an_authority_that_nobody_can_reach_is_a_flaw(missing: str) -> None:
    path = f"notice.40-12-c.{missing}"
    assert flaws({}, without=(path,)) == {("joining.contact_missing", path)}


def test_an_authority_may_follow_later_where_the_convention_sets_no_day() -> None:
    gone = tuple(
        f"notice.41-2.{name}" for name in ("name", "address", "phone", "email", "languages", "hours", "zone")
    )
    assert flaws({}, without=gone) == {("joining.missing_later", "notice.41-2.name")}


def test_full_powers_from_one_of_the_three_let_anybody_sign() -> None:
    powers: dict[str, Json] = {
        "instrument.signatory.office": "other",
        "instrument.powers.attached": True,
        "instrument.powers.name": "C. Person",
        "instrument.powers.office": "head-of-government",
        "instrument.powers.day": "2026-10-20",
    }
    assert flaws(powers) == set()
    assert flaws({**powers, "instrument.powers.day": "2026-11-03"}) == {
        ("joining.day_order", "instrument.day")
    }


def test_without_a_signature_nobody_ratifies_and_from_2027_the_way_is_accession() -> None:
    open_ = position(signed=None, today=CLOSES)
    closed = position(signed=None, today=date(2027, 1, 1))
    assert ("joining.signature_missing", "instrument.kind") in flaws({}, open_)
    assert ("joining.signature_closed", "instrument.kind") in flaws({}, closed)
    for where in (open_, closed):
        assert flaws({"instrument.kind": "accession"}, where) == set()
    assert ("joining.signature_closed", "signature.day") in flaws({"signature.day": "2027-01-01"}, closed)


def test_there_is_no_second_instrument() -> None:
    assert flaws({}, position(deposited=TODAY)) == {("joining.second_instrument", "instrument.kind")}


def test_an_organisation_declares_its_competence() -> None:
    union = position(organisation=True)
    assert flaws({}, union) == {
        ("joining.competence_missing", "competence.extent"),
        ("joining.owner_missing", "competence.owner.name"),
    }
    declared: dict[str, Json] = {
        "competence.extent.en": "All.",
        "competence.owner.name": "D",
        "instrument.kind": "formal-confirmation",
    }
    assert flaws(declared, union) == set()


@pytest.mark.parametrize("place", [0, 17, len(TITLE) - 1])
def test_a_wrong_letter_of_the_title_is_named_by_its_place(place: int) -> None:
    wrong = TITLE[:place] + "ø" + TITLE[place + 1 :]
    found = [
        one
        for one in check(answers({"instrument.title.en": wrong}), position())
        if one.code == "joining.title_differs"
    ]
    assert [(one.path, one.severity, one.params["place"]) for one in found] == [
        ("instrument.title.en", STOP, place + 1)
    ]


def test_signs_and_titles_that_are_not_confirmed_only_warn() -> None:
    written = {"instrument.title.en": TITLE.replace(";", ":"), "instrument.title.fr": "Convention"}
    found = [one for one in check(answers(written), position()) if one.code == "joining.title_differs"]
    assert [one.severity for one in found] == ["warn", "warn"]
    assert check(answers({"instrument.title.en": TITLE}), position()) == ()


def test_the_first_difference() -> None:
    assert [first_difference(*pair) for pair in (("a", "a"), ("ab", "ac"), ("a", "ab"), ("", "x"))] == [
        None,
        1,
        1,
        0,
    ]


@pytest.mark.parametrize(
    ("provision", "clauses"),
    [
        ("63.2", ["63.3"]),
        ("14", []),
        ("11.1.a", ["11.3"]),
        ("29", ["23.3.a", "23.3.b"]),
        ("30.1", ["23.3.b"]),
        ("42", ["42.5"]),
    ],
)
def test_each_clause_reaches_what_it_says(provision: str, clauses: list[str]) -> None:
    assert [row.duty.id for row in covered(provision).clauses] == clauses
