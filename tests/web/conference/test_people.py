# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages of who comes: the secretariat's, a delegation's own, and those that everybody reads."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from longbien.actions.node import provide_node
from longbien.site.wiring import Provider
from longbien.store import models
from tests.attendance import Attendance, account_of, attend
from tests.authority import authority
from tests.nodes import make_node
from tests.web.conftest import BACKEND

BASE = "/conference/cosp-1"
NINE = "\n".join(
    ("Nguyen;Lan;head;Vice-Minister", "Tran;Minh;alternate", *(f"Name{n};Given;adviser" for n in range(6)))
)
LIST = f"{NINE}\nHo;Quang;secretary"


@pytest.fixture
def here(db: None) -> Iterator[Attendance]:
    found = attend(make_node(authority("AT")))
    provide_node(lambda: found.node)
    yield found
    provide_node(Provider())


def client_of(officer: models.Officer) -> Client:
    client = Client()
    client.force_login(officer, backend=BACKEND)
    return client


@pytest.fixture
def office(here: Attendance) -> Client:
    return client_of(here.secretariat)


def do(client: Client, path: str, what: str, /, **given: Any) -> Any:
    return client.post(f"{BASE}{path}", {"do": what, **given}, follow=True)


def opened(office: Client, participant: str = "VN") -> str:
    office.post(f"{BASE}/delegations/", {"participant": participant})
    return f"/delegations/{participant}/1/"


def test_the_secretariat_opens_a_delegation_and_registers_nine_by_one_list(office: Client) -> None:
    path = opened(office)
    page = do(office, path, "list", typed=LIST, reference="NV-7").content.decode()
    assert page.count('lb-member"') == 9
    assert "head of delegation" in page
    table = office.get(f"{BASE}/delegations/").content.decode()
    assert "Lan Nguyen" in table
    assert "9 badges" in table


def test_the_delegation_s_secretary_uploads_changes_the_head_and_prints(
    here: Attendance, office: Client
) -> None:
    path = opened(office)
    do(office, path, "list", typed="Ho;Quang;secretary")
    own = client_of(account_of(1))
    assert own.get(f"{BASE}/delegations/own/")["Location"] == f"{BASE}{path}"
    file = SimpleUploadedFile("list.csv", NINE.encode())
    assert do(own, path, "list", file=file).status_code == 200
    assert models.Badge.objects.count() == 9
    page = do(own, path, "function", badge="3", function="head").content.decode()
    assert page.index("Minh Tran") < page.index("Lan Nguyen")
    printed = do(own, path, "print", codes="once")
    assert b"".join(printed.streaming_content).startswith(b"%PDF")
    code = do(own, path, "code", badge="2", codes="once").content.decode()
    assert "shown this once" in code
    assert own.get(f"{BASE}/delegations/").status_code == 403
    assert own.get(f"{BASE}/credentials/").status_code == 403


def test_another_delegation_is_closed(here: Attendance, office: Client) -> None:
    do(office, opened(office), "list", typed="Ho;Quang;secretary")
    other = opened(office, "FR")
    own = client_of(account_of(1))
    assert own.get(f"{BASE}{other}").status_code == 403
    assert own.post(f"{BASE}{other}", {"do": "list", "typed": "A;B;head"}).status_code in {403, 409}
    assert models.Badge.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"typed": "A;B;head\nC;D;head"}, "second head of delegation"),
        ({"typed": "A;B;king"}, "is no function that a note verbale names"),
        ({}, "The list names nobody"),
        ({"typed": "=1+1;B"}, "beginning of a formula"),
    ],
)
def test_a_bad_list_is_refused_in_words_and_nobody_is_registered(
    office: Client, given: dict[str, str], words: str
) -> None:
    answer = do(office, opened(office), "list", **given)
    assert (answer.status_code, words in answer.content.decode()) == (409, True)
    assert models.Badge.objects.count() == 0


def test_credentials_come_in_are_found_in_order_and_decided(here: Attendance, office: Client) -> None:
    path = opened(office)
    paper = {"form": "formal", "original": "on", "signer": "foreign_minister", "sealed": "on"}
    assert "original received" in do(office, path, "paper", **paper).content.decode()
    scan = SimpleUploadedFile("credentials.pdf", b"%PDF-1.7 scan")
    assert "credentials.pdf" in do(office, path, "paper", **paper, scan=scan).content.decode()
    given = office.get(f"{BASE}{path}scans/1/")
    assert given.getvalue() == b"%PDF-1.7 scan"
    assert "attachment" in given["Content-Disposition"]
    assert office.get(f"{BASE}{path}scans/2/").status_code in {404, 409}
    wrong = SimpleUploadedFile("credentials.exe", b"MZ")
    assert do(office, path, "paper", **paper, scan=wrong).status_code == 409
    assert "in order" in do(office, path, "examine", finding="in_order").content.decode()
    opened(office, "BR")
    report = do(office, "/credentials/", "report").content.decode()
    assert "on the understanding that formal credentials follow" in report
    made = office.get(f"{BASE}/credentials/1.pdf")
    assert (made["Content-Disposition"], made.content[:5]) == (
        'attachment; filename="cosp-1-credentials-1-en.pdf"',
        b"%PDF-",
    )
    assert office.get(f"{BASE}/credentials/2.pdf").status_code in {404, 409}
    decided = do(
        office, "/credentials/1/", "decide", outcome="adopted", decision="cosp-1-m1"
    ).content.decode()
    assert "adopted" in decided
    assert "Admitted, with every right" in office.get(f"{BASE}{path}").content.decode()
    again = do(office, "/credentials/1/", "decide", outcome="rejected")
    assert (again.status_code, "has decided on report 1 already" in again.content.decode()) == (409, True)


def test_a_low_rank_is_told_and_bars_nobody(here: Attendance, office: Client) -> None:
    path = opened(office)
    paper = {
        "form": "formal",
        "original": "on",
        "signer": "permanent_representative",
        "law_allows": "on",
        "sealed": "on",
    }
    do(office, path, "paper", **paper)
    refused = do(office, path, "examine", finding="in_order", amends="on")
    assert refused.status_code == 409
    assert "Admitted provisionally, with every right" in refused.content.decode()


def test_an_objection_is_seen_by_states_parties_and_not_by_the_public(
    here: Attendance, office: Client
) -> None:
    body = {"track": "ngo_other", "name": "Global Privacy Forum", "observer": "privacy-forum", "seat": "CH"}
    do(office, "/observers/apply/", "apply", **body)
    path = "/observers/privacy-forum/do/"
    do(office, path, "step", kind="listed")
    do(office, "/observers/apply/", "circulate")
    silent = do(office, path, "step", kind="objected", by="FR")
    assert (silent.status_code, "says why" in silent.content.decode()) == (409, True)
    do(office, opened(office), "list", typed="Ho;Quang;head")
    own = client_of(account_of(1))
    assert do(own, path, "step", kind="objected", by="FR", reasons="No word on funding.").status_code == 200
    seen = own.get(f"{BASE}/observers/privacy-forum/").content.decode()
    assert "No word on funding." in seen
    assert "<bdi>VN</bdi>" in seen
    public = Client().get(f"{BASE}/observers/privacy-forum/").content.decode()
    assert "No word on funding." not in public
    assert "you do not read who objected" in public
    assert do(own, path, "step", kind="admitted").status_code in {403, 409}


def test_an_admitted_body_comes_with_a_delegation_and_is_listed(here: Attendance, office: Client) -> None:
    body = {"track": "entity", "name": "Interpol", "observer": "interpol"}
    do(office, "/observers/apply/", "apply", **body)
    do(office, opened(office, "interpol"), "list", typed="Doe;Jo")
    assert "Interpol" not in Client().get(f"{BASE}/participants/").content.decode()
    do(office, "/observers/interpol/do/", "step", kind="admitted")
    listed = Client().get(f"{BASE}/participants/").content.decode()
    assert "Interpol" in listed
    assert "Jo Doe" in listed


@pytest.mark.parametrize("path", ["/observers/", "/participants/"])
def test_what_everybody_reads_opens_without_signing_in(here: Attendance, path: str) -> None:
    assert Client().get(f"{BASE}{path}").status_code == 200
    assert Client().get(f"/conference/nothing{path}").status_code == 404


def test_buttons_that_there_are_not_and_numbers_that_are_none(office: Client) -> None:
    path = opened(office)
    assert do(office, path, "dance").status_code == 404
    assert do(office, path, "end", badge="x").status_code == 404
    assert do(office, path, "end", badge="7").status_code in {404, 409}
    assert do(office, path, "function", badge="7", function="king").status_code == 404


def test_no_link_of_a_badge_dies(here: Attendance, office: Client, client: Client) -> None:
    do(office, opened(office), "list", typed=LIST)
    here.node.clock.go(days=200)  # type: ignore[attr-defined] # the test's own clock
    assert client.get("/sign-in/badge/?badge=cosp-1-0001").status_code == 200
