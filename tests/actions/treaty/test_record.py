# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The node's record: entries need a source and a treaty officer; corrections withdraw, nothing is deleted."""

from dataclasses import replace
from datetime import date

import pytest

from longbien.actions.treaty.record import (
    Correction,
    accept_proposals,
    add_entry,
    read_press,
    upcoming_entries,
    whole_record,
    withdraw_entry,
)
from longbien.core.base.errors import LongBienError, MalformedError, RefusedError, UsageError
from longbien.core.treaty.record.entries import record
from longbien.store import models
from tests.authority import authority
from tests.core.treaty.press import reports
from tests.core.treaty.test_record_text import ENTRY
from tests.nodes import Clock, make_node, make_officer

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def code_of(error: pytest.ExceptionInfo[LongBienError]) -> str:
    return error.value.code


def test_without_rows_the_shipped_record_counts() -> None:
    assert whole_record() == record()


def test_an_entry_with_its_source_stands_in_its_place_and_is_logged() -> None:
    node, officer = make_node(authority("VN"), clock=Clock()), make_officer("treaty-1", "treaty-officer")
    named = add_entry(node=node, actor=officer, entry=replace(ENTRY, entry_id=""))
    assert named == replace(ENTRY, entry_id="2026-12-01-meeting")
    assert named in whole_record()
    assert next(one.entry_id for one in upcoming_entries(TODAY)) == "2026-12-01-meeting"
    again = add_entry(node=node, actor=officer, entry=ENTRY)
    assert again.entry_id == "2026-12-01-meeting-2"
    assert models.DecisionRecord.objects.filter(verb="treaty.record").count() == 2


def test_only_a_treaty_officer_adds_and_nothing_malformed_is_stored() -> None:
    node = make_node(authority("VN"), clock=Clock())
    with pytest.raises(RefusedError) as refused:
        add_entry(node=node, actor=make_officer("operator-1", "operator"), entry=ENTRY)
    assert code_of(refused) == "people.not_permitted"
    officer = make_officer("treaty-1", "treaty-officer")
    with pytest.raises(UsageError) as unsourced:
        add_entry(node=node, actor=officer, entry=replace(ENTRY, sources=()))
    assert code_of(unsourced) == "treaty.record_source"
    with pytest.raises(MalformedError):
        add_entry(node=node, actor=officer, entry=replace(ENTRY, title=""))
    assert models.RecordEntry.objects.count() == models.DecisionRecord.objects.count() == 0


def test_a_correction_withdraws_and_deletes_nothing() -> None:
    clock = Clock()
    node, officer = make_node(authority("VN"), clock=clock), make_officer("treaty-1", "treaty-officer")
    named = add_entry(node=node, actor=officer, entry=ENTRY)
    found = withdraw_entry(
        node=node,
        actor=officer,
        entry=named.entry_id,
        correction=Correction(reason="Put off", source="UNODC, note"),
    )
    assert found.withdrawn is not None
    assert (found.withdrawn.reason, found.withdrawn.day) == ("Put off", clock.now.date())
    assert found in whole_record()
    assert all(one.entry_id != named.entry_id for one in upcoming_entries(TODAY))
    shipped = withdraw_entry(
        node=node,
        actor=officer,
        entry="count-2026-02",
        correction=Correction(
            reason="Counted twice", source="UN Treaty Collection", replaced_by="count-2026-04"
        ),
    )
    assert shipped.withdrawn is not None
    assert len(whole_record()) == len(record()) + 1
    assert models.RecordEntry.objects.count() == 1


@pytest.mark.parametrize(
    ("entry", "correction", "code"),
    [
        ("nothing", Correction(reason="x", source="y"), "treaty.record_unknown"),
        ("adoption", Correction(reason="x", source="y", replaced_by="nothing"), "treaty.record_unknown"),
        ("adoption", Correction(reason="x", source="y", replaced_by="adoption"), "treaty.record_withdrawn"),
        ("adoption", Correction(reason=" ", source="y"), "treaty.record_reason"),
        ("adoption", Correction(reason="x" * 501, source="y"), "treaty.record_reason"),
        ("adoption", Correction(reason="x", source=" "), "treaty.record_source"),
    ],
)
def test_a_correction_without_reason_source_or_entry_is_refused(
    entry: str, correction: Correction, code: str
) -> None:
    node, officer = make_node(authority("VN"), clock=Clock()), make_officer("treaty-1", "treaty-officer")
    with pytest.raises(LongBienError) as error:
        withdraw_entry(node=node, actor=officer, entry=entry, correction=correction)
    assert code_of(error) == code
    assert models.RecordWithdrawal.objects.count() == 0


def test_reading_stores_nothing_and_accepting_stores_the_report_behind_it() -> None:
    node, officer = make_node(authority("VN"), clock=Clock()), make_officer("treaty-1", "treaty-officer")
    reading = read_press(reports.UNMARKED.encode(), file="r.txt")
    assert models.RecordEntry.objects.count() == 0
    with pytest.raises(RefusedError):
        accept_proposals(
            node=node,
            actor=make_officer("auditor-1", "auditor"),
            reading=reading,
            numbers=(1,),
            confidence="low",
        )
    with pytest.raises(UsageError):
        accept_proposals(node=node, actor=officer, reading=reading, numbers=(1, 2), confidence="low")
    assert models.RecordEntry.objects.count() == 0
    (added,) = accept_proposals(node=node, actor=officer, reading=reading, numbers=(1,), confidence="low")
    row = models.RecordEntry.objects.get()
    assert (row.entry_id, row.report_sha256) == (added.entry_id, reading.sha256)
    assert [one.known_as for one in read_press(reports.UNMARKED.encode(), file="r.txt").proposals] == [
        added.entry_id
    ]
