"""What a petition is and what may happen to it: the rules, pure, over the standard library alone."""
