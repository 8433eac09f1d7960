# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The node's post (`longbien.bridge.ports.Post`): Django's e-mail over one SMTP server, with certificate checks and a short patience."""

import smtplib
from dataclasses import dataclass, field
from typing import Final

from longbien.bridge.ports import Letter
from longbien.core.base.errors import RefusedError

PATIENCE: Final = 20
"""Seconds."""
SECURITY: Final = ("starttls", "tls", "none")
"""How the line to the server is protected: raised after the greeting, from the first byte, or not at all (a server on this machine)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpPost:
    """Sends over one SMTP server."""

    host: str
    port: int
    security: str
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)

    def send(self, letter: Letter) -> None:
        """Hand a letter to the server; RefusedError `bridge.mail_refused` for its no, `bridge.mail_unreachable` for its silence."""
        from django.core.mail import EmailMessage, get_connection  # app ready

        line = get_connection(
            "django.core.mail.backends.smtp.EmailBackend",
            host=self.host,
            port=self.port,
            username=self.user,
            password=self.password,
            use_tls=self.security == "starttls",
            use_ssl=self.security == "tls",
            timeout=PATIENCE,
        )
        message = EmailMessage(
            subject=letter.subject, body=letter.text, from_email=self.sender, to=[letter.to], connection=line
        )
        try:
            message.send()
        except smtplib.SMTPResponseException as error:
            raise RefusedError("bridge.mail_refused", host=self.host, status=error.smtp_code) from error
        except smtplib.SMTPException as error:
            raise RefusedError("bridge.mail_refused", host=self.host, status=0) from error
        except OSError as error:
            raise RefusedError("bridge.mail_unreachable", host=self.host) from error
