"""What each numbered step does to the schema; a step that was released stays as it is for ever."""

from __future__ import annotations

import apsw

STAGES_SINCE = 3
"""The first schema with stages; a step of undo recorded before knows nothing of them."""


def people_and_organizations(connection: apsw.Connection) -> None:
    """The first schema."""
    connection.execute("""
        CREATE TABLE organization (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE
        );
        CREATE TABLE contact (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            given_name TEXT NOT NULL,
            family_name TEXT NOT NULL,
            credentials TEXT NOT NULL,
            position TEXT NOT NULL,
            organization_id INTEGER REFERENCES organization (id) ON DELETE SET NULL,
            linkedin TEXT,
            connected_on TEXT,
            source TEXT NOT NULL,
            created_at TEXT NOT NULL,
            trashed_at TEXT
        );
        CREATE INDEX contact_organization_id ON contact (organization_id);
        CREATE UNIQUE INDEX contact_linkedin ON contact (linkedin) WHERE linkedin IS NOT NULL;
        CREATE TABLE email (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
            address TEXT NOT NULL,
            place INTEGER NOT NULL
        );
        CREATE INDEX email_contact_id ON email (contact_id);
        CREATE TABLE phone (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
            number TEXT NOT NULL,
            place INTEGER NOT NULL
        );
        CREATE INDEX phone_contact_id ON phone (contact_id);
        CREATE TABLE tag (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE COLLATE NOCASE
        );
        CREATE TABLE contact_tag (
            contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
            tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
            PRIMARY KEY (contact_id, tag_id)
        ) WITHOUT ROWID;
        CREATE INDEX contact_tag_tag_id ON contact_tag (tag_id);
        CREATE TABLE imported_contact (
            contact_id INTEGER PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE,
            given_name TEXT NOT NULL,
            family_name TEXT NOT NULL,
            credentials TEXT NOT NULL,
            position TEXT NOT NULL,
            organization TEXT NOT NULL,
            email TEXT NOT NULL,
            linkedin TEXT NOT NULL,
            connected_on TEXT NOT NULL
        );
        CREATE TABLE history (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            label TEXT NOT NULL,
            label_values TEXT NOT NULL,
            made_at TEXT NOT NULL,
            schema_version INTEGER NOT NULL,
            changeset BLOB NOT NULL,
            undone INTEGER NOT NULL DEFAULT 0
        );
        CREATE TABLE setting (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE put_aside (
            place TEXT PRIMARY KEY,
            text TEXT NOT NULL
        ) WITHOUT ROWID;
    """).fetchall()


def book_to_choose_from(connection: apsw.Connection) -> None:
    """All that is kept of a person and an organization, the short list, and who is not the same as whom."""
    connection.execute("""
        ALTER TABLE contact ADD COLUMN middle_name TEXT NOT NULL DEFAULT '';
        ALTER TABLE contact ADD COLUMN suffix TEXT NOT NULL DEFAULT '';
        ALTER TABLE contact ADD COLUMN pronouns TEXT NOT NULL DEFAULT '';
        ALTER TABLE contact ADD COLUMN seniority TEXT NOT NULL DEFAULT '';
        ALTER TABLE contact ADD COLUMN location TEXT NOT NULL DEFAULT '';
        ALTER TABLE contact ADD COLUMN time_zone TEXT NOT NULL DEFAULT '';
        ALTER TABLE contact ADD COLUMN remarks TEXT NOT NULL DEFAULT '';
        ALTER TABLE contact ADD COLUMN in_touch_on TEXT;
        ALTER TABLE contact ADD COLUMN referrer_id INTEGER REFERENCES contact (id) ON DELETE SET NULL;
        ALTER TABLE contact ADD COLUMN merged_into_id INTEGER REFERENCES contact (id) ON DELETE SET NULL;
        ALTER TABLE contact ADD COLUMN card_uid TEXT;
        CREATE INDEX contact_referrer_id ON contact (referrer_id) WHERE referrer_id IS NOT NULL;
        CREATE INDEX contact_merged_into_id ON contact (merged_into_id) WHERE merged_into_id IS NOT NULL;
        CREATE INDEX contact_trashed_at ON contact (trashed_at) WHERE trashed_at IS NOT NULL;
        CREATE INDEX contact_card_uid ON contact (card_uid) WHERE card_uid IS NOT NULL;
        ALTER TABLE organization ADD COLUMN kind TEXT NOT NULL DEFAULT '';
        ALTER TABLE organization ADD COLUMN size TEXT NOT NULL DEFAULT '';
        ALTER TABLE organization ADD COLUMN industry TEXT NOT NULL DEFAULT '';
        ALTER TABLE organization ADD COLUMN city TEXT NOT NULL DEFAULT '';
        ALTER TABLE organization ADD COLUMN website TEXT NOT NULL DEFAULT '';
        ALTER TABLE organization ADD COLUMN phone TEXT NOT NULL DEFAULT '';
        ALTER TABLE organization ADD COLUMN mission TEXT NOT NULL DEFAULT '';
        ALTER TABLE organization ADD COLUMN remarks TEXT NOT NULL DEFAULT '';
        ALTER TABLE organization ADD COLUMN target INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE organization ADD COLUMN motivation INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE organization ADD COLUMN openings INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE organization ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX organization_target ON organization (target) WHERE target;
        CREATE TABLE organization_alias (
            name TEXT PRIMARY KEY,
            organization_id INTEGER NOT NULL REFERENCES organization (id) ON DELETE CASCADE
        ) WITHOUT ROWID;
        CREATE INDEX organization_alias_organization_id ON organization_alias (organization_id);
        CREATE TABLE link (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
            address TEXT NOT NULL,
            place INTEGER NOT NULL
        );
        CREATE INDEX link_contact_id ON link (contact_id);
        CREATE TABLE school (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            place INTEGER NOT NULL
        );
        CREATE INDEX school_contact_id ON school (contact_id);
        CREATE TABLE past_employer (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            place INTEGER NOT NULL
        );
        CREATE INDEX past_employer_contact_id ON past_employer (contact_id);
        CREATE TABLE photo (
            contact_id INTEGER PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE,
            image BLOB NOT NULL
        );
        CREATE TABLE job_change (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
            seen_at TEXT NOT NULL,
            old_position TEXT NOT NULL,
            old_organization TEXT NOT NULL,
            new_position TEXT NOT NULL,
            new_organization TEXT NOT NULL,
            looked_at INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX job_change_contact_id ON job_change (contact_id);
        CREATE TABLE direction (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE COLLATE NOCASE,
            kept INTEGER NOT NULL DEFAULT 0
        );
        CREATE TABLE short_list (
            contact_id INTEGER PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE,
            reason TEXT NOT NULL,
            direction_id INTEGER REFERENCES direction (id) ON DELETE SET NULL,
            motivation INTEGER NOT NULL,
            added_at TEXT NOT NULL
        );
        CREATE INDEX short_list_direction_id ON short_list (direction_id);
        CREATE TABLE distinct_contact (
            first_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
            second_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
            PRIMARY KEY (first_id, second_id)
        ) WITHOUT ROWID;
        CREATE INDEX distinct_contact_second_id ON distinct_contact (second_id);
        CREATE TABLE distinct_organization (
            first_id INTEGER NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
            second_id INTEGER NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
            PRIMARY KEY (first_id, second_id)
        ) WITHOUT ROWID;
        CREATE INDEX distinct_organization_second_id ON distinct_organization (second_id);
        CREATE TABLE profile (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            seniority TEXT NOT NULL,
            schools TEXT NOT NULL,
            past_employers TEXT NOT NULL
        );
        CREATE TABLE weight (
            factor TEXT PRIMARY KEY,
            value INTEGER NOT NULL
        ) WITHOUT ROWID;
    """).fetchall()


def story_of_every_person(connection: apsw.Connection) -> None:
    """What happened with people, what was agreed, said and written, what is due, and by which habits."""
    connection.execute("""
        ALTER TABLE contact ADD COLUMN contact_on TEXT;
        CREATE TABLE interview (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            starts_at TEXT,
            time_zone TEXT NOT NULL,
            minutes INTEGER NOT NULL,
            medium TEXT NOT NULL,
            place TEXT NOT NULL,
            state TEXT NOT NULL,
            state_at TEXT NOT NULL,
            direction_id INTEGER REFERENCES direction (id) ON DELETE SET NULL,
            created_at TEXT NOT NULL
        );
        CREATE INDEX interview_starts_at ON interview (starts_at);
        CREATE INDEX interview_scheduled ON interview (starts_at) WHERE state = 'scheduled';
        CREATE INDEX interview_direction_id ON interview (direction_id);
        CREATE TABLE interview_person (
            interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
            contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
            PRIMARY KEY (interview_id, contact_id)
        ) WITHOUT ROWID;
        CREATE INDEX interview_person_contact_id ON interview_person (contact_id);
        CREATE TABLE note (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            contact_id INTEGER REFERENCES contact (id) ON DELETE CASCADE,
            organization_id INTEGER REFERENCES organization (id) ON DELETE SET NULL,
            interview_id INTEGER REFERENCES interview (id) ON DELETE SET NULL,
            text TEXT NOT NULL,
            created_at TEXT NOT NULL,
            changed_at TEXT NOT NULL
        );
        CREATE INDEX note_contact_id ON note (contact_id);
        CREATE INDEX note_organization_id ON note (organization_id);
        CREATE INDEX note_interview_id ON note (interview_id);
        CREATE INDEX note_changed_at ON note (changed_at);
        CREATE TABLE note_version (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            note_id INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
            text TEXT NOT NULL,
            written_at TEXT NOT NULL
        );
        CREATE INDEX note_version_note_id ON note_version (note_id);
        CREATE TABLE note_mention (
            note_id INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
            contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
            words TEXT NOT NULL,
            PRIMARY KEY (note_id, contact_id)
        ) WITHOUT ROWID;
        CREATE INDEX note_mention_contact_id ON note_mention (contact_id);
        CREATE TABLE touch (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            answer TEXT NOT NULL,
            at TEXT NOT NULL,
            time_zone TEXT NOT NULL,
            until TEXT,
            words TEXT NOT NULL,
            interview_id INTEGER REFERENCES interview (id) ON DELETE SET NULL
        );
        CREATE INDEX touch_contact_id ON touch (contact_id, at);
        CREATE INDEX touch_interview_id ON touch (interview_id);
        CREATE TABLE follow_up (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            contact_id INTEGER REFERENCES contact (id) ON DELETE CASCADE,
            note_id INTEGER REFERENCES note (id) ON DELETE SET NULL,
            interview_id INTEGER REFERENCES interview (id) ON DELETE SET NULL,
            touch_id INTEGER REFERENCES touch (id) ON DELETE SET NULL,
            rule TEXT NOT NULL,
            due_on TEXT NOT NULL,
            due_at TEXT,
            moved_from TEXT,
            reason TEXT NOT NULL,
            state TEXT NOT NULL,
            ended_at TEXT,
            ended_why TEXT NOT NULL,
            created_at TEXT NOT NULL
        );
        CREATE INDEX follow_up_contact_id ON follow_up (contact_id);
        CREATE INDEX follow_up_note_id ON follow_up (note_id);
        CREATE INDEX follow_up_interview_id ON follow_up (interview_id);
        CREATE INDEX follow_up_touch_id ON follow_up (touch_id);
        CREATE INDEX follow_up_due_on ON follow_up (due_on, rule, due_at, contact_id, interview_id)
         WHERE state = 'open';
        CREATE TABLE stage (
            contact_id INTEGER PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE,
            stage TEXT NOT NULL,
            since TEXT NOT NULL
        );
        CREATE INDEX stage_since ON stage (stage, since);
        CREATE TABLE keep_in_touch (
            contact_id INTEGER PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE,
            days INTEGER NOT NULL,
            chosen_at TEXT NOT NULL
        );
        CREATE TABLE tag_keep_in_touch (
            tag_id INTEGER PRIMARY KEY REFERENCES tag (id) ON DELETE CASCADE,
            days INTEGER NOT NULL,
            chosen_at TEXT NOT NULL
        );
        CREATE TABLE cadence (
            key TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            unit TEXT NOT NULL,
            second_person_days INTEGER,
            follow_up_days INTEGER NOT NULL,
            close_days INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE practice (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            cadence TEXT NOT NULL,
            working_days TEXT NOT NULL,
            day_starts TEXT NOT NULL,
            day_ends TEXT NOT NULL,
            region TEXT NOT NULL,
            keep_in_touch_days INTEGER NOT NULL
        );
        CREATE TABLE holiday (
            region TEXT NOT NULL,
            day TEXT NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (region, day)
        ) WITHOUT ROWID;
    """).fetchall()
    ask_the_listed(connection)


def calendars_and_offered_times(connection: apsw.Connection) -> None:
    """The fourth schema: times that were offered, calendars of other programs, and when one is busy by them.

    What a calendar's file says does not refer to the calendar, so that it outlives a removal that is undone.
    An interview that came from one keeps what it is called there.
    """
    connection.execute("""
        ALTER TABLE interview ADD COLUMN uid TEXT NOT NULL DEFAULT '';
        CREATE TABLE offered_time (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
            starts_at TEXT NOT NULL,
            minutes INTEGER NOT NULL,
            time_zone TEXT NOT NULL,
            created_at TEXT NOT NULL
        );
        CREATE INDEX offered_time_contact_id ON offered_time (contact_id, starts_at);
        CREATE INDEX offered_time_starts_at ON offered_time (starts_at);
        CREATE TABLE calendar (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            path TEXT NOT NULL,
            colour TEXT NOT NULL,
            watched INTEGER NOT NULL,
            added_at TEXT NOT NULL
        );
        CREATE TABLE calendar_reading (
            calendar_id INTEGER PRIMARY KEY,
            state TEXT NOT NULL,
            read_at TEXT,
            first_day TEXT,
            last_day TEXT,
            stamp TEXT NOT NULL
        );
        CREATE TABLE busy_time (
            calendar_id INTEGER NOT NULL,
            all_day INTEGER NOT NULL,
            starts INTEGER NOT NULL,
            number INTEGER NOT NULL,
            ends INTEGER NOT NULL,
            reach INTEGER NOT NULL,
            title TEXT NOT NULL,
            PRIMARY KEY (calendar_id, all_day, starts, number)
        ) WITHOUT ROWID;
        CREATE INDEX busy_time_long ON busy_time (calendar_id, all_day, reach, starts) WHERE reach > 1;
    """).fetchall()


def ask_the_listed(connection: apsw.Connection) -> None:
    """Let everybody on the short list be to ask, and nobody else have a stage: nothing else has happened yet."""
    connection.execute("""
        DELETE FROM stage;
        INSERT INTO stage (contact_id, stage, since) SELECT contact_id, 'to_ask', added_at FROM short_list;
    """).fetchall()
