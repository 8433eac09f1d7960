# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks: a complete request has nothing to say of, and each way of being wrong is found, told and, where right, passable."""

import re
from datetime import UTC, datetime

import pytest

from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.acts.bodies import Override
from longbien.core.cooperation.checks.draft import Draft
from longbien.core.cooperation.checks.table import CHECKS, check
from longbien.core.cooperation.findings import STOP, Finding, of_refusal, require_none, standing
from longbien.core.cooperation.forms.fields import clean
from longbien.core.cooperation.forms.kinds import form, forms
from longbien.core.parties.requirements import Requirement
from longbien.texts import SENTENCES, phrase, sentence, translated
from tests.requests import CONTACT, address, complete, paper, person, piece, preservation, stored_data

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
NOTHING = Requirement()
UNFILLED = re.compile(r"\([a-z_]+\)")
"""How a sentence shows a value that it was not given."""


def draft(
    raw: dict[str, Json],
    *,
    kind: str = "preservation",
    languages: tuple[str, ...] = (),
    asked: Requirement = NOTHING,
) -> Draft:
    given = {name: value for name, value in raw.items() if value is not None}
    cleaned = clean(form(kind), given)
    assert cleaned.errors == ()
    return Draft(form=form(kind), values=cleaned.values, now=NOW, languages=languages, asked=asked)


def codes(
    raw: dict[str, Json],
    *,
    kind: str = "preservation",
    languages: tuple[str, ...] = (),
    asked: Requirement = NOTHING,
) -> list[str]:
    found = check(draft(raw, kind=kind, languages=languages, asked=asked))
    return [finding.code.removeprefix("cooperation.check.") for finding in found]


def test_complete_requests_are_free_of_findings() -> None:
    assert {kind: codes(complete(kind), kind=kind) for kind in forms()} == {kind: [] for kind in forms()}


WRONG: list[tuple[dict[str, Json], str]] = [
    (preservation(facts=None), "missing"),
    (preservation(follow_up_intended=None), "missing"),
    (preservation(callback=None), "missing_by_template"),
    (preservation(legal_basis="none-yet"), "basis_none"),
    (preservation(identifiers=[address(port=None)]), "ip_port"),
    (preservation(identifiers=[address(at=None)]), "ip_time"),
    (preservation(identifiers=[address(kind="ipv6", value="2a00:1450::1", port=None, at=None)]), "ip_time"),
    (preservation(identifiers=[address(at="2026-11-19 21:14:07")]), "time_offset"),
    (preservation(identifiers=[address(value="192.168.1.4")]), "ip_public"),
    (
        preservation(
            identifiers=[address(at="2026-11-22T00:00:00Z")],
            data_period={"from": "2026-11-01T00:00:00Z", "until": "2026-11-30T00:00:00Z"},
        ),
        "time_future",
    ),
    (preservation(identifiers=[{"kind": "handle", "value": "wolf"}]), "service_missing"),
    (preservation(identifiers=[{"kind": "imei", "value": "490154203237517"}]), "digits"),
    (preservation(identifiers=[address(at="2026-10-01T00:00:00Z")]), "time_outside_period"),
    (
        preservation(
            identifiers=[{"kind": "email", "value": "a@example.org"}],
            data_period={"from": "2026-12-01T00:00:00Z", "until": "2026-12-02T00:00:00Z"},
        ),
        "period_future",
    ),
    (
        preservation(
            data_categories=["content"],
            data_period={"from": "2025-01-01T00:00:00Z", "until": "2026-11-20T00:00:00Z"},
        ),
        "period_long",
    ),
    (
        preservation(secrecy="case-sealed", secrecy_reason="Suspect.", secrecy_until="2026-11-21"),
        "secrecy_over",
    ),
    (
        preservation(secrecy="case-sealed", secrecy_reason="Suspect.", secrecy_until="2028-01-01"),
        "secrecy_long",
    ),
    (preservation(secrecy="case-sealed", secrecy_until="2027-01-01"), "missing_by_template"),
    (preservation(needed_by="2026-11-20T00:00:00Z", needed_by_reason="Trial."), "needed_by_past"),
    (preservation(needed_by="2026-12-20T00:00:00Z"), "missing"),
    (preservation(retention_ends="2026-11-20"), "retention_past"),
    (preservation(follow_up_planned="2026-11-20"), "follow_up_past"),
    (preservation(follow_up_planned="2027-03-01"), "follow_up_late"),
    (
        preservation(
            status="extension",
            previous_preservation="P-1",
            previous_preservation_until="2026-11-20",
            days=60,
            extension_number=1,
        ),
        "extension_lapsed",
    ),
    (preservation(traffic_path=True, data_categories=["subscriber"]), "path_without_traffic"),
    (preservation(requested_authority="central"), "other_authority"),
    (preservation(requesting_authority={**CONTACT, "time_zone": ""}), "contact_hours"),
]


@pytest.mark.parametrize(("raw", "code"), WRONG)
def test_each_way_of_being_wrong_is_found(raw: dict[str, Json], code: str) -> None:
    assert codes(raw) == [code]


def test_stored_data_without_access_to_them_is_noticed() -> None:
    assert codes(stored_data(assistance=["40.3.a"]), kind="stored-data") == ["not_stored_data"]


def test_every_item_of_the_convention_is_asked_for() -> None:
    """Art. 42(3), 40(15): leave each mandatory field out in turn."""
    for kind, whole in (("preservation", preservation()), ("stored-data", stored_data())):
        for field in form(kind).fields.values():
            if field.need == "mandatory":
                rest = {name: value for name, value in whole.items() if name != field.id}
                found = [finding for finding in check(draft(rest, kind=kind)) if finding.severity == STOP]
                assert [
                    (finding.field, finding.code.startswith("cooperation.check.missing")) for finding in found
                ] == [(field.id, True)]


def test_the_requested_states_own_requirements_count() -> None:
    assert codes(preservation(), asked=Requirement(required_fields=("custodian", "no_such_field"))) == [
        "missing_by_profile"
    ]


@pytest.mark.parametrize(
    ("accepted", "found"),
    [(("en",), []), (("de", "en-GB"), []), (("de", "fr"), ["language"]), ((), [])],
)
def test_the_language_is_compared_with_the_notified_ones(accepted: tuple[str, ...], found: list[str]) -> None:
    """Art. 40(13)."""
    assert codes(preservation(), languages=accepted) == found


def test_a_translation_is_a_language_too() -> None:
    paper: Json = {"name": "t.pdf", "media_type": "application/pdf", "size": 1, "sha256": "ab" * 32}
    assert codes(preservation(translation_language="de", translation=paper), languages=("de",)) == []


def test_an_address_without_port_time_or_offset_never_leaves_by_itself() -> None:
    """Scenario 10: stopped with the reason and its source; passing it needs a written reason that travels with the request."""
    found = check(draft(preservation(identifiers=[address(port=None, at=None)])))
    assert [finding.code for finding in found] == ["cooperation.check.ip_port", "cooperation.check.ip_time"]
    assert all(finding.source for finding in found)
    with pytest.raises(RefusedError) as refused:
        require_none(found)
    assert sentence(refused.value.code, **refused.value.params).startswith(
        "The IP address 8.8.8.8 has no port"
    )
    reasons = [
        Override(check=finding.code, field="identifiers", reason="The victim's log has only dates.")
        for finding in found
    ]
    assert standing(found, reasons[:1]) == (found[1],)
    require_none(found, reasons)


def test_an_override_without_reason_or_of_a_firm_check_passes_nothing() -> None:
    found = check(draft(preservation(identifiers=[address(port=None)], facts=None)))
    overrides = [
        Override(check="cooperation.check.ip_port", field="identifiers", reason="short"),
        Override(check="cooperation.check.missing", field="facts", reason="We do not want to tell."),
    ]
    assert standing(found, overrides) == found


def test_a_refused_legal_basis_comes_first() -> None:
    refusal = RefusedError("treaty.basis_none")
    more = (of_refusal(refusal, source="35.1", about="legal_basis"),)
    found = check(draft(preservation(facts=None)), more=more)
    assert [finding.code for finding in found] == ["treaty.basis_none", "cooperation.check.missing"]
    with pytest.raises(RefusedError) as refused:
        require_none(found)
    assert refused.value.code == "treaty.basis_none"


def test_each_check_has_a_sentence_and_gives_its_values() -> None:
    assert [row.code for row in CHECKS if row.code not in SENTENCES] == []
    assert len({row.code for row in CHECKS}) == len(CHECKS)
    elsewhere = {code for _, _, found in WRONG_ELSEWHERE for code in found} | {
        code for _, _, found in ASKED for code in found
    }
    assert {row.code.removeprefix("cooperation.check.") for row in CHECKS} == {
        *(code for _, code in WRONG),
        *elsewhere,
        "language",
        "not_stored_data",
        "follow_up_after_release",
    }
    for raw, _ in WRONG:
        for finding in check(draft(raw)):
            assert UNFILLED.search(sentence(finding.code, **finding.params)) is None


MANY: list[Json] = [{"kind": "email", "value": f"a{number}@mail.example"} for number in range(101)]
LONG_AGO: dict[str, Json] = {"from": "2021-01-01T00:00:00Z", "until": "2026-01-01T00:00:00Z"}
WRONG_ELSEWHERE: list[tuple[str, dict[str, Json], list[str]]] = [
    ("traffic-data", {"previous_preservation": None, "status": "new"}, ["preservation_unnamed"]),
    ("real-time-traffic", {"like_case": None}, ["like_case_unsaid"]),
    ("real-time-traffic", {"authorisation_document": None}, ["paper_missing"]),
    ("real-time-traffic", {"authorisation_ends": "2026-12-10"}, ["authorisation_short"]),
    ("real-time-traffic", {"review_on": "2026-12-19"}, ["review_late"]),
    (
        "real-time-traffic",
        {"collection_period": {"from": "2026-11-20T00:00:00Z", "until": "2026-12-10T00:00:00Z"}},
        ["not_future"],
    ),
    (
        "interception",
        {
            "collection_period": {"from": "2026-12-01T00:00:00Z", "until": "2027-01-20T00:00:00Z"},
            "authorisation_ends": "2027-02-01",
        },
        ["collection_long"],
    ),
    (
        "interception",
        {
            "collection_period": {"from": "2026-12-01T00:00:00Z", "until": "2027-12-01T00:00:00Z"},
            "authorisation_ends": "2027-12-31",
        },
        ["collection_very_long"],
    ),
    ("interception", {"identifiers": MANY[:21]}, ["many_for_content"]),
    ("stored-data", {"identifiers": MANY}, ["many_accounts"]),
    ("stored-data", {"identifiers": [MANY[0], MANY[0]]}, ["twice"]),
    ("stored-data", {"identifiers": [{"kind": "ip-range", "value": "203.0.113.0/24"}]}, []),
    ("stored-data", {"identifiers": [{"kind": "ip-range", "value": "2001:db8::/32"}]}, ["range_wide"]),
    ("stored-data", {"identifiers": [{"kind": "iban", "value": "GB82 WEST 1234 5698 7654 33"}]}, ["digits"]),
    ("stored-data", {"data_period": LONG_AGO, "identifiers": [MANY[0]]}, ["period_very_long"]),
    (
        "stored-data",
        {"data_categories": ["content"], "nexus": "It is his."},
        ["whole_account"],
    ),
    ("stored-data", {"data_items": ["whole-account"]}, ["whole_account"]),
    (
        "stored-data",
        {"data_categories": ["content"], "nexus": "It is his.", "data_items": ["mailbox"]},
        [],
    ),
    (
        "stored-data",
        {
            "data_categories": ["subscriber", "traffic", "content"],
            "nexus": "The ransom was negotiated from this very account.",
        },
        ["all_categories"],
    ),
    (
        "stored-data",
        {"language": "en", "translation_language": "en", "translation": paper()},
        ["translation_same"],
    ),
    ("stored-data", {"oral_at": "2026-12-01T00:00:00Z"}, ["not_past"]),
    ("stored-data", {"persons": [person(birth_date="2030")]}, ["birth_future"]),
    ("stored-data", {"persons": [person(nationalities=["QQ"])]}, ["state_unknown"]),
    (
        "stored-data",
        {"persons": [person(role="child", name="Mai Example")], "items": "Telephone of mai example"},
        ["masked_name_in_text"],
    ),
    ("preservation", {"data_categories": ["traffic"]}, []),
    (
        "emergency",
        {"data_categories": ["subscriber", "traffic", "content"]},
        ["all_categories", "emergency_broad"],
    ),
    ("emergency", {"identifiers": MANY[:6]}, ["emergency_broad"]),
    ("emergency", {"danger_at": "2026-11-20T00:00:00Z"}, ["not_future"]),
    ("service-of-documents", {"serve_by": "2026-11-25"}, ["window_short"]),
    ("service-of-documents", {"serve_by": "2026-11-20"}, ["not_future"]),
    ("service-of-documents", {"serve_by": "2027-03-02"}, ["service_late"]),
    ("video-hearing", {"persons": [person(role="suspect")]}, ["role_unfit"]),
    ("extradition", {"persons": [person(role="sought", birth_date="")]}, ["not_told_apart"]),
    ("transfer-of-detained-person", {"transfer_undertakings": ["return"]}, ["undertakings_missing"] * 4),
    ("transfer-of-detained-person", {"detention_ends": "2027-02-05"}, ["detention_over"]),
    ("transfer-of-sentenced-persons", {"sentence_ends": "2027-02-05"}, ["sentence_short"]),
    ("confiscation", {"property": [piece(amount="", currency="")]}, ["property_vague"]),
    ("assistance", {"data_categories": ["traffic"]}, ["missing"]),
    ("law-enforcement-cooperation", {"requested_authority": "central"}, ["other_authority"]),
    ("emergency", {"data_period": None, "data_categories": ["traffic"]}, ["missing_by_template"]),
]


@pytest.mark.parametrize(("kind", "changed", "found"), WRONG_ELSEWHERE)
def test_what_is_wrong_in_a_kind_is_found(kind: str, changed: dict[str, Json], found: list[str]) -> None:
    raw = complete(kind, **changed)
    assert codes(raw, kind=kind) == found
    for finding in check(draft(raw, kind=kind)):
        assert UNFILLED.search(sentence(finding.code, **finding.params)) is None


ASKED = [
    (Requirement(dual_criminality="required"), {}, ["missing_by_profile"]),
    (Requirement(minimum_years=2), {}, ["missing_by_profile"]),
    (Requirement(minimum_years=2), {"maximum_penalty_years": 1}, ["penalty_by_profile"]),
    (Requirement(minimum_years=2), {"maximum_penalty_years": 2}, []),
    (Requirement(authorisers=("judge",)), {}, ["missing_by_profile"]),
    (
        Requirement(authorisers=("judge", "court")),
        {"authoriser": "prosecutor", "authorisation": "1", "authorisation_document": {**paper()}},
        ["authoriser_by_profile"],
    ),
    (Requirement(channel="diplomatic"), {}, ["channel_by_profile"]),
    (Requirement(channel="node"), {}, []),
]


@pytest.mark.parametrize(("asked", "changed", "found"), ASKED)
def test_what_the_requested_state_asks_for_is_missed(
    asked: Requirement, changed: dict[str, Json], found: list[str]
) -> None:
    assert codes(complete("stored-data", **changed), kind="stored-data", asked=asked) == found


def test_a_request_for_extradition_comes_before_the_person_is_released() -> None:
    kind, release = "provisional-arrest", Requirement(arrest_days=18)
    assert codes(complete(kind), kind=kind, asked=Requirement(arrest_days=40)) == []
    assert codes(complete(kind), kind=kind, asked=release) == ["follow_up_after_release"]


@pytest.mark.parametrize("kind", sorted(forms()))
def test_a_needed_field_that_is_empty_stops_the_request(kind: str) -> None:
    """Art. 40(15), 42(3), 45(3), 50(3), and whatever else a form needs: leave out any one, and the request stays here."""
    whole = complete(kind)
    values = clean(form(kind), whole).values
    for field in form(kind).fields.values():
        if not field.needed(values):
            continue
        found = check(draft({**whole, field.id: None}, kind=kind))
        stops = [one for one in found if one.field == field.id and one.severity == STOP]
        refs = {source.ref for source in field.sources}
        listed = (
            any(ref.startswith(("40.15.", "42.3.", "45.3.", "50.3.")) for ref in refs) and "house" not in refs
        )
        assert stops, (kind, field.id)
        assert stops[0].overridable is False or not listed, (kind, field.id)


def test_a_sentence_names_a_field_in_the_reader_s_language() -> None:
    word = phrase("vi", "Evidence")
    assert word != "Evidence"
    assert f"“{word}”" in translated("vi", "cooperation.check.missing", label="Evidence")


def test_an_empty_draft_and_an_odd_one_are_examined_without_harm() -> None:
    for kind in forms():
        assert isinstance(check(Draft(form=form(kind), values={}, now=NOW))[0], Finding)
