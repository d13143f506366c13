"""A town whose office knows some policies: for conversations about them, in either language."""

from datetime import date
from typing import Final

from casework.actions import policies
from casework.people import Address
from casework.policies.policy import Content, Policy, Words
from tests.handlers.dialogue import Actor, Town

ALLOWANCE: Final = Content(
    {
        "zh": Words(
            "高龄津贴",
            "满八十岁的老人，每月领一百元，到村里登记。",
            "年满八十周岁的本县户籍老人，每月发放高龄津贴一百元。\n九十岁以上每月二百元。\n带身份证到村委会登记，次月起发放。",
        ),
        "en": Words(
            "Old-age allowance",
            "From eighty on, 100 yuan a month; register at the village office.",
            "Residents of the county aged eighty or more receive an allowance of 100 yuan each month.\n"
            "From ninety on it is 200 yuan.\n"
            "Bring the identity card to the village office; it is paid from the next month.",
        ),
    },
    "白鹭县民政局〔2026〕3号",
    said=("老人补贴", "money for old people"),
    topics=("social_security",),
)
SCRAPPED: Final = Content(
    {
        "zh": Words(
            "旧家电换新补贴", "旧冰箱、洗衣机换新的，补一成半。", "凭旧家电回收单和发票，在镇上的家电点领取补贴。"
        ),
        "en": Words(
            "Trading in old appliances",
            "Old refrigerators and washing machines: 15 percent off a new one.",
            "With the receipt for the old appliance and the invoice, the shops in town pay the subsidy.",
        ),
    },
    "白鹭县商务局",
    until=date(2026, 12, 31),
)


async def person_of(actor: Actor) -> int:
    """Return the id of somebody who has a post."""
    async with actor.town.store.turn(actor.town.now) as uow:
        address = await uow.get(Address, actor.address)
    assert address is not None
    return address.person_id


async def shown(town: Town, writer: Actor, decider: Actor, content: Content, replaces: int | None = None) -> Policy:
    """Return a policy that one person has written and another has approved."""
    by, other = await person_of(writer), await person_of(decider)
    async with town.store.turn(town.now) as uow:
        policy = await policies.write(uow, by, content, replaces)
    async with town.store.turn(town.now) as uow:
        return await policies.approve(uow, policy.id, other, policy.epoch)
