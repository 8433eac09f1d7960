# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bags that were made to harm the one who checks them: a sentence, bounded memory, no traceback."""

import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from longbien.core.evidence.verifier.flaws import printable
from tests.core.evidence.bundles import OBJECT, anchors, check, put, rebag, small_case

ACT = "data/acts/0001-request.stored-data.json"
TEBIBYTE = 1 << 40


def spoiled(folder: Path, spoil: Callable[[Path], None]) -> tuple[int, str]:
    """Put the good bag into a folder, spoil it, check it."""
    place = put(small_case().files(), folder / "bag")
    spoil(place)
    status, text = check(place, *anchors(small_case()))
    assert "could not finish" not in text
    return status, text


def link_out(bag: Path) -> None:
    (bag / ACT).unlink()
    (bag / ACT).symlink_to("/etc/hostname")


def link_folder(bag: Path) -> None:
    (bag / "data/more").symlink_to("/etc")


def link_loop(bag: Path) -> None:
    (bag / "data/loop").symlink_to(bag)


def pipe(bag: Path) -> None:
    os.mkfifo(bag / "data/pipe")


def device(bag: Path) -> None:
    (bag / "data/zero").symlink_to("/dev/zero")


def odd_name(bag: Path) -> None:
    (bag / "data/a\x1b[2Jb").write_bytes(b"")


def turned_name(bag: Path) -> None:
    (bag / "data/exe.\u202efdp").write_bytes(b"")


def bytes_name(bag: Path) -> None:
    Path(os.fsdecode(os.fsencode(bag) + b"/data/\xff\xfe")).write_bytes(b"")


def deep(bag: Path) -> None:
    (bag / ("data/" + "d/" * 40)).mkdir(parents=True)


@pytest.mark.parametrize(
    "spoil", [link_out, link_folder, link_loop, pipe, device, odd_name, turned_name, bytes_name, deep]
)
def test_links_pipes_devices_and_odd_names_are_refused(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    status, text = spoiled(tmp_path, spoil)
    assert status == 1
    assert all(letter.isprintable() or letter == "\n" for letter in text)


def test_endless_files_are_not_read(tmp_path: Path) -> None:
    """A hole of a tebibyte, where an act, a proof, a stranger, a manifest of the bag should be."""
    for name in (
        ACT,
        "data/stranger",
        "manifest-sha256.txt",
        "bagit.txt",
        f"data/evidence/{OBJECT}/manifest.json",
        "data/trust/AT/0001.json",
    ):
        place = put(small_case().files(), tmp_path / name.replace("/", "-"))
        with (place / name).open("ab") as file:
            file.truncate(TEBIBYTE)
        status, text = check(place, *anchors(small_case()))
        assert (status, name in text) == (1, True)


BOMBS = {
    "deep": b"[" * 900_000,
    "deep objects": b'{"a":' * 150_000,
    "wide": b"[" + b"1," * 40_000 + b"1]",
    "escapes": b'"' + b'\\"' * 450_000,
    "digits": b"1" * 900_000,
    "exponent": b"1e" + b"9" * 900_000,
    "names": b"{" + b",".join(b'"%06d":0' % number for number in range(8_000)) + b"}",
    "invalid": b"\xff" * 900_000,
    "nothing": b"",
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_bombs_cost_little(tmp_path: Path, bomb: bytes) -> None:
    files = small_case().files()
    receipt = next(path for path in files if path.startswith("data/receipts"))
    for path in (ACT, receipt, "data/trust/AT/0001.json"):
        files[path] = bomb
    place = put(rebag(files), tmp_path)
    tracemalloc.start()
    try:
        status, text = check(place, *anchors(small_case()))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (status, "could not finish" in text) == (1, False)
    assert peak < 64 * 1024 * 1024


@pytest.mark.parametrize(
    "line",
    [
        "{d}  ../outside\n",
        "{d}  /etc/passwd\n",
        "{d}  data/../../outside\n",
        "{d}  data\\outside\n",
        "{d}  bagit.txt\n",
        "{d} data/README.txt\n",
        "{d}  data/README.txt",
        "{u}  data/README.txt\n",
        "{d}  data/a%0Ab\n",
        "\n",
        "\u20ac\n",
    ],
)
def test_lines_of_a_manifest_that_lead_elsewhere_are_refused(tmp_path: Path, line: str) -> None:
    digest = "ab" * 32
    added = line.format(d=digest, u=digest.upper()).encode()

    def spoil(bag: Path) -> None:
        manifest = bag / "manifest-sha256.txt"
        manifest.write_bytes(manifest.read_bytes() + added)

    status, text = spoiled(tmp_path, spoil)
    assert (status, "manifest-sha256.txt" in text) == (1, True)


def test_no_bag_at_all_is_wrong(tmp_path: Path) -> None:
    status, text = check(tmp_path)
    assert status == 1
    assert "bagit.txt: it is missing" in text


def test_text_from_a_bundle_cannot_write_to_the_terminal() -> None:
    assert printable("a\x1b[2J\u202e\u200bb\n") == "a\\x1b[2J\\u202e\\u200bb\\n"
    assert printable("Việt Nam, Österreich, 中国") == "Việt Nam, Österreich, 中国"
    assert printable("x" * 300) == "x" * 200 + "…"
