# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`make demo`: two exercise nodes on this machine, a case that crosses between them, and a court that trusts neither.

EVIDENCE=path   the file or folder that is handed over (otherwise a file that every machine has on which this runs)
ONCE=1          stop the nodes at the end and give a status
DEMO=folder     where everything is kept (otherwise .demo, which is emptied first)
"""

import os
import shutil
import signal
import sys
import threading
from pathlib import Path
from typing import Final

import cryptography.hazmat.bindings._rust as compiled  # the default evidence is this very file

from longbien.cli.tables import facts
from tools.demo.case import Case
from tools.demo.court import judge
from tools.demo.crossing import ask, preserve
from tools.demo.handing import export, hand_over
from tools.demo.telling import MARK, Telling
from tools.nodes import OFFICERS, NodeError, Nodes

MARKER: Final = "made-by-make-demo"
FIRST_PORT: Final = 8710


def main() -> int:
    """Run the demonstration; give its exit status."""
    folder = Path(os.environ.get("DEMO") or ".demo").resolve()
    source = _evidence(os.environ.get("EVIDENCE", ""))
    if source is None:
        return 64
    _empty(folder)
    signal.signal(signal.SIGTERM, _end)
    telling = Telling()
    telling.headline("Two nodes: Viet Nam asks, Austria answers")
    telling.note(
        "Today the Convention is not in force and both States are only signatories. Both nodes run as an exercise: with keys and a "
        "flag in every act that any real node refuses, and under a treaty status that is assumed."
    )
    with Nodes(folder / "nodes", ports=FIRST_PORT) as nodes:
        try:
            _run(Case(nodes=nodes, telling=telling, folder=folder, bundle=folder / "court-bundle"), source)
        except NodeError as error:
            print(f"\nThe demonstration failed: {error}", file=sys.stderr)
            return 70
        except KeyboardInterrupt:
            print("\nInterrupted; both nodes are stopped.", file=sys.stderr)
            return 130
        telling.headline("What happened, with times")
        print(telling.all_steps())
        _addresses(nodes, folder)
        if os.environ.get("ONCE"):
            return 0
        print("Both nodes stay up until Ctrl-C.", flush=True)
        return _wait(nodes)


def _run(case: Case, source: Path) -> None:
    tell, nodes = case.telling, case.nodes
    with tell.step("both", "are made: keys, log, database, two officers each") as result:
        nodes.make()
        result.text = "nothing is shared: each has a folder, a database and keys of its own"
    nodes.launch()
    with tell.step("both", "are introduced, by two officers on each side") as result:
        nodes.introduce()
        result.text = "each compared the fingerprint that was read out on another line"
    with tell.step("both", "run: pages, peer door (TLS, key pinned), worker") as result:
        nodes.wait_ready()
        result.text = " and ".join(node.url for node in nodes)
    tell.headline("A preservation request crosses (Art. 42)")
    preserve(case)
    tell.headline("A request for stored data crosses (Art. 44)")
    ask(case)
    tell.headline("Evidence comes back, conditions first")
    tell.note(f"The evidence: {_about(source)}")
    hand_over(case, source)
    tell.headline("A court checks it with nobody's help")
    export(case)
    judge(case)


def _evidence(given: str) -> Path | None:
    if not given:
        return Path(str(compiled.__file__)).resolve()
    source = Path(given).expanduser().resolve()
    if not source.exists():
        print(f"EVIDENCE={given}: there is no such file or folder.", file=sys.stderr)
        return None
    return source


def _about(source: Path) -> str:
    if source == Path(str(compiled.__file__)).resolve():
        return (
            f"{source.name}, the compiled part of the Python package “cryptography” with which these nodes sign: a real file "
            "that every machine has on which this runs, standing in for a seized one. Give your own with EVIDENCE=path."
        )
    return str(source)


def _addresses(nodes: Nodes, folder: Path) -> None:
    print(f"\n{MARK}\n")
    for node in nodes:
        roles = [f"{name} / {node.passwords[name]} ({', '.join(roles)})" for name, roles in OFFICERS.items()]
        print(
            facts(
                (
                    (
                        f"{node.party} home page",
                        f"{node.url}/ (how far the Convention really is; no sign-in)",
                    ),
                    (f"{node.party} desks", f"{node.url}/sign-in/"),
                    ("sign-ins", "\n".join(roles)),
                    ("folder", str(node.home)),
                )
            )
        )
        print()
    print(f"The court bundle is in {folder / 'court-bundle'}.")


def _empty(folder: Path) -> None:
    """Make the folder anew; only one that an earlier demonstration made is emptied."""
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MARKER).exists():
            sys.exit(f"{folder} is not a folder of an earlier demonstration: it is not touched.")
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARKER).write_text("The demonstration empties this folder when it starts.\n", encoding="utf-8")


def _wait(nodes: Nodes) -> int:
    """Wait until somebody interrupts, or a node ends by itself."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    while not stop.wait(1.0):
        for node in nodes:
            if node.server is not None and node.server.poll() is not None:
                print(f"The node of {node.party} ended: see {node.beside('serve.log')}.", file=sys.stderr)
                return 70
    print("\nBoth nodes are stopped.")
    return 0


def _end(number: int, frame: object) -> None:
    """End as by Ctrl-C, so that the nodes are stopped."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
