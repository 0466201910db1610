"""One YAML text: its characters, its events, its data with their places, and what is wrong with it, for a lawyer."""
