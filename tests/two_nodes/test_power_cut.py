# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A power cut in the middle of typing: what the page said was kept is there when the node is up again."""

import re
import urllib.parse

import pytest

from tests.plain_browser import Browser
from tools.crossing import Case
from tools.nodes import DUTY

pytestmark = [pytest.mark.two_nodes, pytest.mark.network]
NEW = "/requests/new/preservation/AT/"


def test_a_draft_that_was_being_typed_survives_kill_9(case: Case) -> None:
    node = case.asking.node
    officer = Browser(node)
    officer.sign_in(DUTY)
    page = officer.get(NEW)
    hidden = dict(re.findall(r'<input type="hidden"(?: id="[a-z]+")? name="([^"]+)" value="([^"]*)"', page))
    seen = "0"
    for letters in ("A server", "A server was entered", "A server was entered with guessed passwords."):
        typed = {**hidden, "seen": seen, "reference": "POWER-1", "facts": letters}
        said = officer.send(f"{NEW}check/", urllib.parse.urlencode(typed).encode())
        assert "Kept at" in said
        (seen,) = re.findall(r'id="seen" name="seen" value="([0-9]+)"', said)
    node.kill()
    node.start()
    node.wait_ready()
    (row,) = case.asking.json("request", "list", "--view", "drafts", "--text", "POWER-1")["rows"]
    again = Browser(node)
    again.sign_in(DUTY)
    assert "A server was entered with guessed passwords." in again.get(
        f"/requests/{row['request_id']}/draft/"
    )
