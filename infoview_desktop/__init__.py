"""InfoView: a desktop application for informational interviews."""

__version__ = "0.1.0"
