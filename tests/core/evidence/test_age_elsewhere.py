# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Other implementations of age open what we seal, and we open what they seal: npm `age-encryption`, the stock `age` (1.3 or later)."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from longbien.core.evidence.draft import rewrap
from longbien.core.sealing.age_file import decrypt_file
from longbien.core.sealing.age_recipients import parse_hybrid_recipient
from tests.core.evidence.material import MIB, OURS, THEIRS, content, seal
from tools.age_curve import parse_hybrid_identity

PACKAGE: Final = "age-encryption@0.3.1"
SIZE: Final = 2 * MIB + 70_000

SCRIPT: Final = """
import * as age from "age-encryption";
import { readFileSync, writeFileSync } from "node:fs";
const identity = readFileSync("identity.txt", "utf8").trim();
const open = new age.Decrypter();
open.addIdentity(identity);
writeFileSync("opened", await open.decrypt(readFileSync("sealed.age")));
const seal = new age.Encrypter();
seal.addRecipient(await age.identityToRecipient(identity));
seal.addRecipient(readFileSync("other.txt", "utf8").trim());
writeFileSync("theirs.age", await seal.encrypt(readFileSync("opened")));
writeFileSync("recipient.txt", await age.identityToRecipient(identity));
"""


def lay_out(folder: Path) -> None:
    """Write a file sealed to both of us, and the keys as text."""
    sealed, payload = seal(content(SIZE))
    header = rewrap(sealed.file_key, [THEIRS.recipient(), OURS.recipient()], randomness=os.urandom)
    (folder / "sealed.age").write_bytes(header + payload)
    (folder / "identity.txt").write_text(OURS.text() + "\n")
    (folder / "other.txt").write_text(THEIRS.recipient().text() + "\n")


@pytest.mark.slow
def test_age_encryption_of_npm_opens_ours_and_we_open_theirs(tmp_path: Path) -> None:
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        pytest.skip("npm and node are not installed: age-encryption was not tried")
    install = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", PACKAGE]
    try:
        subprocess.run(install, cwd=tmp_path, capture_output=True, check=True, timeout=90)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        pytest.skip(f"npm cannot get {PACKAGE} now (no line?): age-encryption was not tried")
    lay_out(tmp_path)
    (tmp_path / "try.mjs").write_text(SCRIPT)
    subprocess.run([node, "try.mjs"], cwd=tmp_path, check=True, timeout=90)
    assert (tmp_path / "opened").read_bytes() == content(SIZE)
    theirs = (tmp_path / "theirs.age").read_bytes()
    for identity in (OURS, THEIRS):
        assert decrypt_file(theirs, [identity], max_bytes=len(theirs)) == content(SIZE)
    assert parse_hybrid_recipient((tmp_path / "recipient.txt").read_text()) == OURS.recipient()


def stock_age() -> str:
    """Find `age` on the path, 1.3 or later, or skip: earlier ones know no post-quantum recipients."""
    age = shutil.which("age")
    if not age:
        pytest.skip("the stock age (1.3 or later) is not installed: it was not tried")
    said = subprocess.run([age, "--version"], capture_output=True, text=True, check=True).stdout
    version = re.search(r"(\d+)\.(\d+)", said)
    if version and (int(version[1]), int(version[2])) < (1, 3):
        pytest.skip(f"the stock age here is {version[0]}, older than 1.3: it was not tried")
    return age


def test_the_stock_age_opens_ours_and_we_open_its(tmp_path: Path) -> None:
    age = stock_age()
    lay_out(tmp_path)
    command = [age, "--decrypt", "-i", "identity.txt", "-o", "opened", "sealed.age"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=90)
    assert (tmp_path / "opened").read_bytes() == content(SIZE)
    command = [age, "-r", OURS.recipient().text(), "-R", "other.txt", "-o", "theirs.age", "opened"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=90)
    theirs = (tmp_path / "theirs.age").read_bytes()
    for identity in (OURS, THEIRS):
        assert decrypt_file(theirs, [identity], max_bytes=len(theirs)) == content(SIZE)


def test_a_key_that_age_made_is_read(tmp_path: Path) -> None:
    stock_age()
    keygen = shutil.which("age-keygen")
    if not keygen:
        pytest.skip("age-keygen is not installed beside age: it was not tried")
    subprocess.run([keygen, "-pq", "-o", "key.txt"], cwd=tmp_path, check=True, capture_output=True)
    lines = (tmp_path / "key.txt").read_text().splitlines()
    identity = parse_hybrid_identity(next(line for line in lines if line.startswith("AGE-SECRET-KEY-PQ-1")))
    named = next(line for line in lines if "age1pq1" in line)
    assert named.endswith(identity.recipient().text())
