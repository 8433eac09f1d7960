# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Each setting is documented, and nothing else is."""

import re
from dataclasses import fields

from longbien.site.config import Config
from tests.structure.house import ROOT


def test_each_setting_is_documented_in_the_order_of_the_code() -> None:
    text = (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
    assert re.findall(r"^## `(\w+)`$", text, flags=re.MULTILINE) == [field.name for field in fields(Config)]
