"""The network side of Telegram: calls, what their answers mean, and the client for set-up."""
