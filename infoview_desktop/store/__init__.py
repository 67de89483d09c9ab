"""How the book is kept: database, tables, migrations, history, backup and search.

May import `domain`, peewee, apsw and anyascii; never Qt, `system`, `operations` or `ui`.
"""
