"""Fields edited where they stand: each that is left is one step of undo, and what is typed is never lost."""
