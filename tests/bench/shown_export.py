"""A later LinkedIn export of the people in the sample, with every kind of record an import can meet."""

import csv
from pathlib import Path

from infoview_desktop.store.reads.reader import Reader
from tests.linkedin_people import HEADER, PREAMBLE

KEPT = ("Tomás Vogel", "Head of Operations")
"""The user's own word for a position, which LinkedIn's newer one does not overwrite."""

_CHANGED = {
    "Olga": {"position": "Founder and Chief Executive", "organization": "Tidewater"},
    "Tomás": {"position": "Operations Director"},
    "Rosa": {"position": "Senior Data Scientist"},
    "Zoran": {"organization": "Brightwater"},
}
_NEW = (
    ("João", "Müller", "https://www.linkedin.com/in/infoview-sample-joao", "", "Initech", "Product Manager"),
    ("Ines", "Okoye, RN", "https://www.linkedin.com/in/infoview-sample-ines", "", "Saint Odile Hospital", "Educator"),
    ("Kofi", "Larsen", "https://www.linkedin.com/in/infoview-sample-kofi", "", "Harvest Ledger", "Analyst"),
)
_DAY = "20 Nov 2026"
_HIDDEN = ("", "", "", "", "", "", _DAY)
_UNREADABLE = 'Bruno,"Quintana,https://www.linkedin.com/in/infoview-sample-bruno\n'


def write_later_export(reader: Reader, path: Path) -> None:
    """Write to `path` what LinkedIn would tell next: new, changed, the same, hidden, twice, unreadable."""
    rows = reader.rows(
        "SELECT given_name, family_name, credentials, linkedin, organization, position, connected_on"
        "  FROM imported_contact ORDER BY contact_id"
    )
    new = [(*person, _DAY) for person in (*_NEW, _NEW[0])]
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(PREAMBLE)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows([*map(_record, rows), *new, _HIDDEN, _HIDDEN, _HIDDEN])
        file.write(_UNREADABLE)


def _record(row: tuple[str, ...]) -> tuple[str, ...]:
    given_name, family_name, credentials, slug, organization, position, connected_on = row
    said = {"organization": organization, "position": position} | _CHANGED.get(given_name, {})
    last_name = f"{family_name}, {credentials}" if credentials else family_name
    url = f"https://www.linkedin.com/in/{slug}"
    return given_name, last_name, url, "", said["organization"], said["position"], connected_on
