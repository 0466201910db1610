"""The annexes of the register: the same facts, ordered for other questions than those of a sheet."""
