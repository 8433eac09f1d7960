# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every code of the core that pages show has its words."""

import re

import pytest

from longbien.actions.access import KINDS as VERBS
from longbien.actions.access import Role
from longbien.core.base.datafile import CONFIDENCE as MARKS
from longbien.core.conference.accreditation.states import Track
from longbien.core.cooperation.clocks.rules import NATURES
from longbien.core.cooperation.forms.kinds import form_of_act
from longbien.core.cooperation.life.table import NEUTRAL
from longbien.core.cooperation.life.table import STATES as TRACKS
from longbien.core.cooperation.outside.statement import OUTSIDE
from longbien.core.evidence.custody import Finding
from longbien.core.log.leaf import Outcome
from longbien.core.parties.contacts import ROLES
from longbien.texts import SENTENCES
from longbien.web.base.tags import (
    code_name,
    confidence,
    form_article,
    form_name,
    kind_name,
    source_name,
    state,
)
from longbien.web.base.tags import words as words_of
from longbien.web.base.words import COLOURS

TABLES: dict[str, set[str]] = {
    **{f"state.{track}": set(states) for track, states in TRACKS.items()},
    "accreditation_track": set(Track),
    "authority": set(ROLES),
    "clock_nature": set(NATURES),
    "confidence": set(MARKS),
    "finding": set(Finding),
    "kind": {kind for kind in (*VERBS, *NEUTRAL, OUTSIDE) if form_of_act(kind) is None},
    "outcome": set(Outcome),
    "outbox": {"waiting", "delivered", "refused"},
    "proposal": {"open", "made", "rejected"},
    "role": set(Role),
    "track": set(TRACKS),
}


@pytest.mark.parametrize("table", TABLES)
def test_every_code_has_words(table: str) -> None:
    known = {code.removeprefix(f"word.{table}.") for code in SENTENCES if code.startswith(f"word.{table}.")}
    assert known == {re.sub(r"[-./]", "_", code) for code in TABLES[table]}


def test_colours_belong_to_states() -> None:
    assert set(COLOURS) <= {name for states in TRACKS.values() for name in states}


def test_codes_become_words() -> None:
    assert state("preservation", "in-force") == '<span class="ds-tag" data-color="success">in force</span>'
    assert kind_name("answer.decided") == "Decision"
    assert kind_name("request.preservation") == "Expedited preservation of stored electronic data"
    assert form_name("preservation") == "Expedited preservation of stored electronic data"
    assert form_article("preservation") == "42"
    assert (
        code_name("hanoi", "LEGAL-BASIS") == "United Nations Convention against Cybercrime (Hanoi Convention)"
    )
    assert words_of("approver", "role") == "approver"
    assert source_name("42.3.b") == "Art. 42.3.b"
    assert source_name("house") == "This project"
    assert confidence("read") == "read in that document"


def test_unknown_codes_are_shown_as_they_are() -> None:
    assert state("preservation", "<b>") == '<span class="ds-tag" data-color="neutral">&lt;b&gt;</span>'
    assert kind_name("answer.unheard-of") == "answer.unheard-of"
    assert form_name("unheard-of") == "unheard-of"
    assert form_article("unheard-of") == ""
    assert code_name("", "URGENCY") == ""
