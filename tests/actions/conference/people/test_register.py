# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""One note verbale to many badges (scenario 30): one upload, nine badges, the head changed an hour before."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from longbien.actions.conference.people.badges import badge_of
from longbien.actions.conference.people.change import (
    change_function,
    end_badge,
    find_badge,
    give_function,
    replace_member,
    serve,
)
from longbien.actions.conference.people.delegations import find_delegation
from longbien.actions.conference.people.members import members
from longbien.actions.conference.people.printing import badges_of, print_badges
from longbien.actions.conference.people.sheets import read_lines, read_sheet
from longbien.core.base.errors import MalformedError, RefusedError, UsageError
from longbien.core.conference.delegations.functions import Function
from longbien.core.conference.delegations.listing import ListError, Member
from longbien.store import models
from tests.attendance import CONFERENCE, NINE, Attendance, account_of


def workbook(rows: tuple[tuple[str, ...], ...] = NINE) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(list(row))  # type: ignore[union-attr] # a new workbook has a sheet
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def heads(delegation: models.Delegation) -> list[str]:
    return [
        row.family_name
        for row in members(delegation)
        if any(one.function == "head" and one.ended_at is None for one in row.functions.all())
    ]


def test_one_upload_gives_nine_badges(here: Attendance) -> None:
    delegation = here.open("VN")
    done = here.register(delegation, read_sheet(workbook()))
    assert done.issued == tuple(range(1, 10))
    assert heads(delegation) == ["Nguyen"]
    assert [one.username for one in models.Officer.objects.filter(role_id="").order_by("pk")][:2] == [
        "cosp-1-0001",
        "cosp-1-0002",
    ]
    assert models.DecisionRecord.objects.count() == 2
    assert not any(b"Nguyen" in bytes(one.record) for one in models.DecisionRecord.objects.all())


def test_the_same_list_again_registers_nobody_twice(here: Attendance) -> None:
    delegation = here.open("VN")
    here.register(delegation)
    again = here.register(delegation, whole=True)
    assert (again.issued, again.ended, again.changed) == ((), (), ())


def test_the_head_is_changed_in_one_step_by_the_delegation_itself(here: Attendance) -> None:
    delegation = here.open("VN")
    here.register(delegation)
    change_function(
        node=here.node, actor=account_of(9), badge=find_badge(CONFERENCE, 2), function=Function.HEAD
    )
    assert heads(delegation) == ["Tran"]
    former = badge_of(account_of(1), CONFERENCE)
    assert former is not None
    assert former.functions == {Function.ALTERNATE}


def test_two_heads_of_one_delegation_are_refused(here: Attendance) -> None:
    delegation = here.open("VN")
    here.register(delegation)
    with pytest.raises(RefusedError, match=r"conference\.two_heads \(badge=1\)"):
        here.register(delegation, (("Vu", "Ha", "head"),))
    with pytest.raises(ListError):
        here.register(delegation, (("A", "", "head"), ("B", "", "chef de délégation")))
    assert models.Badge.objects.count() == 9


def test_a_replaced_person_is_out_at_once_and_the_function_stays(here: Attendance) -> None:
    delegation = here.open("VN")
    here.register(delegation)
    number = replace_member(
        node=here.node, actor=here.secretariat, badge=find_badge(CONFERENCE, 1), cells=("Vu", "Ha")
    )
    assert (number, heads(delegation)) == (10, ["Vu"])
    assert badge_of(account_of(1), CONFERENCE) is None
    assert not account_of(1).is_active
    row = models.Badge.objects.get(number=1)
    assert (row.end_reason, row.replaced_by.number) == ("replaced", 10)


def test_a_delegation_keeps_its_own_list_and_no_other(here: Attendance) -> None:
    here.register(here.open("VN"))
    here.register(here.open("AT"), (("Gruber", "Eva", "head"), ("Huber", "Jan", "adviser")))
    secretary, adviser = account_of(9), account_of(11)
    for actor, participant in ((secretary, "AT"), (adviser, "AT"), (adviser, "VN")):
        with pytest.raises(RefusedError, match=r"people\.not_your_delegation"):
            here.register(find_delegation(CONFERENCE, participant), (("X", "Y", ""),), actor=actor)
    with pytest.raises(RefusedError, match=r"people\.not_permitted"):
        give_function(
            node=here.node, actor=secretary, badge=find_badge(CONFERENCE, 2), function=Function.CHAIR
        )


def test_the_secretariat_gives_the_chair_and_badges_to_those_who_serve(here: Attendance) -> None:
    here.register(here.open("VN"))
    badge = find_badge(CONFERENCE, 2)
    give_function(node=here.node, actor=here.secretariat, badge=badge, function=Function.CHAIR)
    holder = badge_of(account_of(2), CONFERENCE)
    assert holder is not None
    assert (holder.presides, holder.may_act) == (True, True)
    number = serve(
        node=here.node,
        actor=here.secretariat,
        delegation=here.open("staff"),
        person=Member(family_name="Reader"),
        function=Function.INTERPRETER,
    )
    staff = badge_of(account_of(number), CONFERENCE)
    assert staff is not None
    assert (staff.function, staff.may_act) == (Function.INTERPRETER, False)
    with pytest.raises(UsageError, match="function_named"):
        give_function(node=here.node, actor=here.secretariat, badge=badge, function=Function.HEAD)


def test_an_ended_badge_never_counts_again_and_its_number_is_not_given_twice(here: Attendance) -> None:
    delegation = here.open("VN")
    here.register(delegation)
    end_badge(node=here.node, actor=here.secretariat, badge=find_badge(CONFERENCE, 9), reason="left")
    with pytest.raises(RefusedError, match="badge_unknown"):
        find_badge(CONFERENCE, 9)
    assert here.register(delegation, (("Vu", "Ha", ""),)).issued == (10,)


def test_lines_pasted_from_a_note_are_a_list_too(here: Attendance) -> None:
    typed = read_lines("Nom;Prénom;Fonction\nNguyen;Lan;Cheffe de délégation\n\nTran;Minh;Conseiller\n")
    done = here.register(here.open("VN"), typed)
    assert [sorted(one.functions) for one in done.delegation] == [["head"], ["adviser"]]


def packed(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return made.getvalue()


def doctored(name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(made, "w") as archive:
        for one in old.infolist():
            archive.writestr(one.filename, content if one.filename == name else old.read(one))
        if name not in old.namelist():
            archive.writestr(name, content)
    return made.getvalue()


BOMB = packed(xl__workbook=b"<x/>", big=b"0" * (17 * 1024 * 1024))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"x" * (3 * 1024 * 1024), "sheet_large"),
        (BOMB, "sheet_large"),
        (b"%PDF-1.7", "sheet_kind"),
        (b"\xd0\xcf\x11\xe0 old", "sheet_kind"),
        (packed(a=b"1"), "sheet_kind"),
        (b"PK\x03\x04 broken", "sheet_broken"),
        (b"\xff\xfe\x00", "sheet_text"),
        (b"caf\xe9", "sheet_text"),
        (b"a\x00b", "sheet_text"),
        (doctored("xl/vbaProject.bin", b"macro"), "sheet_macro"),
        (doctored("xl/worksheets/sheet1.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"), "sheet_broken"),
        (doctored("xl/worksheets/sheet1.xml", b"not xml"), "sheet_broken"),
        (workbook((("=1+1", "a"),)), "sheet_formula"),
        (("a\n" * 500).encode(), "sheet_shape"),
        (b"a," * 60, "sheet_shape"),
        (b"y" * 3000, "sheet_shape"),
    ],
    ids=range(16),
)
def test_a_hostile_file_is_refused_with_a_code(data: bytes, code: str) -> None:
    with pytest.raises(MalformedError, match=rf"conference\.{code}"):
        read_sheet(data)


def test_badges_for_nine_people_are_one_file(here: Attendance) -> None:
    delegation = here.open("VN")
    here.register(delegation)
    made = print_badges(
        node=here.node, actor=account_of(9), badges=badges_of(delegation), language="fr", codes="once"
    )
    assert made.startswith(b"%PDF")
    assert models.BadgeCode.objects.filter(ended_at=None).count() == 9
    with pytest.raises(RefusedError, match="no_badges"):
        print_badges(node=here.node, actor=here.secretariat, badges=[])


@pytest.mark.parametrize("participant", ["XX", "nobody", ""])
def test_nobody_opens_a_delegation_for_an_unknown_body(here: Attendance, participant: str) -> None:
    with pytest.raises(UsageError, match="participant_unknown"):
        here.open(participant)
