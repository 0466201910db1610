"""The nouns of the register: frozen dataclasses with their references checked. No I/O, no law, no words."""
