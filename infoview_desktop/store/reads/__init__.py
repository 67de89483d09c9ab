"""What can be asked of the book: one module per noun, plain values out, no change.

May import what `store` may; the only part of `store` that `ui` may call.
"""
