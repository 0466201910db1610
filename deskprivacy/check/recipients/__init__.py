"""Recipients: who receives data, in which role, under which contract (GDPR 4, 5, 9, 17, 26, 28)."""
