# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`make bench`: run every benchmark, one after the other, each in a process of its own."""

import subprocess
import sys

ALL = (
    "acts_core",
    "log",
    "law_map",
    "exchange",
    "verify",
    "conference_hall",
    "conference_votes",
    "seal",
    "register",
    "conference_load",
    "conference_notice",
    "flood",
    "law_search",
    "treaty_pages",
    "treaty_search",
    "treaty_status",
)


def main() -> int:
    """Run them; the status is the number of those that failed."""
    chosen = sys.argv[1:] or ALL
    return sum(
        subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode != 0
        for name in chosen
    )


if __name__ == "__main__":
    sys.exit(main())
