"""What updates say, and which calls show a message: tables of examples in both directions."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channel import Channel, Post, Upload
from bot.telegram.channel import KINDS, TelegramChannel, conversation_of
from casework.files import FileKind
from handlers.messages import Attached, Button, Enclosed, Incoming, Kind, Outgoing

BOT = {"id": 99, "is_bot": True, "first_name": "Doorstep", "username": "doorstep_bot"}
ANN = {"id": 7, "is_bot": False, "first_name": "Ann", "language_code": "zh-hans"}
BO = {"id": 8, "is_bot": False, "first_name": "Bo"}
PRIVATE = {"id": 7, "type": "private", "first_name": "Ann"}
GROUP = {"id": -5, "type": "group", "title": "Village"}
SUPERGROUP = {"id": -1005, "type": "supergroup", "title": "Village"}
NEWS = {"id": -1006, "type": "channel", "title": "News"}
FILE = {"file_id": "a", "file_unique_id": "b"}
BIG = {"file_id": "A", "file_unique_id": "B"}


def message(chat: dict[str, Any] = PRIVATE, sender: dict[str, Any] | None = ANN, **content: Any) -> dict[str, Any]:
    return {"message_id": 31, "date": 1_760_000_000, "chat": chat} | ({"from": sender} if sender else {}) | content


def tap(shown: dict[str, Any] | None, data: str | None = "c.accept.7.0", **other: Any) -> dict[str, Any]:
    content = {"id": "555", "from": ANN, "chat_instance": "1", "message": shown, "data": data} | other
    return {"callback_query": {key: value for key, value in content.items() if value is not None}}


def membership(chat: dict[str, Any], status: str) -> dict[str, Any]:
    until = {"until_date": 0} if status == "kicked" else {}
    change = {
        "chat": chat,
        "from": ANN,
        "date": 1_760_000_000,
        "old_chat_member": {"user": BOT, "status": "left"},
        "new_chat_member": {"user": BOT, "status": status, **until},
    }
    return {"my_chat_member": change}


def from_ann(kind: Kind, chat: str = "tg:7", **others: Any) -> Incoming:
    return Incoming(kind, chat, "tg:7", language="zh-hans", **({"ref": "31"} | others))


def media(
    kind: FileKind,
    source: str,
    *,
    name: str = "",
    mime: str = "",
    size: int = 0,
    seconds: int = 0,
    **others: Any,
) -> Incoming:
    file = Attached(kind, source, name=name, mime=mime, size=size, seconds=seconds)
    return from_ann(Kind.MEDIA, files=(file,), **others)


OURS = message(GROUP, BOT, text="A card")

UNDERSTOOD: dict[str, tuple[dict[str, Any], Incoming]] = {
    "words": ({"message": message(text="灯坏了")}, from_ann(Kind.TEXT, text="灯坏了")),
    "words from a phone that names no language": (
        {"message": message({"id": 8, "type": "private"}, BO, text="hi")},
        Incoming(Kind.TEXT, "tg:8", "tg:8", text="hi", ref="31"),
    ),
    "an answer to a message": (
        {"message": message(text="yes", reply_to_message=message(sender=BOT, text="?") | {"message_id": 30})},
        from_ann(Kind.TEXT, text="yes", reply_to="30"),
    ),
    "changed words": ({"edited_message": message(text="灯", edit_date=1)}, from_ann(Kind.EDITED, text="灯")),
    "a changed caption": (
        {"edited_message": message(caption="灯", photo=[FILE | {"width": 1, "height": 1}])},
        from_ann(Kind.EDITED, text="灯"),
    ),
    "a tap": (tap(message(sender=BOT, text="card")), from_ann(Kind.TAP, data="c.accept.7.0", tap_id="555")),
    "a tap on a message that is too old to be seen": (
        tap({"chat": PRIVATE, "message_id": 31, "date": 0}),
        from_ann(Kind.TAP, data="c.accept.7.0", tap_id="555"),
    ),
    "a tap in a group": (tap(OURS), from_ann(Kind.TAP, "tg:-5", data="c.accept.7.0", tap_id="555")),
    "a place": (
        {"message": message(location={"latitude": 34.5, "longitude": 108.75})},
        from_ann(Kind.PLACE, place=(34.5, 108.75)),
    ),
    "a venue": (
        {
            "message": message(
                location={"latitude": 34.5, "longitude": 108.75},
                venue={"location": {"latitude": 34.5, "longitude": 108.75}, "title": "Well", "address": ""},
            )
        },
        from_ann(Kind.PLACE, place=(34.5, 108.75)),
    ),
    "a photo with words": (
        {
            "message": message(
                photo=[FILE | {"width": 90, "height": 60}, BIG | {"width": 1280, "height": 960, "file_size": 9000}],
                caption="灯坏了",
            )
        },
        media(FileKind.PHOTO, "tg:photo:A", text="灯坏了", mime="image/jpeg", size=9000),
    ),
    "one photo of several": (
        {"message": message(photo=[BIG | {"width": 1, "height": 1}], media_group_id="77")},
        media(FileKind.PHOTO, "tg:photo:A", album="77", mime="image/jpeg"),
    ),
    "a photo that answers a message": (
        {
            "message": message(
                photo=[BIG | {"width": 1, "height": 1}], reply_to_message=message(sender=BOT) | {"message_id": 30}
            )
        },
        media(FileKind.PHOTO, "tg:photo:A", reply_to="30", mime="image/jpeg"),
    ),
    "a voice message": (
        {"message": message(voice=BIG | {"duration": 3, "mime_type": "audio/ogg", "file_size": 8000})},
        media(FileKind.VOICE, "tg:voice:A", mime="audio/ogg", size=8000, seconds=3),
    ),
    "a voice message that says little of itself": (
        {"message": message(voice=BIG | {"duration": 3})},
        media(FileKind.VOICE, "tg:voice:A", mime="audio/ogg", seconds=3),
    ),
    "a piece of music": (
        {"message": message(audio=BIG | {"duration": 60, "file_name": "a.mp3", "mime_type": "audio/mpeg"})},
        media(FileKind.VOICE, "tg:audio:A", name="a.mp3", mime="audio/mpeg", seconds=60),
    ),
    "a video": (
        {"message": message(video=BIG | {"width": 1, "height": 1, "duration": 9, "mime_type": "video/mp4"})},
        media(FileKind.VIDEO, "tg:video:A", mime="video/mp4", seconds=9),
    ),
    "a round video": (
        {"message": message(video_note=BIG | {"length": 240, "duration": 9})},
        media(FileKind.VIDEO, "tg:video_note:A", mime="video/mp4", seconds=9),
    ),
    "a picture that moves, which comes as a document, too": (
        {
            "message": message(
                animation=BIG | {"width": 1, "height": 1, "duration": 2, "mime_type": "video/mp4"},
                document=BIG | {"mime_type": "video/mp4"},
            )
        },
        media(FileKind.VIDEO, "tg:animation:A", mime="video/mp4", seconds=2),
    ),
    "a document": (
        {"message": message(document=BIG | {"file_name": "信.docx", "mime_type": "application/msword"})},
        media(FileKind.DOCUMENT, "tg:document:A", name="信.docx", mime="application/msword"),
    ),
    "a picture sent as a document": (
        {"message": message(document=BIG | {"file_name": "灯.jpg", "mime_type": "image/jpeg"}, caption="灯")},
        media(FileKind.PHOTO, "tg:document:A", text="灯", name="灯.jpg", mime="image/jpeg"),
    ),
    "a drawing that could be a page": (
        {"message": message(document=BIG | {"file_name": "a.svg", "mime_type": "image/svg+xml"})},
        media(FileKind.DOCUMENT, "tg:document:A", name="a.svg", mime="image/svg+xml"),
    ),
    "a document that is larger than what a bot gets": (
        {"message": message(document=BIG | {"file_size": 50_000_000})},
        media(FileKind.DOCUMENT, "tg:document:A", size=50_000_000),
    ),
    "a document that says nothing of itself": (
        {"message": message(document=BIG)},
        media(FileKind.DOCUMENT, "tg:document:A"),
    ),
    "a place that moves": (
        {"message": message(location={"latitude": 34.5, "longitude": 108.75, "live_period": 900})},
        from_ann(Kind.PLACE, place=(34.5, 108.75)),
    ),
    "a sticker": (
        {
            "message": message(
                sticker=BIG | {"type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}
            )
        },
        from_ann(Kind.UNSUPPORTED),
    ),
    "a contact": (
        {"message": message(contact={"phone_number": "1", "first_name": "Bo"})},
        from_ann(Kind.UNSUPPORTED),
    ),
    "a die": ({"message": message(dice={"emoji": "🎲", "value": 3})}, from_ann(Kind.UNSUPPORTED)),
    "the person stops the bot": (membership(PRIVATE, "kicked"), from_ann(Kind.BLOCKED, ref="")),
    "the person starts it again": (membership(PRIVATE, "member"), from_ann(Kind.UNBLOCKED, ref="")),
    "the bot is put out of a group": (membership(GROUP, "kicked"), from_ann(Kind.REMOVED, "tg:-5", ref="")),
    "the bot leaves a supergroup": (membership(SUPERGROUP, "left"), from_ann(Kind.REMOVED, "tg:-1005", ref="")),
    "a group becomes a supergroup": (
        {"message": message(GROUP, migrate_to_chat_id=-1005)},
        Incoming(Kind.MIGRATED, "tg:-5", "tg:7", text="tg:-1005"),
    ),
    "nobody is said to have moved the group": (
        {"message": message(GROUP, None, migrate_to_chat_id=-1005)},
        Incoming(Kind.MIGRATED, "tg:-5", "tg:0", text="tg:-1005"),
    ),
    "a command in a group": ({"message": message(GROUP, text="/bind x")}, from_ann(Kind.TEXT, "tg:-5", text="/bind x")),
    "a command for this bot": (
        {"message": message(GROUP, text="/bind@Doorstep_Bot")},
        from_ann(Kind.TEXT, "tg:-5", text="/bind@Doorstep_Bot"),
    ),
    "a photo that answers a card in a group": (
        {"message": message(GROUP, photo=[BIG | {"width": 1, "height": 1}], caption="好了", reply_to_message=OURS)},
        media(FileKind.PHOTO, "tg:photo:A", chat="tg:-5", text="好了", reply_to="31", mime="image/jpeg"),
    ),
    "an answer to a card in a group": (
        {"message": message(GROUP, text="ok", reply_to_message=OURS)},
        from_ann(Kind.TEXT, "tg:-5", text="ok", reply_to="31"),
    ),
}

NOTHING: dict[str, dict[str, Any]] = {
    "people talking in a group": {"message": message(GROUP, text="hello")},
    "an answer to somebody else in a group": {
        "message": message(GROUP, text="ok", reply_to_message=message(GROUP, BO, text="hello"))
    },
    "a command for another bot": {"message": message(GROUP, text="/bind@other_bot")},
    "a photo in a group": {"message": message(GROUP, photo=[FILE | {"width": 1, "height": 1}], caption="look")},
    "a place in a group": {"message": message(GROUP, location={"latitude": 1.0, "longitude": 2.0})},
    "another bot": {"message": message(GROUP, BOT | {"id": 98}, text="/bind")},
    "somebody who writes as the group": {"message": message(GROUP, BOT, text="/bind", sender_chat=GROUP)},
    "nobody": {"message": message(sender=None, text="hello")},
    "a post in a channel": {"channel_post": message(NEWS, None, text="news")},
    "a live location that moves": {"edited_message": message(location={"latitude": 1.0, "longitude": 2.0})},
    "a pinned message": {"message": message(pinned_message=message(text="this"))},
    "a new member": {"message": message(GROUP, new_chat_members=[ANN])},
    "the other half of a migration": {"message": message(SUPERGROUP, migrate_from_chat_id=-5)},
    "the bot is let into a group": membership(GROUP, "member"),
    "the bot is made administrator of a channel": membership(NEWS, "left"),
    "a tap on an inline message": tap(None, inline_message_id="x"),
    "a tap on a game": tap(message(text="game"), None, game_short_name="chess"),
    "a message to a business": {"business_message": message(text="hello")},
    "a kind that is yet to be invented": {"telepathy": {"thought": "hello"}},
    "nothing at all": {},
}

UNREADABLE = [
    "",
    "{",
    "[]",
    "null",
    "7",
    '{"update_id": 1, "message": 7}',
    '{"update_id": 1, "message": {"chat": {}, "text": "a"}}',
    '{"update_id": 1, "message": {"message_id": 1, "date": 1e99, "chat": {"id": 7, "type": "private"}}}',
    '{"message": {"message_id": 1, "date": 1}}',
    '{"update_id": 1, "callback_query": {}}',
    '{"update_id": 1, "my_chat_member": {"chat": null}}',
]


def channel() -> TelegramChannel:
    return TelegramChannel(99, "doorstep_bot")


def body(update: dict[str, Any]) -> str:
    return json.dumps({"update_id": 1, **update})


@pytest.mark.parametrize("name", UNDERSTOOD)
def test_an_update_is_understood(name: str) -> None:
    update, incoming = UNDERSTOOD[name]
    assert channel().parse(body(update)) == incoming
    assert conversation_of(body(update).encode()) == incoming.conversation
    assert set(update) <= set(KINDS)


@pytest.mark.parametrize("name", UNDERSTOOD)
def test_the_short_way_understands_what_the_long_one_does(name: str) -> None:
    update, incoming = UNDERSTOOD[name]
    assert channel()._parse_any(body(update)) == incoming


@pytest.mark.parametrize("name", NOTHING)
def test_an_update_says_nothing_to_us(name: str) -> None:
    assert channel().parse(body(NOTHING[name])) is None


@pytest.mark.parametrize("seconds", [2**40, 2**62, -(2**62), 10**15])
def test_a_date_that_no_calendar_holds_leaves_the_words(seconds: int) -> None:
    message = {"message_id": 1, "date": seconds, "text": "a lamp is out", "chat": {"id": 7, "type": "private"}}
    sender = {"id": 7, "is_bot": False, "first_name": "A"}
    found = channel().parse(json.dumps({"update_id": 1, "message": message | {"from": sender}}))
    assert found is not None
    assert (found.text, found.sent_at) == ("a lamp is out", None)


@pytest.mark.parametrize("raw", UNREADABLE)
def test_what_is_no_update_is_a_value_error(raw: str) -> None:
    with pytest.raises(ValueError, match=r"not an update|Expecting"):
        channel().parse(raw)


_names = st.sampled_from(
    [*KINDS, "chat", "from", "id", "type", "date", "text", "data", "message_id", "location", "new_chat_member", "photo"]
)
json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_names, inner, max_size=5),
    max_leaves=12,
)


@given(st.dictionaries(_names, json_values, max_size=4))
def test_no_update_raises_anything_else(update: dict[str, Any]) -> None:
    raw = json.dumps({"update_id": 1, **update})
    conversation_of(raw.encode())
    try:
        channel().parse(raw)
    except ValueError:
        return


def test_what_has_no_conversation_has_no_key() -> None:
    assert [conversation_of(raw) for raw in (b"", b"\xff", b"{}", b'{"message": {}}')] == ["", "", "", ""]


def test_until_the_username_is_known_every_command_is_taken_as_ours() -> None:
    told = TelegramChannel(99).parse(body({"message": message(GROUP, text="/bind@doorstep_bot")}))
    assert told is not None


PLAIN = {"chat_id": 7, "link_preview_options": {"is_disabled": True}}
YES = Button("Yes", "c.yes.7.0")
NO = Button("No", "c.no.7.0")
SHARE = Button("📍 Share", kind="place")
YES_NO = {
    "inline_keyboard": [[{"text": "Yes", "callback_data": "c.yes.7.0"}, {"text": "No", "callback_data": "c.no.7.0"}]]
}
SHARING = {
    "keyboard": [[{"text": "📍 Share", "request_location": True}]],
    "resize_keyboard": True,
    "one_time_keyboard": True,
}

DIGEST = "ab" * 32
PHOTO = Enclosed(1, FileKind.PHOTO, source="tg:photo:A")

SHOWN: dict[str, tuple[Outgoing, list[Post]]] = {
    "words": (Outgoing("tg:7", "a <b> & *c*"), [Post("sendMessage", {**PLAIN, "text": "a <b> & *c*"})]),
    "buttons": (
        Outgoing("tg:7", "a", ((YES, NO),)),
        [Post("sendMessage", {**PLAIN, "text": "a", "reply_markup": YES_NO})],
    ),
    "at night": (
        Outgoing("tg:7", "a", quiet=True),
        [Post("sendMessage", {**PLAIN, "text": "a", "disable_notification": True})],
    ),
    "the button that asks for the place": (
        Outgoing("tg:7", "a", ((SHARE,),)),
        [Post("sendMessage", {**PLAIN, "text": "a", "reply_markup": SHARING})],
    ),
    "both kinds of buttons": (
        Outgoing("tg:7", "a", ((YES, NO), (SHARE,))),
        [
            Post("sendMessage", {**PLAIN, "text": "a", "reply_markup": YES_NO}),
            Post("sendMessage", {**PLAIN, "text": "📍 Share 👇", "reply_markup": SHARING}, shows=False),
        ],
    ),
    "nobody shares a place in a group": (
        Outgoing("tg:-5", "a", ((SHARE,),)),
        [Post("sendMessage", {**PLAIN, "chat_id": -5, "text": "a"})],
    ),
    "an edit": (
        Outgoing("tg:7", "a", ((YES, NO),), card="case:7", edit=True),
        [Post("editMessageText", {**PLAIN, "text": "a", "reply_markup": YES_NO})],
    ),
    "an edit rings no bell anyway": (
        Outgoing("tg:7", "a", card="case:7", edit=True, quiet=True),
        [Post("editMessageText", {**PLAIN, "text": "a"})],
    ),
    "a long text": (
        Outgoing("tg:7", "a" * 4096 + "b", ((YES, NO),)),
        [
            Post("sendMessage", {**PLAIN, "text": "a" * 4096}),
            Post("sendMessage", {**PLAIN, "text": "b", "reply_markup": YES_NO}),
        ],
    ),
    "an edit that no message can hold": (
        Outgoing("tg:7", "a" * 4096 + "b", card="case:7", edit=True),
        [Post("sendMessage", {**PLAIN, "text": "a" * 4096}), Post("sendMessage", {**PLAIN, "text": "b"})],
    ),
    "no words": (Outgoing("tg:7", " \n"), []),
    "a photo that Telegram has": (
        Outgoing("tg:7", "灯坏了", ((YES, NO),), file=PHOTO),
        [Post("sendPhoto", {"chat_id": 7, "photo": "A", "caption": "灯坏了", "reply_markup": YES_NO})],
    ),
    "a photo without words, at night": (
        Outgoing("tg:7", "", quiet=True, file=PHOTO),
        [Post("sendPhoto", {"chat_id": 7, "photo": "A", "disable_notification": True})],
    ),
    "a photo that Telegram has, and the vault, too": (
        Outgoing("tg:7", "a", file=replace(PHOTO, digest=DIGEST, mime="image/jpeg")),
        [
            Post(
                "sendPhoto",
                {"chat_id": 7, "photo": "A", "caption": "a"},
                upload=Upload("sendPhoto", "photo", DIGEST, "file.jpg", "image/jpeg"),
            )
        ],
    ),
    "a photo from the web chat": (
        Outgoing("tg:7", "a", file=Enclosed(1, FileKind.PHOTO, "灯.png", "image/png", digest=DIGEST)),
        [
            Post(
                "sendPhoto",
                {"chat_id": 7, "caption": "a"},
                upload=Upload("sendPhoto", "photo", DIGEST, "灯.png", "image/png"),
            )
        ],
    ),
    "a caption as long as it may be": (
        Outgoing("tg:7", "😀" * 512, file=PHOTO),
        [Post("sendPhoto", {"chat_id": 7, "photo": "A", "caption": "😀" * 512})],
    ),
    "words that are too long for a caption come after the photo, with the buttons": (
        Outgoing("tg:7", "😀" * 512 + "a", ((YES, NO),), file=PHOTO),
        [
            Post("sendPhoto", {"chat_id": 7, "photo": "A"}),
            Post("sendMessage", {**PLAIN, "text": "😀" * 512 + "a", "reply_markup": YES_NO}),
        ],
    ),
    "a photo with a button that asks for the place": (
        Outgoing("tg:7", "a", ((SHARE,),), file=PHOTO),
        [Post("sendPhoto", {"chat_id": 7, "photo": "A", "caption": "a", "reply_markup": SHARING})],
    ),
    "a photo in the place of a card": (
        Outgoing("tg:7", "a", edit=True, file=PHOTO),
        [Post("sendPhoto", {"chat_id": 7, "photo": "A", "caption": "a"})],
    ),
    "a round video, which can't have a caption": (
        Outgoing("tg:7", "a", file=Enclosed(1, FileKind.VIDEO, source="tg:video_note:A")),
        [Post("sendVideoNote", {"chat_id": 7, "video_note": "A"}), Post("sendMessage", {**PLAIN, "text": "a"})],
    ),
    "a picture sent as a document is not passed on before it is clean": (
        Outgoing("tg:7", "a", file=Enclosed(1, FileKind.PHOTO, "a.jpg", "image/jpeg", "tg:document:A")),
        [Post("sendMessage", {**PLAIN, "text": "a"})],
    ),
    "and is shown as a picture then": (
        Outgoing("tg:7", "a", file=Enclosed(1, FileKind.PHOTO, "a.jpg", "image/jpeg", "tg:document:A", DIGEST)),
        [
            Post(
                "sendPhoto",
                {"chat_id": 7, "caption": "a"},
                upload=Upload("sendPhoto", "photo", DIGEST, "a.jpg", "image/jpeg"),
            )
        ],
    ),
    "a file that can't be had": (
        Outgoing("tg:7", "a", ((YES, NO),), file=Enclosed(1, FileKind.DOCUMENT, "a.pdf")),
        [Post("sendMessage", {**PLAIN, "text": "a", "reply_markup": YES_NO})],
    ),
    "nothing to say of a file that can't be had": (Outgoing("tg:7", "", file=Enclosed(1, FileKind.DOCUMENT)), []),
}


@pytest.mark.parametrize("name", SHOWN)
def test_a_message_is_shown(name: str) -> None:
    outgoing, posts = SHOWN[name]
    as_channel: Channel = channel()
    assert list(as_channel.encode(outgoing)) == posts


@pytest.mark.parametrize("data", ["", "字" * 22])
def test_a_button_that_telegram_would_refuse_is_a_defect(data: str) -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        channel().encode(Outgoing("tg:7", "a", ((Button("Yes", data),),)))


def test_an_address_of_another_channel_is_a_defect() -> None:
    with pytest.raises(ValueError, match="Telegram"):
        channel().encode(Outgoing("web:7", "a"))


@pytest.mark.parametrize(
    ("kind", "name", "mime", "method"),
    [
        (FileKind.PHOTO, "a.jpg", "image/jpeg", "sendPhoto"),
        (FileKind.PHOTO, "a.gif", "image/gif", "sendAnimation"),
        (FileKind.PHOTO, "a.heic", "image/heic", "sendDocument"),
        (FileKind.PHOTO, "broken.jpg", "application/octet-stream", "sendDocument"),
        (FileKind.PHOTO, "a.exe", "image/jpeg", "sendDocument"),
        (FileKind.VOICE, "", "audio/ogg", "sendVoice"),
        (FileKind.VOICE, "", "audio/webm", "sendDocument"),
        (FileKind.VIDEO, "", "video/mp4", "sendVideo"),
        (FileKind.VIDEO, "", "video/quicktime", "sendDocument"),
        (FileKind.DOCUMENT, "a.jpg", "image/jpeg", "sendDocument"),
        (FileKind.DOCUMENT, "信.docx", "application/zip", "sendDocument"),
    ],
)
def test_kept_bytes_are_shown_as_what_they_are(kind: FileKind, name: str, mime: str, method: str) -> None:
    (post,) = channel().encode(Outgoing("tg:7", "a", file=Enclosed(1, kind, name, mime, digest=DIGEST)))
    assert post.upload is not None
    assert (post.method, post.upload.method) == (method, method)
    assert post.upload.field == method.removeprefix("send").lower()
