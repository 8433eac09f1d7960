# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Legal bases on pages: a row by two officers, its end, an agreement; what is refused is said beside the form."""

from collections.abc import Callable
from typing import Any

from longbien.store import models
from tests.actions.steps import send
from tests.pair import Pair
from tests.requests import preservation, stored_data

PAIR = "/treaty/bases/VN/AT/"
ROW = {
    "basis": "budapest",
    "status": "in-force",
    "since": "2026-01-01",
    "source": "Made for a test",
    "confidence": "low",
}


def words(reply: Any) -> str:
    return str(reply.content.decode())


def test_a_row_is_entered_by_one_and_confirmed_by_another(pair: Pair, desk: Callable[..., Any]) -> None:
    treaty, directory = desk(pair.vn, "treaty"), desk(pair.vn, "directory")
    assert "counts once another officer" in words(treaty.post(f"{PAIR}add/", ROW, follow=True))
    with pair.vn:
        row = str(models.BasisEntry.objects.get().pk)
    assert treaty.post(f"{PAIR}confirm/", {"about": row}).status_code == 409
    assert "Rows that wait for another officer" in words(directory.get("/treaty/bases/"))
    assert "counts from now on" in words(directory.post(f"{PAIR}confirm/", {"about": row}, follow=True))
    page = words(directory.get(PAIR))
    assert "Made for a test" in page
    assert "The other treaty" in page
    assert treaty.post(f"{PAIR}end/", {"about": row, "until": "soon", "source": "x"}).status_code == 409
    treaty.post(f"{PAIR}end/", {"about": row, "until": "2027-01-01", "source": "Note 12"})
    with pair.vn:
        assert models.BasisEntry.objects.count() == 2


def test_what_was_typed_is_not_lost(pair: Pair, desk: Callable[..., Any]) -> None:
    reply = desk(pair.vn, "treaty").post(f"{PAIR}add/", ROW | {"basis": "bilateral"})
    assert reply.status_code == 409
    assert "Name the treaty or instrument." in words(reply)
    assert "Made for a test" in words(reply)


def test_an_agreement_is_offered_and_accepted(pair: Pair, desk: Callable[..., Any]) -> None:
    offered = desk(pair.vn, "treaty").post(f"{PAIR}offer/", {"since": "2026-01-01"}, follow=True)
    assert "second person" in words(offered)
    with pair.vn as vn:
        vn.approve(models.Proposal.objects.get().pk)
    pair.carry(pair.vn)
    officer = desk(pair.at, "treaty")
    with pair.at:
        thread = models.BasisAgreement.objects.get().thread
    assert "offered by VN" in words(officer.get("/treaty/bases/AT/VN/"))
    officer.post("/treaty/bases/AT/VN/accept/", {"about": thread})
    with pair.at as at:
        at.approve(models.Proposal.objects.get().pk)
    pair.carry(pair.at)
    assert "holds" in words(desk(pair.vn, "auditor").get(PAIR))


def test_others_may_look_and_nobody_else_enters(pair: Pair, desk: Callable[..., Any]) -> None:
    auditor = desk(pair.vn, "auditor")
    assert "Enter a treaty" not in words(auditor.get(PAIR))
    assert auditor.post(f"{PAIR}add/", ROW).status_code == 409
    assert auditor.post(f"{PAIR}nothing/", {}).status_code == 404
    assert auditor.get("/treaty/bases/V/nowhere-at-all/").status_code == 404
    assert auditor.get("/treaty/bases/?one=vn&other=de").status_code == 302
    assert auditor.get("/treaty/bases/?one=1&other=2").status_code == 409


def test_a_request_says_whose_rules_apply(pair: Pair, desk: Callable[..., Any]) -> None:
    under = send(pair, "preservation", preservation())
    page = words(desk(pair.at, "duty").get(f"/requests/{under}/"))
    assert "no other treaty on assistance is known to bind both" in page
    other = send(pair, "stored-data", stored_data(legal_basis="reciprocity", legal_basis_detail="Act 3"))
    page = words(desk(pair.at, "duty").get(f"/requests/{other}/"))
    assert "The rules of the legal basis itself; the Convention is none here" in page
    kicker = page.split("lb-kicker")[1].split("</p>")[0]
    assert "Art." not in kicker
