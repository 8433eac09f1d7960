# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien evidence`: what one node does by itself; handing over is tested with two nodes."""

import hashlib
import tarfile
from pathlib import Path

import pytest

from longbien.core.evidence.custody import CustodyAction
from tests.cli.terminal import Terminal
from tests.cli.test_cooperation import drafted, fits

CONTENT = b"Nov 20 21:14:07 sshd[914]: Failed password for root\n" * 40_000


@pytest.fixture
def file(terminal: Terminal) -> Path:
    found = terminal.folder / "auth.log"
    found.write_bytes(CONTENT)
    return found


def sealed(terminal: Terminal, path: Path, *words: str) -> str:
    said = terminal.run("evidence", "seal", str(path), *words, "--json", by="custodian")
    assert said.status == 0, said.err
    found: str = said.value["object_id"]
    return found


def test_a_file_is_sealed_and_opened_again(terminal: Terminal, file: Path) -> None:
    said = terminal.run("evidence", "seal", str(file), "--exhibit", "E-1", by="custodian")
    assert (said.status, said.err) == (0, "")
    assert hashlib.sha256(CONTENT).hexdigest() in said.out
    assert fits(said.out)
    (held,) = terminal.run("evidence", "status", "--json", by="auditor").value
    assert (held["stage"], held["party"]) == ("not-announced", "VN")
    copy = terminal.folder / "copy.log"
    said = terminal.run("evidence", "open", held["object_id"][:8], "--to", str(copy), by="custodian")
    assert (said.status, copy.read_bytes()) == (0, CONTENT)
    assert "matches what was sealed" in said.out
    assert fits(said.out)


def test_a_folder_comes_back_as_a_tar_archive(terminal: Terminal, file: Path) -> None:
    folder = terminal.folder / "image"
    folder.mkdir()
    (folder / "log").write_bytes(CONTENT)
    evidence = sealed(terminal, folder)
    copy = terminal.folder / "image.tar"
    found = terminal.run("evidence", "open", evidence, "--to", str(copy), "--json", by="custodian").value
    assert [one["path"] for one in found["members"]] == ["log"]
    with tarfile.open(copy) as archive:
        member = archive.extractfile("log")
        assert member is not None
        assert member.read() == CONTENT


def test_every_step_stands_in_the_custody(terminal: Terminal, file: Path) -> None:
    evidence = sealed(terminal, file)
    said = terminal.run("evidence", "step", evidence, "access", "--place", "laboratory", by="custodian")
    assert said.status == 0
    shown = terminal.run("evidence", "status", evidence[:12], by="auditor")
    assert fits(shown.out)
    custody = terminal.run("evidence", "status", evidence, "--json", by="auditor").value["custody"]
    assert [one["action"] for one in custody] == [
        CustodyAction.ACQUIRE,
        CustodyAction.SEAL,
        CustodyAction.ACCESS,
    ]


def test_an_existing_file_is_not_overwritten(terminal: Terminal, file: Path) -> None:
    evidence = sealed(terminal, file)
    said = terminal.run("evidence", "open", evidence, "--to", str(file), by="custodian")
    assert said.status == 64
    assert said.err.endswith("[cli.file_exists]\n")
    assert file.read_bytes() == CONTENT
    assert sorted(path.name for path in terminal.folder.iterdir()) == ["auth.log", "password"]


def test_nothing_is_announced_without_a_request_from_there(terminal: Terminal, file: Path) -> None:
    evidence = sealed(terminal, file)
    said = terminal.run("evidence", "announce", evidence, "--request", drafted(terminal), by="custodian")
    assert said.status == 77
    assert said.err.endswith("[evidence.not_requested]\n")


WRONG = [
    (("seal", "/nowhere/at/all"), "custodian", 77, "evidence.source_missing"),
    (("seal", "/dev/null"), "custodian", 77, "evidence.source_kind"),
    (("seal", "{file}", "--acquired-at", "2126-01-01"), "custodian", 77, "evidence.acquired_later"),
    (("seal", "{file}", "--acquired-at", "yesterday"), "custodian", 65, "cooperation.field_moment"),
    (("seal", "{file}", "--request", "feed"), "custodian", 64, "cli.request_unknown"),
    (("seal", "{file}", "--media-type", "no type"), "custodian", 65, "base.field_value"),
    (("seal", "{file}"), "duty-officer", 77, "people.not_permitted"),
    (("status", "feed"), "auditor", 64, "evidence.unknown"),
    (("open", "feed", "--to", "x"), "custodian", 64, "evidence.unknown"),
    (("announce", "feed", "--request", "feed"), "custodian", 64, "evidence.unknown"),
    (("accept", "feed"), "custodian", 64, "evidence.unknown"),
    (("decline", "feed", "--reason", "x"), "custodian", 64, "evidence.unknown"),
    (("recall", "feed", "--reason", "x"), "custodian", 64, "evidence.unknown"),
    (("no-release", "feed"), "custodian", 64, "evidence.unknown"),
    (("step", "feed", "access"), "custodian", 64, "evidence.unknown"),
    (("step", "feed", "seal"), "custodian", 2, "is not one of"),
    (("open", "feed"), "custodian", 2, "Missing option"),
]


@pytest.mark.parametrize("case", WRONG)
def test_wrong_words_are_refused_with_a_code(
    terminal: Terminal, file: Path, case: tuple[tuple[str, ...], str, int, str]
) -> None:
    words, by, status, code = case
    typed = [word.replace("{file}", str(file)) for word in words]
    said = terminal.run("evidence", *typed, by=by)
    assert (said.status, said.out) == (status, "")
    assert code in said.err
