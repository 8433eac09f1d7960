# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The signature algorithms that the checks use, as values: plain Python here, `cryptography` in `longbien verify`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from longbien.core.evidence.verifier.ed25519 import ed25519_verify
from longbien.core.evidence.verifier.mldsa import ML_DSA_44, ML_DSA_65, mldsa_verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Final, TypeAlias

    Verify: TypeAlias = "Callable[[bytes, bytes, bytes], bool]"


class Primitives(NamedTuple):
    """Three functions of (public key, message, signature) that answer whether the signature is right."""

    ed25519: Verify
    ml_dsa_44: Verify
    ml_dsa_65: Verify


PLAIN_PYTHON: Final = Primitives(
    ed25519_verify, partial(mldsa_verify, ML_DSA_44), partial(mldsa_verify, ML_DSA_65)
)
"""The algorithms in plain Python: slow (some milliseconds each), and nothing to install."""
