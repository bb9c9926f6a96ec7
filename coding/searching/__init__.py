# SPDX-License-Identifier: GPL-3.0-or-later
"""Search in the corpus: what is asked, where it stands, its lines; the words of a lemma; coding what is found."""
