# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much a browser may send, and under which names it gets files."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from longbien.web.base.downloads import safe_name
from longbien.web.base.uploads import SMALL
from tests.pair import Pair


def test_nobody_uploads_before_sign_in(db: None) -> None:
    file = SimpleUploadedFile("a", b"x" * (SMALL + 1))
    assert Client().post("/sign-in/", {"file": file}).status_code in {400, 413}


def test_a_custodian_uploads_up_to_the_setting(pair: Pair, desk: Callable[..., Any], settings: Any) -> None:
    settings.UPLOAD_LIMIT = 1
    file = SimpleUploadedFile("a", b"x" * (69 * 1024 * 1024))
    assert desk(pair.at, "custodian").post("/evidence/seal/", {"file": file}).status_code in {400, 413}


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("order.pdf", "order.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("..", "file"),
        ("", "file"),
        ("a\r\nb.txt", "ab.txt"),
        ("\u202egpj.exe", "gpj.exe"),
        ('a"b;c.txt', "a_b;c.txt"),
        ("C:\\x\\y.doc", "C__x_y.doc"),
        ("x" * 300 + ".tar", "x" * 116 + ".tar"),
        ("lệnh của tòa.pdf", "lệnh của tòa.pdf"),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=400))
def test_no_name_leaves_its_folder(name: str) -> None:
    found = safe_name(name)
    assert 0 < len(found) <= 120
    assert not found.startswith(".")
    assert not set(found) & set('/\\:*?"<>|\r\n\x00')
