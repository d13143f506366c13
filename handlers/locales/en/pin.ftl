# A phone that several people use: a lock on one's own matters, by a PIN of four digits.

menu-pin = Lock my matters
pin-intro =
    Do others use this phone? Lock your matters with four digits. They are asked for before your matters are shown, and never for writing something new.
    What stands in this chat already is not locked: please delete it on the phone yourself.
pin-choose = Choose four digits and tap them here:
pin-again = Tap the same four once more:
pin-differs = They differ. Please begin again.
pin-set = 🔒 Locked. Tap the PIN to see your matters; they stay open for 10 minutes. News shows the number only. Please delete the older chat yourself.
pin-ask = 🔒 Please tap your PIN:
pin-wrong = That is not it. Please try again.
pin-opened = 🔓 Open for 10 minutes. Afterwards please delete what is shown from the chat yourself.
pin-menu = Your matters are locked. Another PIN, or no lock any more?
pin-off = 🔓 The lock is off.
pin-off-by-code = 🔓 The query code is right, and the lock is off. To lock again, send /pin.
pin-forgotten = PIN forgotten? Send /pin with the query code of any matter of yours, and the lock is off. No code either? Go to the intake office with your identity card, or call them and let them check.
button-pin-change = Another PIN
button-pin-off = No lock
button-pin-forgotten = PIN forgotten
button-pin-cancel = ✖️
mistake-pin-typed = Please don't type a PIN; tap the keys below. Delete that message on your phone; here it is not kept.
refused-pin-tries = A PIN can be tried five times an hour. Please come back in an hour; or, if it is forgotten, send /pin with the query code.
refused-pin-locked = Send /pin and tap the PIN first, then change it.
refused-pin-none = This resident has no lock.
hushed = 🔒 There is news of { $number }. Tap Show it, then your PIN.
hushed-line = { $number } · there is news
notice-draft_left-hushed = Something begun here has not been sent yet. Go on?
notice-draft_shelved-hushed = What was begun here is put away for now. Nothing was sent; it can go on any time.
notice-pin_reset = 🔓 The intake office has checked and taken your lock off ({ $number }). If it wasn't you who asked, tell us at once, and lock it again with /pin.

event-pin_reset = the intake office checked who you are and took the lock off
staff-button-reset_pin = Take the PIN off
staff-reset-pin-sure = { $number }: the resident forgot the PIN. Have you checked that it is them (identity card, or the telephone on record)? They will be told.
staff-button-reset_pin-yes = Checked, take it off
staff-pin-reset = { $number }: the PIN is off, and the resident has been told.
