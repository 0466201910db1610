"""The schemas: whether data have the shape that a register demands, and, where they have not, why, in our own words."""
