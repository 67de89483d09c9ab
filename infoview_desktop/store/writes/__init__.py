"""How the book is changed: one module per noun, each call within a transaction.

May import what `store` may; called by `operations` alone.
"""
