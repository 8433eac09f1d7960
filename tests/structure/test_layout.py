# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names, headers, docstrings and imports: what makes any file look like its neighbours."""

import ast

from tests.structure.house import GENERATED, PACKAGE, ROOT, project, sources

HEADER = [
    "# SPDX-FileCopyrightText: 2026 Long Biên contributors",
    "# SPDX-License-Identifier: EUPL-1.2",
]
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "stuff", "lib"}
REASONS = ("# slow import", "# app ready", "# optional")
DOORS = ("web", "api", "peer", "cli", "console", "worker", "live")
WITH_HEADER = {".py", ".sh", ".css", ".js", ".html", ".typ", ".yaml", ".toml"}


def test_packages_say_nothing() -> None:
    found = []
    for path in sorted(PACKAGE.rglob("__init__.py")):
        if path.relative_to(PACKAGE).parts[:2] == ("store", "models"):
            continue
        body = ast.parse(path.read_text(encoding="utf-8")).body
        if any(not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)) for node in body):
            found.append(path.relative_to(ROOT).as_posix())
    assert found == []


def test_no_name_is_vague() -> None:
    paths = [
        path
        for folder in ("src", "tests", "tools")
        for path in (ROOT / folder).rglob("*")
        if "__pycache__" not in path.parts
    ]
    assert [path.relative_to(ROOT).as_posix() for path in paths if path.stem in VAGUE] == []


def test_each_source_file_names_its_licence() -> None:
    found = []
    for folder in ("src", "tests", "tools", "benchmarks"):
        for path in sorted((ROOT / folder).rglob("*")):
            if (
                path.suffix not in WITH_HEADER
                or "__pycache__" in path.parts
                or path in GENERATED
                or {"vendor", "migrations"} & set(path.parts)
            ):
                continue
            text = path.read_text(encoding="utf-8")
            if text and not all(
                line.removeprefix("# ") in "\n".join(text.splitlines()[:6]) for line in HEADER
            ):
                found.append(path.relative_to(ROOT).as_posix())
    assert found == []


def test_python_files_start_with_the_header() -> None:
    assert [
        source.name for source in sources() if source.lines[:2] != HEADER and not source.text.startswith("#!")
    ] == []


def test_each_module_and_public_name_is_explained() -> None:
    found = [source.name for source in sources() if not ast.get_docstring(source.tree)]
    for source in sources("src"):
        for node in source.tree.body:
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                continue
            if not node.name.startswith("_") and not ast.get_docstring(node):
                found.append(f"{source.name}:{node.name}")
    assert found == []


def test_imports_are_absolute() -> None:
    found = [
        f"{source.name}:{node.lineno}"
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert found == []


def test_an_import_inside_a_function_gives_its_reason() -> None:
    found = []
    for source in sources("src"):
        for function in ast.walk(source.tree):
            if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    line = source.lines[node.lineno - 1]
                    if not any(reason in line for reason in REASONS):
                        found.append(f"{source.name}:{node.lineno}")
    assert found == []


def test_each_door_is_kept_from_rows_and_from_the_outside() -> None:
    contracts = {
        item["id"]: set(item["source_modules"])
        for item in project()["tool"]["importlinter"]["contracts"]
        if "source_modules" in item
    }
    doors = {f"longbien.{door}" for door in DOORS if (PACKAGE / door).is_dir()}
    assert doors - contracts["doors-store"] <= {"longbien.console"}
    assert doors - contracts["doors-bridge"] <= {"longbien.worker", "longbien.cli"}
