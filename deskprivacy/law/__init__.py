"""The law as data: closed lists, rules of structure, duties, and the dated reference data, with their reader."""
