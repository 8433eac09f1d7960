# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence in a custodian's browser: sealed from an upload, opened as a download, exported as one file for a court."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from longbien.actions.evidence.release import release_accepted
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import ObjectId, RequestId
from longbien.store.models.evidence import EvidenceObject
from tests.actions.steps import LOG, accepted, granted, look, transferred
from tests.core.evidence.bundles import check
from tests.pair import Pair


def openable(pair: Pair) -> tuple[RequestId, ObjectId]:
    request_id, object_id = accepted(pair)
    transferred(pair)
    with pair.at as at:
        release_accepted(node=at.node)
    pair.carry(pair.at)
    return request_id, object_id


def test_a_file_is_sealed_for_the_request_that_it_answers(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id = granted(pair)
    custodian = desk(pair.at, "custodian")
    assert "Seal a file" in custodian.page("/evidence/")
    assert f'value="{request_id}"' in custodian.page(f"/evidence/seal/?request={request_id}")
    file = SimpleUploadedFile("auth.log", LOG, content_type="text/plain")
    posted = {"file": file, "request": request_id, "case": "C-2026/118", "method": "copy"}
    done = custodian.post("/evidence/seal/", posted, follow=True)
    assert "It stays here until it is announced." in done.content.decode()
    assert "auth.log" in done.content.decode()
    (card,) = look(pair.at, request_id).evidence
    assert (card.name, card.size, card.media_type) == ("auth.log", len(LOG), "text/plain")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "This field is required."),
        ({"request": "0" * 32}, "This node holds no request"),
        ({"request": "nonsense"}, "nonsense"),
        ({"acquired_at": "2099-01-01T00:00:00Z"}, "acquired"),
        ({"acquired_at": "yesterday"}, "is not a time"),
    ],
    ids=["no-file", "unknown", "no-number", "future", "no-time"],
)
def test_what_cannot_be_sealed_is_said(
    pair: Pair, desk: Callable[..., Any], given: dict[str, Any], words: str
) -> None:
    custodian = desk(pair.at, "custodian")
    file = {"file": SimpleUploadedFile("auth.log", b"x")} if given else {}
    response = custodian.post("/evidence/seal/", {**given, **file})
    assert response.status_code == 409
    assert words in response.content.decode()
    with pair.at:
        assert EvidenceObject.objects.count() == 0


def test_received_evidence_is_opened_as_a_file_and_recorded(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id, object_id = openable(pair)
    custodian = desk(pair.vn, "custodian")
    path = f"/evidence/{object_id}/open/"
    assert path in custodian.page(f"/evidence/{object_id}/")
    assert custodian.post(path).status_code == 409
    response = custodian.post(path, {"purpose": "trial", "place": "Ha Noi"})
    with pair.vn:
        assert b"".join(response) == LOG
    assert response["Content-Length"] == str(len(LOG))
    assert response["Content-Disposition"] == 'attachment; filename="EXERCISE-auth.log"'
    assert response["X-Content-Type-Options"] == "nosniff"
    (card,) = look(pair.vn, request_id).evidence
    assert [(one.action, one.verified) for one in card.custody][-1] == ("open", "match")
    pair.carry(pair.vn)
    assert look(pair.at, request_id).state.evidence == {object_id: "received"}


def test_a_reader_who_breaks_off_is_recorded_and_the_node_goes_on(
    pair: Pair, desk: Callable[..., Any]
) -> None:
    request_id, object_id = openable(pair)
    response = desk(pair.vn, "custodian").post(f"/evidence/{object_id}/open/", {"purpose": "trial"})
    with pair.vn:
        blocks = iter(response)
        assert next(blocks)
        response.close()
    (card,) = look(pair.vn, request_id).evidence
    last = card.custody[-1]
    assert (last.action, last.verified, last.notes) == ("access", "not-checked", "broken off by the reader")


def test_evidence_that_was_changed_breaks_off_and_is_recorded(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id, object_id = openable(pair)
    with pair.vn as vn:
        segment = bytearray(vn.node.objects.get_segment(object_id, "content", 2))
        segment[100] ^= 1
        vn.node.objects.put_segment(object_id, "content", 2, bytes(segment))
    response = desk(pair.vn, "custodian").post(f"/evidence/{object_id}/open/", {"purpose": "trial"})
    given = io.BytesIO()
    with pair.vn, pytest.raises(RefusedError, match=r"evidence\."):
        given.writelines(response)
    assert LOG.startswith(given.getvalue())
    assert len(given.getvalue()) < len(LOG)
    (card,) = look(pair.vn, request_id).evidence
    assert card.custody[-1].verified == "mismatch"


def test_what_cannot_be_opened_yet_is_said(pair: Pair, desk: Callable[..., Any]) -> None:
    _, object_id = accepted(pair)
    response = desk(pair.vn, "custodian").post(f"/evidence/{object_id}/open/", {"purpose": "trial"})
    assert response.status_code == 409
    assert desk(pair.vn, "custodian").get("/evidence/nonsense/open/").status_code == 404


@pytest.mark.parametrize("content", ["plain", "sealed"])
def test_a_bundle_is_one_file_that_a_court_can_check(
    pair: Pair, desk: Callable[..., Any], tmp_path: Path, content: str
) -> None:
    request_id, object_id = openable(pair)
    custodian = desk(pair.vn, "custodian")
    path = f"/evidence/bundle/{request_id}/"
    assert path in custodian.page(f"/evidence/{object_id}/")
    response = custodian.post(path, {"content": content, "purpose": "trial"})
    data = b"".join(response)
    assert len(data) == int(response["Content-Length"])
    assert response["Content-Disposition"] == f'attachment; filename="EXERCISE-bundle-{request_id[:12]}.zip"'
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    assert (folder / "data" / "certificate.pdf").read_bytes().startswith(b"%PDF-1.7")
    status, text = check(folder)
    assert status == 3, text


def test_other_roles_are_refused(pair: Pair, desk: Callable[..., Any]) -> None:
    request_id, object_id = openable(pair)
    for name in ("duty", "approver", "auditor"):
        officer = desk(pair.vn, name)
        assert "/evidence/seal/" not in officer.page("/evidence/")
        assert f"/evidence/{object_id}/open/" not in officer.page(f"/evidence/{object_id}/")
        for path in ("/evidence/seal/", f"/evidence/{object_id}/open/", f"/evidence/bundle/{request_id}/"):
            assert officer.get(path).status_code == 403
            assert officer.post(path, {"purpose": "x"}).status_code == 403
