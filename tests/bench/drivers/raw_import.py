"""The least an import can do: csv, insert, and indexes of the same kinds: raw_import.py FILE DIRECTORY."""

import csv
import sys
from pathlib import Path

import apsw

_PREAMBLE = 3

path, directory = map(Path, sys.argv[1:])
directory.mkdir()
connection = apsw.Connection(str(directory / "raw.sqlite3"))
connection.pragma("journal_mode", "wal")
connection.pragma("synchronous", "full")
connection.execute(
    "CREATE TABLE contact (id INTEGER PRIMARY KEY, given_name, family_name, linkedin, email, organization,"
    " position, connected_on)"
)
connection.execute("BEGIN IMMEDIATE")
with path.open(encoding="utf-8", newline="") as file:
    for _ in range(_PREAMBLE):
        file.readline()
    rows = csv.reader(file)
    next(rows)
    connection.executemany(
        "INSERT INTO contact (given_name, family_name, linkedin, email, organization, position, connected_on)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
connection.execute("CREATE INDEX contact_name ON contact (given_name, family_name)")
connection.execute(
    "CREATE VIRTUAL TABLE contact_fts USING fts5 (given_name, family_name, organization, position, content = 'contact',"
    " content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2')"
)
connection.execute("INSERT INTO contact_fts (contact_fts) VALUES ('rebuild')")
connection.execute("COMMIT")
connection.close()
