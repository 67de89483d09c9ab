"""What an informational-interview practice is: frozen dataclasses and pure rules.

May import the standard library and `domain`; never Qt, peewee, files or clocks (`now` is a parameter).
"""
