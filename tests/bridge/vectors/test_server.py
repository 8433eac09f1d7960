# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A local server of embeddings is asked in the widespread form; another machine only when that was allowed; answers are judged."""

import json
import threading
from array import array
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from longbien.bridge.vectors.server import EmbeddingServer
from longbien.core.base.errors import LongBienError, RefusedError, UsageError


class _Handler(BaseHTTPRequestHandler):
    """Answers each text with its length, in reverse order, or with what the test put there."""

    said: list[Any] = []
    answer: bytes | None = None
    status = 200

    def do_POST(self) -> None:  # the library's name
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.said.append((self.path, body))
        rows = [{"index": at, "embedding": [len(text), 1]} for at, text in enumerate(body["input"])]
        data = self.answer if self.answer is not None else json.dumps({"data": rows[::-1]}).encode()
        self.send_response(self.status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_args: object) -> None:
        """Keep quiet."""


@pytest.fixture
def server() -> Iterator[tuple[str, type[_Handler]]]:
    handler = type("Handler", (_Handler,), {"said": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as found:
        threading.Thread(target=found.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{found.server_address[1]}", handler
        found.shutdown()


@pytest.mark.network
@pytest.mark.parametrize("path", ["", "/", "/v1", "/v1/embeddings"])
def test_texts_are_sent_to_the_address_and_come_back_in_order(
    server: tuple[str, type[_Handler]], path: str
) -> None:
    url, handler = server
    assert EmbeddingServer(url + path).embed(["abc", "d"], "query") == [
        array("f", [3, 1]),
        array("f", [1, 1]),
    ]
    assert handler.said == [("/v1/embeddings", {"input": ["abc", "d"], "input_type": "query"})]


@pytest.mark.network
def test_a_model_of_the_e5_family_gets_its_prefix_and_name(server: tuple[str, type[_Handler]]) -> None:
    url, handler = server
    model = EmbeddingServer(url, model="e5", prefixed=True)
    model.embed(["abc"], "passage")
    assert handler.said[0][1] == {"input": ["passage: abc"], "input_type": "passage", "model": "e5"}
    assert model.name.startswith("e5@127.0.0.1:")


@pytest.mark.network
@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]",
        b'{"data": 1}',
        b'{"data": []}',
        b'{"data": [{"index": 0, "embedding": []}]}',
        b'{"data": [{"index": 0, "embedding": ["x"]}]}',
        b'{"data": [{"index": 0, "embedding": [NaN]}]}',
        b'{"data": [{"embedding": [1]}]}',
        b"[" * 100_000,
    ],
)
def test_an_answer_without_vectors_is_refused(server: tuple[str, type[_Handler]], answer: bytes) -> None:
    url, handler = server
    handler.answer = answer
    with pytest.raises(RefusedError) as caught:
        EmbeddingServer(url).embed(["abc"], "query")
    assert caught.value.code == "law.model_answer"


@pytest.mark.network
def test_an_error_of_the_server_and_no_server_are_refused(server: tuple[str, type[_Handler]]) -> None:
    url, handler = server
    handler.status = 500
    codes = []
    for address in (url, "http://127.0.0.1:9"):
        with pytest.raises(LongBienError) as caught:
            EmbeddingServer(address).embed(["abc"], "query")
        codes.append(caught.value.code)
    assert codes == ["law.model_answer", "law.model_unreachable"]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "127.0.0.1:80",
        "ftp://127.0.0.1",
        "http://",
        "http://a:b@127.0.0.1",
        "http://[::1",
        "http://h:99999",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(UsageError) as caught:
        EmbeddingServer(address)
    assert caught.value.code == "law.model_address"
