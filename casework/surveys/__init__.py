"""Surveys: what is asked, who may ask it, how answers are put away, and what of them is ever shown."""
