"""Minimisation: only the data that a purpose needs, for no longer than it needs them (GDPR 5(1)(c), 5(1)(e))."""
