"""The verbs of reception days: announced, booked, held, recorded, and followed up."""
