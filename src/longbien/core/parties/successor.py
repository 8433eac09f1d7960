# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The next entry of one's own party: rotation and revocation keep the old keys listed, so that old acts stay checkable."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import KeyId
from longbien.core.parties.entry import Entry, EntryKey, fingerprint_of, print_entry
from longbien.core.sealing.keys import PublicKey


def rotate(entry: Entry, *, issued: datetime, fresh: Iterable[PublicKey], until: datetime) -> Entry:
    """List `fresh` keys from `issued` on; open keys of the same uses and algorithms end at `until`."""
    fresh = tuple(fresh)
    replaced = {(public.use, public.algorithm) for public in fresh}
    kept = tuple(
        replace(key, valid_until=max(until, key.valid_from))
        if (key.public.use, key.public.algorithm) in replaced and key.valid_until is None
        else key
        for key in entry.keys
    )
    return _next(entry, issued, (*kept, *_listed(fresh, issued)))


def revoke(
    entry: Entry, *, issued: datetime, stolen: Mapping[KeyId, datetime], fresh: Iterable[PublicKey]
) -> Entry:
    """Mark stolen keys as revoked since a moment (the theft, not its discovery) and list fresh ones.

    RefusedError `parties.key_unknown` for a key that is not listed. A key already revoked keeps the earlier moment.
    """
    for key_id in stolen:
        if entry.key(key_id) is None:
            raise RefusedError("parties.key_unknown", key=key_id)
    kept = tuple(_revoked(key, stolen.get(key.public.key_id)) for key in entry.keys)
    return _next(entry, issued, (*kept, *_listed(tuple(fresh), issued)))


def amend(entry: Entry, *, issued: datetime) -> Entry:
    """Give the next entry with the same content, for `dataclasses.replace` to change names, address or authorities."""
    return _next(entry, issued, entry.keys)


def _revoked(key: EntryKey, since: datetime | None) -> EntryKey:
    if since is None:
        return key
    return replace(key, revoked_since=min(since, key.revoked_since or since))


def _listed(fresh: tuple[PublicKey, ...], issued: datetime) -> tuple[EntryKey, ...]:
    return tuple(EntryKey(public=public, valid_from=issued) for public in fresh)


def _next(entry: Entry, issued: datetime, keys: tuple[EntryKey, ...]) -> Entry:
    return replace(
        entry,
        number=entry.number + 1,
        previous=fingerprint_of(print_entry(entry)),
        issued=issued,
        keys=keys,
    )
