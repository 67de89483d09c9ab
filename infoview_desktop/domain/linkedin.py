"""Addresses of LinkedIn profiles."""

from __future__ import annotations

from urllib.parse import quote


def profile_address(slug: str) -> str:
    """The address of the profile that a slug names; nothing in the slug can lead elsewhere."""
    return f"https://www.linkedin.com/in/{quote(slug, safe='')}"
