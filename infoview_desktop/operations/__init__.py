"""What the user can do: one function per verb, one transaction each.

May import `domain`, `store` and `system`; never Qt, peewee or `ui`.
"""
