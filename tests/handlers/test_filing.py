"""From the first words to a number."""

import pytest

from tests.handlers.dialogue import Town

SEND = {"en": "Send", "zh": "交上去"}
WITH_PLACE = {
    "en": "The road at Maple Village has a deep hole and a child fell",
    "zh": "枫桥村的公路上有个大坑，孩子摔了",
}


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_with_a_place_in_the_words_two_actions_file_a_petition(town: Town, language: str) -> None:
    ann = town.resident(language)
    await ann.says(WITH_PLACE[language])
    assert len(ann.chat.arrived) == 1
    assert ann.hears({"en": "You're telling us: .*About: Roads.*Place: Maple Village", "zh": "您说的是：.*枫桥村"}[language])
    assert ann.buttons == {"en": ["Send", "Change", "Don't send"], "zh": ["交上去", "改一改", "先不交"]}[language]
    await ann.taps(SEND[language])
    assert ann.hears({"en": "it can't get lost. Your number: 2603", "zh": "收到了，不会丢。号码 2603"}[language])
    assert ann.hears({"en": "Egret Roads Bureau will tell you what happens next by Tuesday 17 March", "zh": "3月17日（周二）前，白鹭县交通局会告诉您"}[language])
    assert ann.hears({"en": "query code: [0-9A-Z]{4}-", "zh": "查询码：[0-9A-Z]{4}-"}[language])
