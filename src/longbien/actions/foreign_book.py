# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Workbooks (XLSX) that somebody else made: judged from outside, opened for reading alone, and whatever breaks in them is one refusal of the room."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.base.package import Bounds, Fault, judge_package

_MEMBERS: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How large a workbook may be, packed and unpacked, in bytes; and the room's code for each fault (`limit` in KiB is its value)."""

    size: int
    unpacked: int
    faults: Mapping[Fault, str]


@contextmanager
def foreign_book(data: bytes, limits: Limits) -> Iterator[Any]:
    """Open a workbook; values as they stand, formulas as their text. MalformedError with the code of a fault, also for what fails while it is read."""
    bounds = Bounds(
        part="xl/workbook.xml", members=_MEMBERS, unpacked=limits.unpacked, markers=(b"<!", b"\0")
    )
    fault = Fault.LARGE if len(data) > limits.size else judge_package(data, bounds)
    if fault is not None:
        raise MalformedError(limits.faults[fault], limit=limits.size // 1024)
    from openpyxl import load_workbook  # slow import

    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
        try:
            yield book
        finally:
            book.close()
    except LongBienError:
        raise
    except Exception as error:  # a foreign file may break the reader of workbooks in any way
        raise MalformedError(limits.faults[Fault.BROKEN]) from error
