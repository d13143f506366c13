"""Notices as DOCX files, read back: the form of official papers, Chinese fonts, and no name where none may be."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from bot.files.types import risky, sniff
from bot.files.vault import Vault
from bot.jobs import Hopeless
from bot.papers.document import document
from bot.papers.works import paper_works
from casework.actions import court, extending, membership, naming, not_accepting, outcomes, papers
from casework.files import File, FileState
from casework.kinds import PetitionKind
from casework.not_accepting import NoReason
from casework.papers import PAPER, PaperKind
from casework.papers import Paper as Notice
from casework.people import Role
from casework.petitions import Case, Naming, Outcome, OutcomeKind
from handlers.sheets import Sheet, sheet
from tests.handlers.after_scene import HOLE, WAGES, filed
from tests.handlers.dialogue import COUNTY, GOVERNMENT, MONDAY, Actor, Town
from tests.handlers.staff_scene import at_work, head, taps
from tests.handlers.test_clerk import NAME, PHONE, WORDS, clerk_of, entered, enters
from tests.storage.raw import every

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])
PAGE = Sheet(
    language="zh",
    head="白鹭县交通局",
    number="交通局信〔2026〕40217号",
    title="信访事项受理告知书",
    to="王小明：",
    paragraphs=("您于2026年3月2日反映的事项，已经受理。\n第二行。", "最晚于2026年5月1日前办结。", "<b>&\"'</b>"),
    signed="白鹭县交通局",
    date="2026年3月3日",
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
async def town(database_url: str):  # type: ignore[no-untyped-def]
    town = await Town.open(database_url)
    yield town
    await town.close()


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "files")


def opened(content: bytes) -> Paper:
    return Document(io.BytesIO(content))


def words(content: bytes) -> str:
    return "\n".join(line.text for line in opened(content).paragraphs)


async def notices(town: Town) -> list[Notice]:
    async with town.store.reading() as session:
        return await every(session, [Notice])


async def page_for(town: Town, reader: Actor, paper: Notice) -> str:
    """Return what a reader's copy of a notice says, as it is read back from the file."""
    person = await reader.person()
    async with town.store.turn(town.now) as uow:
        case = await uow.get(Case, paper.case_id)
        assert case is not None
        page = await sheet(uow, paper, case, person.id)
    return words(document(page, paper.at))


# ----- The form -----


def test_a_page_has_the_margins_of_official_papers() -> None:
    section = opened(document(PAGE, MONDAY)).sections[0]
    size = (section.page_width, section.page_height)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(each.mm) for each in (*size, *margins) if each is not None] == [210, 297, 37, 35, 28, 26]


def test_chinese_stands_in_the_fonts_of_official_papers() -> None:
    paper = opened(document(PAGE, MONDAY))
    fonts, sizes = {}, {}
    for line in paper.paragraphs:
        for run in line.runs:
            assert run._element.rPr is not None
            chosen = run._element.rPr.rFonts
            assert chosen is not None
            assert not [name for name in chosen.attrib if "Theme" in str(name)], "a theme's font would win"
            fonts[line.text] = chosen.get(qn("w:eastAsia"))
            sizes[line.text] = run.font.size
            assert run.font.name == "Times New Roman"
    title = PAGE.title
    assert (fonts.pop(title), sizes.pop(title)) == ("SimSun", Pt(22))
    assert set(fonts.values()) == {"FangSong"}
    assert set(sizes.values()) == {Pt(16)}
    normal = paper.styles["Normal"].element.rPr.rFonts
    assert normal.get(qn("w:eastAsia")) == "FangSong"


def test_lines_are_those_of_official_papers() -> None:
    paper = opened(document(PAGE, MONDAY))
    assert {line.paragraph_format.line_spacing for line in paper.paragraphs} == {Pt(29)}
    by_text = {line.text: line for line in paper.paragraphs}
    assert by_text[PAGE.title].alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert by_text[PAGE.date].alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert by_text[PAGE.paragraphs[1]].paragraph_format.first_line_indent == Pt(32), "two characters"
    assert not by_text[PAGE.to].paragraph_format.first_line_indent
    order = [line.text for line in paper.paragraphs if line.text]
    assert order == [PAGE.number, PAGE.title, PAGE.to, *PAGE.paragraphs, PAGE.signed, PAGE.date]


def test_pages_are_numbered() -> None:
    footer = opened(document(PAGE, MONDAY)).sections[0].footer.paragraphs[0]
    (field,) = footer._element.findall(qn("w:fldSimple"))
    assert field.get(qn("w:instr")) == "PAGE"
    assert [each.tag for each in footer._element].index(field.tag) == 2, "between the dashes"


def test_the_file_names_nobody_and_is_taken_for_a_harmless_document() -> None:
    content = document(PAGE, MONDAY)
    known = opened(content).core_properties
    assert (known.author, known.last_modified_by, known.comments) == (PAGE.head, PAGE.head, "")
    assert known.created is not None
    assert known.created.replace(tzinfo=None) == MONDAY.replace(tzinfo=None)
    assert sniff(content) == WORD
    assert not risky(f"{PAGE.number}.docx", sniff(content))
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        assert "python-docx" not in packed.read("docProps/core.xml").decode()


# ----- What stands on it -----


@LANGUAGES
async def test_acceptance_says_path_procedure_limit_and_other_remedies(town: Town, language: str) -> None:
    boss = await town.cadre(unit=GOVERNMENT, language=language)
    ann, case = await filed(town, language, WAGES)
    await taps(boss, "Accept")
    (paper,) = await notices(town)
    page = await page_for(town, ann, paper)
    for part in {
        "en": ("Notice of Acceptance", "labour inspection", "1 May 2026", "article 27", "does not stop", "March 2026"),
        "zh": ("受理告知书", "劳动保障监察", "2026年5月1日前", "第二十七条", "不影响上述期限", "2026年3月2日"),
    }[language]:
        assert part in page, part
    assert paper.number in page
    assert case.number in page
    assert {"en": "Egret County Government", "zh": "白鹭县政府"}[language] in page


@LANGUAGES
@pytest.mark.parametrize("reason", NoReason)
async def test_non_acceptance_says_why_by_which_article_and_what_can_be_done(
    town: Town, language: str, reason: NoReason
) -> None:
    await town.cadre(language=language)
    chief = await head(town, language)
    ann, case = await filed(town, language, HOLE)
    by = (await chief.person()).id
    async with town.store.turn(town.now) as uow:
        await not_accepting.not_accept(uow, case.id, by, None, reason, "THE BODY", "THE WORDS")
    (paper,) = await notices(town)
    page = await page_for(town, ann, paper)
    assert "THE BODY" in page
    assert "THE WORDS" in page
    articles = {"court": "22", "procedure": "31", "other_body": "23", "final": "36"}
    chinese = {"court": "第二十二条", "procedure": "第三十一条", "other_body": "第二十三条", "final": "第三十六条"}
    assert (articles if language == "en" else chinese)[reason.value] in page
    assert {"en": "the office above within 30 days", "zh": "30日内"}[language] in page


@LANGUAGES
async def test_reply_extension_registration_and_review_can_be_had_too(town: Town, language: str) -> None:
    ann, wang, case = await at_work(town, language)
    chief = await head(town, language)
    by, above = (await wang.person()).id, (await chief.person()).id
    outcome = Outcome(OutcomeKind.REFUSED, "FOUND", "INSTEAD", "THE RULE")
    async with town.store.turn(town.now) as uow:
        until = uow.rules.calendar.limit(town.now, 70)
        await extending.set_date(uow, case.id, above, None, until, "FROST")
    async with town.store.turn(town.now) as uow:
        await outcomes.propose(uow, case.id, by, None, outcome)
    resident = await ann.person()
    async with town.store.turn(town.now) as uow:
        registered = await papers.register(uow, case.id, resident.id)
    async with town.store.turn(town.now) as uow:
        found = await uow.get(Case, case.id)
        assert found is not None
        await papers.issue(uow, found, PaperKind.REVIEW, parts=["UPHELD", "BECAUSE"])
    assert registered.kind is PaperKind.REGISTRATION
    pages = {paper.kind: await page_for(town, ann, paper) for paper in await notices(town)}
    assert set(pages) == set(PaperKind) - {PaperKind.NOT_ACCEPTED, PaperKind.FORWARDED}
    for part in ("FOUND", "INSTEAD", "THE RULE"):
        assert part in pages[PaperKind.REPLY]
    assert "FROST" in pages[PaperKind.EXTENSION]
    assert {"en": "11 May 2026", "zh": "2026年5月11日"}[language] in pages[PaperKind.EXTENSION]
    assert {"en": "15 days", "zh": "15日内"}[language] in pages[PaperKind.REGISTRATION]
    assert "BECAUSE" in pages[PaperKind.REVIEW]


@LANGUAGES
async def test_forwarding_says_where_to_and_when(town: Town, language: str) -> None:
    office = await town.official(Role.DISPATCHER, language, area=COUNTY)
    accused = {
        "en": "The director of the Egret Roads Bureau is corrupt and takes bribes",
        "zh": "白鹭县交通局局长收受贿赂",
    }
    ann, case = await filed(town, language, accused)
    assert case.kind is PetitionKind.ACCUSATION
    officer = await office.person()
    async with town.store.turn(town.now) as uow:
        await court.to_discipline(uow, case.id, officer.id, None, "THE INSPECTION", town.now)
    (paper,) = await notices(town)
    page = await page_for(town, ann, paper)
    assert "THE INSPECTION" in page
    assert {"en": "on 2 March 2026", "zh": "于2026年3月2日"}[language] in page


# ----- Who it is of -----


@LANGUAGES
async def test_a_name_stands_on_it_for_its_own_person_and_for_whoever_passes_it_on_alone(
    town: Town, language: str
) -> None:
    clerk, wang = await clerk_of(town, language), await town.cadre(language=language)
    chief = await head(town, language)
    await enters(clerk, WORDS[language], name=NAME[language], phone=PHONE)
    await taps(wang, "Accept")
    (case,) = await entered(town)
    (paper,) = await notices(town)
    assert paper.case_id == case.id
    assert NAME[language] in await page_for(town, clerk, paper)
    for other in (wang, chief):
        page = await page_for(town, other, paper)
        assert NAME[language] not in page
        assert PHONE not in page


@LANGUAGES
async def test_somebody_anonymous_is_never_named(town: Town, language: str) -> None:
    ann, _, case = await at_work(town, language)
    person = (await ann.person()).id
    async with town.store.turn(town.now) as uow:
        await naming.introduce(uow, case.id, person, name="王小明")
    (paper,) = await notices(town)
    assert "王小明" in await page_for(town, ann, paper)
    async with town.store.turn(town.now) as uow:
        await naming.set_naming(uow, case.id, person, Naming.ANONYMOUS)
    page = await page_for(town, ann, paper)
    assert "王小明" not in page
    assert {"en": "To whom it concerns", "zh": "来信人"}[language] in page


async def test_a_name_in_the_words_of_the_matter_is_masked_for_the_unit(town: Town) -> None:
    wang = await town.cadre()
    ann, _ = await filed(town, "zh", {"zh": "我叫王小明，枫桥村的公路上有个大坑"})
    await wang.taps("我接")
    (paper,) = await notices(town)
    assert "王小明" in await page_for(town, ann, paper)
    assert "王小明" not in await page_for(town, wang, paper)


# ----- The job -----


async def asked(town: Town, reader: Actor, paper: Notice) -> File:
    person = await reader.person()
    async with town.store.turn(town.now) as uow:
        await papers.copy(uow, paper.case_id, person.id, paper.key)
    async with town.store.reading() as session:
        file: File = (await every(session, [File]))[-1]
    return file


@LANGUAGES
async def test_the_job_puts_the_document_into_the_vault_and_tells_its_reader(
    town: Town, vault: Vault, language: str
) -> None:
    ann, _, _ = await at_work(town, language)
    (paper,) = await notices(town)
    wanted = await asked(town, ann, paper)
    verb = await paper_works(town.store, vault)[PAPER].do(wanted.id)
    async with town.store.turn(town.now) as uow:
        await verb(uow)
        assert [notice.kind for notice in uow.notices] == ["paper"]
    async with town.store.reading() as session:
        (file,) = await every(session, [File])
    assert (file.state, file.mime, file.name) == (FileState.KEPT, WORD, f"{paper.number}.docx")
    with vault.open(file.digest) as content:
        assert paper.number in words(content.read())


async def test_the_job_makes_nothing_for_whoever_may_not_see_the_case_any_more(town: Town, vault: Vault) -> None:
    _, wang, _ = await at_work(town, "zh")
    (paper,) = await notices(town)
    wanted = await asked(town, wang, paper)
    person = (await wang.person()).id
    async with town.store.turn(town.now) as uow:
        post = uow.staff.of(person)[0].id
    async with town.store.turn(town.now) as uow:
        await membership.remove(uow, person, post)
    work = paper_works(town.store, vault)[PAPER]
    with pytest.raises(Hopeless):
        await work.do(wanted.id)
    async with town.store.turn(town.now) as uow:
        await work.give_up(wanted.id)(uow)
        assert [notice.kind for notice in uow.notices] == ["paper_failed"]
