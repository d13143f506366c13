"""The sample organisation of the demo."""
