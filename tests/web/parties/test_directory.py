# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The directory on the pages: fingerprints in groups of four, and an introduction by two different officers."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from longbien.core.parties.chain import read_entry
from longbien.store import models
from tests.authority import SINCE, authority
from tests.entries import first_envelope
from tests.pair import Pair

FR = first_envelope(authority("FR"))
MEANS = "by telephone"


@pytest.fixture
def directory_officers(pair: Pair) -> None:
    with pair.vn as vn:
        for name in ("first", "second"):
            officer = models.Officer.objects.create(username=name, role_id=f"vn-directory-{name}")
            officer.grants.create(role="directory-officer", granted_by="set-up", granted_at=SINCE)
            vn.officers[name] = officer


def test_the_directory_shows_fingerprints_in_groups_of_four(pair: Pair, desk: Callable[..., Any]) -> None:
    page = desk(pair.vn, "auditor").page("/parties/")
    with pair.vn:
        for entry in models.Entry.objects.all():
            assert "".join(f"<span>{entry.digest[at : at + 4]}</span>" for at in range(0, 64, 4)) in page
    assert "/parties/introduce/" not in page


@pytest.mark.usefixtures("directory_officers")
def test_two_officers_introduce_a_party(pair: Pair, desk: Callable[..., Any]) -> None:
    heard = read_entry(FR).fingerprint
    first, second = desk(pair.vn, "first"), desk(pair.vn, "second")
    file = SimpleUploadedFile("FR.entry.json", FR)
    given = {"entry": file, "fingerprint": heard.upper(), "means": MEANS}
    done = first.post("/parties/introduce/", given, follow=True)
    assert "A second officer has to confirm it" in done.content.decode()
    again = first.post("/parties/FR/confirm/", {"fingerprint": heard, "means": MEANS})
    assert again.status_code == 409
    wrong = second.post("/parties/FR/confirm/", {"fingerprint": "0" * 64, "means": MEANS})
    assert wrong.status_code == 409
    page = second.page("/parties/FR/confirm/")
    assert heard[:4] not in page.split("<main")[1]
    done = second.post("/parties/FR/confirm/", {"fingerprint": heard, "means": MEANS}, follow=True)
    assert "Trusted from now on" in done.content.decode()
    assert "vn-directory-first" in done.content.decode()


@pytest.mark.usefixtures("directory_officers")
@pytest.mark.parametrize("data", [b"", b"{}", b"\xff" * 100, b"[" * 100_000, b"x" * 1_100_000])
def test_a_file_that_is_no_entry_is_refused_beside_the_form(
    pair: Pair, desk: Callable[..., Any], data: bytes
) -> None:
    given = {"entry": SimpleUploadedFile("x", data), "fingerprint": "0" * 64, "means": MEANS}
    response = desk(pair.vn, "first").post("/parties/introduce/", given)
    assert response.status_code == 409
    assert 'role="alert"' in response.content.decode()


def test_others_do_not_introduce(pair: Pair, desk: Callable[..., Any]) -> None:
    assert desk(pair.vn, "duty").get("/parties/introduce/").status_code == 403


def test_our_entry_is_a_file_for_handing_out(pair: Pair, desk: Callable[..., Any]) -> None:
    response = desk(pair.vn, "duty").get("/parties/own-entry/")
    assert read_entry(response.content).entry.party == "VN"
    assert 'filename="VN.entry.json"' in response["Content-Disposition"]
