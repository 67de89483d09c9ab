"""Small painted things that every view shares: pictures of people, chips, buttons, labels, empty panes.

May import `ui.theme` and Qt; each widget receives its `Theme`.
"""
