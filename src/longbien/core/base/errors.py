# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one family of errors. A code is for programs, its sentence is in `longbien.texts`.

Exit statuses follow `sysexits.h`, so that a script can tell what happened without reading text.
"""

from typing import ClassVar


class LongBienError(Exception):
    """Something this software refuses to do, with a stable dotted code and the values of its sentence."""

    exit_status: ClassVar[int] = 70

    def __init__(self, code: str, **params: str | int) -> None:
        """Keep `code` (dotted lower case, such as `sealing.signature_missing`) and the sentence's values."""
        super().__init__(code)
        self.code = code
        self.params: dict[str, str | int] = params

    def __str__(self) -> str:
        """Give the code and the values: for logs and tests, never for an officer's screen."""
        if not self.params:
            return self.code
        values = ", ".join(f"{name}={value}" for name, value in self.params.items())
        return f"{self.code} ({values})"


class MalformedError(LongBienError):
    """Bytes that cannot be read as what they claim to be."""

    exit_status: ClassVar[int] = 65


class RefusedError(LongBienError):
    """Well-formed, but refused by a rule."""

    exit_status: ClassVar[int] = 77


class UsageError(LongBienError):
    """The person or program at this end asked for something that makes no sense."""

    exit_status: ClassVar[int] = 64
