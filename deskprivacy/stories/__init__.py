"""The stories: one thing a person comes to do, one file. The only rooms where loading, checking and rendering meet."""
