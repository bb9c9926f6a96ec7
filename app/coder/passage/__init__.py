# SPDX-License-Identifier: GPL-3.0-or-later
"""The chosen passage: its bounds, its codes, its panel, the way to the others."""
