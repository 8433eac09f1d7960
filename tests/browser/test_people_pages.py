# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of who comes in a real browser: both directions, the small telephone, no fault of accessibility."""

from collections.abc import Callable

import pytest

from longbien.actions.conference.people.credentials import contest, take_paper
from longbien.actions.conference.people.delegations import open_delegation
from longbien.actions.conference.people.observers import Candidate, apply, take_step
from longbien.actions.conference.people.register import NoteFacts, register
from longbien.actions.conference.people.report import make_report
from longbien.actions.conference.people.session import session
from longbien.core.conference.accreditation.states import Step, StepKind, Track
from longbien.core.conference.credentials.papers import Form, Paper, Signer
from tests.attendance import NINE
from tests.browser.conftest import Visitor
from tests.conference import open_session
from tests.pair import Pair

PAGES = (
    "/conference/cosp-1/delegations/",
    "/conference/cosp-1/delegations/VN/1/",
    "/conference/cosp-1/delegations/staff/1/",
    "/conference/cosp-1/credentials/",
    "/conference/cosp-1/credentials/1/",
    "/conference/cosp-1/observers/",
    "/conference/cosp-1/observers/privacy-forum/",
    "/conference/cosp-1/participants/",
)


def fill(pair: Pair) -> None:
    """Let delegations come, with papers, a rival claim, a contest, an objection."""
    with pair.at as at:
        node, actor = at.node, at.officers["conference"]
        open_session(at)
        rows = {
            code: open_delegation(node=node, actor=actor, conference="cosp-1", participant=code)
            for code in ("VN", "AT", "BR", "staff")
        }
        open_delegation(node=node, actor=actor, conference="cosp-1", participant="BR", rival=True)
        register(node=node, actor=actor, delegation=rows["VN"], rows=NINE, facts=NoteFacts(reference="NV-7"))
        paper = Paper(form=Form.FORMAL, original=True, signer=Signer.OTHER, received_at=node.clock())
        take_paper(node=node, actor=actor, delegation=rows["VN"], paper=paper)
        contest(node=node, actor=actor, delegation=rows["BR"], by="AT", reasons="Two claims.")
        found = session(node=node, conference="cosp-1")
        make_report(node=node, actor=actor, session=found, advice={})
        body = Candidate(
            observer="privacy-forum",
            track=Track.NGO_OTHER,
            name="Global Privacy Forum",
            seat="CH",
            information="Works on privacy.",
        )
        apply(node=node, actor=actor, session=found, candidate=body)
        for kind in (StepKind.LISTED, StepKind.CIRCULATED, StepKind.OBJECTED):
            by = "FR" if kind is StepKind.OBJECTED else ""
            step = Step(kind=kind, at=node.clock(), by=by, reasons="No word on funding." if by else "")
            take_step(node=node, actor=actor, session=found, observer="privacy-forum", step=step)


@pytest.mark.parametrize(
    ("language", "width"), [("en", 1200), ("ar", 1200), ("fr", 360), ("ar", 360), ("en", 360)]
)
def test_no_page_of_who_comes_has_a_fault(
    pair: Pair, desk: Callable[..., Visitor], language: str, width: int
) -> None:
    fill(pair)
    visitor = desk(pair.at, "conference", language, width=width)
    for place, path in enumerate(PAGES):
        visitor.open(path)
        assert visitor.page.get_attribute("html", "dir") == ("rtl" if language == "ar" else "ltr")
        assert (path, visitor.violations()) == (path, [])
        assert (path, visitor.overflow()) == (path, 0)
        visitor.picture(f"people-{place}-{width}")
    assert visitor.complaints == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_way_in_of_a_badge_has_no_fault_on_a_telephone(
    pair: Pair, desk: Callable[..., Visitor], language: str
) -> None:
    fill(pair)
    visitor = desk(pair.at, "", language, width=360)
    visitor.open("/sign-in/badge/?badge=cosp-1-0001")
    visitor.picture("people-badge-sign-in")
    assert (visitor.violations(), visitor.overflow(), visitor.complaints) == ([], 0, [])
