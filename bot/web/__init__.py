"""The web chat: pages, the conversation over HTTP with server-sent events, and what guards them."""
