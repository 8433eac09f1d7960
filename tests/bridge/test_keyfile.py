# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Secret files: for the node's account only, replaced whole."""

from pathlib import Path

import pytest

from longbien.bridge.keyfile import FileKeyStore, read_passphrase, read_secret, stamp, write_secret
from longbien.bridge.null import MemoryKeyStore
from longbien.core.base.errors import UsageError
from longbien.core.sealing.keyring import Keyring
from longbien.core.sealing.suites import Algorithm, KeyUse
from tests.authority import NOW, chance


def test_a_secret_is_written_for_one_account(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "keyring.age"
    assert stamp(path) == (0, 0, 0)
    write_secret(path, b"first")
    before = stamp(path)
    write_secret(path, b"second")
    assert read_secret(path) == b"second"
    assert stamp(path) != before
    assert path.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in path.parent.iterdir()] == ["keyring.age"]


def test_a_secret_that_others_can_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "keyring.age"
    write_secret(path, b"secret")
    path.chmod(0o640)
    with pytest.raises(UsageError, match=r"bridge\.secret_open"):
        read_secret(path)


def test_a_missing_or_too_large_secret_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"bridge\.secret_missing"):
        read_secret(tmp_path / "nothing")
    write_secret(tmp_path / "large", b"x" * 11)
    with pytest.raises(UsageError, match=r"bridge\.secret_missing"):
        read_secret(tmp_path / "large", limit=10)


def test_a_passphrase_is_the_first_line(tmp_path: Path) -> None:
    path = tmp_path / "passphrase"
    write_secret(path, " cầu Long Biên \nsecond line\n".encode())
    assert read_passphrase(path) == "cầu Long Biên"
    for empty in (b"", b"  \nrest"):
        write_secret(path, empty)
        with pytest.raises(UsageError, match=r"bridge\.secret_missing"):
            read_passphrase(path)


def test_a_keyring_rests_encrypted(tmp_path: Path) -> None:
    write_secret(tmp_path / "passphrase", b"ph\xe1\xbb\x9f b\xc3\xb2\n")
    store = FileKeyStore(keyring=tmp_path / "keyring.age", passphrase=tmp_path / "passphrase", work_factor=4)
    kinds = [(KeyUse.ACT, Algorithm.ED25519)]
    keyring = Keyring().with_new_keys(kinds, now=NOW, randomness=chance("keyring"))
    store.save(keyring)
    assert store.load() == keyring
    assert keyring.keys[0].pair.seed not in (tmp_path / "keyring.age").read_bytes()
    memory = MemoryKeyStore(Keyring())
    memory.save(keyring)
    assert memory.load() == keyring
