# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""An officer who is signed in."""

from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

PASSWORD = "correct horse battery"


@pytest.fixture
def sign_in(db: None) -> Callable[..., Client]:
    """Give a function that makes an officer and a signed-in client."""

    def make(name: str = "duty", role_id: str = "zz-duty-1") -> Client:
        user = get_user_model().objects.create_user(name, password=PASSWORD, role_id=role_id)
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return make
