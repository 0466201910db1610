"""Words: how facts, dates, periods, law and findings are said in a language, and how a text falls into sentences."""
