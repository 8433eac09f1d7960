# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`longbien upgrade` and the refusal to serve tables of an earlier version; the core alone says what is missing."""

import importlib.util

import pytest
from click.testing import CliRunner
from django.core.management import call_command

from longbien.cli.main import wake
from longbien.cli.upgrade import command, require_current
from longbien.core.base.errors import UsageError


@pytest.mark.django_db(transaction=True)
def test_tables_of_an_earlier_version_are_not_served_until_upgraded() -> None:
    require_current()
    assert CliRunner().invoke(command).output == "Nothing to do: the tables are of this version.\n"
    call_command("migrate", "mfa", "zero", verbosity=0, interactive=False)
    try:
        with pytest.raises(UsageError) as caught:
            require_current()
        assert caught.value.code == "cli.upgrade_needed"
    finally:
        assert CliRunner().invoke(command).output.startswith("Done: mfa ")
    require_current()


def test_the_core_alone_says_how_to_get_a_node(monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *rest: None if name == "django" else found(name, *rest)
    )
    with pytest.raises(UsageError) as caught:
        wake()
    assert caught.value.code == "cli.node_not_installed"
