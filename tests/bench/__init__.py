# SPDX-License-Identifier: GPL-3.0-or-later
"""Benchmarks: figures against the promises of the design, never a test that fails on a slow day."""
