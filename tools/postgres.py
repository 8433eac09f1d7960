# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`make test-postgres`: run the tests of store and verbs on a private, throw-away PostgreSQL server.

The server comes from the machine's own binaries (on the path, or Debian's /usr/lib/postgresql/<version>/bin), keeps its files in
a temporary folder, listens on a socket there and on no port, and runs as an unprivileged user when this is started as root.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

TESTS = (
    "tests/store",
    "tests/actions/conference",
    "tests/actions/cooperation",
    "tests/actions/evidence",
    "tests/actions/exchange",
    "tests/actions/law",
    "tests/actions/log",
    "tests/actions/parties",
    "tests/actions/people",
    "tests/actions/treaty",
    "tests/peer",
    "tests/worker/test_loop.py",
)
"""All that touches rows: store, every verb, the peer door, the worker. Two nodes in one process have a database each."""
UNPRIVILEGED = ("postgres", "nobody")
MISSING = """PostgreSQL's server programs (initdb, pg_ctl) were not found.
On Debian and Ubuntu: apt-get install postgresql. On macOS: brew install postgresql."""


def binaries() -> Path | None:
    """Give the folder with initdb and pg_ctl, the newest version first."""
    debian = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -int(path.parent.name.split(".")[0])
    )
    on_path = shutil.which("initdb")
    for place in [*debian, *([Path(on_path).parent] if on_path else [])]:
        if (place / "initdb").exists() and (place / "pg_ctl").exists():
            return place
    return None


def unprivileged() -> list[str]:
    """Give the words that run a program as another user; none when this is not root."""
    if os.geteuid() != 0:
        return []
    for name in UNPRIVILEGED:
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return ["setpriv", f"--reuid={name}", f"--regid={pwd.getpwnam(name).pw_gid}", "--clear-groups"]
    raise SystemExit("PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody.")


@contextmanager
def server(place: Path, run_as: Sequence[str], programs: Path) -> Iterator[str]:
    """Start a server with its files in `place`; give its URL; stop it at the end."""
    if run_as:
        user = pwd.getpwnam(run_as[1].partition("=")[2])
        os.chown(place, user.pw_uid, user.pw_gid)
    data = place / "data"

    def call(*words: str) -> None:
        subprocess.run([*run_as, *words], check=True, cwd=place, stdout=subprocess.DEVNULL)

    initdb = f"{programs}/initdb -D {data} -U longbien -A trust -E UTF8 --no-locale"
    call(*initdb.split())
    # Thrown away at the end: nothing of it has to survive a crash, and making and dropping databases is much faster so.
    options = f"-c listen_addresses='' -c unix_socket_directories='{place}' -c max_connections=50 -c fsync=off -c full_page_writes=off"
    control = [str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", str(place / "server.log")]
    call(*control, "-o", options, "start")
    try:
        yield f"postgresql://longbien@/postgres?host={quote(str(place), safe='')}"
    finally:
        call(*control, "-m", "immediate", "stop")


def main() -> int:
    """Run pytest against the server; its status is this program's."""
    programs = binaries()
    if programs is None:
        print(MISSING, file=sys.stderr)
        return 69
    present = [place for place in TESTS if Path(place).exists()]
    with tempfile.TemporaryDirectory(prefix="longbien-postgres-") as folder:
        place = Path(folder)
        place.chmod(0o755)
        with server(place, unprivileged(), programs) as url:
            print(f"PostgreSQL from {programs}")
            environment = {**os.environ, "LONGBIEN_TEST_DATABASE": url}
            words = [sys.executable, "-m", "pytest", "-q", *present, *sys.argv[1:]]
            return subprocess.run(words, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
