# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of reports, clauses, published concordances and dual criminality: what they show, give and refuse."""

from collections.abc import Callable
from dataclasses import replace

from longbien.actions.law.publishing.publish import publish
from longbien.bridge.pages import Papers
from longbien.core.base.ids import PartyId
from tests.actions.steps import send
from tests.law_tables import SECRET, hold, sample
from tests.pair import Pair
from tests.requests import stored_data
from tests.web.conftest import Desk

VN, AT = PartyId("VN"), PartyId("AT")


def ready(pair: Pair) -> str:
    """Hold a table in each node, publish VN's to AT; give AT's own."""
    for side in (pair.vn, pair.at):
        side.node = replace(side.node, papers=Papers())
    with pair.vn as vn:
        ref = hold(vn.node, sample())
        (sent,) = publish(node=vn.node, actor=vn.officers["law"], concordance=ref, partners=(AT,))
        vn.approve(sent.proposal)
    pair.carry(pair.vn)
    with pair.at as at:
        return hold(at.node, replace(sample("AT"), id="a" * 32))


def test_a_report_is_shown_written_kept_and_given(pair: Pair, desk: Callable[..., Desk]) -> None:
    ref = ready(pair)
    law = desk(pair.at, "law")
    assert f"/law/report/{ref}/" in law.page("/law/report/")
    assert "Gaps to close by law: 3" in law.page(f"/law/report/{ref}/")
    words = {"method": "Two ministries.", "challenges": SECRET, "challenges_withheld": "on"}
    assert law.post(f"/law/report/{ref}/words", words).status_code == 302
    assert "Two ministries." in law.page(f"/law/report/{ref}/words")
    for form, begin in (("docx", b"PK"), ("akn", b"<?xml"), ("xlsx", b"PK")):
        given = law.get(f"/law/report/{ref}/file?form={form}&language=vi&public=on")
        assert b"".join(given.streaming_content).startswith(begin)
        assert "attachment" in given["Content-Disposition"]
    assert law.post(f"/law/report/{ref}/keep", {"public": "1"}).status_code == 302
    kept = law.page(f"/law/report/{ref}/").split("/law/report/kept/")[1].split("/")[0]
    assert b"".join(law.get(f"/law/report/kept/{kept}/file?form=akn&language=en").streaming_content)
    assert law.get(f"/law/report/{ref}/file?form=exe&language=en").status_code == 409
    assert law.get("/law/report/nothing/").status_code in (400, 404, 409)


def test_only_law_officers_write_and_keep(pair: Pair, desk: Callable[..., Desk]) -> None:
    ref = ready(pair)
    lawyer = desk(pair.at, "lawyer")
    assert "Keep today" not in lawyer.page(f"/law/report/{ref}/")
    assert lawyer.get(f"/law/report/{ref}/words").status_code == 403
    assert lawyer.post(f"/law/report/{ref}/keep").status_code == 403
    assert desk(pair.at, "conference").get(f"/law/report/{ref}/").status_code == 403


def test_clauses_are_chosen_and_given(pair: Pair, desk: Callable[..., Desk]) -> None:
    ready(pair)
    law = desk(pair.at, "law")
    assert "lb-clause__text" in law.page("/law/clauses/")
    assert "28.extension" in law.page("/law/clauses/?for=28.2")
    assert law.get("/law/clauses/?for=nonsense").status_code == 409
    given = law.get("/law/clauses/file?form=akn&clause=7.base&clause=9.harm")
    assert b"".join(given.streaming_content).count(b"<section ") == 2
    both = law.get("/law/clauses/file?form=docx&clause=7.base&clause=7.security")
    assert both.status_code == 409
    assert "alternatives to each other" in both.content.decode()


def test_publications_are_listed_shown_and_proposed(pair: Pair, desk: Callable[..., Desk]) -> None:
    ref = ready(pair)
    law = desk(pair.at, "law")
    listed = law.page("/law/partners/")
    act = listed.split('href="/law/partners/')[1].split("/")[0]
    shown = law.page(f"/law/partners/{act}/")
    assert "withheld from the public version" in shown
    assert SECRET not in shown
    assert law.post("/law/partners/", {"concordance": ref, "partners": ["VN"]}).status_code == 302
    assert law.post("/law/partners/", {"concordance": ref}).status_code == 409


def test_two_states_stand_side_by_side(pair: Pair, desk: Callable[..., Desk]) -> None:
    ready(pair)
    law = desk(pair.at, "law")
    page = law.page("/law/compare-states/?own=AT&other=VN&article=7")
    assert "applied" in page
    assert law.get("/law/compare-states/?own=AT&other=ZZ").status_code == 409
    dual = law.page("/law/dual/?article=7&other=VN")
    assert "up to three years of imprisonment" in dual
    assert "decided by a named official" in dual
    assert "unknown is not absent" in law.page("/law/dual/?article=13&other=VN")


def test_the_facts_stand_beside_the_step_in_which_an_official_decides(
    pair: Pair, desk: Callable[..., Desk]
) -> None:
    ready(pair)
    request_id = send(pair, "stored-data", stored_data(offences=["7"]))
    page = desk(pair.at, "lawyer").page(f"/requests/{request_id}/safeguards/dual-criminality/")
    assert 'id="dual-7"' in page
    assert "decided by a named official" in page
    assert 'name="result"' in page
    assert "checked" not in page.split('name="result"')[1].split("</fieldset>")[0]


def test_a_proposal_is_taken_into_a_row_with_its_origin(pair: Pair, desk: Callable[..., Desk]) -> None:
    ref = ready(pair)
    law = desk(pair.at, "law")
    assert f"/law/clauses/?for=8.1&amp;into={ref}" in law.page(f"/law/concordance/{ref}/rows/8.1/")
    assert "Take into the row 8.1" in law.page(f"/law/clauses/?for=8.1&into={ref}")
    taken = law.post(f"/law/clauses/take/{ref}/", {"duty": "8.1", "code": "8.lawful"})
    assert taken.status_code == 302
    row = law.page(f"/law/concordance/{ref}/rows/8.1/")
    assert "lawful order" in row
    assert "not legal advice" in row
    assert law.post(f"/law/clauses/take/{ref}/", {"duty": "8.1", "code": "8.x"}).status_code != 302
