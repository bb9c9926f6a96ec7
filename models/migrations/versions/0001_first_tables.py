# SPDX-License-Identifier: GPL-3.0-or-later
"""first tables"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models import dialect_sqlite


revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('attribute',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('target', sa.String(length=20), nullable=False),
    sa.Column('name', sa.String(length=500), nullable=False),
    sa.Column('type', sa.String(length=10), nullable=False),
    sa.Column('choices', sa.JSON(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.CheckConstraint("target IN ('interview', 'participant')", name=op.f('ck_attribute_target')),
    sa.CheckConstraint("trim(name) <> ''", name=op.f('ck_attribute_name_not_blank')),
    sa.CheckConstraint("type IN ('text', 'number', 'date', 'yes_no', 'choice')", name=op.f('ck_attribute_type')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attribute')),
    sa.UniqueConstraint('guid', name=op.f('uq_attribute_guid')),
    sa.UniqueConstraint('target', 'name', name=op.f('uq_attribute_target_name'))
    )
    op.create_table('code',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('parent_id', sa.Integer(), nullable=True),
    sa.Column('name', sa.String(length=500), nullable=False),
    sa.Column('definition', sa.Text(), nullable=False),
    sa.Column('include', sa.Text(), nullable=False),
    sa.Column('exclude', sa.Text(), nullable=False),
    sa.Column('example', sa.Text(), nullable=False),
    sa.Column('colour', sa.String(length=7), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('origin', sa.String(length=10), nullable=False),
    sa.Column('reservation', sa.Text(), nullable=False),
    sa.Column('pin', sa.Integer(), nullable=True),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.CheckConstraint("origin IN ('guide', 'a_priori', 'emergent', 'unknown')", name=op.f('ck_code_origin')),
    sa.CheckConstraint("trim(name) <> ''", name=op.f('ck_code_name_not_blank')),
    sa.CheckConstraint('parent_id IS NULL OR parent_id <> id', name=op.f('ck_code_not_own_parent')),
    sa.CheckConstraint('pin IS NULL OR pin BETWEEN 1 AND 9', name=op.f('ck_code_pin')),
    sa.ForeignKeyConstraint(['parent_id'], ['code.id'], name=op.f('fk_code_parent_id_code')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_code')),
    sa.UniqueConstraint('guid', name=op.f('uq_code_guid')),
    sa.UniqueConstraint('parent_id', 'name', name=op.f('uq_code_parent_id_name')),
    sa.UniqueConstraint('pin', name=op.f('uq_code_pin'))
    )
    with op.batch_alter_table('code', schema=None) as batch_op:
        batch_op.create_index('uq_code_theme_name', ['name'], unique=True, sqlite_where=sa.text('parent_id IS NULL'), postgresql_where=sa.text('parent_id IS NULL'))

    op.create_table('coder',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('name', sa.String(length=500), nullable=False),
    sa.Column('colour', sa.String(length=7), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.CheckConstraint("trim(name) <> ''", name=op.f('ck_coder_name_not_blank')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_coder')),
    sa.UniqueConstraint('guid', name=op.f('uq_coder_guid')),
    sa.UniqueConstraint('name', name=op.f('uq_coder_name'))
    )
    op.create_table('guide',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('title', sa.String(length=500), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.CheckConstraint("trim(title) <> ''", name=op.f('ck_guide_title_not_blank')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_guide')),
    sa.UniqueConstraint('guid', name=op.f('uq_guide_guid')),
    sa.UniqueConstraint('title', name=op.f('uq_guide_title'))
    )
    op.create_table('interview',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('title', sa.String(length=500), nullable=False),
    sa.Column('file_name', sa.String(length=500), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('status', sa.String(length=20), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('date', sa.Date(), nullable=True),
    sa.Column('mode', sa.String(length=200), nullable=False),
    sa.Column('duration_min', sa.Integer(), nullable=True),
    sa.Column('place_left', sa.Integer(), nullable=False),
    sa.Column('imported_at', sa.DateTime(), nullable=False),
    sa.Column('length', sa.Integer(), nullable=False),
    sa.Column('text_hash', sa.String(length=64), nullable=False),
    sa.Column('portrait', sa.Text(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.CheckConstraint("kind IN ('interview', 'group_interview', 'journal', 'document', 'open_answer')", name=op.f('ck_interview_kind')),
    sa.CheckConstraint("status IN ('to_do', 'under_way', 'coded', 'reread')", name=op.f('ck_interview_status')),
    sa.CheckConstraint("trim(title) <> ''", name=op.f('ck_interview_title_not_blank')),
    sa.CheckConstraint('duration_min IS NULL OR duration_min > 0', name=op.f('ck_interview_duration')),
    sa.CheckConstraint('length >= 0', name=op.f('ck_interview_length')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_interview')),
    sa.UniqueConstraint('guid', name=op.f('uq_interview_guid')),
    sa.UniqueConstraint('title', name=op.f('uq_interview_title'))
    )
    with op.batch_alter_table('interview', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_interview_file_name'), ['file_name'], unique=False)
        batch_op.create_index(batch_op.f('ix_interview_text_hash'), ['text_hash'], unique=False)

    op.create_table('interview_group',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('name', sa.String(length=500), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.CheckConstraint("trim(name) <> ''", name=op.f('ck_interview_group_name_not_blank')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_interview_group')),
    sa.UniqueConstraint('guid', name=op.f('uq_interview_group_guid')),
    sa.UniqueConstraint('name', name=op.f('uq_interview_group_name'))
    )
    op.create_table('participant',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('name', sa.String(length=500), nullable=False),
    sa.CheckConstraint("trim(name) <> ''", name=op.f('ck_participant_name_not_blank')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_participant')),
    sa.UniqueConstraint('guid', name=op.f('uq_participant_guid')),
    sa.UniqueConstraint('name', name=op.f('uq_participant_name'))
    )
    op.create_table('project',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('title', sa.String(length=500), nullable=False),
    sa.Column('language', sa.String(length=2), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('interview_order', sa.String(length=10), nullable=False),
    sa.Column('base', sa.Integer(), nullable=False),
    sa.Column('run', sa.Integer(), nullable=False),
    sa.Column('threshold', sa.Double(), nullable=False),
    sa.Column('tail', sa.Integer(), nullable=False),
    sa.Column('coverage_min', sa.Double(), nullable=False),
    sa.Column('expected_max', sa.Double(), nullable=False),
    sa.Column('few_codes', sa.Integer(), nullable=False),
    sa.CheckConstraint("interview_order IN ('date', 'manual', 'import')", name=op.f('ck_project_interview_order')),
    sa.CheckConstraint("language IN ('fr', 'en')", name=op.f('ck_project_language')),
    sa.CheckConstraint('base > 0 AND run > 0 AND tail > 0 AND threshold >= 0', name=op.f('ck_project_parameters')),
    sa.CheckConstraint('id = 1', name=op.f('ck_project_single')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_project')),
    sa.UniqueConstraint('guid', name=op.f('uq_project_guid'))
    )
    op.create_table('unit',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('name', sa.String(length=500), nullable=False),
    sa.CheckConstraint("trim(name) <> ''", name=op.f('ck_unit_name_not_blank')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_unit')),
    sa.UniqueConstraint('guid', name=op.f('uq_unit_guid')),
    sa.UniqueConstraint('name', name=op.f('uq_unit_name'))
    )
    op.create_table('attribute_value',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('attribute_id', sa.Integer(), nullable=False),
    sa.Column('interview_id', sa.Integer(), nullable=True),
    sa.Column('participant_id', sa.Integer(), nullable=True),
    sa.Column('value', sa.Text(), nullable=False),
    sa.CheckConstraint('(interview_id IS NULL) <> (participant_id IS NULL)', name=op.f('ck_attribute_value_one_target')),
    sa.ForeignKeyConstraint(['attribute_id'], ['attribute.id'], name=op.f('fk_attribute_value_attribute_id_attribute')),
    sa.ForeignKeyConstraint(['interview_id'], ['interview.id'], name=op.f('fk_attribute_value_interview_id_interview')),
    sa.ForeignKeyConstraint(['participant_id'], ['participant.id'], name=op.f('fk_attribute_value_participant_id_participant')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attribute_value'))
    )
    with op.batch_alter_table('attribute_value', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_attribute_value_interview_id'), ['interview_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_attribute_value_participant_id'), ['participant_id'], unique=False)
        batch_op.create_index('uq_value_interview', ['attribute_id', 'interview_id'], unique=True, sqlite_where=sa.text('interview_id IS NOT NULL'), postgresql_where=sa.text('interview_id IS NOT NULL'))
        batch_op.create_index('uq_value_participant', ['attribute_id', 'participant_id'], unique=True, sqlite_where=sa.text('participant_id IS NOT NULL'), postgresql_where=sa.text('participant_id IS NOT NULL'))

    op.create_table('cell_summary',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('code_id', sa.Integer(), nullable=False),
    sa.Column('interview_id', sa.Integer(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('updated_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['code_id'], ['code.id'], name=op.f('fk_cell_summary_code_id_code')),
    sa.ForeignKeyConstraint(['interview_id'], ['interview.id'], name=op.f('fk_cell_summary_interview_id_interview')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_cell_summary')),
    sa.UniqueConstraint('code_id', 'interview_id', name=op.f('uq_cell_summary_code_id_interview_id')),
    sa.UniqueConstraint('guid', name=op.f('uq_cell_summary_guid'))
    )
    with op.batch_alter_table('cell_summary', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_cell_summary_interview_id'), ['interview_id'], unique=False)

    op.create_table('change_log',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('coder_id', sa.Integer(), nullable=True),
    sa.Column('kind', sa.String(length=4), nullable=False),
    sa.Column('label', sa.String(), nullable=False),
    sa.Column('values', sa.JSON(), nullable=False),
    sa.Column('codebook', sa.JSON(), nullable=False),
    sa.CheckConstraint("kind IN ('do', 'undo', 'redo')", name=op.f('ck_change_log_kind')),
    sa.ForeignKeyConstraint(['coder_id'], ['coder.id'], name=op.f('fk_change_log_coder_id_coder')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_change_log')),
    sqlite_autoincrement=True
    )
    op.create_table('group_member',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('group_id', sa.Integer(), nullable=False),
    sa.Column('interview_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['interview_group.id'], name=op.f('fk_group_member_group_id_interview_group')),
    sa.ForeignKeyConstraint(['interview_id'], ['interview.id'], name=op.f('fk_group_member_interview_id_interview')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_group_member')),
    sa.UniqueConstraint('group_id', 'interview_id', name=op.f('uq_group_member_group_id_interview_id'))
    )
    with op.batch_alter_table('group_member', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_group_member_interview_id'), ['interview_id'], unique=False)

    op.create_table('guide_question',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('guide_id', sa.Integer(), nullable=False),
    sa.Column('section', sa.String(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('theme_id', sa.Integer(), nullable=True),
    sa.CheckConstraint("trim(text) <> ''", name=op.f('ck_guide_question_text_not_blank')),
    sa.ForeignKeyConstraint(['guide_id'], ['guide.id'], name=op.f('fk_guide_question_guide_id_guide')),
    sa.ForeignKeyConstraint(['theme_id'], ['code.id'], name=op.f('fk_guide_question_theme_id_code')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_guide_question')),
    sa.UniqueConstraint('guid', name=op.f('uq_guide_question_guid'))
    )
    with op.batch_alter_table('guide_question', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_guide_question_guide_id'), ['guide_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_guide_question_theme_id'), ['theme_id'], unique=False)

    op.create_table('interview_unit',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('interview_id', sa.Integer(), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['interview_id'], ['interview.id'], name=op.f('fk_interview_unit_interview_id_interview')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_interview_unit_unit_id_unit')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_interview_unit')),
    sa.UniqueConstraint('interview_id', 'unit_id', name=op.f('uq_interview_unit_interview_id_unit_id'))
    )
    with op.batch_alter_table('interview_unit', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_interview_unit_unit_id'), ['unit_id'], unique=False)

    op.create_table('participation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('interview_id', sa.Integer(), nullable=False),
    sa.Column('participant_id', sa.Integer(), nullable=False),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['interview_id'], ['interview.id'], name=op.f('fk_participation_interview_id_interview')),
    sa.ForeignKeyConstraint(['participant_id'], ['participant.id'], name=op.f('fk_participation_participant_id_participant')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_participation')),
    sa.UniqueConstraint('interview_id', 'participant_id', name=op.f('uq_participation_interview_id_participant_id'))
    )
    with op.batch_alter_table('participation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_participation_participant_id'), ['participant_id'], unique=False)

    op.create_table('passage',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('interview_id', sa.Integer(), nullable=False),
    sa.Column('start', sa.Integer(), nullable=False),
    sa.Column('end', sa.Integer(), nullable=False),
    sa.Column('quote', sa.Text(), nullable=False),
    sa.Column('is_strong', sa.Boolean(), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.CheckConstraint('0 <= start AND start < "end"', name=op.f('ck_passage_span')),
    sa.CheckConstraint('length(quote) = "end" - start', name=op.f('ck_passage_quote_length')),
    sa.ForeignKeyConstraint(['interview_id'], ['interview.id'], name=op.f('fk_passage_interview_id_interview')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_passage')),
    sa.UniqueConstraint('guid', name=op.f('uq_passage_guid')),
    sa.UniqueConstraint('interview_id', 'start', 'end', name=op.f('uq_passage_interview_id_start_end'))
    )
    op.create_table('sampling_frame',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('group_id', sa.Integer(), nullable=False),
    sa.Column('unit', sa.String(length=200), nullable=False),
    sa.Column('frame_known', sa.String(length=20), nullable=False),
    sa.Column('invited', sa.Integer(), nullable=True),
    sa.Column('reached', sa.Integer(), nullable=True),
    sa.Column('refused', sa.Integer(), nullable=True),
    sa.Column('silent', sa.Integer(), nullable=True),
    sa.Column('justification', sa.Text(), nullable=False),
    sa.CheckConstraint("frame_known IN ('yes', 'partial', 'not_applicable', 'no')", name=op.f('ck_sampling_frame_frame_known')),
    sa.CheckConstraint('invited >= 0 AND reached >= 0 AND refused >= 0 AND silent >= 0', name=op.f('ck_sampling_frame_counts')),
    sa.CheckConstraint('invited IS NULL OR coalesce(refused, 0) + coalesce(silent, 0) <= invited', name=op.f('ck_sampling_frame_answers')),
    sa.ForeignKeyConstraint(['group_id'], ['interview_group.id'], name=op.f('fk_sampling_frame_group_id_interview_group')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sampling_frame')),
    sa.UniqueConstraint('group_id', name=op.f('uq_sampling_frame_group_id'))
    )
    op.create_table('speaker',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('interview_id', sa.Integer(), nullable=False),
    sa.Column('label', sa.String(length=500), nullable=False),
    sa.Column('is_interviewer', sa.Boolean(), nullable=False),
    sa.Column('participant_id', sa.Integer(), nullable=True),
    sa.CheckConstraint("trim(label) <> ''", name=op.f('ck_speaker_label_not_blank')),
    sa.ForeignKeyConstraint(['interview_id'], ['interview.id'], name=op.f('fk_speaker_interview_id_interview')),
    sa.ForeignKeyConstraint(['participant_id'], ['participant.id'], name=op.f('fk_speaker_participant_id_participant')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_speaker')),
    sa.UniqueConstraint('guid', name=op.f('uq_speaker_guid')),
    sa.UniqueConstraint('interview_id', 'label', name=op.f('uq_speaker_interview_id_label'))
    )
    with op.batch_alter_table('speaker', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_speaker_participant_id'), ['participant_id'], unique=False)

    op.create_table('theme_asked',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('theme_id', sa.Integer(), nullable=False),
    sa.Column('interview_id', sa.Integer(), nullable=False),
    sa.Column('asked', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['interview_id'], ['interview.id'], name=op.f('fk_theme_asked_interview_id_interview')),
    sa.ForeignKeyConstraint(['theme_id'], ['code.id'], name=op.f('fk_theme_asked_theme_id_code')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_theme_asked')),
    sa.UniqueConstraint('theme_id', 'interview_id', name=op.f('uq_theme_asked_theme_id_interview_id'))
    )
    with op.batch_alter_table('theme_asked', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_theme_asked_interview_id'), ['interview_id'], unique=False)

    op.create_table('coding',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('passage_id', sa.Integer(), nullable=False),
    sa.Column('code_id', sa.Integer(), nullable=False),
    sa.Column('coder_id', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['code_id'], ['code.id'], name=op.f('fk_coding_code_id_code')),
    sa.ForeignKeyConstraint(['coder_id'], ['coder.id'], name=op.f('fk_coding_coder_id_coder')),
    sa.ForeignKeyConstraint(['passage_id'], ['passage.id'], name=op.f('fk_coding_passage_id_passage')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_coding')),
    sa.UniqueConstraint('guid', name=op.f('uq_coding_guid')),
    sa.UniqueConstraint('passage_id', 'code_id', 'coder_id', name=op.f('uq_coding_passage_id_code_id_coder_id'))
    )
    with op.batch_alter_table('coding', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_coding_code_id'), ['code_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_coding_coder_id'), ['coder_id'], unique=False)

    op.create_table('memo',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('passage_id', sa.Integer(), nullable=True),
    sa.Column('code_id', sa.Integer(), nullable=True),
    sa.Column('interview_id', sa.Integer(), nullable=True),
    sa.Column('participant_id', sa.Integer(), nullable=True),
    sa.Column('group_id', sa.Integer(), nullable=True),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('updated_at', sa.DateTime(), nullable=False),
    sa.CheckConstraint('(passage_id IS NOT NULL) + (code_id IS NOT NULL) + (interview_id IS NOT NULL) + (participant_id IS NOT NULL) + (group_id IS NOT NULL) <= 1', name=op.f('ck_memo_one_target')),
    sa.ForeignKeyConstraint(['code_id'], ['code.id'], name=op.f('fk_memo_code_id_code')),
    sa.ForeignKeyConstraint(['group_id'], ['interview_group.id'], name=op.f('fk_memo_group_id_interview_group')),
    sa.ForeignKeyConstraint(['interview_id'], ['interview.id'], name=op.f('fk_memo_interview_id_interview')),
    sa.ForeignKeyConstraint(['participant_id'], ['participant.id'], name=op.f('fk_memo_participant_id_participant')),
    sa.ForeignKeyConstraint(['passage_id'], ['passage.id'], name=op.f('fk_memo_passage_id_passage')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_memo')),
    sa.UniqueConstraint('guid', name=op.f('uq_memo_guid'))
    )
    with op.batch_alter_table('memo', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_memo_code_id'), ['code_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_memo_group_id'), ['group_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_memo_interview_id'), ['interview_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_memo_participant_id'), ['participant_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_memo_passage_id'), ['passage_id'], unique=False)

    op.create_table('turn',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('interview_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('label_start', sa.Integer(), nullable=False),
    sa.Column('start', sa.Integer(), nullable=False),
    sa.Column('end', sa.Integer(), nullable=False),
    sa.Column('speaker_id', sa.Integer(), nullable=True),
    sa.Column('time_ms', sa.Integer(), nullable=True),
    sa.CheckConstraint('0 <= label_start AND label_start <= start AND start <= "end"', name=op.f('ck_turn_span')),
    sa.CheckConstraint('number > 0', name=op.f('ck_turn_number')),
    sa.CheckConstraint('time_ms IS NULL OR time_ms >= 0', name=op.f('ck_turn_time')),
    sa.ForeignKeyConstraint(['interview_id'], ['interview.id'], name=op.f('fk_turn_interview_id_interview')),
    sa.ForeignKeyConstraint(['speaker_id'], ['speaker.id'], name=op.f('fk_turn_speaker_id_speaker')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_turn')),
    sa.UniqueConstraint('guid', name=op.f('uq_turn_guid')),
    sa.UniqueConstraint('interview_id', 'label_start', name=op.f('uq_turn_interview_id_label_start'))
    )
    with op.batch_alter_table('turn', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_turn_speaker_id'), ['speaker_id'], unique=False)

    dialect_sqlite.create_search(op.get_bind())
