"""Distances on the globe."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import Final

EARTH_RADIUS_KM: Final = 6371.0088
"""The mean radius."""


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The great-circle distance in kilometres between two points given in degrees (haversine formula)."""
    north, other_north = radians(lat), radians(other_lat)
    half_height = sin((other_north - north) / 2)
    half_width = sin(radians(other_lon - lon) / 2)
    chord = half_height**2 + cos(north) * cos(other_north) * half_width**2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, chord)))
