"""What people send besides words: the folder where it is kept, its types, and the traces that are taken off."""
