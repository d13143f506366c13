"""The labels of real letters are whole, and are of the letters that were drawn."""

import json
from pathlib import Path

from tests.replay_labels import draw, read_labels


def test_the_labels_are_of_the_150_letters_that_were_drawn(shared_data: Path) -> None:
    with (shared_data / "complaints-zh" / "messages.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    plain, danger, accusation = draw({row["id"]: row["title"] + row["text"] for row in rows})
    assert (len(plain), len(danger) + len(accusation)) == (110, 40)

    labels = read_labels()
    assert [label.id for label in labels] == sorted({*plain, *danger, *accusation})
    assert len(labels) == 150
    assert all(1 <= label.matters <= 10 for label in labels)
    # What accuses as its core accuses.
    assert all(label.accusation for label in labels if label.kind == "accusation")
