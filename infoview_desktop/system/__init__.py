"""The world outside, without Qt: paths, files and their formats, the lock, other processes.

May import `domain`, platformdirs, keyring and file-format libraries; never Qt, `store`, `operations` or `ui`.
"""
