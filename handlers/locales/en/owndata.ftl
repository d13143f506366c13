# One's own data: a copy, erasing it; and whether anyone pressed for a withdrawal.

menu-mydata = My data
mydata = What you wrote, your photos and our answers are kept on the machine here. A copy for you, or erase it?
button-mydata-copy = A copy for me
button-mydata-erase = Erase it
mydata-copy-coming = We are putting it together. A file comes in a moment.
notice-own_data = This is your data: a text to read, with your photos and files. Whoever has it can read it, so keep it safe.
mydata-erase-sure = Goes: the chat, what you didn't send, name, phone. The law keeps: what you filed and the answers, without name and numbers. It can't be undone. Erase?
button-mydata-erase-yes = Erase
button-mydata-erase-no = Keep it
mydata-erased = Erased. What you filed and the answers stay by law, without your name and numbers. If you write again, you are somebody new to us.
mydata-erased-running = { $count ->
    [one] Erased. One matter of yours still runs, and we owe you an answer, so we can still reach you. Erase again when it is over, and nothing stays.
   *[other] Erased. { $count } matters of yours still run, and we owe you answers, so we can still reach you. Erase again when they are over, and nothing stays.
}
refused-export-soon = You had a copy just now. Ask again in an hour.
refused-erase-staff = You hold a post. Have the administrator end it first, then erase.
mydata-file-head = Doorstep: your data
mydata-file-petition = Petition { $number }, { $date }
mydata-file-messages = The chat
mydata-file-you = You
mydata-file-us = Doorstep
mydata-file-left-out = { $count ->
    [one] 1 more file was too large to go in; it is in the chat.
   *[other] { $count } more files were too large to go in; they are in the chat.
}

pressed-ask = One question, between us: did anyone press you to withdraw? The office can't see your answer.
button-pressed-no = No, I chose to
button-pressed-yes = Yes, I was pressed
pressed-no = All right. If you need us again, just write.
pressed-yes = Thank you for telling us. Those who supervise look into it quietly; the office can't see it. To go on with it, tap below.
notice-pressed = { $number } ({ $place }, { $category }) was withdrawn, and the resident says that somebody pressed for it. Please look into it quietly; { $unit } must not learn that the resident told us.
staff-short-pressed = withdrawn under pressure
