# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""E-mails about alarms: that something burns, the beginning of a request's number, and nothing of the case; tried again until they are out.

Each in the officer's language. An e-mail about an alarm that is over is not sent any more.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.node import Node
from longbien.bridge.ports import Letter, Post
from longbien.core.base.errors import RefusedError
from longbien.core.exchange.retries import wait_after
from longbien.store.models.cooperation_alarms import AlarmMail
from longbien.store.queries.alarms import mails_waiting
from longbien.texts import translated

ATTEMPTS: Final = 40
"""After so many attempts an e-mail is given up; the alarm stands on the screen and climbs."""
SHOWN: Final = 12
"""Digits of the request's number in an e-mail."""
_AT_ONCE: Final = 50
_LANGUAGE: Final = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """What one turn did: e-mails sent, and those that failed and are tried again."""

    sent: int
    failed: int


def send_mails(*, node: Node) -> Posted:
    """Send what waits; nothing happens where no mail server is named."""
    if node.post is None:
        return Posted(sent=0, failed=0)
    now = node.clock()
    done = [_send(node.post, mail, now) for mail in mails_waiting(now, _AT_ONCE)]
    return Posted(sent=done.count(AlarmMail.SENT), failed=done.count(AlarmMail.WAITING))


def letter_of(mail: AlarmMail) -> Letter:
    """Write the e-mail: in the officer's language, without reference, partner, fact or name."""
    language = mail.officer.language or _LANGUAGE
    return Letter(
        to=mail.officer.email,
        subject=translated(language, "cooperation.mail_subject"),
        text=translated(
            language,
            "cooperation.mail_text",
            request=mail.alarm.request_id[:SHOWN],
            number=mail.alarm_id,
        ),
    )


def _send(post: Post, mail: AlarmMail, now: datetime) -> str:
    if not mail.alarm.open or not mail.officer.email or not mail.officer.is_active:
        mail.state = AlarmMail.GIVEN_UP
    else:
        mail.attempts += 1
        try:
            post.send(letter_of(mail))
        except RefusedError as error:
            mail.code = error.code
            mail.next_at = now + wait_after(mail.attempts)
            if mail.attempts >= ATTEMPTS:
                mail.state = AlarmMail.GIVEN_UP
        else:
            mail.state, mail.sent_at, mail.code = AlarmMail.SENT, now, ""
    mail.save()
    return mail.state
