# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How passwords are hashed: Argon2id (RFC 9106) with 19 MiB, two passes, one lane, about as much as a hall of delegates can sign in with at once."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class HallArgon2(Argon2PasswordHasher):
    """Argon2id with m = 19 MiB, t = 2, p = 1 (the first choice of the OWASP cheat sheet); other hashes are upgraded at the next sign-in."""

    memory_cost = 19 * 1024
    time_cost = 2
    parallelism = 1
