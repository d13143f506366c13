### What only Telegram shows: before the first word, and in the menu of a group.

# At most 120 characters.
telegram-about = Something wrong where you live? Write it here as you would tell a neighbour. We follow it until it is solved.
# At most 512 characters.
telegram-description =
    Something wrong where you live: a broken lamp, a blocked ditch, a bill that can't be right?
    Just write it here, as you would tell a neighbour. You get a number, someone answers for it, and we follow it until you say that it is solved.
    Only the intake office knows your name.
telegram-menu-bind = Let this group get its unit's cases
