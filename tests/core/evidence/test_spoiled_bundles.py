# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever is done to a bundle, the verifier says so, and names the file and the segment."""

import base64
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from longbien.core.base.canonical import encode
from longbien.core.evidence.bundle import trust_file
from tests.core.evidence.bundles import (
    AT,
    CONTENT,
    MIB,
    OBJECT,
    VN,
    Case,
    anchors,
    build_case,
    case,
    check,
    forger,
    put,
    rebag,
    small_case,
)
from tests.entries import first_envelope
from tests.fuzz import mutate

FOLDER = f"data/evidence/{OBJECT}"
Files = dict[str, bytes]


def verdict(files: Files, folder: Path, found: Case | None = None) -> tuple[int, str]:
    """Put files into a new folder and check them with the right anchors."""
    found = found or small_case()
    place = folder / str(len(list(folder.iterdir())))
    return check(put(files, place), *anchors(found))


def flipped(data: bytes, place: int, bit: int) -> bytes:
    changed = bytearray(data)
    changed[place] ^= 1 << bit
    return bytes(changed)


@pytest.mark.parametrize("sealed", [False, True])
def test_a_flipped_bit_anywhere_names_its_file(tmp_path: Path, sealed: bool) -> None:
    """Every file of the bag, at its beginning, its end and some place between (of a sealed one: those that differ)."""
    files = small_case().files(sealed=sealed)
    plain = small_case().files()
    place = put(files, tmp_path)
    chance = random.Random(1)
    for path, data in files.items():
        if sealed and plain.get(path) == data:
            continue
        for position in {0, len(data) - 1, chance.randrange(len(data))}:
            (place / path).write_bytes(flipped(data, position, chance.randrange(8)))
            status, text = check(place, *anchors(small_case()))
            assert (status, path in text) == (1, True), (path, position)
        (place / path).write_bytes(data)
    assert check(place, *anchors(small_case()))[0] == 0


def test_a_flipped_bit_under_manifests_made_anew_still_names_its_file(tmp_path: Path) -> None:
    """Who makes the manifests of the bag anew deceives BagIt tools, not the signatures."""
    chance = random.Random(2)
    for sealed in (False, True):
        files = small_case().files(sealed=sealed)
        signed = [path for path in files if path.startswith(("data/acts", "data/trust/A", "data/evidence"))]
        for path in signed:
            # The age header is bound to nothing: whoever holds the file key may make another one.
            start = len(small_case().header) if path.endswith("content.age") else 0
            position = chance.randrange(start, len(files[path]))
            changed = {**files, path: flipped(files[path], position, chance.randrange(8))}
            status, text = verdict(rebag(changed), tmp_path)
            assert (status, path in text) == (1, True), (path, position)


def test_another_age_header_is_said_to_be_none_that_was_released(tmp_path: Path) -> None:
    found = small_case()
    other = build_case(content=CONTENT[:5000]).header
    assert len(other) == len(found.header)
    files = found.files(sealed=True)
    path = f"{FOLDER}/content.age"
    files[path] = other + found.payload
    status, text = verdict(rebag(files), tmp_path)
    assert (status, "it is none that was released" in text.split("\nNOT PROVEN")[1]) == (0, True)
    files[path] = b"x" * len(other) + found.payload
    status, text = verdict(rebag(files), tmp_path)
    assert (status, "are not an age header" in text) == (1, True)


def test_a_flipped_bit_in_a_log_proof_breaks_it_or_takes_a_witness_away(tmp_path: Path) -> None:
    """A cosignature is not bound to the proof around it: garbled so that nobody's key fits, there is one witness less."""
    files = small_case().files()
    chance = random.Random(3)
    for path in [path for path in files if path.startswith(("data/receipts", "data/proofs"))]:
        position = chance.randrange(len(files[path]))
        changed = {**files, path: flipped(files[path], position, chance.randrange(8))}
        status, text = verdict(rebag(changed), tmp_path)
        in_cosignature = position > files[path].index(b"example/witness") - 20
        assert (status == 1 and path in text) or in_cosignature, (path, position)


@pytest.mark.parametrize("segment", [0, 1, 2])
@pytest.mark.parametrize("sealed", [False, True])
def test_a_changed_byte_of_evidence_names_the_segment(tmp_path: Path, sealed: bool, segment: int) -> None:
    found = case()
    files = found.files(sealed=sealed)
    path = f"{FOLDER}/content.age" if sealed else f"{FOLDER}/content"
    start = len(found.header) if sealed else 0
    files[path] = flipped(files[path], start + segment * MIB + 77, 3)
    for spoiled in (files, rebag(files)):
        status, text = verdict(spoiled, tmp_path, found)
        assert status == 1
        assert f"{path}, segment {segment}:" in text
    if not sealed:
        assert f"bytes {segment * MIB} to {min((segment + 1) * MIB, len(CONTENT)) - 1} are not those" in text


@pytest.mark.parametrize(
    "change",
    [lambda data: data[:-1], lambda data: data + b"x", lambda data: data[: MIB + 5], lambda data: data[:0]],
)
@pytest.mark.parametrize("name", ["content", "content.age", "leaves", "inner.json", "manifest.json"])
def test_a_shorter_or_longer_file_is_wrong(
    tmp_path: Path, name: str, change: Callable[[bytes], bytes]
) -> None:
    found = case()
    files = found.files(sealed=name in {"content.age", "leaves"})
    path = f"{FOLDER}/{name}"
    if change(files[path]) == files[path]:
        return
    files[path] = change(files[path])
    for spoiled in (files, rebag(files)):
        status, text = verdict(spoiled, tmp_path, found)
        assert (status, path in text) == (1, True)


def test_a_missing_or_added_file_is_wrong(tmp_path: Path) -> None:
    files = small_case().files()
    for path in files:
        status, text = verdict({name: data for name, data in files.items() if name != path}, tmp_path)
        assert (status, path in text) == (1, True), path
    for path in (
        "data/evidence/other.txt",
        "extra.txt",
        f"{FOLDER}/digests",
        "data/acts/0007-answer.closed.json",
    ):
        status, text = verdict({**files, path: b"{}"}, tmp_path)
        assert (status, path in text) == (1, True), path
    for path in ("data/evidence/other.txt", f"{FOLDER}/digests", f"{FOLDER}/leaves", f"{FOLDER}/content.age"):
        status, text = verdict(rebag({**files, path: b"{}"}), tmp_path)
        assert (status, FOLDER in text or path in text) == (1, True), path


def acts_of(files: Files) -> list[str]:
    return sorted(path for path in files if path.startswith("data/acts/"))


def test_acts_in_another_order_are_wrong(tmp_path: Path) -> None:
    files = small_case().files()
    first, second = acts_of(files)[1:3]
    others = {path: data for path, data in files.items() if path not in {first, second}}
    others[f"data/acts/0002-{second[15:]}"] = files[second]
    others[f"data/acts/0003-{first[15:]}"] = files[first]
    status, text = verdict(rebag(others), tmp_path)
    assert (status, "the acts are not numbered in their order" in text) == (1, True)


@pytest.mark.parametrize("place", range(6))
def test_an_act_that_was_left_out_is_missed_where_anything_refers_to_it(tmp_path: Path, place: int) -> None:
    found = small_case()
    acts = [act for number, act in enumerate(found.acts) if number != place]
    status, text = verdict(replace(found, acts=acts).files(), tmp_path)
    assert (status, "what it proves to be logged is not in this bundle" in text) == (1, True)


def test_swapped_receipts_are_wrong(tmp_path: Path) -> None:
    files = small_case().files()
    first, second = [path for path in sorted(files) if path.startswith("data/receipts/") and ".AT." in path][
        :2
    ]
    files[first], files[second] = files[second], files[first]
    status, text = verdict(rebag(files), tmp_path)
    assert (status, first in text, second in text) == (1, True, True)
    assert "it proves something else than its name says" in text


def test_a_receipt_given_as_another_partys_is_wrong(tmp_path: Path) -> None:
    files = small_case().files()
    path = next(path for path in sorted(files) if path.startswith("data/receipts/") and ".AT." in path)
    other = path.replace(".AT.", ".VN.")
    files[other] = files.pop(path)
    status, text = verdict(rebag(files), tmp_path)
    assert (status, other in text) == (1, True)


def test_an_absent_receipt_is_not_proven_and_not_wrong(tmp_path: Path) -> None:
    files = small_case().files()
    receipts = [path for path in files if path.startswith("data/receipts/")]
    path = next(
        path for path in receipts if b"act-received" in base64.b64decode(json.loads(files[path])["leaf"])
    )
    del files[path]
    status, text = verdict(rebag(files), tmp_path)
    assert status == 0
    assert "no proof from its log" in text.split("\nNOT PROVEN")[1]


def test_without_an_anchor_nothing_is_proven(tmp_path: Path) -> None:
    found = small_case()
    place = put(found.files(), tmp_path)
    status, text = check(place)
    assert status == 3
    assert "CONSISTENT, BUT WHOSE KEYS THESE ARE IS NOT PROVEN" in text
    assert "HOLDS, IF THE KEYS BELOW ARE THOSE OF THE AUTHORITIES NAMED" in text
    for digest in found.fingerprints.values():
        assert " ".join(digest[start : start + 4] for start in range(0, 64, 4)) in text
    assert check(place, f"VN={found.fingerprints['VN']}")[0] == 3


@pytest.mark.parametrize("write", ["{}", "AT={}"])
def test_an_anchor_may_be_written_as_people_write_it(tmp_path: Path, write: str) -> None:
    found = small_case()
    place = put(found.files(), tmp_path)
    digest = found.fingerprints["AT"].upper()
    grouped = " ".join(digest[start : start + 4] for start in range(0, 64, 4))
    assert check(place, write.format(grouped), found.fingerprints["VN"])[0] == 0


@pytest.mark.parametrize("wrong", ["00" * 32, "AT=" + "00" * 32])
def test_a_wrong_anchor_is_wrong(tmp_path: Path, wrong: str) -> None:
    status, text = check(put(small_case().files(), tmp_path), *anchors(small_case()), wrong)
    assert (status, "has the fingerprint that you gave" in text) == (1, True)


def test_an_anchor_of_another_party_is_wrong(tmp_path: Path) -> None:
    found = small_case()
    place = put(found.files(), tmp_path)
    assert check(place, f"AT={found.fingerprints['VN']}", f"VN={found.fingerprints['AT']}")[0] == 1


def test_trust_files_anchor(tmp_path: Path) -> None:
    place = put(small_case().files(), tmp_path / "bag")
    (tmp_path / "vn.json").write_bytes(first_envelope(VN))
    (tmp_path / "both.json").write_bytes(trust_file([first_envelope(VN), first_envelope(AT)]))
    assert check(place, trust=(str(tmp_path / "both.json"),))[0] == 0
    assert check(place, trust=(str(tmp_path / "vn.json"),))[0] == 3
    assert check(place, f"AT={small_case().fingerprints['AT']}", trust=(str(tmp_path / "vn.json"),))[0] == 0


def test_trust_in_other_keys_is_wrong(tmp_path: Path) -> None:
    """The same party with the keys that the reader really trusts, and a bundle made with others."""
    place = put(small_case().files(), tmp_path / "bag")
    (tmp_path / "other.json").write_bytes(trust_file([first_envelope(VN), first_envelope(forger("AT"))]))
    status, text = check(place, trust=(str(tmp_path / "other.json"),))
    assert (status, "is not the one that you trust" in text) == (1, True)


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[" * 100_000, b"\xff", encode({"type": "longbien/trust/v1", "entries": ["!"]})]
)
def test_a_trust_file_that_is_none_is_a_matter_of_usage(tmp_path: Path, content: bytes) -> None:
    place = put(small_case().files(), tmp_path / "bag")
    (tmp_path / "trust.json").write_bytes(content)
    assert check(place, trust=(str(tmp_path / "trust.json"),))[0] == 2
    assert check(place, trust=(str(tmp_path / "absent.json"),))[0] == 2
    assert check(place, "VN=00")[0] == 2
    assert check(tmp_path / "absent")[0] == 2


def test_a_bundle_forged_with_other_keys_is_consistent_and_not_more(tmp_path: Path) -> None:
    forged = build_case(at=forger("AT"), content=CONTENT[:5000])
    place = put(forged.files(), tmp_path)
    assert check(place)[0] == 3
    assert check(place, *anchors(forged))[0] == 0
    status, text = check(place, *anchors(small_case()))
    assert (status, "entry of AT in this bundle has the fingerprint" in text) == (1, True)


def test_a_forged_partner_inside_a_true_bundle_is_wrong(tmp_path: Path) -> None:
    """Acts of one who signs as AT with other keys, beside AT's true directory entry."""
    forged = build_case(at=forger("AT"), content=CONTENT[:5000])
    mixed = replace(forged, entries=small_case().entries, policy=small_case().policy)
    status, text = verdict(mixed.files(), tmp_path)
    assert (status, "signed with a key that no directory entry of AT has" in text) == (1, True)


def test_logs_that_nobody_else_saw_are_said_to_be_so(tmp_path: Path) -> None:
    alone = build_case(witnessed=False, content=CONTENT[:5000])
    status, text = verdict(alone.files(), tmp_path, alone)
    assert (status, "seen by no other party" in text) == (0, True)
    assert "its maker's own quorum is not reached" in text.split("NOT PROVEN")[1]


def test_a_forked_log_is_wrong(tmp_path: Path) -> None:
    """Two checkpoints of one log, of one size, over different trees: both signed, and not both true."""
    one = small_case()
    other = build_case(content=CONTENT[:4000])
    mixed = replace(one, proofs=[*one.proofs, *(proof for proof in other.proofs if proof.party == "AT")])
    status, text = verdict(mixed.files(), tmp_path)
    assert (status, "it has been forked" in text) == (1, True)


def spoiled_json(files: Files, path: str, change: Callable[[dict[str, object]], None]) -> Files:
    value = json.loads(files[path])
    change(value)
    return rebag({**files, path: encode(value)})


def test_a_signature_dropped_doubled_or_exchanged_is_wrong(tmp_path: Path) -> None:
    files = small_case().files()
    changes: list[Callable[[list[object]], object]] = [
        lambda items: items.pop(),
        lambda items: items.clear(),
        lambda items: items.reverse(),
        lambda items: items.append(items[0]),
    ]
    for path in (
        acts_of(files)[0],
        f"{FOLDER}/manifest.json",
        f"{FOLDER}/custody/AT/0002.json",
        "data/trust/AT/0001.json",
    ):
        for change in changes:
            spoiled = spoiled_json(files, path, lambda value, do=change: do(value["signatures"]))  # type: ignore[misc]
            status, text = verdict(spoiled, tmp_path)
            assert (status, path in text) == (1, True)


def test_a_document_of_another_type_in_its_place_is_wrong(tmp_path: Path) -> None:
    """A true signed document, moved to where another one should stand."""
    files = small_case().files()
    documents = [
        acts_of(files)[0],
        f"{FOLDER}/manifest.json",
        f"{FOLDER}/custody/AT/0001.json",
        "data/trust/AT/0001.json",
    ]
    for path in documents:
        for other in documents:
            if path != other:
                status, text = verdict(rebag({**files, path: files[other]}), tmp_path)
                assert (status, path in text) == (1, True)


def test_bytes_that_are_not_canonical_are_wrong(tmp_path: Path) -> None:
    files = small_case().files()
    for path in [path for path in files if path.endswith(".json")]:
        status, text = verdict(rebag({**files, path: files[path].replace(b":", b": ", 1)}), tmp_path)
        assert (status, path in text) == (1, True), path


@pytest.mark.fuzz
def test_no_mutation_ends_in_a_failure(tmp_path: Path, rounds: Iterator[random.Random]) -> None:
    """One file mutated, mostly under manifests made anew: the verifier answers, and never by its last line of defence."""
    found = small_case()
    both = []
    for sealed in (False, True):
        files = found.files(sealed=sealed)
        both.append((put(files, tmp_path / str(sealed)), files))
    for chance in rounds:
        place, files = chance.choice(both)
        path = chance.choice(sorted(files))
        changed = {**files, path: mutate(files[path], chance)}
        if chance.random() < 0.8:
            changed = rebag(changed)
        touched = [name for name in changed if changed[name] != files[name]]
        put({name: changed[name] for name in touched}, place)
        status, text = check(place, *anchors(found))
        assert status in {0, 1}
        assert "could not finish" not in text
        put({name: files[name] for name in touched}, place)


def test_base64_has_one_spelling(tmp_path: Path) -> None:
    files = small_case().files()
    path = acts_of(files)[0]

    def respell(value: dict[str, object]) -> None:
        signature = value["signatures"][0]  # type: ignore[index]
        text = signature["sig"]
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        other = letters[letters.index(text[-3]) ^ 1]
        signature["sig"] = text[:-3] + other + "=="
        assert base64.b64decode(signature["sig"]) == base64.b64decode(text)

    status, text = verdict(spoiled_json(files, path, respell), tmp_path)
    assert (status, path in text) == (1, True)
