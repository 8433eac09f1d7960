# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Parts of public pages that are made once for a language, a day and a version of the data, and then kept for a while.

Only what is the same for every reader is kept: the frame with its menus and tokens is made anew for each of them.
"""

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Final

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

FOR: Final = 3600
"""Seconds. A change of data changes the name under which a part is kept, so that nothing old is ever shown."""


def kept_part(template: str, make: Callable[[], Mapping[str, object]], *of: object) -> SafeString:
    """Give `template` filled with what `make` gives, made once for the active language and `of` (day, version of the data …)."""
    name = sha256(repr((template, get_language(), of)).encode()).hexdigest()
    found = cache.get(f"treaty-{name}")
    if found is None:
        found = str(render_to_string(template, dict(make())))
        cache.set(f"treaty-{name}", found, FOR)
    return SafeString(found)
