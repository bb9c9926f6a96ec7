# SPDX-License-Identifier: GPL-3.0-or-later
"""Pseudonyms in the place of names, over the whole project, and the table that alone leads back."""
