# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""E-mail over a real line to a small server on this machine: handed over whole, and a no or a silence says so."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from longbien.bridge.mail import SmtpPost
from longbien.bridge.ports import Letter
from longbien.core.base.errors import RefusedError

pytestmark = pytest.mark.network

LETTER = Letter(to="duty@vn.example", subject="Long Biên: có việc gấp", text="Một báo động đang chờ.")


@contextmanager
def server(answer_to_recipient: str) -> Iterator[tuple[int, list[str]]]:
    """Speak SMTP to one client; give the port and the lines that were said."""
    said: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            line, _ = listener.accept()
            with line, line.makefile("rw", encoding="utf-8", newline="\r\n") as talk:
                talk.write("220 ready\n")
                talk.flush()
                in_data = False
                for words in talk:
                    said.append(words.strip())
                    if in_data and said[-1] != ".":
                        continue
                    in_data = said[-1].upper() == "DATA"
                    first = said[-1].upper().split(":")[0]
                    talk.write(
                        {"DATA": "354 go on", "RCPT TO": answer_to_recipient}.get(first, "250 well") + "\n"
                    )
                    talk.flush()
                    if first == "QUIT":
                        return

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listener.getsockname()[1], said
        thread.join(5)


def post(port: int) -> SmtpPost:
    return SmtpPost(host="127.0.0.1", port=port, security="none", sender="node@vn.example")


def test_a_letter_is_handed_over() -> None:
    with server("250 well") as (port, said):
        post(port).send(LETTER)
    assert "RCPT TO:<duty@vn.example>" in [
        line.upper().replace("DUTY@VN.EXAMPLE", "duty@vn.example") for line in said
    ]
    assert any(line.startswith("Subject: =?utf-8?") for line in said)


def test_a_no_of_the_server_says_so() -> None:
    with server("550 nobody here") as (port, _), pytest.raises(RefusedError, match=r"bridge\.mail_refused"):
        post(port).send(LETTER)


def test_a_server_that_is_not_there_says_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(RefusedError, match=r"bridge\.mail_unreachable"):
        post(port).send(LETTER)
