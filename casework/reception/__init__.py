"""Reception days (下访接访): a leader sits down where the residents live, and receives whoever comes."""
