# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The live door has templates and no sign-in: every tag library that all templates have must do without one."""

import os
import subprocess
import sys
from pathlib import Path


def test_the_live_door_loads_every_tag_library(tmp_path: Path) -> None:
    words = "import django; django.setup(); from django.template import engines; print(engines['django'])"
    settings = {"DJANGO_SETTINGS_MODULE": "longbien.site.live_settings", "LONGBIEN_HOME": str(tmp_path)}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LONGBIEN_")}
    done = subprocess.run(
        [sys.executable, "-c", words],
        env={**kept, **settings, "LONGBIEN_PARTY": "VN"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
