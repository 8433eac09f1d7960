# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""All models, one module per room; Django finds them here."""

from longbien.store.models.people import Officer

__all__ = ["Officer"]
