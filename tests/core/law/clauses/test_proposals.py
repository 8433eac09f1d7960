# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The proposed clauses: every duty to punish or to give a power has one, each option its own, each power its safeguards."""

import pytest

from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.library import parse_yaml
from longbien.core.law.clauses.proposals import parse_proposals, proposal, proposals, proposals_for
from longbien.core.treaty.provisions.clauses import Modality
from longbien.core.treaty.provisions.convention import convention

OFFENCES = range(7, 18)
POWERS = range(25, 31)


def test_every_duty_to_punish_or_empower_has_a_clause() -> None:
    duties = [
        duty
        for number in (*range(7, 21), 22, *range(25, 32))
        for duty in convention().article(number).duties
        if duty.modality is Modality.SHALL and duty.kind != "notify"
    ]
    assert [duty.id for duty in duties if not proposals_for(duty.id)] == []


def test_every_option_of_an_offence_can_be_taken_up() -> None:
    options = {
        duty.id
        for number in OFFENCES
        for duty in convention().article(number).duties
        if duty.option is not None
    }
    assert options - {one for each in proposals() for one in each.takes_up} == set()


def test_every_power_has_a_clause_of_safeguards() -> None:
    for number in POWERS:
        kinds = {one.kind for one in proposals() if one.article == number}
        assert {"power", "safeguard"} <= kinds


def test_every_clause_says_on_which_rights_it_bears() -> None:
    assert [one.code for one in proposals() if not one.rights] == []


def test_every_offence_leaves_its_penalty_to_the_drafter() -> None:
    offences = [one for one in proposals() if one.kind == "offence" and one.code != "17.participation"]
    assert [one.code for one in offences if "[" not in one.clause] == []


def test_a_clause_is_found_by_its_code_and_by_what_it_serves() -> None:
    assert proposal("7.security").instead_of == "7.base"
    assert "28.extension" in [one.code for one in proposals_for("28.2")]
    assert "28.base" in [one.code for one in proposals_for("28")]
    with pytest.raises(RefusedError, match=r"law_report\.clause_unknown"):
        proposal("7.nothing")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('["7.1"]', '["7.9"]'),
        ('["7.1"]', '["8.1"]'),
        ("kind: offence", "kind: wish"),
        ("rights: [privacy]", "rights: [glory]"),
        ('id: "7.base"', 'id: "8.base"'),
        ('title: "T"', 'title: "T"\n    instead_of: "7.other"'),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(old: str, new: str) -> None:
    good = (
        "schema: longbien/law-clauses/1\narticle: 7\nclauses:\n"
        '  - id: "7.base"\n    kind: offence\n    carries_out: ["7.1"]\n    title: "T"\n'
        '    clause: "C"\n    rights: [privacy]\n'
    )
    assert len(parse_proposals(parse_yaml(good, source="x.yaml"))) == 1
    with pytest.raises(MalformedError) as refused:
        parse_proposals(parse_yaml(good.replace(old, new), source="x.yaml"))
    assert refused.value.code == "base.data_mistake"
