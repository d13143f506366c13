"""The weekly brief: what came in and what became of it, by place and unit, in figures that name nobody."""
