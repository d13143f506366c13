"""What a command does by a verb, as a chat would: by the desk, so that whoever is concerned is told."""

from bot.channel import Channel
from bot.clock import SystemClock, machine_now
from bot.desk import Desk
from bot.settings import Settings
from bot.telegram.service import channel_of
from bot.web.channel import WebChannel
from storage.store import Store


def desk_of(settings: Settings, store: Store) -> Desk:
    """Return a desk over the service's channels. It sends nothing: a running service sends what is left here."""
    channels: dict[str, Channel] = {WebChannel.name: WebChannel()}
    if settings.telegram.token:
        channel = channel_of(settings.telegram)
        channels[channel.name] = channel
    return Desk(store, channels, SystemClock(), machine_now)
