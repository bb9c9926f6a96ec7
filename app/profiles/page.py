# SPDX-License-Identifier: GPL-3.0-or-later
"""Profiles: each interview on one page (*fiche d'entretien*)."""

from __future__ import annotations

from app.workspaces.base import Workspace


class ProfilesPage(Workspace):
    """The interviews of a group at the left, the profile of one at the right."""
