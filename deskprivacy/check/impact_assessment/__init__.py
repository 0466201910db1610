"""Screening for an impact assessment, and its outcome (GDPR 35)."""
