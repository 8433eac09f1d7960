# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of a meeting: who may open which, what is said from them, and how a refusal comes back."""

from collections.abc import Iterator

import pytest
from django.test import Client

from longbien.actions.node import provide_node
from longbien.core.conference.hall.kinds import KINDS
from longbien.site.wiring import Provider
from longbien.store import models
from tests.hall_stage import Stage, badge

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"
HALL = "/conference/cosp-1/cosp-1-m1"


@pytest.fixture
def stage() -> Iterator[Stage]:
    """Give a node with an open meeting, which the pages ask."""
    found = Stage()
    provide_node(lambda: found.node)
    found.open()
    yield found
    provide_node(Provider())


def browser(officer: models.Officer | None = None, language: str = "en") -> Client:
    """Give a browser, signed in as somebody."""
    client = Client(HTTP_ACCEPT_LANGUAGE=language)
    if officer is not None:
        client.force_login(officer, backend=BACKEND)
    return client


def page(client: Client, path: str, status: int = 200) -> str:
    """Open a page."""
    response = client.get(path)
    assert response.status_code == status, path
    return str(response.content.decode())


def test_the_public_sees_the_meeting_without_signing_in_and_nothing_else(stage: Stage) -> None:
    public = browser()
    assert "First session" in page(public, "/conference/")
    session = page(public, "/conference/cosp-1/")
    assert "/conference/cosp-1/cosp-1-m1/public/" in session
    for part in ("agenda", "programme", "documents", "records", "participants", "observers"):
        assert f'href="/conference/cosp-1/{part}/"' in session
    for screen in ("public", "projector"):
        assert "Draft decisions" in page(public, f"{HALL}/{screen}/")
    for screen in ("chair", "floor", "grid"):
        assert public.get(f"{HALL}/{screen}/").status_code == 302


def test_each_seat_opens_its_own_screens(stage: Stage) -> None:
    opened = {}
    for name, officer in {
        "secretariat": stage.first,
        "chair": badge(stage, "VN", "chair"),
        "delegate": badge(stage, "FR"),
        "adviser": badge(stage, "BR", "adviser"),
    }.items():
        client = browser(officer)
        opened[name] = [
            one
            for one in ("chair", "floor", "grid", "projector", "public")
            if client.get(f"{HALL}/{one}/").status_code == 200
        ]
    assert opened == {
        "secretariat": ["chair", "floor", "grid", "projector", "public"],
        "chair": ["chair", "floor", "grid", "projector", "public"],
        "delegate": ["floor", "projector", "public"],
        "adviser": ["projector", "public"],
    }


def test_a_delegation_asks_for_the_floor_and_the_chair_gives_it(stage: Stage) -> None:
    delegate, chair = browser(badge(stage, "FR")), browser(badge(stage, "VN", "chair"))
    said = delegate.post(
        f"{HALL}/say/", {"do": "kind=floor.requested", "back": "delegate", "key": "a" * 24}, follow=True
    )
    assert "The floor was asked for, as number 4 of the record." in said.content.decode()
    board = page(chair, f"{HALL}/chair/")
    assert 'value="kind=floor.given&amp;participant=FR"' in board
    chair.post(f"{HALL}/say/", {"do": "kind=floor.given&participant=FR", "back": "chair", "key": "b" * 24})
    assert "France" in page(browser(), f"{HALL}/public/")
    assert stage.kinds()[-1] == "floor.given"


def test_a_refusal_comes_back_with_its_rule_in_the_readers_language(stage: Stage) -> None:
    observer = browser(badge(stage, "SG"), "fr")
    answer = observer.post(
        f"{HALL}/say/", {"do": "kind=motion.moved&motion=close_debate", "back": "delegate"}
    )
    text = answer.content.decode()
    assert answer.status_code == 409
    assert 'id="refusal"' in text
    assert "conference_hall.no_right" in text
    assert '<code dir="ltr">' in text


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"do": "x"},
        {"do": "kind=nothing"},
        {"do": "kind=floor.given&Participant=FR"},
        {"kind": "limit.set", "seconds": "many"},
        {"kind": "limit.set", "seconds": "99999999"},
        {"kind": "limit.set", "seconds": "-1"},
        {"kind": "presence.marked", "participant": "FR", "present": "perhaps"},
        {"kind": "floor.given", "participant": "FR\u202eX"},
        {"kind": "floor.given", "participant": "x" * 5000},
        {"kind": "election.counted", "id": "E1", "votes": "no number"},
        {"do": "kind=floor.given&" + "&".join(f"p={n}" for n in range(500))},
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_is_said(stage: Stage, data: dict[str, str]) -> None:
    before = stage.kinds()
    answer = browser(stage.first).post(f"{HALL}/say/", {**data, "back": "chair"})
    assert answer.status_code == 400
    assert "conference.said_malformed" in answer.content.decode()
    assert stage.kinds() == before


@pytest.mark.parametrize("kind", ["meeting.exploded", "refused.x"])
def test_an_unknown_kind_is_refused(stage: Stage, kind: str) -> None:
    answer = browser(stage.first).post(f"{HALL}/say/", {"kind": kind, "back": "chair"})
    assert answer.status_code == 409
    assert "conference.kind_unknown" in answer.content.decode()
    assert browser(stage.first).get(f"{HALL}/ask/{kind}/").status_code == 404


def test_the_same_press_twice_says_it_once(stage: Stage) -> None:
    delegate = browser(badge(stage, "FR"))
    for _ in range(2):
        delegate.post(f"{HALL}/say/", {"do": "kind=floor.requested", "back": "delegate", "key": "k" * 24})
    assert stage.kinds().count("floor.requested") == 1


def test_every_kind_that_can_be_said_has_a_form(stage: Stage) -> None:
    secretariat = browser(stage.first)
    for kind in KINDS:
        found = page(secretariat, f"{HALL}/ask/{kind}/")
        assert "<h1>" in found
        assert "word.conference" not in found


def test_a_form_is_filled_in_and_said(stage: Stage) -> None:
    chair = browser(badge(stage, "VN", "chair"))
    answer = chair.post(f"{HALL}/ask/limit.set/", {"kind": "limit.set", "seconds": "180"})
    assert answer.status_code == 302
    assert stage.kinds()[-1] == "limit.set"
    empty = chair.post(f"{HALL}/ask/limit.set/", {"kind": "limit.set", "seconds": ""})
    assert empty.status_code == 400


def test_a_proposal_and_its_amendment_are_tabled_by_form(stage: Stage) -> None:
    delegate = browser(badge(stage, "FR"))
    tabled = delegate.post(
        f"{HALL}/ask/proposal.tabled/",
        {
            "kind": "proposal.tabled",
            "symbol": "CAC/COSP/2026/L.1",
            "title": "Draft",
            "sponsors": ["FR"],
            "operative_parts": "(P1), 1, 2",
        },
    )
    assert tabled.status_code == 302
    amended = delegate.post(
        f"{HALL}/ask/amendment.tabled/", {"kind": "amendment.tabled", "proposal": "L.1", "words": "Delete 2."}
    )
    assert amended.status_code == 302
    assert list(stage.sitting.proposals) == ["L.1"]
    assert len(stage.sitting.amendments) == 1
    assert "L.1" in page(browser(), f"{HALL}/public/")


def test_presence_is_marked_in_the_grid_and_only_changes_are_said(stage: Stage) -> None:
    secretariat = browser(stage.first)
    for _ in range(2):
        answer = secretariat.post(f"{HALL}/grid/presence/", {"present": ["FR", "BR"]})
        assert answer.status_code == 302
    assert stage.kinds().count("presence.marked") == 2


def test_a_meeting_that_is_unknown_or_of_another_session_is_not_there(stage: Stage) -> None:
    for path in (
        "/conference/cosp-1/cosp-1-m9/public/",
        "/conference/cosp-2/cosp-1-m1/public/",
        "/conference/cosp-9/",
    ):
        assert browser().get(path).status_code in (404, 409)
