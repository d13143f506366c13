# Call-backs: somebody outside the unit asks. The unit sees neither who was asked nor what they said.

callback-form = Hello! We're asking how it went, and we're not the office that worked on it: they can't see what you say. How is { $number }, in your eyes?
button-callback-solved = It's solved
button-callback-not_solved = It's not
button-callback-pressed = Someone pressed me, or asked for stars
callback-solved = Thank you! { $number } is noted as solved.
callback-not_solved = Noted: { $number } isn't solved. To have it taken up again, tap below.
callback-not_solved-noted = Noted: { $number } isn't solved. If something new happens, just write here.
callback-pressed = Thank you for telling us. Only those who watch over the office read it, never the office. To have { $number } taken up again, tap below.
notice-callback_not_solved = You told us on the phone that { $number } isn't solved. To have it taken up again, tap below.
button-stars-asked = Someone asked me for stars
stars-asked = Thank you for telling us. Only those who watch over the office read it, never the office.

staff-button-call_back = Call back
staff-ask-callback-way = { $number } ({ $place }, { $category }): how do you reach the resident?
staff-callback-chat = Ask in chat
staff-callback-phone = I have phoned
staff-ask-callback-answer = { $number }: what did the resident say? Plainly; the unit doesn't see it.
staff-callback-solved = It's solved
staff-callback-not_solved = It's not
staff-callback-pressed = Pressed, or asked for stars
staff-callback-unreached = Nobody answered
staff-callback-asked = The resident of { $number } has been asked. Without an answer, you'll be asked to phone.
staff-callback-noted = The call-back for { $number } is noted. Thank you!

notice-callback = 📞 Please call back { $number } ({ $place }, { $category }). The unit doesn't know which cases are drawn.
notice-callback_due = 📞 The call-back for { $number } ({ $place }, { $category }) is due. Ask in chat, or phone.
notice-callback_unanswered = 📞 { $number } ({ $place }, { $category }): asked in chat, no answer. Please phone.
notice-stars_asked = ⚠️ { $number } ({ $place }, { $category }): the resident says that somebody asked for stars. { $unit } doesn't know.
staff-short-callback = please call back
staff-short-callback_due = call-back is due
staff-short-callback_unanswered = no answer, please phone
staff-short-stars_asked = somebody asked for stars

refused-callback-phone = This resident can't be reached in chat. Please phone, then note what was said.
refused-callback-over = This call-back is over. You can write here at any time.
