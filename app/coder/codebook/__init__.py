# SPDX-License-Identifier: GPL-3.0-or-later
"""The codebook at the left of the Coder: its tree, its dialogs, its history."""
