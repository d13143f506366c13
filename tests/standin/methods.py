"""The methods of the Bot API that the stand-in plays: each takes decoded parameters and gives the result."""

from collections.abc import Callable, Mapping
from typing import Any

from tests.standin import media
from tests.standin.limits import Refusal, bad_request, check_commands, check_keyboard, shown_text
from tests.standin.media import Upload
from tests.standin.world import Chat, Json, World

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


class Methods:
    """The bot's side of a `World`. getUpdates and the webhook are the server's."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.commands: dict[str, list[Json]] = {}
        self.menu_buttons: dict[int | None, Json] = {}
        self.played: dict[str, Callable[[Json, Mapping[str, Upload]], Any]] = {
            "getMe": lambda params, files: world.bot,
            "sendMessage": self._send_message,
            "sendPhoto": self._sender("photo"),
            "sendDocument": self._sender("document"),
            "sendVoice": self._sender("voice"),
            "sendAudio": self._sender("audio"),
            "sendVideo": self._sender("video"),
            "sendAnimation": self._sender("animation"),
            "sendVideoNote": self._sender("video_note"),
            "sendLocation": self._send_location,
            "sendChatAction": self._send_chat_action,
            "editMessageText": self._edit_text,
            "editMessageReplyMarkup": self._edit_markup,
            "deleteMessage": self._delete,
            "answerCallbackQuery": self._answer_tap,
            "setMyCommands": self._set_commands,
            "getMyCommands": lambda params, files: self.commands.get(_scope(params), []),
            "setChatMenuButton": self._set_menu_button,
            "getChatMember": self._get_member,
            "getFile": lambda params, files: media.get_file(world, params),
        }

    def _send_message(self, params: Json, files: Mapping[str, Upload]) -> Json:
        return self._show(params, shown_text(params))

    def _sender(self, kind: str) -> Callable[[Json, Mapping[str, Upload]], Json]:
        content = media.sender(self._world, kind)
        return lambda params, files: self._show(params, content(params, files))

    def _send_location(self, params: Json, files: Mapping[str, Upload]) -> Json:
        return self._show(params, {"location": {key: params[key] for key in ("latitude", "longitude")}})

    def _send_chat_action(self, params: Json, files: Mapping[str, Upload]) -> bool:
        self._chat(params)
        return True

    def _get_member(self, params: Json, files: Mapping[str, Upload]) -> Json:
        chat = self._world.chats.get(params["chat_id"])
        if chat is None or params["user_id"] != self._world.bot["id"]:
            raise bad_request("chat not found" if chat is None else "member not found")
        return {"user": self._world.bot, "status": "administrator", "can_post_messages": chat.closed is None}

    def _show(self, params: Json, content: Json) -> Json:
        chat = self._chat(params)
        markup = params.get("reply_markup")
        if markup:
            check_keyboard(markup)
            if markup.get("inline_keyboard"):
                content["reply_markup"] = markup
        reply_to = (params.get("reply_parameters") or {}).get("message_id")
        if reply_to in chat.messages:
            content["reply_to_message"] = chat.messages[reply_to]
        elif reply_to is not None and not params["reply_parameters"].get("allow_sending_without_reply"):
            raise bad_request("message to be replied not found")
        return self._world.bot_message(chat, content)

    def _edit_text(self, params: Json, files: Mapping[str, Upload]) -> Json:
        return self._edit(params, shown_text(params))

    def _edit_markup(self, params: Json, files: Mapping[str, Upload]) -> Json:
        return self._edit(params, {})

    def _edit(self, params: Json, content: Json) -> Json:
        chat, number = self._chat(params), params.get("message_id")
        before = chat.messages.get(number) if number is not None else None
        if before is None or number is None:
            raise bad_request("message to edit not found")
        if before["from"] != self._world.bot:
            raise bad_request("message can't be edited")
        dropped = {"reply_markup"} | ({"entities"} if "text" in content else set())
        after = {key: value for key, value in before.items() if key not in dropped} | content
        markup = params.get("reply_markup")
        if markup and markup.get("inline_keyboard"):
            check_keyboard(markup)
            after["reply_markup"] = markup
        if after == before:
            raise bad_request(_NOT_MODIFIED)
        after["edit_date"] = self._world.now()
        chat.messages[number] = after
        return after

    def _delete(self, params: Json, files: Mapping[str, Upload]) -> bool:
        if self._chat(params).messages.pop(params["message_id"], None) is None:
            raise bad_request("message to delete not found")
        return True

    def _answer_tap(self, params: Json, files: Mapping[str, Upload]) -> bool:
        tap = params["callback_query_id"]
        if self._world.taps_answered.get(tap, params) is not None:
            raise bad_request(_TOO_OLD)
        if len(params.get("text", "")) > 200:
            raise bad_request("MESSAGE_TOO_LONG")
        self._world.taps_answered[tap] = params
        return True

    def _set_commands(self, params: Json, files: Mapping[str, Upload]) -> bool:
        check_commands(params["commands"])
        self.commands[_scope(params)] = params["commands"]
        return True

    def _set_menu_button(self, params: Json, files: Mapping[str, Upload]) -> bool:
        self.menu_buttons[params.get("chat_id")] = params.get("menu_button", {"type": "default"})
        return True

    def _chat(self, params: Json) -> Chat:
        chat = self._world.chats.get(params.get("chat_id", 0))
        if chat is None:
            raise bad_request("chat not found")
        if chat.migrated_to is not None:
            text = "Bad Request: group chat was upgraded to a supergroup chat"
            raise Refusal(400, text, {"migrate_to_chat_id": chat.migrated_to})
        if chat.closed is not None:
            raise Refusal(403, chat.closed)
        return chat


def _scope(params: Json) -> str:
    """The key of a menu of commands: scope, chat, language."""
    scope = params.get("scope", {})
    return f"{scope.get('type', 'default')}:{scope.get('chat_id', '')}:{params.get('language_code', '')}"
