# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bytes into text: what a file says of its encoding, else UTF-8, else the legacy encoding of its language whose words come out best.

A guess is always named, so that a reader can say it better (option, recipe).
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from longbien.core.base.errors import MalformedError, UsageError
from longbien.core.law.reading.blocks import Diagnostic
from longbien.core.law.reading.numbering import numberings

MAX_BYTES: Final = 48 * 1024 * 1024
"""Bytes of a file: ten million characters take up to forty megabytes."""
_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LEGACY: Final[Mapping[str, tuple[str, ...]]] = {
    "CYRILLIC": ("cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866", "mac-cyrillic"),
    "ARABIC": ("cp1256", "iso8859-6"),
    "HEBREW": ("cp1255", "iso8859-8", "cp862"),
    "GREEK": ("cp1253", "iso8859-7"),
    "THAI": ("cp874", "tis-620"),
    "zh": ("gb18030", "big5hkscs", "big5"),
    "ja": ("cp932", "euc-jp", "iso2022-jp"),
    "ko": ("cp949", "euc-kr"),
    "vi": ("cp1258",),
    "tr": ("cp1254",),
    "az": ("cp1254",),
    **dict.fromkeys(("et", "lv", "lt"), ("cp1257", "iso8859-13")),
    **dict.fromkeys(
        ("pl", "cs", "sk", "sl", "hr", "bs", "hu", "ro", "sq"), ("cp1250", "iso8859-2", "iso8859-16")
    ),
    "LATIN": ("cp1252", "iso8859-15", "mac-roman", "cp850"),
}
_CYRILLIC: Final = frozenset({"ru", "uk", "be", "bg", "sr", "mk", "mn", "kk", "ky", "tg"})
_SCRIPT_OF: Final[Mapping[str, str]] = {
    **dict.fromkeys(_CYRILLIC, "CYRILLIC"),
    **dict.fromkeys(("ar", "fa", "ur", "ps"), "ARABIC"),
    "he": "HEBREW",
    "el": "GREEK",
    "th": "THAI",
}
_SAMPLE: Final = 60_000
_WORD: Final = re.compile(r"[^\W\d_]+")
_ODD: Final = re.compile(r"[\x80-\x9f¤¦¨¬¯¶¸±µ¹¼½¾]|(?<=[a-z])[A-ZÀ-Þ¿¡](?=[a-z])")
"""Letters that no law has in such places."""
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{1,30}")


def decoded(data: bytes, *, language: str = "", declared: str = "") -> tuple[str, tuple[Diagnostic, ...]]:
    """Give a file's text; `declared`: its encoding, if somebody or the file itself says so.

    MalformedError `law_reading.encoding_wrong`, `law_reading.encoding_unknown`; UsageError `law_reading.encoding_name`.
    """
    if len(data) > MAX_BYTES:
        raise MalformedError("base.too_large", limit=MAX_BYTES)
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _as(data, name), ()
    if declared:
        return _as(data, declared), ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if "\x00" not in text[:_SAMPLE] or _wide(data) is None:
            return text, ()
    guess = _wide(data) or _by_words(data, language) or _guessed(data)
    if not guess:
        raise MalformedError("law_reading.encoding_unknown")
    return data.decode(guess, "replace"), (
        Diagnostic(code="law_reading.encoding", values={"encoding": guess}),
    )


def _as(data: bytes, name: str) -> str:
    if _NAME.fullmatch(name) is None:
        raise UsageError("law_reading.encoding_name", encoding=name[:30])
    try:
        text: object = data.decode(name)
    except (LookupError, TypeError) as error:
        raise UsageError("law_reading.encoding_name", encoding=name[:30]) from error
    except (UnicodeError, ValueError) as error:
        raise MalformedError("law_reading.encoding_wrong", encoding=name[:30]) from error
    if not isinstance(text, str):  # a codec that gives bytes is none of a text
        raise UsageError("law_reading.encoding_name", encoding=name[:30])
    return text.removeprefix("\ufeff")


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zero bytes."""
    sample = data[:_SAMPLE]
    zeros = sample.count(0)
    if zeros * 10 < len(sample):
        return None
    return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"


def _by_words(data: bytes, language: str) -> str | None:
    """Give the encoding of a language in which most of its frequent words come out."""
    code = language.split("-", maxsplit=1)[0].split("_", maxsplit=1)[0].lower()
    own = numberings().get(code)
    if own is None:
        return None
    names = _LEGACY.get(code) or _LEGACY[_SCRIPT_OF.get(code, "LATIN")]
    best, most = None, 0.0
    for name in names:
        text = data[:_SAMPLE].decode(name, "replace")
        score = _score(text, own.common, own.articles)
        if score > most:
            best, most = name, score
    return best


def _score(text: str, common: frozenset[str], articles: Sequence[str]) -> float:
    """Count frequent words, and the letters of words without spaces; wrong letters count against it."""
    found = _WORD.findall(text.casefold())
    hits = sum(word in common for word in found)
    east = sum(text.count(one) for one in common if len(one) == 1 and ord(one) > 0x2E7F)
    marks = sum(text.count(one.replace("{n}", "").strip()) for one in articles if len(one) > 6)
    wrong = 5 * text.count("\ufffd") + len(_ODD.findall(text))
    return (hits + east + marks - wrong) / (1 + len(text))


def _guessed(data: bytes) -> str | None:
    try:
        from charset_normalizer import from_bytes  # optional
    except ImportError as error:
        raise UsageError("cli.node_not_installed") from error
    found = from_bytes(data[:_SAMPLE]).best()
    return str(found.encoding) if found is not None else None
