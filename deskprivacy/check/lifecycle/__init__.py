"""A register and its notices in time: reviews, versions, whom a notice reaches (GDPR 12, 24)."""
