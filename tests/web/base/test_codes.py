# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every code of the core that pages show has its words."""

from longbien.actions.access import KINDS as VERBS
from longbien.actions.access import Role
from longbien.core.base.datafile import CONFIDENCE as MARKS
from longbien.core.cooperation.table import STATES as TRACKS
from longbien.web.base import words
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


def test_every_state_has_words() -> None:
    assert {track: set(found) for track, found in words.STATES.items()} == {
        track: set(states) for track, states in TRACKS.items()
    }


def test_every_kind_of_act_has_words() -> None:
    assert set(VERBS) - set(words.KINDS) == set()


def test_every_role_and_mark_has_words() -> None:
    assert set(words.ROLES) == set(Role)
    assert set(words.CONFIDENCE) == set(MARKS)


def test_colours_belong_to_states() -> None:
    assert set(words.COLOURS) <= {name for states in TRACKS.values() for name in states}


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
