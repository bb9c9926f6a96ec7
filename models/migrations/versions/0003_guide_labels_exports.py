# SPDX-License-Identifier: GPL-3.0-or-later
"""Which guide and questions were put to whom, corrections of labels remembered, cleared forms, the log of exports"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('cleared_form',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('form', sa.String(length=500), nullable=False),
    sa.Column('label', sa.String(length=20), nullable=False),
    sa.Column('reason', sa.String(length=10), nullable=False),
    sa.Column('decided_at', sa.DateTime(), nullable=False),
    sa.CheckConstraint("reason IN ('pseudonym', 'kept', 'never')", name=op.f('ck_cleared_form_reason')),
    sa.CheckConstraint("trim(form) <> ''", name=op.f('ck_cleared_form_form_not_blank')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_cleared_form')),
    sa.UniqueConstraint('form', name=op.f('uq_cleared_form_form'))
    )
    op.create_table('export_log',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('what', sa.String(length=40), nullable=False),
    sa.Column('path', sa.Text(), nullable=False),
    sa.Column('interviews', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_export_log'))
    )
    op.create_table('label_memory',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('make', sa.String(length=100), nullable=False),
    sa.Column('label', sa.String(length=500), nullable=False),
    sa.Column('becomes', sa.String(length=500), nullable=False),
    sa.Column('is_interviewer', sa.Boolean(), nullable=False),
    sa.CheckConstraint("trim(label) <> ''", name=op.f('ck_label_memory_label_not_blank')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_label_memory')),
    sa.UniqueConstraint('make', 'label', name=op.f('uq_label_memory_make_label'))
    )
    op.create_table('interview_guide',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('interview_id', sa.Integer(), nullable=False),
    sa.Column('guide_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['guide_id'], ['guide.id'], name=op.f('fk_interview_guide_guide_id_guide')),
    sa.ForeignKeyConstraint(['interview_id'], ['interview.id'], name=op.f('fk_interview_guide_interview_id_interview')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_interview_guide')),
    sa.UniqueConstraint('interview_id', 'guide_id', name=op.f('uq_interview_guide_interview_id_guide_id'))
    )
    op.create_index(op.f('ix_interview_guide_guide_id'), 'interview_guide', ['guide_id'])
    op.create_table('question_asked',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('turn_id', sa.Integer(), nullable=False),
    sa.Column('question_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['question_id'], ['guide_question.id'],
                            name=op.f('fk_question_asked_question_id_guide_question')),
    sa.ForeignKeyConstraint(['turn_id'], ['turn.id'], name=op.f('fk_question_asked_turn_id_turn')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_question_asked')),
    sa.UniqueConstraint('turn_id', 'question_id', name=op.f('uq_question_asked_turn_id_question_id'))
    )
    op.create_index(op.f('ix_question_asked_question_id'), 'question_asked', ['question_id'])
    op.add_column('guide_question', sa.Column('is_prompt', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column('theme_asked', sa.Column('by_hand', sa.Boolean(), nullable=False, server_default=sa.true()))
