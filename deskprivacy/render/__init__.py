"""Rendering: the model, its gaps and findings become a view, and the view becomes HTML and PDF."""
