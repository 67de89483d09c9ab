"""Two people made one: who may be in the book twice, and any two people side by side."""
