"""Which tables hold the user's data; their names alone, so that reading them needs no models."""

from __future__ import annotations

RECORDED_TABLES = (
    "organization",
    "organization_alias",
    "contact",
    "email",
    "phone",
    "link",
    "school",
    "past_employer",
    "photo",
    "tag",
    "contact_tag",
    "imported_contact",
    "job_change",
    "direction",
    "short_list",
    "distinct_contact",
    "distinct_organization",
    "profile",
    "weight",
    "interview",
    "interview_person",
    "note",
    "note_version",
    "note_mention",
    "touch",
    "follow_up",
    "stage",
    "keep_in_touch",
    "tag_keep_in_touch",
    "cadence",
    "practice",
    "offered_time",
    "calendar",
)
"""Parents before children: what undo records and an export writes out."""

VERBATIM = frozenset({"path"})
"""The columns whose texts are names outside the book, which would be others if a space were taken out of them."""

PROSE = frozenset({"remarks", "mission", "reason", "text", "words", "ended_why"})
"""The columns whose texts have several lines."""
