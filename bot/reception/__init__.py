"""What a reception day needs outside of the turns: passes, and entries for a calendar."""
