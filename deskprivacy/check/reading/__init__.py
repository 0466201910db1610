"""Reading a text for the text rules: its form, its blocks, its sentences, its language."""
