# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Django's settings for tests: a node in a temporary home, or on the database named by LONGBIEN_TEST_DATABASE."""

import atexit
import os
import shutil
import tempfile

_HOME = tempfile.mkdtemp(prefix="longbien-test-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)

for _name in [name for name in os.environ if name.startswith("LONGBIEN_")]:
    if _name not in {
        "LONGBIEN_VECTORS",
        "LONGBIEN_SAMPLES",
        "LONGBIEN_LAWS",
        "LONGBIEN_FUZZ_SECONDS",
        "LONGBIEN_FUZZ_SEED",
        "LONGBIEN_TEST_DATABASE",
    }:
        del os.environ[_name]
os.environ["LONGBIEN_HOME"] = _HOME
os.environ["LONGBIEN_PARTY"] = "ZZ"
os.environ["LONGBIEN_EXERCISE"] = "true"
os.environ["LONGBIEN_PREVIEW_LANGUAGES"] = "ar vi"
if "LONGBIEN_TEST_DATABASE" in os.environ:
    os.environ["LONGBIEN_DATABASE_URL"] = os.environ["LONGBIEN_TEST_DATABASE"]

from longbien.site.settings import *  # noqa: E402, F403
from longbien.site.settings import DATABASES  # noqa: E402

# A file, not memory: threads of one test share a database in memory only with locks that no node ever sees.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": f"{_HOME}/test.sqlite3"}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
