# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the structure tests look at: the house's source files, read and parsed once."""

import ast
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "longbien"
GENERATED = frozenset({PACKAGE / "data" / "verifier" / "verify.py"})
"""Files that a tool writes (the stand-alone verifier): exempt from sizes and headers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One Python file."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()


@cache
def sources(*folders: str) -> tuple[Source, ...]:
    """Give every Python file of `folders` that is written by hand and not a migration or an `__init__.py`."""
    found = []
    for folder in folders or ("src", "tests", "tools", "benchmarks"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if path.name == "__init__.py" or "migrations" in path.parts or path in GENERATED:
                continue
            text = path.read_text(encoding="utf-8")
            found.append(Source(path=path, text=text, tree=ast.parse(text)))
    return tuple(found)


@cache
def project() -> dict[str, Any]:
    """Give pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
