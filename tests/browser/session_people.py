# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A session of three hours in the browser, in one language: everybody at the own screen, from the note verbale to the record of the meeting.

Each language is a test file of its own, so that they run side by side.
"""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser import session_before, session_meeting
from tests.browser.conftest import Visitor
from tests.browser.hall_people import PATIENCE, Person
from tests.browser.session_before import People
from tests.browser.session_node import SessionNode, session_node

STEPS: tuple[Callable[[People], None], ...] = (
    session_before.screens_in_the_hall,
    session_before.officers_sign_in,
    session_before.notes_verbales,
    session_before.badges_sign_in,
    session_before.agenda_is_drawn_up,
    session_before.credentials_come_in,
    session_before.a_body_applies,
    session_meeting.everybody_sits_down,
    session_meeting.opening,
    session_meeting.agenda,
    session_meeting.credentials,
    session_meeting.contested_accreditation,
    session_meeting.speakers,
    session_meeting.amendments,
    session_meeting.point_of_order,
    session_meeting.division,
    session_meeting.roll_call,
    session_meeting.failed_quorum,
    session_meeting.closing,
    session_meeting.record,
)


def hold_session(chromium: Browser, folder: Path, language: str) -> None:
    """Hold the session; in the end no page has a fault, and the two screens of the hall were never reloaded."""
    contexts = []

    def person(node: SessionNode, width: int = 1440) -> Person:
        context = chromium.new_context(
            locale=language, viewport={"width": width, "height": 900}, reduced_motion="reduce"
        )
        context.set_default_timeout(PATIENCE * 1000)
        contexts.append(context)
        return Person(visitor=Visitor(context.new_page(), node.node.url, language))

    with session_node(folder) as node:
        try:
            people = People(
                node=node,
                office=person(node),
                second=person(node),
                chair=person(node),
                france=person(node, 360),
                brazil=person(node),
                public=person(node),
                wall=person(node),
                reader=person(node),
            )
            for step in STEPS:
                step(people)
            assert [fault for one in people.everybody for fault in one.faults()] == []
            for one in (people.public, people.wall):
                assert one.page.evaluate("document.body.dataset.opened") == "once"
        finally:
            for context in contexts:
                context.close()
