# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Each error code raised anywhere has a sentence, and the sentence is given its values."""

import ast
import re
from collections.abc import Iterator

from longbien.texts import ROOMS, SENTENCES
from tests.structure.house import Source, sources

FAMILY = {"LongBienError", "MalformedError", "RefusedError", "UsageError"}
CODE = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9][a-z0-9_]*)+")
VALUE = re.compile(r"%\((\w+)\)s")


def family() -> set[str]:
    """Give the names of all classes that descend from the family, wherever they are defined."""
    names = set(FAMILY)
    while True:
        more = {
            node.name
            for source in sources("src")
            for node in ast.walk(source.tree)
            if isinstance(node, ast.ClassDef)
            and any(isinstance(base, ast.Name) and base.id in names for base in node.bases)
        }
        if more <= names:
            return names
        names |= more


def raised() -> Iterator[tuple[Source, ast.Call]]:
    """Give every call that makes an error of the family."""
    names = family()
    for source in sources("src"):
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                yield source, node


def literal_codes(call: ast.Call) -> list[str]:
    """Give the codes written in the call's first argument (a literal, or a choice between literals)."""
    if not call.args:
        return []
    return [
        node.value
        for node in ast.walk(call.args[0])
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def test_each_code_has_a_sentence() -> None:
    found = [
        f"{source.name}:{call.lineno} {code}"
        for source, call in raised()
        for code in literal_codes(call)
        if code not in SENTENCES
    ]
    assert found == []


def test_each_sentence_is_given_its_values() -> None:
    found = []
    for source, call in raised():
        given = {item.arg for item in call.keywords}
        if None in given:
            continue
        for code in literal_codes(call):
            missing = set(VALUE.findall(SENTENCES.get(code, ""))) - given
            if missing:
                found.append(f"{source.name}:{call.lineno} {code} lacks {sorted(missing)}")
    assert found == []


def test_codes_are_dotted_lower_case() -> None:
    assert [code for code in SENTENCES if CODE.fullmatch(code) is None] == []


def test_codes_are_kept_in_order_in_each_file() -> None:
    assert [room.__name__ for room in ROOMS if list(room.SENTENCES) != sorted(room.SENTENCES)] == []


def test_no_code_stands_in_two_files() -> None:
    assert len(SENTENCES) == sum(len(room.SENTENCES) for room in ROOMS)
