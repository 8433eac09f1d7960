# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the body of a question: JSON, not deeper than DEPTH, whose texts hold no character that no database keeps."""

import json
from typing import Any, Final

from django.http import HttpRequest
from ninja.parser import Parser

from longbien.core.base.errors import MalformedError

DEPTH: Final = 16
_LARGEST: Final = 2**53


class Bodies(Parser):
    """Reads bodies; MalformedError `http.body`."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Give the body's value."""
        try:
            found = json.loads(request.body.decode(), parse_constant=_refuse)
        except (ValueError, RecursionError) as error:
            raise MalformedError("http.body", depth=DEPTH) from error
        _check(found, DEPTH)
        return found


def _check(value: Any, depth: int) -> None:
    """Refuse what is too deep, NUL and half characters, numbers beyond what JSON carries safely."""
    if isinstance(value, str):
        wrong = "\x00" in value or any(0xD800 <= ord(one) <= 0xDFFF for one in value)
    elif isinstance(value, int | float):
        wrong = not -_LARGEST < value < _LARGEST
    else:
        wrong = depth == 0
        if not wrong:
            for item in (
                value.items() if isinstance(value, dict) else value if isinstance(value, list) else ()
            ):
                for one in item if isinstance(value, dict) else (item,):
                    _check(one, depth - 1)
    if wrong:
        raise MalformedError("http.body", depth=DEPTH)


def _refuse(name: str) -> Any:
    raise ValueError(name)
