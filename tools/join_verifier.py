# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Join the modules of the verifier into one file that needs nothing but Python: `python -m tools.join_verifier`.

Modules come in the order of their imports. Imports of each other and for type checkers only are left out, imports of the
standard library stand once at the top, everything else stays as it is written, comments included. The same modules always
give the same bytes. With `--check` nothing is written; the exit status says whether the file in the repository is fresh.
"""

import ast
import hashlib
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "longbien.core.evidence.verifier"
MODULES = ROOT / "src" / "longbien" / "core" / "evidence" / "verifier"
TARGET = ROOT / "src" / "longbien" / "data" / "verifier" / "verify.py"
DIGEST = ROOT / "docs" / "reference" / "verify.sha256"

HEAD = '''#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Check a court bundle of Long Biên: python3 verify.py BAG [--trust FILE] [--fingerprint PARTY=HEX]

Needs Python 3.9 or later and nothing else: no package, no network, no node. Use your own copy, whose SHA-256 is published
with each release; the copy inside a bundle came from whoever made the bundle.

Generated from the modules named below by tools/join_verifier.py; change those, not this file.
"""

from __future__ import annotations
'''
FOOT = """

if __name__ == "__main__":
    sys.exit(main())
"""


def modules() -> dict[str, ast.Module]:
    """Read all modules of the verifier."""
    files = (path for path in sorted(MODULES.glob("*.py")) if path.name != "__init__.py")
    return {path.stem: ast.parse(path.read_text(encoding="utf-8")) for path in files}


def own_imports(tree: ast.Module) -> set[str]:
    """Give the names of the verifier's modules that a module needs when it runs."""
    return {
        node.module.rpartition(".")[2]
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(PACKAGE)
    }


def is_for_checkers(node: ast.stmt) -> bool:
    """Tell whether a statement is `if TYPE_CHECKING:`."""
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def foreign_imports(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Give what a module imports from the standard library: (module, name), or (module, "") for the module itself."""
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from ((item.name, "") for item in node.names)
        elif isinstance(node, ast.ImportFrom) and not str(node.module).startswith(("__future__", PACKAGE)):
            yield from ((str(node.module), item.name) for item in node.names)


def print_imports(found: set[tuple[str, str]]) -> str:
    """Write import statements, sorted."""
    found = {item for item in found if item != ("typing", "TYPE_CHECKING")}
    lines = [f"import {module}" for module, name in sorted(found) if not name]
    for module in sorted({module for module, name in found if name}):
        names = sorted(name for other, name in found if other == module and name)
        lines.append(f"from {module} import {', '.join(names)}")
    return "\n".join(lines)


def body(name: str, tree: ast.Module) -> str:
    """Give a module's text without header, docstring, imports and what is for type checkers only."""
    lines = (MODULES / f"{name}.py").read_text(encoding="utf-8").split("\n")
    dropped = {0, 1}
    for node in tree.body:
        is_import = isinstance(node, ast.Import | ast.ImportFrom)
        if is_import or is_for_checkers(node) or node is tree.body[0]:
            dropped.update(range(node.lineno - 1, node.end_lineno or node.lineno))
    kept = "\n".join(line for number, line in enumerate(lines) if number not in dropped).strip("\n")
    said = "\n".join(f"# {line}".rstrip() for line in (ast.get_docstring(tree) or "").split("\n"))
    return f"\n\n# {'=' * 20} {name} {'=' * 20}\n{said}\n\n{kept}\n"


def names_defined(tree: ast.Module) -> Iterator[str]:
    """Give the names that a module defines at its top."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def join() -> str:
    """Give the text of the one file; SystemExit if two modules define one name."""
    found = modules()
    graph = {name: sorted(own_imports(tree)) for name, tree in sorted(found.items())}
    order = list(TopologicalSorter(graph).static_order())
    owners: dict[str, str] = {}
    twice = []
    for name in order:
        for defined in names_defined(found[name]):
            if defined in owners:
                twice.append(f"{defined} is defined in {owners[defined]} and in {name}: rename one")
            owners[defined] = name
    if twice:
        sys.exit("\n".join(twice))
    imports = print_imports({item for tree in found.values() for item in foreign_imports(tree)})
    return HEAD + "\n" + imports + "\n" + "".join(body(name, found[name]) for name in order) + FOOT


def main() -> None:
    """Write the file and its digest, or check them."""
    data = join().encode("utf-8")
    digest = f"{hashlib.sha256(data).hexdigest()}  verify.py\n".encode("ascii")
    if "--check" in sys.argv[1:]:
        fresh = TARGET.is_file() and TARGET.read_bytes() == data and DIGEST.read_bytes() == digest
        sys.exit(0 if fresh else f"{TARGET.name} is not fresh: run python -m tools.join_verifier")
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(data)
    DIGEST.parent.mkdir(parents=True, exist_ok=True)
    DIGEST.write_bytes(digest)


if __name__ == "__main__":
    main()
