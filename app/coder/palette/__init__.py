# SPDX-License-Identifier: GPL-3.0-or-later
"""The palette of codes: finding the one that is meant."""
