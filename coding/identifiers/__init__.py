# SPDX-License-Identifier: GPL-3.0-or-later
"""What could tell who speaks, or of whom: found in the text of a transcript, replaced by nobody here. No database."""
