"""What is told to those who have asked for it: subscriptions, audiences, and broadcasts to them."""
