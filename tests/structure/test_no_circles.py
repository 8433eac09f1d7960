# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""No circle of imports between two modules of the house, at any depth (import-linter checks the packages)."""

import ast
from graphlib import CycleError, TopologicalSorter

from tests.structure.house import ROOT, sources


def test_modules_form_no_circle() -> None:
    modules = {
        source.path.relative_to(ROOT / "src").with_suffix("").as_posix().replace("/", "."): source
        for source in sources("src")
    }
    graph: dict[str, set[str]] = {}
    for name, source in modules.items():
        graph[name] = set()
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                graph[name] |= {
                    node.module,
                    *(f"{node.module}.{item.name}" for item in node.names),
                } & modules.keys()
            elif isinstance(node, ast.Import):
                graph[name] |= {item.name for item in node.names} & modules.keys()
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        raise AssertionError(" -> ".join(error.args[1])) from None
