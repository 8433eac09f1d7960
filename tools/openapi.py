# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write the description of the API to docs/reference/openapi.json; a test compares it with what the code gives.

python -m tools.openapi
"""

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Final

SNAPSHOT: Final = Path(__file__).resolve().parent.parent / "docs" / "reference" / "openapi.json"


def description() -> str:
    """Give the description as it is kept: Django must be set up."""
    from longbien.api.door import make_api  # app ready

    return json.dumps(make_api().get_openapi_schema(path_prefix="/api/v1/"), indent=1, sort_keys=True) + "\n"


def main() -> int:
    """Write the snapshot."""
    import django  # slow import

    with tempfile.TemporaryDirectory() as home:
        os.environ.update(
            LONGBIEN_HOME=home, LONGBIEN_PARTY="ZZ", DJANGO_SETTINGS_MODULE="longbien.site.settings"
        )
        django.setup()
        SNAPSHOT.write_text(description(), encoding="utf-8")
    print(SNAPSHOT)
    return 0


if __name__ == "__main__":
    sys.exit(main())
