# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading XML that somebody else made: no entities, no document types, no network, no tree beyond the parser's own bounds."""

from typing import Any

from longbien.core.base.errors import MalformedError, UsageError


def read_xml(data: bytes, *, broken: str, entities: str) -> Any:
    """Give the root element; MalformedError `broken` (with `line`) for what is no XML, `entities` for a document type.

    UsageError `cli.node_not_installed` where the reader of XML is not installed.
    """
    try:
        from lxml import etree  # optional
    except ImportError as error:
        raise UsageError("cli.node_not_installed") from error
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise MalformedError(broken, line=getattr(error, "lineno", None) or 1) from error
    if root.getroottree().docinfo.doctype:
        raise MalformedError(entities)
    return root
