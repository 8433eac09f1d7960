# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A model behind an address that the operator gives: any server with the widespread `POST /v1/embeddings`.

The law's text goes to that address, so only loopback is called unless the operator says otherwise; answers are bounded in size and time.
"""

import http.client
import ipaddress
import json
import socket
from array import array
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from longbien.bridge.vectors.kept import Kind, Vector
from longbien.core.base.errors import RefusedError, UsageError

_SECONDS: Final = 120.0
_MOST: Final = 64 * 1024 * 1024
_LONGEST: Final = 8192
"""Numbers of one vector at most."""
_PREFIX: Final = {"query": "query: ", "passage": "passage: "}


class EmbeddingServer:
    """A server of vectors. `prefixed` puts "query: " and "passage: " before texts, as models of the E5 family want it."""

    def __init__(self, url: str, *, remote: bool = False, model: str = "", prefixed: bool = False) -> None:
        """Take an address such as http://127.0.0.1:8080; UsageError `law.model_address`, RefusedError `law.model_remote`."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as error:
            raise UsageError("law.model_address", address=url[:80]) from error
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username or parts.query:
            raise UsageError("law.model_address", address=url[:80])
        self._host, self._port, self._is_tls = parts.hostname, port, parts.scheme == "https"
        path = parts.path.rstrip("/")
        self._path = path if path.endswith("/embeddings") else f"{path.removesuffix('/v1')}/v1/embeddings"
        self._model, self._prefixed, self._remote = model, prefixed, remote

    @property
    def name(self) -> str:
        """Name the address, and the model if one was named."""
        place = f"{self._host}:{self._port}" if self._port else self._host
        return f"{self._model}@{place}" if self._model else place

    def embed(self, texts: Sequence[str], kind: Kind) -> list[Vector]:
        """Give a vector for each text; RefusedError `law.model_remote`, `law.model_unreachable`, `law.model_answer`."""
        asked: dict[str, object] = {
            "input": [f"{_PREFIX[kind]}{text}" if self._prefixed else text for text in texts],
            "input_type": kind,
        }
        if self._model:
            asked["model"] = self._model
        answer = self._post(json.dumps(asked).encode())
        try:
            return _vectors(json.loads(answer), len(texts))
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
            raise RefusedError("law.model_answer", host=self._host) from error

    def _post(self, body: bytes) -> bytes:
        kind = http.client.HTTPSConnection if self._is_tls else http.client.HTTPConnection
        connection = kind(self._host, self._port, timeout=_SECONDS)
        try:
            connection.connect()
            self._check(connection.sock)
            connection.request("POST", self._path, body, {"Content-Type": "application/json"})
            response = connection.getresponse()
            data = response.read(_MOST + 1)
        except (OSError, http.client.HTTPException) as error:
            raise RefusedError("law.model_unreachable", host=self._host) from error
        finally:
            connection.close()
        if response.status != http.client.OK or len(data) > _MOST:
            raise RefusedError("law.model_answer", host=self._host)
        return data

    def _check(self, line: socket.socket) -> None:
        """Judge the address that was reached, not its name."""
        if not self._remote and not ipaddress.ip_address(line.getpeername()[0]).is_loopback:
            raise RefusedError("law.model_remote", host=self._host)


def _vectors(answer: object, count: int) -> list[Vector]:
    if not isinstance(answer, dict) or not isinstance(answer["data"], list):
        raise TypeError(answer)
    rows = sorted(answer["data"], key=lambda row: int(row["index"]))
    found = [array("f", map(float, row["embedding"])) for row in rows]
    lengths = {len(one) for one in found}
    if len(found) != count or len(lengths) > 1 or not all(0 < length <= _LONGEST for length in lengths):
        raise ValueError(count)
    if not all(number - number == 0 for one in found for number in one):
        raise ValueError(count)
    return found
