# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The description of the API is the one that was agreed: a change is seen in review (`python -m tools.openapi`)."""

from tools.openapi import SNAPSHOT, description


def test_the_description_is_the_snapshot() -> None:
    assert description() == SNAPSHOT.read_text(encoding="utf-8")


def test_every_answer_has_words() -> None:
    assert '"description": ""' not in description()
