"""Profiling, scoring and decisions by machine (GDPR 4(4), 22)."""
