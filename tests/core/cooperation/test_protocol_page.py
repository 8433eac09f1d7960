# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every example of docs/protocol/requests.md is read by the code, and written back as it stands."""

import json
import re
from pathlib import Path

import pytest

from longbien.core.cooperation.acts.bodies_json import BODY_KINDS, read_body, write_body

PAGE = Path(__file__).resolve().parents[3] / "docs" / "protocol" / "requests.md"
EXAMPLES = re.findall(
    r"^```json (\S+)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
)


@pytest.mark.parametrize(("kind", "text"), EXAMPLES, ids=[kind for kind, _ in EXAMPLES])
def test_each_example_is_right(kind: str, text: str) -> None:
    value = json.loads(text)
    body = read_body(kind, value)
    assert body is not None
    assert write_body(body) == value


def test_each_kind_has_an_example() -> None:
    first = "request.preservation"
    assert {kind for kind, _ in EXAMPLES} == {first, *BODY_KINDS}
