# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every test may ask for: public vectors, samples, laws; and which sockets are open.

Vectors, samples and laws are not part of the repository. They are found by the settings LONGBIEN_VECTORS,
LONGBIEN_SAMPLES and LONGBIEN_LAWS, or in a sibling folder `shared` of the repository; a test that misses them is skipped, and counted at the end.
"""

import os
import random
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from tests.fuzz import rounds as fuzz_rounds
from tools.nodes import Nodes

# A busy machine is no fault of the code: no deadline for one example.
hypothesis_settings.register_profile("house", deadline=None)
hypothesis_settings.load_profile("house")

ROOT = Path(__file__).resolve().parent.parent
ABSENT = "absent setting"
LOOPBACK_MARKERS = ("network", "two_nodes", "browser")


def _folder(setting: str, name: str) -> Path:
    place = Path(os.environ.get(setting) or ROOT.parent / "shared" / name)
    if not place.is_dir():
        pytest.skip(f"{ABSENT}: {setting} names no folder")
    return place


@pytest.fixture(scope="session")
def vectors() -> Path:
    """Give the folder of public test vectors, or skip."""
    return _folder("LONGBIEN_VECTORS", "vectors")


@pytest.fixture(scope="session")
def samples() -> Path:
    """Give the folder of sample material, or skip."""
    return _folder("LONGBIEN_SAMPLES", "samples")


@pytest.fixture(scope="session")
def laws() -> Path:
    """Give the folder of national laws that the map is measured on, or skip."""
    return _folder("LONGBIEN_LAWS", "laws")


@pytest.fixture(scope="session")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nodes]:
    """Give two real nodes, VN and AT, running, introduced to each other; made once for all tests marked `two_nodes`."""
    with Nodes(tmp_path_factory.mktemp("two-nodes")) as found:
        found.make()
        found.introduce()
        found.launch()
        found.wait_ready()
        yield found


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> Iterator[random.Random]:
    """Give sources of chance until this fuzz test's share of LONGBIEN_FUZZ_SECONDS (10 if unset) is over.

    The first seed is LONGBIEN_FUZZ_SEED or drawn; it is printed if the test fails.
    """
    seed = int(os.environ.get("LONGBIEN_FUZZ_SEED") or secrets.randbelow(2**32))
    tests = sum(1 for item in request.session.items if item.get_closest_marker("fuzz"))
    seconds = float(os.environ.get("LONGBIEN_FUZZ_SECONDS") or 10) / max(tests, 1)
    print(f"LONGBIEN_FUZZ_SEED={seed}")  # noqa: T201
    return fuzz_rounds(seconds, seed)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Open loopback, and nothing else, to tests that are marked for it."""
    for item in items:
        if any(item.get_closest_marker(name) for name in LOOPBACK_MARKERS):
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1", "::1"]))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Count the tests that were skipped for a setting that is absent."""
    counts: dict[str, int] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
        if ABSENT in reason:
            setting = reason.split(f"{ABSENT}: ", 1)[1].split(" ", 1)[0]
            counts[setting] = counts.get(setting, 0) + 1
    for setting, count in sorted(counts.items()):
        terminalreporter.write_line(f"{count} tests skipped: {setting} names no folder.")
