# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A delegation's list: seven languages of headings, all flaws at once, never another error than the house's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longbien.core.base.errors import RefusedError
from longbien.core.conference.delegations.changes import Present, changes
from longbien.core.conference.delegations.functions import Function
from longbien.core.conference.delegations.listing import ListError, Member, read_list
from longbien.core.conference.delegations.words import words

NINE = [
    ("Family name", "Given name", "Function", "Post", "E-mail"),
    ("Nguyen", "Thi Lan", "Head of delegation", "Vice-Minister", "lan@mofa.example"),
    ("Tran", "Van Minh", "Alternate", "Ambassador", ""),
    ("Le", "Hoa", "Delegate", "Director", ""),
    ("Pham", "Duc", "Adviser", "", ""),
]


def test_a_list_with_a_heading_is_read() -> None:
    first, second, *_ = read_list(NINE)
    assert first == Member(
        family_name="Nguyen",
        given_name="Thi Lan",
        post="Vice-Minister",
        email="lan@mofa.example",
        function=Function.HEAD,
        line=2,
    )
    assert second.function is Function.ALTERNATE


@pytest.mark.parametrize(
    ("heading", "function"),
    [
        (("Nom", "Prénom", "Fonction"), "Chef de délégation"),
        (("Apellidos", "Nombre", "Función"), "Jefa de delegación"),
        (("Фамилия", "Имена", "Функция"), "Глава делегации"),
        (("姓", "名", "职能"), "代表团团长"),
        (("اسم العائلة", "الاسم الأول", "الصفة"), "رئيسة الوفد"),
        (("Họ", "Tên", "Vai trò"), "Trưởng đoàn"),
    ],
)
def test_headings_and_functions_are_known_in_every_language(heading: tuple[str, ...], function: str) -> None:
    (found,) = read_list([heading, ("A", "B", function)])
    assert (found.family_name, found.given_name, found.function) == ("A", "B", Function.HEAD)


def test_a_list_without_a_heading_has_the_columns_in_their_order() -> None:
    (found,) = read_list([("Nguyen", "Lan", "adviser", "Expert", "a@b.example")])
    assert (found.function, found.post, found.line) == (Function.ADVISER, "Expert", 1)


def test_two_heads_of_one_delegation_are_refused_with_the_line() -> None:
    with pytest.raises(ListError) as caught:
        read_list([*NINE, ("Vo", "An", "head", "", "")])
    assert [(one.code, one.line) for one in caught.value.flaws] == [("conference.list_two_heads", 6)]


def test_all_flaws_are_told_at_once() -> None:
    with pytest.raises(ListError) as caught:
        read_list(
            [
                ("=HYPERLINK(1)", "A", "head"),
                ("B\u202e", "x", "king"),
                ("", "C", ""),
                ("Le", "Hoa", "", "", "no address"),
                ("le", "HOA", "adviser"),
            ]
        )
    assert [(one.code.split("_", 1)[1], one.line) for one in caught.value.flaws] == [
        ("letters", 1),
        ("letters", 2),
        ("function", 2),
        ("name", 3),
        ("email", 4),
        ("twice", 5),
    ]


def test_an_empty_and_an_endless_list_are_refused() -> None:
    for rows in ([], [["", " "]], [["A"]] * 401, [["A"] * 41]):
        with pytest.raises(ListError):
            read_list(rows)


CELLS = st.lists(st.lists(st.text(max_size=30), max_size=7), max_size=12)


@given(CELLS)
def test_whatever_is_typed_ends_in_members_or_in_the_house_s_error(rows: list[list[str]]) -> None:
    try:
        found = read_list(rows)
    except ListError:
        return
    assert sum(one.function is Function.HEAD for one in found) <= 1


def test_a_word_never_means_two_columns_or_functions() -> None:
    assert len(words().functions) > 60
    assert set(words().columns.values()) >= {"family_name", "function"}


def member(name: str, function: Function) -> Member:
    return Member(family_name=name, function=function)


def here(badge: int, name: str, *functions: Function) -> Present:
    return Present(
        badge=badge, number=badge, key=member(name, Function.HEAD).key, functions=frozenset(functions)
    )


DELEGATION = (here(1, "A", Function.HEAD), here(2, "B", Function.ADVISER, Function.TELLER))


def test_another_list_adds_and_a_whole_one_replaces() -> None:
    listed = (member("B", Function.DELEGATE), member("C", Function.ADVISER))
    added = changes(DELEGATION, listed, whole=False)
    assert (added.ended, added.changed, [one.family_name for one in added.new]) == (
        (),
        ((2, Function.DELEGATE),),
        ["C"],
    )
    assert changes(DELEGATION, listed, whole=True).ended == (1,)


def test_a_second_head_is_refused_and_a_whole_list_may_bring_another() -> None:
    with pytest.raises(RefusedError, match=r"conference\.two_heads \(badge=1\)"):
        changes(DELEGATION, (member("C", Function.HEAD),), whole=False)
    swapped = (member("A", Function.ALTERNATE), member("C", Function.HEAD))
    assert changes(DELEGATION, swapped, whole=False).changed == ((1, Function.ALTERNATE),)
    assert changes(DELEGATION, (member("C", Function.HEAD),), whole=True).ended == (1, 2)
