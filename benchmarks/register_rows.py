# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A register made up for measuring: rows as varied as a busy central authority's of three years, the same for the same number.

What is varied: 190 partners (few send much, most little), kinds, bases, states, clocks, urgency; facts in five languages out of sentences
with made-up words, addresses and references. Nothing of it is about anybody.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from longbien.core.cooperation.forms.kinds import forms
from longbien.core.cooperation.register.words import FACETS, facet, kept_words
from longbien.core.treaty.status.participants import participants
from longbien.store import models
from longbien.texts import phrase

STATES: Final = (
    *(["closed"] * 60),
    *(["withdrawn"] * 12),
    *(["discarded"] * 3),
    *(["draft"] * 2),
    *(["delivered"] * 6),
    *(["acknowledged"] * 6),
    *(["returned"] * 2),
    *(["decided"] * 4),
    *(["executed"] * 5),
)
PARTS: Final = (
    "Unknown persons entered a public server with guessed passwords and copied its tables",
    "A hospital's files were encrypted and money was asked for their release",
    "The account was used to sell access to mailboxes of a ministry",
    "A false page of a bank collected passwords of customers",
    "Máy chủ của một bệnh viện bị mã hóa và kẻ gian đòi tiền chuộc",
    "Tài khoản thư điện tử bị chiếm đoạt và dùng để lừa đảo chuyển tiền",
    "دخل مجهولون إلى خادم عام بكلمات مرور مخمّنة ونسخوا الجداول",
    "استخدم الحساب لبيع الدخول إلى صناديق البريد",
    "服务器日志将在三十天后被删除，请求紧急保全",
    "嫌疑人使用该账户出售银行客户的密码",
    "Неизвестные вошли на сервер, подобрав пароли, и скопировали таблицы",
    "Счёт использовался для вывода денег, полученных обманом",
    "Des inconnus ont chiffré les données d'un hôpital et exigé une rançon",
    "La cuenta se utilizó para vender accesos a correos de un ministerio",
)
_LANGUAGES: Final = ("ar", "en", "es", "fr", "ru", "vi", "zh-hans")
_SYLLABLES: Final = tuple(one + two for one in "bdfgklmnprstvz" for two in ("a", "e", "i", "o", "u"))


@dataclass(slots=True)
class Made:
    """One row with its words, and with the line that a spreadsheet would hold."""

    row: Any
    outline: tuple[str, ...]
    whole: tuple[str, ...]
    line: tuple[str, ...]


def rows(count: int, now: datetime, first: int = 0) -> Iterator[Made]:
    """Make so many requests."""
    chance = random.Random(f"register {first}")
    partners = [code for code in participants() if len(code) == 2]
    weights = [1 / (place + 4) for place in range(len(partners))]
    kinds = list(forms())
    common = {
        (partner, kind): kept_words([partner, kind, *participants()[partner].names.values(), *_labels(kind)])
        for partner in partners
        for kind in kinds
    }
    sentences = {part: kept_words([part]) for part in PARTS}
    for number in range(first, first + count):
        partner = chance.choices(partners, weights)[0]
        row = _row(number, chance, partner=partner, kind=chance.choice(kinds), now=now)
        parts = chance.sample(PARTS, 3)
        own = [_name(chance), _name(chance), f"{_name(chance)}.{number % 977}@mail.example", _address(chance)]
        outline = kept_words([row.request_id, row.reference])
        inner = dict.fromkeys(word for part in parts for word in sentences[part])
        inner |= dict.fromkeys(kept_words(own))
        facets = [facet(name, getattr(row, name)) for name in FACETS]
        shown = dict.fromkeys((*common[partner, row.kind], *outline, *facets))
        text = ". ".join([*parts, *own])
        line = (row.request_id, row.reference, partner, row.kind, row.state, row.urgency, text)
        yield Made(row=row, outline=tuple(shown), whole=tuple(shown | inner), line=line)


def _row(number: int, chance: random.Random, *, partner: str, kind: str, now: datetime) -> Any:
    state = chance.choice(STATES)
    begun = now - timedelta(minutes=chance.randrange(3 * 365 * 24 * 60))
    row = models.Request(
        request_id=f"{chance.getrandbits(128):032x}",
        direction="outgoing" if state in {"draft", "discarded"} else chance.choice(["incoming", "outgoing"]),
        partner=partner,
        kind=kind,
        form_version=1,
        legal_basis=chance.choices(["hanoi", "budapest", "untoc", "reciprocity"], [80, 12, 5, 3])[0],
        reference=f"{_name(chance)[:3].upper()}-{begun.year}/{number:06d}",
        urgency="volatile-data" if chance.random() < 0.04 else "",
        exercise=True,
        created_at=begun,
        changed_at=begun + timedelta(minutes=chance.randrange(60 * 24 * 30)),
        state=state,
        preservation="not-asked",
        disclosure="asked",
    )
    if state in {"delivered", "acknowledged", "returned", "decided", "executed"}:
        row.next_due = now + timedelta(minutes=chance.randrange(-2 * 1440, 60 * 1440))
        row.next_rule = chance.choice(["acknowledge", "decide-disclosure", "answer"])
        if chance.random() < 0.4:
            row.preservation = "in-force"
            row.preserved_until = now + timedelta(minutes=chance.randrange(60, 90 * 1440))
            row.data_due = row.preserved_until - timedelta(days=10)
    row.arrange()
    return row


def _labels(kind: str) -> list[str]:
    return [phrase(language, forms()[kind].label) for language in _LANGUAGES]


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=3))


def _address(chance: random.Random) -> str:
    return ".".join(str(chance.randrange(1, 255)) for _ in range(4))
