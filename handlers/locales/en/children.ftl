# Children who write themselves, and children who may have been harmed.

child-ask = What you wrote is safe, and somebody will see to it. Are you under { $under }? Does a grown-up of your family know about this?
button-child-guardian = A grown-up knows and agrees
button-guardian-link = A link for the grown-up
guardian-link-coming = It's on its way. Give it to the grown-up: they tap once to say that they know. They don't see what you wrote.
notice-guardian_link =
    Give this to the grown-up of your family who knows. They tap once; they don't see what you wrote. Good until { $date }:
    { $addresses }
    Or they write /start { $code } to me.
consent-ask-guardian = A child of your family has written to the town hall and says that you know. Do you, and do you agree? What the child wrote stays between the child and the office.
button-consent-guardian-yes = Yes, I know and agree
button-consent-guardian-no = No, I don't
consent-guardian-yes = Thank you, that's noted. If you'd like to talk to somebody of the office, just write here.
consent-guardian-no = Noted. Somebody of the intake office will speak with the child. You can write here at any time.
button-child-alone = It's just me
button-child-grown = I'm older than that
child-guardian-name = Good. What is the grown-up's name? Only the intake office knows it; you needn't say.
child-guardian = Good, that's noted. Write here at any time.
child-alone = That's fine. Your words are safe and somebody will see to them. Someone from the office will get in touch. If somebody hurts you, call { $police } or send /sos.
child-grown = Good, that's noted. Your matter goes its way.
notice-guardian_silent = The grown-up hasn't tapped the link yet. That's fine, your matter goes on all the same. Show it to them once more: it's good until { $date }. Or they tell the office, by phone or in person.
resident-short-guardian_silent = the grown-up's link still waits
button-guardian-link-again = A new link
notice-guardian_unheard = 🧒 { $number } ({ $place }, { $category }): the grown-up whom the child named hasn't answered the link, which ends on { $date }. Please call or visit them, and note what they say.
staff-short-guardian_unheard = the grown-up hasn't answered the link: ask them
staff-card-child = 🧒 A child may have written this; no grown-up has come forward.
staff-card-child-guardian = 🧒 A child has written this; { $who } knows and agrees.
button-guardian-beside = The grown-up is here with me
beside-name = Please hand the phone to the grown-up. For the grown-up: a child of your family has written to the town hall here and says that you know. What is your name? Only the intake office knows it.
beside-ask = { $name }, are you the child's parent or guardian, and do you agree? Please tap yourself. It is noted as said in the child's chat.
button-beside-yes = I am the parent, and I agree
button-beside-no = I don't agree
beside-yes = Thank you, that's noted. The office may still call you. Now please give the phone back.
refused-not-beside = That can't be said in this chat. The grown-up can use a link of their own, or tell the office.
refused-consent-known = A grown-up of the family has already said yes; there is nothing left to tap. Is that news to you? Just write here.
staff-card-child-beside = 🧒 A child has written this; { $who } says in the child's own chat that they know and agree. In doubt, ask them.
staff-card-child-named = 🧒 A child has written this and says that { $who } knows; that is not confirmed yet.
staff-button-record_guardian = I spoke with the grown-up: yes
staff-guardian-recorded = { $number }: noted that a grown-up of the family knows and agrees.
notice-guardian_denied = 🧒 { $number } ({ $place }, { $category }): the grown-up whom the child named does not agree. Please speak with the child, and ask kindly.
staff-short-guardian_denied = the grown-up does not agree: speak with the child
event-guardian_link-staff = a link was made for the grown-up whom the child named
event-guardian_agreed-staff = { $way ->
    [beside] in the child's own chat somebody has said, as the grown-up, that they know and agree
   *[other] the grown-up has confirmed that they know and agree
}
event-guardian_denied-staff = { $way ->
    [beside] in the child's own chat somebody has said, as the grown-up, that they do not agree
   *[other] the grown-up does not agree
}
guardian-unnamed = a grown-up of the family
notice-child_alone = 🧒 { $number } ({ $place }, { $category }): a child seems to have written this alone. Please get in touch, and ask kindly.
staff-short-child_alone = a child wrote alone: get in touch
event-child_said-staff = the child was asked whether a grown-up knows

danger-ask-child = Is a child being hurt? If there is danger now, call { $police } police, { $ambulance } ambulance. Can't? Tap below. We keep your words, and tell nobody who hurts a child.
button-danger-yes-child = 🆘 Get help for the child
button-danger-no-child = No child is hurt
notice-danger_ringing-child = Calling { $person } to help the child; you'll hear at once who takes it. If you can phone, don't wait: { $police } police, { $ambulance } ambulance. What you write goes on as it is.
notice-danger_nobody-child = We can't reach anybody just now, so don't wait! Call { $police } police, { $ambulance } ambulance, and tell a grown-up whom you trust. We keep calling.
alarm-head-child = 🧒 { $time } A child may have been hurt: somebody has to go and see!
