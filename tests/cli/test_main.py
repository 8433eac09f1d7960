# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The terminal's door."""

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
