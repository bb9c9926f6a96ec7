# SPDX-License-Identifier: GPL-3.0-or-later
"""Pseudonymisation: who and what is recognised, and what stands in its place."""
