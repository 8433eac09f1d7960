# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cuts a text into the pieces that are compared: words, signs, and single characters where a script puts no space between words."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_UNSPACED: Final = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f"  # Myanmar
    "\u1780-\u17ff"  # Khmer
    "\u3040-\u30ff"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Han
    "\U00020000-\U0003134f"
)
_MARKS: Final = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0dff\u200c\u200d"
_TOKEN: Final = re.compile(
    f"(?:[{_UNSPACED}]|(?:(?![{_UNSPACED}])\\w|[{_MARKS}])+|[^\\w\\s])\\s*|\\s+", re.UNICODE
)


def tokens(text: str) -> list[str]:
    """Cut a text; joined again, the tokens are the text. White space stands at the end of the token before it."""
    return _TOKEN.findall(text)


@lru_cache(maxsize=65_536)
def plain_token(token: str) -> str:
    """Give what is compared of a token: its letters in one form of Unicode, without the white space after it."""
    return unicodedata.normalize("NFC", token.rstrip())
