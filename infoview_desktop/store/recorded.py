"""Which tables hold the user's data; their names alone, so that reading them needs no models."""

from __future__ import annotations

RECORDED_TABLES = ("organization", "contact", "email", "phone", "tag", "contact_tag", "imported_contact")
"""Parents before children: what undo records and an export writes out."""
