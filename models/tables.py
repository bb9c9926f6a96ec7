# SPDX-License-Identifier: GPL-3.0-or-later
"""Every table, imported so that the metadata is whole."""

from __future__ import annotations

from models.base import Table
from models.change import ChangeEntry
from models.citation import Citation
from models.cleared_form import ClearedForm
from models.code import Code
from models.contradiction import Contradiction
from models.dismissal import Dismissal
from models.export_entry import ExportEntry
from models.group import Group, GroupMember, SamplingFrame
from models.guide import Guide, GuideQuestion, InterviewGuide, QuestionAsked, ThemeAsked
from models.interview import Interview, InterviewUnit, Speaker, Turn, Unit
from models.label_memory import LabelMemory
from models.left_out import LeftOut
from models.memo import CellSummary, Memo
from models.nuance import Nuance
from models.participant import Attribute, AttributeValue, Participant, Participation
from models.passage import Coding, Passage
from models.past_verdict import PastFinding, PastVerdict
from models.project import Coder, Project
from models.rereading import Rereading
from models.saved_query import QuoteOrder, SavedQuery

ALL: tuple[type[Table], ...] = (
    Project, Coder, Participant, Unit, Interview, InterviewUnit, Speaker, Turn, Participation, Attribute,
    AttributeValue, Group, GroupMember, SamplingFrame, Code, Guide, GuideQuestion, InterviewGuide, QuestionAsked,
    ThemeAsked, Passage, Coding, Memo, CellSummary, LabelMemory, ClearedForm, Contradiction, Nuance,
    Rereading, LeftOut, Citation, SavedQuery, QuoteOrder, Dismissal, ChangeEntry, ExportEntry, PastVerdict, PastFinding,
)
BY_NAME: dict[str, type[Table]] = {model.__tablename__: model for model in ALL}
metadata = Table.metadata
