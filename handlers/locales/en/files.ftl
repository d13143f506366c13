# Files that people send: what is said where one did not come through.

notice-file_lost = { $what ->
    [photo] One photo didn't reach us. Please send it again.
    [voice] One voice message didn't reach us. Please send it again, or write it.
    [video] One video didn't reach us. Please send it again, a shorter one if you can.
   *[document] One file didn't reach us. Please send it again.
}
