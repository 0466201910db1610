"""What is written to or read from a terminal: consent, exemptions, durations (LIL 82)."""
