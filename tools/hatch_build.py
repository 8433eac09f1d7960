# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hatchling's hook: compiles the message catalogues when the wheel is built, and puts them into it."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[misc, type-arg, unused-ignore]
    """Runs before the files of a wheel are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; `artifacts` are files that go in although they are not in the repository."""
        sys.path.insert(0, self.root)
        from tools.catalogues import compile_all  # only findable once the project's folder is on the path

        for target in compile_all(Path(self.root), always=True):
            build_data["artifacts"].append(str(target.relative_to(self.root)))
