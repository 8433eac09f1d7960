# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A court's Python has neither Django nor a network: the core and the command line must start there."""

import subprocess
import sys

from tests.structure.house import ROOT

PROGRAM = """
import importlib, importlib.abc, pkgutil, sys

FORBIDDEN = {
    "allauth", "axes", "csp", "django", "django_htmx", "granian", "httpx", "ninja", "psycopg", "typst", "whitenoise",
}

class Refuse(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in FORBIDDEN:
            raise ImportError(f"{name} is not part of the core")
        return None

sys.meta_path.insert(0, Refuse())
import longbien.core
for module in pkgutil.walk_packages(longbien.core.__path__, "longbien.core."):
    importlib.import_module(module.name)
importlib.import_module("longbien.texts")
importlib.import_module("longbien.cli.main")
print("alone")
"""


def test_the_core_and_the_command_line_start_without_the_node() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "alone\n", "")
