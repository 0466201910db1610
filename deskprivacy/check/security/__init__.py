"""Security of processing, as far as declared facts decide it (GDPR 32)."""
