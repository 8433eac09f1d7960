# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The terminal's door."""

import os
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from longbien.cli.main import commands, main
from longbien.core.base.errors import RefusedError


def test_the_version_is_told() -> None:
    assert CliRunner().invoke(commands, ["--version"]).output.startswith("longbien, version ")


def test_an_error_is_a_sentence_and_a_status(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    @click.command()
    def refuse() -> None:
        raise RefusedError("base.too_large", limit=1)

    monkeypatch.setitem(commands.commands, "refuse", refuse)
    monkeypatch.setattr("sys.argv", ["longbien", "refuse"])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 77
    assert capsys.readouterr().err == "The data are larger than the limit of 1 bytes. [base.too_large]\n"


@pytest.mark.parametrize(
    "words", [["request", "decide", "preservation", "--help"], ["evidence"], ["serve", "-h"]]
)
def test_help_needs_no_node(words: list[str]) -> None:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("LONGBIEN_", "DJANGO_"))
    }
    said = subprocess.run(
        [sys.executable, "-m", "longbien.cli.main", *words],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Usage: " in said.stdout + said.stderr
    assert "config.home_missing" not in said.stderr


def test_without_a_node_a_command_says_what_is_missing() -> None:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("LONGBIEN_", "DJANGO_"))
    }
    said = subprocess.run(
        [sys.executable, "-m", "longbien.cli.main", "worker"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (said.returncode, said.stderr) == (
        64,
        "Set LONGBIEN_HOME to the folder of the node. [config.home_missing]\n",
    )
