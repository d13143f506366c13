"""Answers in the files of an organisation: what may be written, and the samples that come with the program."""

import json
from pathlib import Path

import pytest

from bot.organisation_entries import OrganisationFileError
from bot.organisation_file import read_organisation, write_organisation
from bot.organisation_import import to_rows
from bot.provision import sample_organisation
from casework.answers import Answer, AnswerBook

AREA = '[[area]]\ncode = "99"\nname = "槐溪县"\nlevel = "county"\n\n'
ANSWER = '[[answer]]\ntitle = "身份证补办"\ntext = "到派出所办。"\nwords = ["身份证 补办"]\n'

SAMPLES = AnswerBook(
    Answer(each.title, each.title_en, each.words, each.text, each.text_en, each.source)
    for each in sample_organisation().answers
)


def read(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "organisation.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_what_is_written_reads_back_as_the_same(tmp_path: Path) -> None:
    text = AREA + ANSWER + 'text_en = "At the\\npolice station."\nsource = "公安局"\ncategory = "other"\narea = "99"\n'
    organisation = read_organisation(read(tmp_path, text))
    again = tmp_path / "again.toml"
    again.write_text(write_organisation(organisation), encoding="utf-8")
    assert read_organisation(again) == organisation
    assert organisation.answers[0].text_en == "At the\npolice station."


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (ANSWER + ANSWER, "title: '身份证补办' is taken already"),
        (ANSWER.replace("身份证补办", " "), "title: is empty"),
        (ANSWER.replace("到派出所办。", ""), "text: is empty"),
        (ANSWER.replace("到派出所办。", "长" * 1001), "text: is longer than 1000 characters"),
        (ANSWER.replace('["身份证 补办"]', "[]"), "words: needs the phrases that people ask with"),
        (ANSWER.replace('["身份证 补办"]', '[" "]'), "words: needs the phrases that people ask with"),
        (ANSWER + 'category = "cards"\n', "category: 'cards' is none of"),
        (ANSWER + 'area = "98"\n', "area: no area has the code '98'"),
        (ANSWER + 'colour = "red"\n', "colour: there is no such key"),
        (ANSWER.replace('words = ["身份证 补办"]\n', ""), "words: is missing"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_place(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(OrganisationFileError) as error:
        read_organisation(read(tmp_path, AREA + text))
    assert any(problem in each and "[[answer]]" in each for each in error.value.problems), error.value.problems


def test_every_sample_is_short_in_both_languages_and_says_that_it_is_one() -> None:
    answers = sample_organisation().answers
    assert len(answers) >= 8
    for each in answers:
        assert "Sample" in each.source
        assert 0 < len(each.text) <= 200
        assert 0 < len(each.text_en) <= 200
    assert len(to_rows(sample_organisation()).answers) == len(answers)


@pytest.mark.parametrize(
    ("question", "language", "title"),
    [
        ("请问劳动仲裁时效是多久", "zh", "欠薪仲裁的期限"),
        ("被老板拖欠工资，申请劳动仲裁期限多久", "zh", "欠薪仲裁的期限"),
        ("请问医保报销需要什么材料？", "zh", "住院费怎么报销"),
        ("我家能不能申请低保，条件是什么", "zh", "低保怎么申请"),
        ("农村宅基地申请流程", "zh", "宅基地怎么申请"),
        ("身份证到期了换证要多少钱", "zh", "身份证补办、换证"),
        ("孩子今年上小学怎么报名，要什么材料", "zh", "上小学怎么报名"),
        ("居住证怎么办理", "zh", "居住证怎么办"),
        ("下雪了谁负责扫雪", "zh", "下雪了谁来扫"),
        ("老人满80岁补贴怎么领", "zh", "高龄津贴"),
        ("How long do I have for wage arbitration?", "en", "欠薪仲裁的期限"),
        ("How do I get a hospital bill reimbursed?", "en", "住院费怎么报销"),
        ("How can I apply for the minimum living allowance?", "en", "低保怎么申请"),
        ("How do I apply for a house plot in my village?", "en", "宅基地怎么申请"),
        ("I lost my identity card, how do I get a new one?", "en", "身份证补办、换证"),
        ("When does school enrolment start for primary school?", "en", "上小学怎么报名"),
        ("Where do I get a residence permit?", "en", "居住证怎么办"),
        ("Who clears the snow on the county roads?", "en", "下雪了谁来扫"),
        ("Is there an old age allowance for my mother, who is 82?", "en", "高龄津贴"),
    ],
)
def test_the_samples_answer_what_they_are_for(question: str, language: str, title: str) -> None:
    fitting = SAMPLES.find(question, language)
    assert fitting is not None
    assert fitting.answer.title == title


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("低保申请被拒了怎么办", "zh"),
        ("低保申请交了三个月还没批", "zh"),
        ("为什么我的医保报销只有30%", "zh"),
        ("医保卡里的钱能不能给家人用", "zh"),
        ("居住证满五年能不能买房，社保断过怎么算", "zh"),
        ("宅基地被邻居占了怎么申请执行", "zh"),
        ("积雪压坏了大棚有没有补偿", "zh"),
        ("公租房怎么申请", "zh"),
        ("Why was my hospital reimbursement refused?", "en"),
        ("My residence permit still hasn't come after two months", "en"),
        ("The snow plow hit my car, who pays for it?", "en"),
        ("How can I apply for a building permit for my shop?", "en"),
        ("When is the school holiday?", "en"),
    ],
)
def test_the_samples_keep_silent_where_something_else_is_asked(question: str, language: str) -> None:
    assert SAMPLES.find(question, language) is None


def test_real_complaints_get_no_answer_in_place_of_a_person(shared_data: Path) -> None:
    texts = [
        json.loads(line)["text"]
        for line in (shared_data / "complaints-zh" / "messages.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    shown = [number for number, text in enumerate(texts) if SAMPLES.find(text, "zh") is not None]
    assert len(shown) <= len(texts) / 400, f"messages {shown}"
