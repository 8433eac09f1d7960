# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scans of credentials: kept with the step, read by the secretariat and the delegation, found by the sweep and the backup."""

import hashlib

import pytest

from longbien.actions.conference.people.credentials import take_paper
from longbien.actions.conference.people.scans import read_scan, scans_of
from longbien.core.base.errors import LongBienError
from longbien.core.conference.credentials.papers import Form, Paper, Signer
from longbien.store import models
from longbien.store.queries.conference_papers import file_parts, known_files
from tests.attendance import Attendance, account_of, attend
from tests.authority import authority
from tests.nodes import make_node

PDF = b"%PDF-1.7 credentials"
PNG = b"\x89PNG\r\n\x1a\n picture"


@pytest.fixture
def here(db: None) -> Attendance:
    found = attend(make_node(authority("AT")))
    found.register(found.open("VN"))
    found.open("FR")
    return found


def take(here: Attendance, scan: tuple[str, bytes] | None) -> models.Delegation:
    delegation = models.Delegation.objects.get(participant="VN")
    paper = Paper(
        form=Form.FORMAL, original=False, signer=Signer.FOREIGN_MINISTER, received_at=here.node.clock()
    )
    take_paper(node=here.node, actor=here.secretariat, delegation=delegation, paper=paper, scan=scan)
    return delegation


def test_a_scan_is_kept_under_its_digest_and_read_by_the_secretariat_and_the_delegation(
    here: Attendance,
) -> None:
    take(here, ("C:\\papers\\credentials.pdf", PDF))
    take(here, None)
    delegation = take(here, ("seal.PNG", PNG))
    found = scans_of(delegation)
    assert [(one.number, one.name, one.size) for one in found] == [
        (1, "credentials.pdf", len(PDF)),
        (2, "seal.PNG", len(PNG)),
    ]
    assert found[0].sha256 == hashlib.sha256(PDF).hexdigest()
    for actor in (here.secretariat, account_of(1)):
        one, blocks = read_scan(node=here.node, actor=actor, delegation=delegation, number=2)
        assert (one, b"".join(blocks)) == (found[1], PNG)
    objects = {row.object_id for row in models.CredentialScan.objects.all()}
    assert known_files(objects) == objects
    assert {name for name, _part in file_parts()} == objects


def test_another_delegation_reads_none_and_a_changed_one_is_not_given_out(here: Attendance) -> None:
    delegation = take(here, ("credentials.pdf", PDF))
    other = models.Delegation.objects.get(participant="FR")
    assert code(here, account_of(1), other, 1) == "people.not_your_delegation"
    assert code(here, here.secretariat, delegation, 2) == "conference.scan_unknown"
    models.CredentialScan.objects.update(sha256="0" * 64)
    assert code(here, here.secretariat, delegation, 1) == "conference_papers.file_damaged"


def code(here: Attendance, actor: models.Officer, delegation: models.Delegation, number: int) -> str:
    with pytest.raises(LongBienError) as refused:
        read_scan(node=here.node, actor=actor, delegation=delegation, number=number)
    return refused.value.code


@pytest.mark.parametrize(
    ("scan", "wanted"),
    [
        (("credentials.docx", b"PK"), "conference_papers.file_ending"),
        (("credentials.pdf", PNG), "conference_papers.file_content"),
        (("credentials.jpg", b""), "conference_papers.file_empty"),
    ],
)
def test_a_file_that_is_no_scan_is_refused_and_nothing_is_noted(
    here: Attendance, scan: tuple[str, bytes], wanted: str
) -> None:
    with pytest.raises(LongBienError) as refused:
        take(here, scan)
    assert refused.value.code == wanted
    assert models.CredentialStep.objects.count() == 0
