"""The look in one place: tokens, type, icons, palette and style sheet, and the `Theme` that holds them.

May import Qt alone; everything else in `ui` receives its `Theme` as a constructor parameter.
"""
