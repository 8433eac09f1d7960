# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Suites and algorithms as tables (docs/protocol/acts.md, section 2): what may be named in an object, and its sizes.

A suite id stands in every object, so that an algorithm can be replaced without guessing which one an old object used.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from longbien.core.base.errors import MalformedError

EVIDENCE_SUITE: Final = "LB-EVIDENCE-1"
"""age v1 with post-quantum hybrid recipients; SHA-256 tree over 1 MiB leaves of the payload."""


class KeyUse(StrEnum):
    """What a key may be used for; a key has one use only."""

    ACT = "act"
    LOG = "log"
    WITNESS = "witness"
    SEAL = "seal"
    EVIDENCE = "evidence"


class Algorithm(StrEnum):
    """The names of public-key algorithms."""

    ED25519 = "ed25519"
    ML_DSA_65 = "ml-dsa-65"
    ML_DSA_44 = "ml-dsa-44"
    MLKEM768_X25519 = "mlkem768-x25519"


@dataclass(frozen=True, slots=True, kw_only=True)
class AlgorithmFacts:
    """Raw sizes in bytes and permitted uses of an algorithm; `signature` is 0 where it does not sign."""

    public: int
    seed: int
    signature: int
    uses: frozenset[KeyUse]


ALGORITHMS: Final[Mapping[Algorithm, AlgorithmFacts]] = MappingProxyType(
    {
        # RFC 8032
        Algorithm.ED25519: AlgorithmFacts(
            public=32, seed=32, signature=64, uses=frozenset({KeyUse.ACT, KeyUse.LOG, KeyUse.WITNESS})
        ),
        # FIPS 204; the seed is xi of section 5.1
        Algorithm.ML_DSA_65: AlgorithmFacts(
            public=1952, seed=32, signature=3309, uses=frozenset({KeyUse.ACT})
        ),
        Algorithm.ML_DSA_44: AlgorithmFacts(
            public=1312, seed=32, signature=2420, uses=frozenset({KeyUse.LOG, KeyUse.WITNESS})
        ),
        # X-Wing, as HPKE KEM 0x647a
        Algorithm.MLKEM768_X25519: AlgorithmFacts(
            public=1216, seed=32, signature=0, uses=frozenset({KeyUse.SEAL, KeyUse.EVIDENCE})
        ),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActSuite:
    """How acts are signed (every algorithm of `signing`, in this order) and sealed; `overhead` is in bytes."""

    id: str
    signing: tuple[Algorithm, ...]
    sealing: Algorithm
    overhead: int


ACT_SUITE: Final = ActSuite(
    id="LB-ACT-1",
    signing=(Algorithm.ED25519, Algorithm.ML_DSA_65),
    sealing=Algorithm.MLKEM768_X25519,
    overhead=1120 + 16,  # encapsulated key (ML-KEM-768 ciphertext and X25519 key), AES-GCM tag
)
"""The suite in which this software writes acts."""

ACT_SUITES: Final[Mapping[str, ActSuite]] = MappingProxyType({ACT_SUITE.id: ACT_SUITE})
"""The suites in which this software reads acts."""


def act_suite(suite_id: str) -> ActSuite:
    """Find the suite of acts with this id; MalformedError `sealing.suite_unknown`."""
    suite = ACT_SUITES.get(suite_id)
    if suite is None:
        raise MalformedError("sealing.suite_unknown", suite=suite_id[:40])
    return suite
