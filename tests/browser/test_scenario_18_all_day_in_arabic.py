# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario 18: a right-to-left user works all day in Arabic: mirrored pages, numbers and addresses intact, dates and order right, papers right."""

import json
import re
import zlib
from collections.abc import Callable

from longbien.texts import translated
from tests.actions.evidence.test_bring_in import bring, mail
from tests.actions.steps import preserved, send
from tests.browser.conftest import Visitor
from tests.pair import Pair
from tests.requests import preservation, stored_data

ARABIC = re.compile(r"[\u0600-\u06ff]")
LOOSE = r"""
() => {
  const loose = [];
  const numbers = /\b\d{1,3}(\.\d{1,3}){3}\b|\b[0-9a-f]{12,}\b|\b\d{4}-\d\d-\d\d[ T]\d\d:\d\d|\+\d{8,}/;
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const one = texts.currentNode;
    const place = one.parentElement;
    const text = one.textContent.replace(/[\u2066-\u2068][^\u2069]*\u2069/g, "");
    if (!numbers.test(text) || place.closest("option, script, style, textarea, input")) continue;
    if (getComputedStyle(place).direction === "ltr" || place.closest("bdi, [dir=ltr], [dir=auto]")) continue;
    loose.push(one.textContent.trim());
  }
  return loose;
}
"""
"""Every address, digest, telephone number or moment on the page that could be turned around by what stands beside it."""


def paths(pair: Pair) -> tuple[str, list[str]]:
    """Bring requests to the desk, by node and by mail; give one of them, and the pages of a day."""
    request_id = preserved(pair)
    waiting = send(pair, "stored-data", stored_data(reference="C-2026/552"))
    with pair.at as at:
        by_mail = bring(at, mail(), preservation(reference="BR-7"))
    return request_id, [
        "/requests/",
        f"/requests/{request_id}/",
        f"/requests/{request_id}/paper/",
        f"/requests/{request_id}/order/",
        f"/requests/{request_id}/provider/",
        f"/requests/{waiting}/",
        f"/requests/{waiting}/say/return/",
        f"/requests/{by_mail}/",
        "/requests/import/",
        "/requests/new/",
        "/requests/new/preservation/VN/",
    ]


def test_a_day_in_arabic(pair: Pair, desk: Callable[..., Visitor]) -> None:
    request_id, day = paths(pair)
    visitor = desk(pair.at, "duty", "ar")
    for path in day:
        visitor.open(path)
        assert (path, visitor.page.get_attribute("html", "dir")) == (path, "rtl")
        assert (path, visitor.page.get_attribute("html", "lang")) == (path, "ar")
        assert (path, visitor.overflow() <= 0) == (path, True)
        assert (path, visitor.page.evaluate(LOOSE)) == (path, [])
        assert ARABIC.search(visitor.page.inner_text("main")), path
    # The panel at the side stands at the end of the line: on the left.
    visitor.open(f"/requests/{request_id}/")
    side, main = (
        visitor.page.locator(one).bounding_box() for one in (".lb-dossier__side", ".lb-dossier__main")
    )
    assert side is not None
    assert main is not None
    assert (side["x"] < main["x"]) is not _side_first(pair, desk, request_id)
    assert visitor.complaints == []


def _side_first(pair: Pair, desk: Callable[..., Visitor], request_id: str) -> bool:
    """Tell whether the panel stands on the left in English."""
    visitor = desk(pair.at, "duty", "en")
    visitor.open(f"/requests/{request_id}/")
    side, main = (
        visitor.page.locator(one).bounding_box() for one in (".lb-dossier__side", ".lb-dossier__main")
    )
    assert side is not None
    assert main is not None
    return side["x"] < main["x"]


def test_lists_stand_in_the_same_order_in_both_directions(pair: Pair, desk: Callable[..., Visitor]) -> None:
    paths(pair)
    seen = []
    for language in ("en", "ar"):
        visitor = desk(pair.at, "duty", language)
        visitor.open("/requests/")
        links = visitor.page.eval_on_selector_all(
            "main a[href^='/requests/']", "all => all.map(one => one.getAttribute('href'))"
        )
        seen.append([one for one in links if re.fullmatch(r"/requests/[0-9a-f]{32}/", one)])
    assert seen[0] == seen[1]
    assert len(seen[0]) >= 3


def test_a_refusal_speaks_arabic(pair: Pair, desk: Callable[..., Visitor]) -> None:
    request_id = preserved(pair)
    visitor = desk(pair.at, "duty", "ar")
    visitor.open(f"/requests/{request_id}/order/")
    visitor.page.fill("[name=until]", "2026-11-30 03:00")
    visitor.page.click("main form button[type=submit]")
    said = visitor.page.inner_text("main")
    wrong = translated("ar", "cooperation.field_offset_missing", value="2026-11-30T03:00:00")
    assert wrong in said.replace("\u2066", "").replace("\u2069", "")
    assert ARABIC.search(wrong)


def test_the_paper_is_right_in_arabic(pair: Pair, desk: Callable[..., Visitor]) -> None:
    request_id = preserved(pair)
    visitor = desk(pair.at, "duty", "ar")
    visitor.open(f"/requests/{request_id}/paper/")
    visitor.page.select_option("[name=first]", "ar")
    visitor.page.select_option("[name=second]", "en")
    with visitor.page.expect_download() as waiting:
        visitor.page.click("button[value=pdf]")
    pdf = waiting.value.path().read_bytes()
    assert b"/Lang(ar)" in pdf
    streams = re.finditer(rb"/Type\s*/EmbeddedFile.*?stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    record = json.loads(zlib.decompress(next(streams)[1]))
    (address,) = record["body"]["fields"]["identifiers"]
    assert (address["value"], address["port"]) == ("8.8.8.8", 51515)
