"""How the data's own labels and our categories compare: both are brought to one set of names."""

from collections.abc import Mapping
from typing import Final

from casework.categories import OTHER

ZH: Final[Mapping[str, str]] = {
    "housing": "城乡建设",
    "land": "城乡建设",
    "utilities": "城乡建设",
    "public_order": "城乡建设",
    "disaster": "城乡建设",
    "roads": "交通运输",
    "environment": "环境保护",
    "education": "教育文体",
    "health": "卫生计生",
    "childcare": "卫生计生",
    "eldercare": "劳动和社会保障",
    "employment": "劳动和社会保障",
    "social_security": "劳动和社会保障",
    "market": "商贸旅游",
}
"""The label of the Chinese letters in which each of our categories lies: they know seven, and no "something else"."""

EN: Final[Mapping[str, str]] = {
    "Roadway or Sidewalk Issue": "roads",
    "Pothole Issue": "roads",
    "Snow Issue": "roads",
    "Traffic Sign/Pavement Marking Issue": "roads",
    "Street Light Issue": "utilities",
    "Graffiti Issue": "public_order",
    "Tree or Vegetation Issue": "environment",
    "Missed Trash or Bulky Waste Collection": "environment",
}
"""Our category for those labels of the English reports that leave no doubt. The others are a town's own."""


def meant(language: str, label: str) -> str:
    """Return what people filed a message under, in the common names; "" where there is nothing to compare with."""
    if language == "en":
        return EN.get(label, "")
    return label if label in ZH.values() else ""


def proposed(language: str, category: str) -> str:
    """Return a category of ours in the common names."""
    return category if language == "en" else ZH.get(category, OTHER)
