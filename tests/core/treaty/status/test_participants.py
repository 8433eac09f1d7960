# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of those who can take part: complete, without doubles, and its mistakes named with file and line."""

from collections import Counter
from datetime import date

import pytest

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.base.library import data_bytes, parse_yaml
from longbien.core.treaty.status.participants import (
    LANGUAGES,
    PATH,
    Group,
    Kind,
    parse_register,
    participant,
    participants,
    register,
)

TEXT = data_bytes(PATH).decode("utf-8")


def refused(text: str) -> MalformedError:
    with pytest.raises(MalformedError) as error:
        parse_register(parse_yaml(text, source="states/test.yaml"))
    return error.value


def test_the_united_nations_have_193_members_two_observer_states_and_the_union_is_there() -> None:
    assert Counter(row.kind for row in participants().values()) == {
        Kind.MEMBER: 193,
        Kind.OBSERVER: 2,
        Kind.STATE: 2,
        Kind.ORGANISATION: 1,
    }
    assert [row.code for row in participants().values() if row.kind is Kind.OBSERVER] == ["VA", "PS"]
    assert [row.code for row in participants().values() if not row.is_state] == ["EU"]


def test_the_regional_groups_have_the_numbers_that_the_united_nations_give() -> None:
    groups = Counter(row.group for row in participants().values() if row.kind is Kind.MEMBER)
    assert groups == {
        Group.AFRICA: 54,
        Group.ASIA_PACIFIC: 54,
        Group.EASTERN_EUROPE: 23,
        Group.LATIN_AMERICA_CARIBBEAN: 33,
        Group.WESTERN_EUROPE_OTHERS: 29,
    }
    assert {row.group for row in participants().values() if row.kind is not Kind.MEMBER} == {Group.NONE}


def test_codes_and_names_are_nobody_elses() -> None:
    rows = participants().values()
    states = [row for row in rows if row.is_state]
    assert len({row.alpha3 for row in states}) == len({row.numeric for row in states}) == len(states) == 197
    for language in LANGUAGES:
        assert len({row.names[language] for row in rows}) == len(rows)
    assert (participant(PartyId("VN")).alpha3, participant(PartyId("VN")).numeric) == ("VNM", "704")


def test_the_un_s_own_short_names_stand_where_others_differ() -> None:
    expected = {
        "VN": "Viet Nam",
        "TR": "Türkiye",
        "CZ": "Czechia",
        "CI": "Côte d'Ivoire",
        "IR": "Iran (Islamic Republic of)",
        "PS": "State of Palestine",
        "KP": "Democratic People's Republic of Korea",
    }
    assert {code: participant(PartyId(code)).name() for code in expected} == expected
    assert [participant(PartyId("KR")).name(language) for language in ("fr", "vi", "zh_Hans", "tlh")] == [
        "République de Corée",
        "Hàn Quốc",
        "大韩民国",
        "Republic of Korea",
    ]


def test_each_member_was_admitted_and_51_were_there_in_1945() -> None:
    days = [row.since for row in participants().values() if row.kind is Kind.MEMBER]
    assert None not in days
    # 51 original Members; Czechoslovakia and Yugoslavia are Members no more.
    assert sum(day is not None and day.year == 1945 for day in days) == 49
    assert max(day for day in days if day is not None) == date(2011, 7, 14)


def test_no_name_is_said_to_be_compared_with_unterm() -> None:
    assert {source.confidence for source in register().names.values()} == {"medium"}


def test_the_union_has_27_member_states() -> None:
    members = participant(PartyId("EU")).members
    assert len(set(members)) == 27
    assert all(participant(code).is_state for code in members)


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(RefusedError) as error:
        participant(PartyId("ZZ"))
    assert (error.value.code, error.value.params) == ("treaty.participant_unknown", {"party": "ZZ"})


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('code: "AL"', 'code: "AF"', "code"),
        ('fr: "Albanie"', 'fr: "Afghanistan"', "names"),
        ('"004"', '"4"', "numeric"),
        ("since: 1946-11-19", "since: 1946-02-30", "since"),
        ("group: africa", "group: atlantis", "group"),
        ("kind: organisation", "kind: club", "kind"),
        ('members: ["AT"', 'members: ["ZZ"', "rows"),
        ('members: ["AT"', 'members: ["at"', "members"),
        ("language: fr", "language: en", "names"),
        ('code: "AF", ', 'code: "AF", extra: 1, ', "extra"),
    ],
)
def test_a_mistake_is_named_with_its_line(old: str, new: str, field: str) -> None:
    assert old in TEXT
    error = refused(TEXT.replace(old, new, 1))
    assert (error.code, error.params["field"]) == ("base.data_mistake", field)
    assert str(error.params["place"]).startswith("states/test.yaml:")
