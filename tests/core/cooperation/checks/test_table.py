# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks: a complete request has nothing to say of, and each way of being wrong is found, told and, where right, passable."""

from datetime import UTC, datetime

import pytest

from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.acts.bodies import Override
from longbien.core.cooperation.checks.rules import Draft
from longbien.core.cooperation.checks.table import CHECKS, check
from longbien.core.cooperation.findings import STOP, Finding, of_refusal, require_none, standing
from longbien.core.cooperation.forms.fields import clean
from longbien.core.cooperation.forms.kinds import form, forms
from longbien.texts import SENTENCES, sentence
from tests.requests import CONTACT, address, preservation, stored_data

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)


def draft(raw: dict[str, Json], *, kind: str = "preservation", **more: tuple[str, ...]) -> Draft:
    given = {name: value for name, value in raw.items() if value is not None}
    cleaned = clean(form(kind), given)
    assert cleaned.errors == ()
    return Draft(form=form(kind), values=cleaned.values, now=NOW, **more)


def codes(raw: dict[str, Json], *, kind: str = "preservation", **more: tuple[str, ...]) -> list[str]:
    return [
        finding.code.removeprefix("cooperation.check.") for finding in check(draft(raw, kind=kind, **more))
    ]


def test_complete_requests_are_free_of_findings() -> None:
    assert codes(preservation()) == []
    assert codes(stored_data(), kind="stored-data") == []


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
    assert codes(preservation(), required_fields=("custodian", "no_such_field")) == ["missing_by_profile"]


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
    assert {row.code.removeprefix("cooperation.check.") for row in CHECKS} == {code for _, code in WRONG} | {
        "missing_by_profile",
        "language",
        "not_stored_data",
    }
    for raw, _ in WRONG:
        for finding in check(draft(raw)):
            assert "(" not in sentence(finding.code, **finding.params).replace("(60 days)", "").replace(
                "(24/7)", ""
            )


def test_an_empty_draft_and_an_odd_one_are_examined_without_harm() -> None:
    for kind in forms():
        assert isinstance(check(Draft(form=form(kind), values={}, now=NOW))[0], Finding)
