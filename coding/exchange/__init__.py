# SPDX-License-Identifier: GPL-3.0-or-later
"""REFI-QDA 1.5: projects (.qdpx) and codebooks (.qdc), in and out.

``model`` says what such a file holds, whatever program wrote it. Out: ``gathering`` (project → model), ``writing``
(model → file). In: ``reading`` (file → model), ``taking`` (model → project, one act). ``losses`` tells what cannot be
carried, either way.
"""

from __future__ import annotations
