"""The doctor: looks at everything that has to hold, and says of whatever does not what can be done about it."""
