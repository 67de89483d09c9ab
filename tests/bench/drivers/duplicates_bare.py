"""Read from SQLite what a search for duplicates compares, and compare nothing: duplicates_bare.py DIRECTORY."""

import sys
import time
from contextlib import closing
from pathlib import Path

from infoview_desktop.store.database import FILE_NAME, connect_to_read, file_uri
from tests.bench.drivers.hooks import report

_QUESTIONS = (
    """SELECT contact.id, given_name, middle_name, family_name, suffix, organization.name, position, location, linkedin,
              connected_on
         FROM contact LEFT JOIN organization ON organization.id = organization_id
        WHERE trashed_at IS NULL""",
    "SELECT contact_id, address FROM email",
    "SELECT contact_id, number FROM phone",
    "SELECT first_id, second_id FROM distinct_contact",
)

with closing(connect_to_read(file_uri(Path(sys.argv[1]) / FILE_NAME, "mode=ro"))) as connection:
    began = time.perf_counter()
    rows = [connection.execute(question).fetchall() for question in _QUESTIONS]
    report(looked=time.perf_counter() - began, found=0)
