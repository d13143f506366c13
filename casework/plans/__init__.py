"""What is due for a case, by whom it concerns; `casework.followups` is the way in."""
