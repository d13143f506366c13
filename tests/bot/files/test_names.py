"""Names of files fit for headers, messages and disks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.files.names import LONGEST, file_name


@pytest.mark.parametrize(
    ("given", "mime", "name"),
    [
        ("灯坏了.jpg", "image/jpeg", "灯坏了.jpg"),
        ("../../etc/passwd", "", "passwd"),
        ("C:\\Users\\Ann\\a b.docx", "", "a b.docx"),
        ('a"; filename="b.exe', "", "a_ filename=_b.exe"),
        ("a\r\nX: b.txt", "text/plain", "aX_ b.txt"),
        ("gpj\u202eexe.jpg", "", "gpjexe.jpg"),
        ("a\u2028b.txt", "", "ab.txt"),
        ("", "image/jpeg", "file.jpg"),
        (" .. ", "audio/ogg", "file.ogg"),
        ("", "application/zip", "file"),
        ("长" * 300 + ".docx", "", "长" * 95 + ".docx"),
        ("a." + "b" * 300, "", ("a." + "b" * 300)[:84] + "." + "b" * 15),
    ],
)
def test_a_name_is_made_fit(given: str, mime: str, name: str) -> None:
    assert file_name(given, mime) == name


@given(st.text(max_size=300))
def test_every_name_is_fit(given: str) -> None:
    name = file_name(given, "text/plain")
    assert 0 < len(name) <= LONGEST
    assert not set(name) & set('/\\"\r\n\0:')
    assert all(unicodedata.category(sign)[0] != "C" for sign in name)
    assert name.encode()
    assert file_name(name, "text/plain") == name
