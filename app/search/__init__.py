# SPDX-License-Identifier: GPL-3.0-or-later
"""The Search page: what is found, as a concordance or turn by turn, and the vocabulary of the corpus."""
