"""A sheet as a DOCX file in the form of official papers (GB/T 9704-2012), which every office prints.

A4 with margins of 37, 35, 28 and 26 mm; the title in SimSun of 22 points, all else in FangSong of 16 points, 22 lines
a page; paragraphs begin two characters in. The fonts are those of every Chinese Windows and WPS; elsewhere the program
that opens it takes its own. English stands in Times New Roman. Nothing of a person stands in the file's properties.
"""

from datetime import datetime
from io import BytesIO
from typing import Final

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from handlers.sheets import Sheet

BODY: Final = "FangSong"
TITLE: Final = "SimSun"
LATIN: Final = "Times New Roman"

_BODY_SIZE: Final = Pt(16)  # 三号
_TITLE_SIZE: Final = Pt(22)  # 二号
_FOOT_SIZE: Final = Pt(14)  # 四号
_LINE: Final = Pt(29)  # 225 mm by 22 lines
_TWO_CHARACTERS: Final = Pt(32)
_FOUR_CHARACTERS: Final = Pt(64)


def document(sheet: Sheet, at: datetime) -> bytes:
    """Return a sheet as the bytes of a DOCX file; `at` is when the notice was given. Takes some milliseconds."""
    paper = Document()
    _page(paper)
    _defaults(paper, sheet.language)
    _properties(paper, sheet, at)
    _add(paper, sheet.number, align=WD_ALIGN_PARAGRAPH.CENTER)
    _add(paper, "")
    _add(paper, sheet.title, align=WD_ALIGN_PARAGRAPH.CENTER, font=TITLE, size=_TITLE_SIZE, bold=True)
    _add(paper, "")
    _add(paper, sheet.to)
    for words in sheet.paragraphs:
        _add(paper, words, indent=True)
    _add(paper, "")
    for words in (sheet.signed, sheet.date):
        line = _add(paper, words, align=WD_ALIGN_PARAGRAPH.RIGHT)
        line.paragraph_format.right_indent = _FOUR_CHARACTERS
        line.paragraph_format.keep_together = True
    _page_number(paper)
    content = BytesIO()
    paper.save(content)
    return content.getvalue()


def _page(paper: Paper) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)


def _defaults(paper: Paper, language: str) -> None:
    """Set the font of all that names none, and the language by which lines break."""
    style = paper.styles["Normal"]
    style.font.name, style.font.size = LATIN, _BODY_SIZE
    properties = style.element.get_or_add_rPr()
    properties.rFonts.set(qn("w:eastAsia"), BODY)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), "en-US" if language == "en" else "zh-CN")
    spoken.set(qn("w:eastAsia"), "zh-CN")
    properties.append(spoken)


def _properties(paper: Paper, sheet: Sheet, at: datetime) -> None:
    known = paper.core_properties
    known.author = known.last_modified_by = sheet.signed
    known.title = f"{sheet.title} {sheet.number}"
    known.comments = ""
    known.created = known.modified = at.replace(tzinfo=None)
    known.language = "en" if sheet.language == "en" else "zh-CN"


def _add(
    paper: Paper,
    words: str,
    *,
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
    font: str = BODY,
    size: Pt = _BODY_SIZE,
    bold: bool = False,
    indent: bool = False,
) -> Paragraph:
    """Add a paragraph. Breaks in `words` stay breaks."""
    line = paper.add_paragraph()
    line.alignment = align
    form = line.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, _LINE
    if indent:
        form.first_line_indent = _TWO_CHARACTERS
    run = line.add_run(words)
    _dress(run, font, size, bold=bold)
    return line


def _dress(run: Run, font: str, size: Pt, *, bold: bool = False) -> None:
    run.font.name, run.font.size, run.font.bold = LATIN, size, bold
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _page_number(paper: Paper) -> None:
    """Put "- 1 -" into the middle of each page's foot."""
    line = paper.sections[0].footer.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    before, number = line.add_run("— "), line.add_run("1")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(number._element)
    line._element.append(field)
    for each in (before, number, line.add_run(" —")):
        _dress(each, TITLE, _FOOT_SIZE)
