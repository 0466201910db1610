"""Commitments: do the facts bear out what the public is promised (GDPR 5(1)(a), 12)."""
