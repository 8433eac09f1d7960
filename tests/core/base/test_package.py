# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Office packages from outside: each fault is told, whatever else is wrong, and no bytes end in a traceback."""

import io
import random
import zipfile
from collections.abc import Iterator

import pytest

from longbien.core.base.package import Bounds, Fault, judge_package
from tests.fuzz import mutate

BOUNDS = Bounds(part="a/main.xml", members=4, unpacked=10_000, ratio=20, small=1_000)


def package(**members: bytes) -> bytes:
    """Make a package; `__` in a name is `/`, `_dot_` is `.`."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return file.getvalue()


GOOD = package(a__main_dot_xml=b"<a>text</a>", other=b"x")


def test_a_good_package_has_no_fault() -> None:
    assert judge_package(GOOD, BOUNDS) is None


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", Fault.BROKEN),
        (b"PK\x03\x04 broken", Fault.BROKEN),
        (GOOD[:-30], Fault.BROKEN),
        (package(other=b"x"), Fault.KIND),
        (package(a__main_dot_xml=b"<a/>", a=b"", b=b"", c=b"", d=b""), Fault.LARGE),
        (package(a__main_dot_xml=b"<a/>", big=b"0123456789" * 1_001), Fault.LARGE),
        (package(a__main_dot_xml=b"<a/>", tight=b"0" * 5_000), Fault.LARGE),
        (package(a__main_dot_xml=b"<a/>", a__vbaProject_dot_bin=b"x"), Fault.MACRO),
        (package(a__main_dot_xml=b"<a/>", a__activeX__one_dot_bin=b"x"), Fault.MACRO),
        (package(a__main_dot_xml=b"<!DOCTYPE a><a/>"), Fault.DECLARES),
        (package(a__main_dot_xml=b"<a/>", b__x_dot_rels=b"<!ENTITY x 'y'>"), Fault.DECLARES),
        (package(a__main_dot_xml="<!DOCTYPE a><a/>".encode("utf-16")), Fault.DECLARES),
    ],
)
def test_each_fault_is_told(data: bytes, fault: Fault) -> None:
    assert judge_package(data, BOUNDS) is fault


def test_a_document_type_behind_a_long_comment_is_seen() -> None:
    chance = random.Random(1)
    comment = bytes(chance.randrange(97, 123) for _ in range(6_000))
    hidden = package(a__main_dot_xml=b"<!-- " + comment + b" --><!DOCTYPE a><a/>")
    assert judge_package(hidden, BOUNDS) is Fault.DECLARES


@pytest.mark.fuzz
def test_changed_packages_end_in_a_fault_or_in_none(rounds: Iterator[random.Random]) -> None:
    for chance in rounds:
        judge_package(mutate(GOOD, chance), BOUNDS)
