# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files, functions and parameter lists stay small: if one grows, a room inside it wants its own door."""

import ast

from tests.structure.house import sources

FILE_LINES = 400
FUNCTION_LINES = 50
POSITIONAL = 5


def test_files_are_short() -> None:
    assert {source.name: len(source.lines) for source in sources() if len(source.lines) > FILE_LINES} == {}


def test_functions_are_short() -> None:
    found = {}
    for source in sources():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > FUNCTION_LINES:
                    found[f"{source.name}:{node.name}"] = length
    assert found == {}


def test_functions_take_few_positional_parameters() -> None:
    found = {}
    for source in sources():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                names = [item.arg for item in (*node.args.posonlyargs, *node.args.args)]
                count = len(names) - (names[:1] in (["self"], ["cls"]))
                # Tests ask for fixtures by parameter, which nobody passes by position.
                if count > POSITIONAL and not node.name.startswith("test_"):
                    found[f"{source.name}:{node.name}"] = count
    assert found == {}
