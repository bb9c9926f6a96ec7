# SPDX-License-Identifier: GPL-3.0-or-later
"""Interview guides: read from files, matched to turns, followed into the codebook and the answers."""
