"""How much of a register is read: it comes from a merge request, and whoever wrote it may wish us ill."""

MAX_BYTES = 4 * 1024 * 1024  # a file; the largest of real registers stay below 100 KB
MAX_DEPTH = 64  # mappings and lists within one another; libyaml needs quadratic time for thousands of them
MAX_EVENTS = 400_000  # keys, values, starts and ends in a file; a thousand activities in one file have about 150 000
MAX_FINDINGS = 200  # warnings about the syntax of one file, and errors; who has written more mends these first
