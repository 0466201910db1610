"""Lawfulness: does each purpose rest on a basis that can bear it (GDPR 6 to 10)?"""
