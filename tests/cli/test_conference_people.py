# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Delegations, credentials and observers at the terminal, with wrong words too."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from longbien.cli.conference.credentials import credentials
from longbien.cli.conference.delegation import delegation
from longbien.cli.conference.observer import observer
from longbien.cli.conference.room import PARTS


@pytest.mark.parametrize("command", [delegation, credentials, observer])
def test_each_room_of_people_explains_itself(command: object) -> None:
    found: Result = CliRunner().invoke(command, ["--help"])  # type: ignore[arg-type] # a group of click
    assert found.exit_code == 0
    assert "Commands:" in found.output


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (delegation, ["function", "cosp-1", "2", "king", "--as", "x"]),
        (delegation, ["register", "cosp-1"]),
        (delegation, ["end", "cosp-1", "0", "--as", "x"]),
        (credentials, ["receive", "cosp-1", "VN", "--signer", "nobody", "--as", "x"]),
        (credentials, ["decide", "cosp-1", "1", "perhaps", "--as", "x"]),
        (observer, ["step", "cosp-1", "body", "dance", "--as", "x"]),
    ],
)
def test_wrong_words_are_refused_before_the_node_wakes(
    command: object, words: list[str], tmp_path: Path
) -> None:
    found = CliRunner().invoke(command, words)  # type: ignore[arg-type] # a group of click
    assert found.exit_code == 2
    assert "Error" in found.output


def test_the_commands_are_listed() -> None:
    assert {"delegation", "credentials", "observer"} <= set(PARTS)
