"""The demo: the whole service on one machine, with stories to choose, people to play and a clock to move."""
