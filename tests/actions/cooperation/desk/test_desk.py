# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stays at the desk: notes, hand-overs, looks at masked names."""

import re
from pathlib import Path

import pytest

import longbien
from longbien.actions.cooperation.desk.hand_over import give_shift, hand_over, hand_overs, take_shift
from longbien.actions.cooperation.desk.look import look
from longbien.actions.cooperation.desk.notes import notes, strike_note, write_note
from longbien.actions.cooperation.pages.inbox import inbox
from longbien.actions.cooperation.pages.request import request_page
from longbien.actions.cooperation.paper.make import act_json
from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError
from longbien.core.cooperation.forms.kinds import form
from longbien.core.cooperation.forms.values import FieldValue, Person
from longbien.core.cooperation.register.words import request_words
from longbien.store.models.cooperation_desk import Look
from longbien.store.models.exchange import Act, Outbox
from longbien.store.models.people import DecisionRecord
from tests.actions.steps import preserved, send
from tests.pair import Pair, Side
from tests.requests import complete, person, preservation

SECRET = "The informant calls at nine."
VICTIM = "Anna Beispiel"


def refused(code: str) -> "pytest.RaisesExc[LongBienError]":
    return pytest.raises(LongBienError, match=code.replace(".", r"\."))


def test_a_note_is_kept_as_it_was_and_struck_out_in_sight(pair: Pair) -> None:
    request_id = preserved(pair)
    with pair.at as at:
        duty, lawyer = at.officers["duty"], at.officers["lawyer"]
        written = write_note(node=at.node, actor=duty, request_id=request_id, text=SECRET)
        with refused("cooperation.note_reason"):
            strike_note(node=at.node, actor=lawyer, number=written.number, reason=" ")
        strike_note(node=at.node, actor=lawyer, number=written.number, reason="Another case.")
        with refused("cooperation.note_struck"):
            strike_note(node=at.node, actor=lawyer, number=written.number, reason="Again.")
        with refused("cooperation.note_unknown"):
            strike_note(node=at.node, actor=lawyer, number=99, reason="Again.")
        for text in ("", "  ", "x" * 20_001):
            with refused("cooperation.note_text"):
                write_note(node=at.node, actor=duty, request_id=request_id, text=text)
        with refused("cooperation.request_unknown"):
            write_note(node=at.node, actor=duty, request_id="0" * 32, text=SECRET)
        (note,) = notes(actor=lawyer, request_id=request_id)
        assert (note.text, note.officer, note.struck_by, note.struck_why) == (
            SECRET,
            "at-duty-1",
            "at-lawyer-1",
            "Another case.",
        )
        (seen,) = notes(actor=at.officers["auditor"], request_id=request_id)
        assert (seen.text, seen.length, seen.readable) == ("", len(SECRET), False)
        with refused("people.not_permitted"):
            write_note(node=at.node, actor=at.officers["auditor"], request_id=request_id, text=SECRET)
        records = DecisionRecord.objects.filter(verb="cooperation.note")
        assert (records.count(), any(SECRET.encode() in bytes(one.record) for one in records)) == (2, False)


def test_a_note_is_in_nothing_that_leaves_the_node(pair: Pair) -> None:
    request_id = preserved(pair)
    with pair.at as at:
        write_note(node=at.node, actor=at.officers["duty"], request_id=request_id, text=SECRET)
        assert SECRET not in repr(
            request_page(node=at.node, actor=at.officers["duty"], request_id=request_id)
        )
        assert SECRET not in repr(act_json(node=at.node, actor=at.officers["duty"], request_id=request_id))
    pair.settle()
    for side in (pair.vn, pair.at):
        with side:
            blobs = [bytes(one.envelope) for one in Act.objects.all()]
            blobs += [bytes(one.frame) for one in Outbox.objects.all()]
            assert not any(SECRET.encode() in blob for blob in blobs)


def test_no_module_that_writes_for_others_knows_of_notes() -> None:
    """Acts, papers, bundles, exchange, the API and e-mail are made where nothing reads a note."""
    root = Path(longbien.__file__).parent
    readers = {
        str(path.relative_to(root))
        for path in root.rglob("*.py")
        if re.search(r"models\.Note\b|notes_of|desk\.notes", path.read_text(encoding="utf-8"))
    }
    assert readers == {
        "actions/cooperation/desk/notes.py",
        "cli/cooperation/desk.py",
        "store/queries/desk.py",
        "web/cooperation/desk.py",
    }


def test_a_shift_is_signed_off_by_both(pair: Pair) -> None:
    request_id = preserved(pair, days=61)
    pair.clock.go(days=59)
    with pair.vn as vn:
        duty, lawyer = vn.officers["duty"], vn.officers["lawyer"]
        given = give_shift(node=vn.node, actor=duty, text="AT calls at seven.")
        assert (given.matters[0].request_id, given.matters[0].code) == (request_id, "preservation-ends")
        with refused("people.two_needed"):
            take_shift(node=vn.node, actor=duty, number=given.number)
        take_shift(node=vn.node, actor=lawyer, number=given.number, answer="Read.")
        with refused("cooperation.hand_over_taken"):
            take_shift(node=vn.node, actor=vn.officers["approver"], number=given.number)
        with refused("cooperation.hand_over_unknown"):
            hand_over(actor=duty, number=99)
        pair.clock.go(days=30)
        (kept,) = hand_overs(actor=vn.officers["auditor"])
        assert (kept.given_by, kept.taken_by, kept.answer) == ("vn-duty-1", "vn-lawyer-1", "Read.")
        assert kept.matters == given.matters  # as it was handed over, whatever happened since
        with refused("people.not_permitted"):
            give_shift(node=vn.node, actor=vn.officers["auditor"])
        assert DecisionRecord.objects.filter(verb="cooperation.hand_over").count() == 2


def asked(pair: Pair) -> str:
    persons: list[Json] = [person(), person(role="victim", name=VICTIM, whereabouts="Wien")]
    return send(pair, "assistance", complete("assistance", persons=persons, facts=f"{VICTIM} was harmed."))


def shown(side: Side, name: str, request_id: str) -> str:
    with side:
        return repr(request_page(node=side.node, actor=side.officers[name], request_id=request_id))


def test_a_victims_name_is_shown_to_who_asked_with_a_reason_and_to_nobody_else(pair: Pair) -> None:
    request_id = asked(pair)
    for side in (pair.vn, pair.at):
        for name in ("duty", "lawyer", "approver", "auditor", "operator"):
            assert VICTIM not in shown(side, name, request_id)
        assert "Nguyen Van Example" in shown(side, "duty", request_id)  # the person sought is no victim
    with pair.at as at:
        lawyer = at.officers["lawyer"]
        with refused("cooperation.look_reason"):
            look(node=at.node, actor=lawyer, request_id=request_id, reason="why not")
        with refused("people.not_permitted"):
            look(
                node=at.node, actor=at.officers["auditor"], request_id=request_id, reason="I am the auditor."
            )
        with refused("cooperation.look_needed"):
            act_json(node=at.node, actor=lawyer, request_id=request_id)
        look(node=at.node, actor=lawyer, request_id=request_id, reason="To prepare the hearing.")
        assert VICTIM in repr(act_json(node=at.node, actor=lawyer, request_id=request_id))
    assert VICTIM in shown(pair.at, "lawyer", request_id)
    assert VICTIM not in shown(pair.at, "duty", request_id)
    assert "To prepare the hearing." in shown(pair.at, "auditor", request_id)
    pair.clock.go(hours=13)
    assert VICTIM not in shown(pair.at, "lawyer", request_id)
    with pair.at:
        assert Look.objects.count() == 1


def test_a_victims_name_is_in_no_list_and_finds_nothing(pair: Pair) -> None:
    asked(pair)
    send(pair, "preservation", preservation())
    with pair.at as at:
        assert VICTIM not in repr(inbox(node=at.node, actor=at.officers["duty"]))
    victim = Person(role="victim", name=VICTIM)
    values: dict[str, FieldValue] = {"persons": (victim,), "facts": f"{VICTIM} was harmed."}
    assert "Beispiel" not in " ".join(request_words(form("assistance"), values))
