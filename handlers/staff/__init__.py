"""What staff say and tap: joining, cards, the work on a case, heads, dispatchers, groups and digests.

`handlers.service` merges these tables with the residents'. Three functions are for it to call: `join` for an invite
that came with /start, `show_case` for the case as staff see it, `listen` for an answer to a message about a case.
"""
