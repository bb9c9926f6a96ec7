# SPDX-License-Identifier: GPL-3.0-or-later
"""REFI-QDA projects and codebooks of any make coming in: looked at first, then taken in one act."""
