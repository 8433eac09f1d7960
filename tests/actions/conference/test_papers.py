# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The papers of a session: agenda drawn up, sent, adopted; programme; documents filed, circulated, superseded, read by whom they are for."""

import io
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, BinaryIO

import pytest

from longbien.actions.conference.hall.sitting import sitting_of
from longbien.actions.conference.papers.agenda import (
    adopt_agenda,
    agenda_view,
    allocate,
    draw_up,
    put_item,
    send_agenda,
    take_off,
)
from longbien.actions.conference.papers.documents import (
    circulate,
    circulated,
    documents_of,
    file_document,
    file_version,
    find_document,
    given_version,
    read_version,
)
from longbien.actions.conference.papers.programme import call_off, programme_view, put_slot
from longbien.actions.conference.papers.session import set_papers, zone_of
from longbien.actions.conference.papers.table import as_filed, table_document
from longbien.actions.evidence.sweep import sweep
from longbien.actions.log.backup import backup
from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.conference.agenda.items import AgendaState, Item, ItemKind, ItemState
from longbien.core.conference.agenda.programme import Slot, SlotKind
from longbien.core.conference.documents.symbols import parse_symbol
from longbien.core.conference.documents.versions import OFFICIAL, Access, Document, Version
from longbien.store import models
from tests.conference import open_session, plan_meeting
from tests.pair import Pair, Side

PDF = b"%PDF-1.7 a draft"


def refused(code: str, call: Callable[..., object], **given: Any) -> None:
    """Check that a call is refused with a code of this room."""
    with pytest.raises(LongBienError) as caught:
        call(**given)
    assert caught.value.code == code


def draft(side: Side, symbol: str, **more: object) -> Document:
    """File a document without versions."""
    document = Document(symbol=parse_symbol(symbol), title=f"Draft {symbol}", items=("3",), **more)  # type: ignore[arg-type]
    return file_document(
        node=side.node, actor=side.officers["conference"], conference_id="cosp-1", document=document
    )


def version(side: Side, symbol: str, language: str, data: bytes = PDF) -> Version:
    """File one language version."""
    return file_version(
        node=side.node,
        actor=side.officers["conference"],
        conference_id="cosp-1",
        symbol=symbol,
        language=language,
        name="../draft.pdf",
        source=io.BytesIO(data),
    )


def test_an_agenda_is_drawn_up_sent_and_adopted(pair: Pair) -> None:
    with pair.vn as vn:
        given: dict[str, Any] = {
            "node": vn.node,
            "actor": vn.officers["conference"],
            "conference_id": "cosp-1",
        }
        open_session(vn)
        meeting = plan_meeting(vn)
        assert [one.number for one in draw_up(**given)] == ["1", "2", "3", "4", "5", "6"]
        refused("conference_papers.agenda_begun", draw_up, **given)
        put_item(**given, item=Item(number="", title="Review of implementation", memorandum="Why."))
        put_item(**given, item=Item(number="8", title="To be taken off"))
        take_off(**given, number="8")
        refused(
            "conference_papers.agenda_not_sent_yet",
            adopt_agenda,
            **given,
            meeting_id=meeting.meeting_id,
            fates={},
        )
        view = send_agenda(**given)
        assert view.agenda.state is AgendaState.PROVISIONAL
        refused("conference_papers.agenda_sent", take_off, **given, number="7")
        late = put_item(**given, item=Item(number="8", title="A late wish", proposed_by="BR"))
        assert late.kind is ItemKind.SUPPLEMENTARY
        assert [one.remark.code for one in agenda_view("cosp-1").remarks] == [
            "conference_papers.item_without_memo"
        ]
        view = adopt_agenda(**given, meeting_id=meeting.meeting_id, fates={"8": "deferred"})
        assert [one.state for one in view.agenda.items][-2:] == [ItemState.ADOPTED, ItemState.DEFERRED]
        assert view.adopted_in == "cosp-1-m1"
        refused(
            "conference_papers.agenda_adopted", put_item, **given, item=Item(number="9", title="Too late")
        )
        assert (
            allocate(**given, number="7", body="committee-of-the-whole").allocated_to
            == "committee-of-the-whole"
        )
        refused("conference_papers.item_body", allocate, **given, number="7", body="nobody")
        assert models.DecisionRecord.objects.filter(verb="conference.papers").count() == 13


def test_only_the_secretariat_writes_papers(pair: Pair) -> None:
    with pair.vn as vn:
        open_session(vn)
        for name in vn.officers.keys() - {"conference"}:
            given: dict[str, Any] = {"node": vn.node, "actor": vn.officers[name], "conference_id": "cosp-1"}
            refused("people.not_permitted", draw_up, **given)
            refused("people.not_permitted", send_agenda, **given)
            refused("people.not_permitted", circulate, **given, symbol="A/B/1", languages=())


def test_a_programme_shows_its_clashes_and_keeps_what_was_called_off(pair: Pair) -> None:
    with pair.vn as vn:
        given: dict[str, Any] = {
            "node": vn.node,
            "actor": vn.officers["conference"],
            "conference_id": "cosp-1",
        }
        open_session(vn)
        begins = datetime(2027, 3, 1, 9, tzinfo=UTC)
        slot = Slot(
            id="",
            kind=SlotKind.PLENARY,
            title="Opening",
            room="Hall",
            begins=begins,
            ends=begins + timedelta(hours=3),
        )
        first = put_slot(**given, slot=slot)
        second = put_slot(
            **given,
            slot=Slot(
                id="",
                kind=SlotKind.BUREAU,
                title="Bureau",
                room="hall",
                begins=begins,
                ends=slot.ends,
                public=False,
            ),
        )
        assert [one.code for one in programme_view("cosp-1").clashes] == ["conference_papers.clash_room"]
        assert [one.title for one in programme_view("cosp-1", public=True).slots] == ["Opening"]
        call_off(**given, slot_id=second.id)
        assert programme_view("cosp-1").clashes == ()
        assert models.ProgrammeSlot.objects.count() == 2
        refused("conference_papers.slot_not_found", call_off, **given, slot_id=second.id)
        moved = Slot(
            id=first.id, kind=slot.kind, title="Opening", room="Other", begins=slot.begins, ends=slot.ends
        )
        put_slot(**given, slot=moved)
        assert programme_view("cosp-1").revisions[first.id] == 1


def test_a_document_is_read_once_it_is_circulated_and_only_by_whom_it_is_for(pair: Pair) -> None:
    with pair.vn as vn:
        open_session(vn)
        given: dict[str, Any] = {
            "node": vn.node,
            "actor": vn.officers["conference"],
            "conference_id": "cosp-1",
        }
        draft(vn, "CAC/COSP/2027/L.1")
        draft(vn, "CAC/COSP/2027/CRP.1", access=Access.PARTICIPANTS)
        for language in ("en", "fr"):
            version(vn, "CAC/COSP/2027/L.1", language)
            version(vn, "CAC/COSP/2027/CRP.1", language)
        assert documents_of("cosp-1", actor=None) == ()
        circulate(**given, symbol="CAC/COSP/2027/L.1", languages=("en",))
        circulate(**given, symbol="CAC/COSP/2027/CRP.1", languages=("en",))
        seen = documents_of("cosp-1", actor=None)
        assert [(str(one.symbol), [v.language for v in one.versions]) for one in seen] == [
            ("CAC/COSP/2027/L.1", ["en"])
        ]
        assert len(documents_of("cosp-1", actor=vn.officers["conference"])) == 2
        assert len(documents_of("cosp-1", actor=vn.officers["auditor"])) == 2
        assert len(documents_of("cosp-1", actor=vn.officers["duty"])) == 1
        refused(
            "conference_papers.document_not_found",
            find_document,
            conference_id="cosp-1",
            symbol="CAC/COSP/2027/CRP.1",
            actor=None,
        )
        found = given_version("cosp-1", "CAC/COSP/2027/L.1", "en", actor=None)
        assert found.version.name == "draft.pdf"
        assert b"".join(read_version(vn.node, found)) == PDF
        refused(
            "conference_papers.version_missing",
            circulate,
            **given,
            symbol="CAC/COSP/2027/L.1",
            languages=("ru",),
        )


def test_a_file_is_replaced_until_it_is_circulated_and_revised_afterwards(pair: Pair) -> None:
    with pair.vn as vn:
        open_session(vn)
        given: dict[str, Any] = {
            "node": vn.node,
            "actor": vn.officers["conference"],
            "conference_id": "cosp-1",
        }
        draft(vn, "CAC/COSP/2027/L.1")
        version(vn, "CAC/COSP/2027/L.1", "en")
        version(vn, "CAC/COSP/2027/L.1", "en", b"%PDF-1.7 better")
        circulate(**given, symbol="CAC/COSP/2027/L.1", languages=("en",))
        with pytest.raises(RefusedError) as caught:
            version(vn, "CAC/COSP/2027/L.1", "en")
        assert caught.value.code == "conference_papers.version_circulated"
        draft(vn, "CAC/COSP/2027/L.1/Rev.1")
        version(vn, "CAC/COSP/2027/L.1/Rev.1", "en")
        assert [one.superseded_by for one in documents_of("cosp-1", actor=None)] == [None]
        circulate(**given, symbol="CAC/COSP/2027/L.1/Rev.1", languages=("en",))
        seen = documents_of("cosp-1", actor=None)
        assert [str(one.superseded_by) for one in seen] == ["CAC/COSP/2027/L.1/Rev.1", "None"]
        assert len(documents_of("cosp-1", actor=None, whole=False)) == 1
        with pytest.raises(RefusedError) as revised:
            draft(vn, "CAC/COSP/2027/L.9/Rev.1")
        assert revised.value.code == "conference_papers.revision_of_nothing"
        assert models.DocumentVersion.objects.count() == 3
        vn.node.clock.go(hours=3)  # type: ignore[attr-defined]
        swept = sweep(node=vn.node, actor=vn.officers["custodian"], older=timedelta(hours=1))
        assert swept.orphans == ()


def test_the_chair_is_told_what_was_not_circulated_the_day_before(pair: Pair) -> None:
    with pair.vn as vn:
        open_session(vn)
        given: dict[str, Any] = {
            "node": vn.node,
            "actor": vn.officers["conference"],
            "conference_id": "cosp-1",
        }
        draft(vn, "CAC/COSP/2027/L.1")
        for language in OFFICIAL[:-1]:
            version(vn, "CAC/COSP/2027/L.1", language)
        circulate(**given, symbol="CAC/COSP/2027/L.1", languages=OFFICIAL[:-1])
        today = vn.node.clock().date()
        told = circulated("cosp-1", "CAC/COSP/2027/L.1", day=today + timedelta(days=1))
        assert told is not None
        assert (told.circulation.missing, told.rule.path) == (("es",), "proposals.circulated_before")
        version(vn, "CAC/COSP/2027/L.1", "es")
        circulate(**given, symbol="CAC/COSP/2027/L.1", languages=("es",))
        told = circulated("cosp-1", "CAC/COSP/2027/L.1", day=today + timedelta(days=2))
        assert told is not None
        assert told.circulation.in_time
        told = circulated("cosp-1", "CAC/COSP/2027/L.1", day=today)
        assert told is not None
        assert sorted(told.circulation.late) == sorted(OFFICIAL)
        assert circulated("cosp-1", "CAC/COSP/2027/L.7", day=date(2027, 3, 1)) is None


def test_a_damaged_file_is_not_given_out(pair: Pair) -> None:
    with pair.vn as vn:
        open_session(vn)
        draft(vn, "CAC/COSP/2027/L.1")
        version(vn, "CAC/COSP/2027/L.1", "en")
        found = given_version("cosp-1", "CAC/COSP/2027/L.1", "en", actor=vn.officers["conference"])
        vn.node.objects.put_segment(found.object_id, "document", 0, b"%PDF-1.7 A draft")
        refused("conference_papers.file_damaged", read_version, node=vn.node, given=found)


def test_prefix_and_time_zone_are_settings(pair: Pair) -> None:
    with pair.vn as vn:
        conference = open_session(vn)
        given: dict[str, Any] = {
            "node": vn.node,
            "actor": vn.officers["conference"],
            "conference_id": "cosp-1",
        }
        set_papers(**given, prefix="CAC/COSP", zone="Asia/Ho_Chi_Minh")
        assert str(zone_of(conference)) == "Asia/Ho_Chi_Minh"
        refused("conference_papers.zone", set_papers, **given, prefix="", zone="../etc/passwd")
        refused("conference_papers.symbol_prefix", set_papers, **given, prefix="cac", zone="UTC")


def test_a_filed_draft_is_tabled_in_the_hall_with_what_is_known_of_its_circulation(pair: Pair) -> None:
    with pair.vn as vn:
        open_session(vn)
        meeting = plan_meeting(vn)
        given: dict[str, Any] = {"node": vn.node, "actor": vn.officers["conference"]}
        draft(vn, "CAC/COSP/2027/L.1", submitted_by=("VN", "AT"))
        draft(vn, "CAC/COSP/2027/L.2")
        draft(vn, "CAC/COSP/2027/NGO/1", submitted_by=("VN",))
        for language in OFFICIAL:
            version(vn, "CAC/COSP/2027/L.1", language)
        circulate(**given, conference_id="cosp-1", symbol="CAC/COSP/2027/L.1", languages=OFFICIAL)
        table: dict[str, Any] = {**given, "meeting_id": meeting.meeting_id}
        refused("conference_papers.no_sponsor", table_document, **table, symbol="CAC/COSP/2027/L.2")
        refused("conference_papers.no_proposal", table_document, **table, symbol="CAC/COSP/2027/NGO/1")
        table_document(**table, symbol="CAC/COSP/2027/L.1")
        tabled = sitting_of(node=vn.node, meeting_id=meeting.meeting_id).proposals["L.1"]
        assert (tabled.sponsors, tabled.in_time, tabled.by) == (("VN", "AT"), True, "VN")
        refused("conference_papers.hall_knows", table_document, **table, symbol="CAC/COSP/2027/L.1")
        for symbol, typed, known in (
            ("CAC/COSP/2027/L.1", False, True),
            ("CAC/COSP/2027/L.2", True, False),
            ("CAC/COSP/2027/L.99", True, True),
            ("no symbol at all", True, True),
        ):
            body: dict[str, Json] = {"id": "L.9", "symbol": symbol, "circulated": typed}
            assert as_filed(meeting.meeting_id, "proposal.tabled", body)["circulated"] is known
        assert as_filed(meeting.meeting_id, "floor.requested", {}) == {}
        draft(vn, "CAC/COSP/2027/L.3", submitted_by=("BR",))
        table_document(**table, symbol="CAC/COSP/2027/L.3")
        assert not sitting_of(node=vn.node, meeting_id=meeting.meeting_id).proposals["L.3"].in_time
        for language in OFFICIAL:
            version(vn, "CAC/COSP/2027/L.3", language)
        circulate(**given, conference_id="cosp-1", symbol="CAC/COSP/2027/L.3", languages=OFFICIAL)
        table_document(**table, symbol="CAC/COSP/2027/L.3")
        told = sitting_of(node=vn.node, meeting_id=meeting.meeting_id).proposals["L.3"]
        assert told.circulated is not None


def test_a_backup_holds_the_files_of_documents(pair: Pair) -> None:
    members: dict[str, bytes] = {}

    def write(name: str, size: int, source: BinaryIO) -> None:
        members[name] = source.read(size)

    with pair.vn as vn:
        open_session(vn)
        draft(vn, "CAC/COSP/2027/L.1")
        version(vn, "CAC/COSP/2027/L.1", "en")
        found = given_version("cosp-1", "CAC/COSP/2027/L.1", "en", actor=vn.officers["conference"])
        backup(node=vn.node, actor=vn.officers["operator"], write=write)
    assert members[f"objects/{found.object_id}/document"] == PDF
