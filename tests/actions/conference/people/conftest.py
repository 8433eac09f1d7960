# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A node that holds a session of the Conference."""

import pytest

from tests.attendance import Attendance, attend
from tests.authority import authority
from tests.nodes import make_node


@pytest.fixture
def here(db: None) -> Attendance:
    """Give a session with its secretariat; nobody has come yet."""
    return attend(make_node(authority("AT")))
