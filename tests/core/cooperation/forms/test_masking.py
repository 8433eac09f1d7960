# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Masking: what is left of a victim or child is the role; the name goes from texts too; nobody else is touched."""

from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.canonical import Json
from longbien.core.cooperation.forms.masking import (
    BLACK,
    blackened,
    hidden_names,
    hidden_persons,
    masked_body,
    masked_json,
    masked_values,
)
from longbien.core.cooperation.forms.values import FieldValue, Person

VICTIM = Person(role="victim", name="Anna Example", aliases="Annie, A. E.", whereabouts="Vienna")
CHILD = Person(role="child", description="The sister.")
SUSPECT = Person(role="suspect", name="Bruno Sample")
MARKED = Person(role="witness", name="Carla Test", masked=True)
VALUES: dict[str, FieldValue] = {
    "persons": (VICTIM, SUSPECT, CHILD, MARKED),
    "facts": "ANNA EXAMPLE, called Annie, met Bruno Sample. Carla Test saw it.",
    "follow_up_intended": True,
}


def test_only_the_role_of_a_masked_person_is_left() -> None:
    found = masked_values(VALUES)
    assert found["persons"] == (
        Person(role="victim", masked=True),
        SUSPECT,
        Person(role="child", masked=True),
        Person(role="witness", masked=True),
    )
    assert found["facts"] == f"{BLACK}, called {BLACK}, met Bruno Sample. {BLACK} saw it."
    assert found["follow_up_intended"] is True
    assert hidden_persons(VALUES.values()) == 3


def test_the_body_of_an_act_is_masked_the_same_way() -> None:
    body: Json = {
        "fields": {
            "persons": [
                {"role": "victim", "name": "Anna Example"},
                {"role": "suspect", "name": "Bruno Sample"},
            ],
            "facts": "Anna Example met Bruno Sample.",
        },
        "form_version": 1,
    }
    assert masked_json(body, hidden_names(VALUES.values())) == {
        "fields": {
            "persons": [{"role": "victim", "masked": True}, {"role": "suspect", "name": "Bruno Sample"}],
            "facts": f"{BLACK} met Bruno Sample.",
        },
        "form_version": 1,
    }


def test_a_body_without_masked_persons_is_the_very_same() -> None:
    body: dict[str, Json] = {
        "fields": {"persons": [{"role": "suspect", "name": "Bruno Sample"}], "facts": "x"}
    }
    assert masked_body(body) is body
    hidden: dict[str, Json] = {
        "fields": {"persons": [{"role": "child", "name": "Theo Test"}], "facts": "Theo Test."}
    }
    assert masked_body(hidden) == {
        "fields": {"persons": [{"role": "child", "masked": True}], "facts": f"{BLACK}."}
    }


def test_names_too_short_to_find_blacken_nothing() -> None:
    assert hidden_names([(Person(role="victim", name="Li"),)]) == ()
    assert blackened("Like", ()) == "Like"


@given(
    name=st.text(min_size=3, max_size=30).filter(lambda one: len(one.strip()) >= 3),
    around=st.text(max_size=30),
)
def test_no_name_is_left_in_a_text(name: str, around: str) -> None:
    names = hidden_names([(Person(role="victim", name=name),)])
    for one in names:
        assert one not in blackened(f"{around}{one}{around}", names) or one in BLACK


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=10,
)


@given(value=json_values)
def test_json_of_any_shape_is_masked_without_a_fault(value: Json) -> None:
    assert masked_json(value, ()) == value or "role" in str(value)
