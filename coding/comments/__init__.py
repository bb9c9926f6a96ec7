# SPDX-License-Identifier: GPL-3.0-or-later
"""Comments of Word documents: what the coding says in them, and what comes home from them."""
