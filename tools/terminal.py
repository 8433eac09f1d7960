# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A terminal that stays open: commands of `longbien` come as lines of JSON, their answers go back the same way.

It is the same door with the same sign-in for every command; only Python and Django start once instead of once a command.

    {"words": ["request", "list"], "environment": {"LONGBIEN_AS": "duty"}}
    {"status": 0, "out": "…", "err": "…"}
"""

import contextlib
import io
import json
import os
import sys
import traceback
from collections.abc import Mapping, Sequence

from longbien.cli.main import main


def run(words: Sequence[str], environment: Mapping[str, str]) -> dict[str, object]:
    """Run one command as if it had been typed; an error that no command should have is status 70 with its traceback."""
    out, err = io.StringIO(), io.StringIO()
    before = dict(os.environ)
    os.environ.update(environment)
    sys.argv = ["longbien", *words]
    status: object = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main()
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else int(bool(ended.code))
        except Exception:  # noqa: BLE001 # it is shown whole, and the terminal stays open
            traceback.print_exc()
            status = 70
    os.environ.clear()
    os.environ.update(before)
    return {"status": status, "out": out.getvalue(), "err": err.getvalue()}


def loop() -> None:
    """Answer line by line until the input ends."""
    for line in sys.stdin:
        order = json.loads(line)
        answer = run(order["words"], order.get("environment", {}))
        sys.__stdout__.write(json.dumps(answer) + "\n")  # type: ignore[union-attr]
        sys.__stdout__.flush()  # type: ignore[union-attr]


if __name__ == "__main__":
    loop()
