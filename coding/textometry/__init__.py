# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the corpus: how often they are said, by whom, and where they are said more than elsewhere."""
