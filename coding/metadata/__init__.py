# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables in and out: metadata, codebook and codings by csv or xlsx, one file a table."""
