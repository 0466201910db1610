"""Transfers: what protects data that leave the European Economic Area (GDPR 44 to 49)."""
