"""The demo: the whole service on one machine, with three people to play and a clock to move."""
