"""Lawfulness: each purpose rests on a basis that can bear it (GDPR 6 to 10)."""
