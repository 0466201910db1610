"""The command line: one command a file; options in, a story, text out, an exit code. Nothing else prints or exits."""
