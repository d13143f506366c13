# Policies: found, asked for, written, approved. Whoever writes one does not approve it.

## Residents

menu-policies = Look up a policy
button-policies = 📖 Look up a policy
policies-ask = What would you like to know? Ask in your own words, such as "Is there an allowance at eighty?" These are the newest:
policies-ask-none = What would you like to know? Ask in your own words, such as "Is there an allowance at eighty?"
policies-enough = Is that what you asked? If not, tap "Not this one", or ask in other words.
policies-none = I found no policy on that. Ask in other words, or tap below and the office answers you.
policies-no-more = There are no others. Ask in other words, or tap below and the office answers you.
policies-was-enough = Glad it helped. To look again, send /policies at any time.
button-policy-next = Not this one
button-policy-whole = Read it all
button-policy-more = Read on
policy-head =
    📖 { $title }
    { $plain }
policy-line = { $title } ({ $source })
policy-other-language = (We have this one in Chinese only.)
policy-link = The document: { $link }
policy-documents = 📎 With { $count ->
    [one] the document itself
   *[other] { $count } documents
}
button-policy-document = 📎 The document
policy-document = 📎 { $title }{ $count ->
    [1] { "" }
   *[other] { " " }({ $number } of { $count })
}
answer-document = 📎 From the document “{ $title }”
policy-document-long = 📎 Of a long document only the first { $most } characters are searched.
policy-document-coming = 📎 { $title }: the document is still on its way. Please tap again in a minute.
policy-document-lost = 📎 { $title }: the document has not arrived, or is no longer kept. Whoever wrote the policy can add it again.
policy-document-empty = 📎 { $title }: the document is empty. Whoever wrote the policy can add the right one.
policy-document-type = 📎 { $title }: the document is neither PDF nor Word (.docx) nor plain text nor a picture. Whoever wrote the policy can add another one.
policy-areas = Holds in: { $areas }
policy-topics = About: { $topics }
policy-since = From { $date }
policy-until = Until { $date }
policy-not-now = ⏳ It does not hold today.

button-policy-basis = 📖 Read the rule
staff-ask-basis-policies = By which rule? Tap one below, or name it, such as "Water supply rules, article 12".

## Solved before

staff-solved-like = 💡 Cases like this one that residents call solved:
staff-solved-like-line = · { $place }, { $date }: { $done }

## Canned replies

menu-replies = My unit's canned replies
canned-list = Your unit's canned replies ({ $count }):
canned-none = Your unit has no canned replies yet. Write one: it is one tap away when you ask a resident or report progress.
canned-line = · { $title }: { $words }
button-canned-write = Write one
button-canned-drop = Drop: { $title }
canned-ask-title = What is it called? A few words, easy to find.
canned-ask-words =
    What does it say? Put braces where something changes; they are filled before it goes:
    { $example }
    Empty braces are for you to fill.
canned-example = {"{number} {place} {category} {unit} {date}"}
canned-kept = Kept: { $title }. Everybody of your unit can use it.
canned-dropped = Dropped: { $title }.
canned-shown =
    The resident will read:
    { $words }

    Tap "Send as it is", or send me the whole text as you want it.
canned-blank =
    There is a gap to fill. Send me the whole text, filled:
    { $words }
button-canned-use = Send as it is
refused-canned-unit = Canned replies belong to a unit, and you have no post in one.
refused-canned-long = That is too long: { $limit } characters at most.
refused-canned-place = Nothing fills "{ $name }". There are: number, place, category, unit, date.
refused-canned-names = It names a person or a number. Canned replies go to many people: take that out first.
refused-canned-full = A unit keeps { $limit } at most. Drop some first.

## Writing and approving

button-policy-write = Write a policy
button-policies-waiting = What waits for approval
button-policy-send = Have it approved
button-policy-approve = Approve
button-policy-return = Send back
button-policy-change = Change something
button-policy-translate = Add the Chinese
button-policy-withdraw = Withdraw
policy-ask-title = What is the policy called? Short, and clear at a glance, such as "Old-age allowance".
policy-ask-plain = In plain words: who can have it, how much, and how? Up to 300 characters.
policy-ask-text = Send the full text or its main points. Skip where there is none.
policy-ask-document = Is there a document? Send the PDF, the Word file (.docx) or photos of its pages. Residents get it by one tap.
policy-mistake-document = I can take a PDF, a Word file (.docx), plain text (.txt, .md) or photos here. Everybody can open those.
policy-mistake-document-empty = That file is empty. Please send the right one.
policy-no-document = No document
policy-ask-public = Post it in the county's public channel, too, once it is approved?
policy-goes-public = 📣 Once approved, it is posted in the public channel, too.
policy-ask-source = Who says so? Name the document or the office, such as "Civil affairs bureau, no. 3 of 2026".
policy-ask-topic = What is it about?
policy-any-topic = Nothing in particular
policy-ask-area = Where does it hold?
policy-ask-until = Until which day?
policy-no-end = No end
policy-ask-title-other = What is it called in Chinese?
policy-ask-plain-other = In plain Chinese words: who can have it, how much, and how?
policy-ask-text-other = The full text or its main points in Chinese. Skip where there is none.
policy-shown =
    Residents will read this:

    { $policy }
policy-written = Written: { $title }. Somebody else is asked to approve it; residents see it after that.
policy-written-nobody = Written: { $title }. Nobody else can approve it now: please have the administrator name somebody. We look again in two working days.
policy-ask-field = What do you want to change?
policy-field-title = The name
policy-field-plain = The plain words
policy-field-text = The full text
policy-field-source = The source
policy-field-until = The last day
policy-field-document = The document
policy-field-public = The public channel
policy-ask-words = What shall it say?
policies-waiting = Policies that wait ({ $count }):
policies-waiting-none = No policy waits for your word.
policy-state-waiting = waits for approval
policy-state-returned = sent back
policy-state-shown = shown to residents
policy-state-replaced = there is a newer one
policy-state-withdrawn = withdrawn
policy-why = { $state }: { $why }
policy-approved = Approved: { $title }. Residents see it now. Whoever asked for such news hears of it, by day.
policy-ask-return = What is to be changed? A line for whoever wrote it.
policy-returned = Sent back: { $title }. Whoever wrote it reads your words.
policy-ask-withdraw = Why is it withdrawn? A line is enough.
policy-withdrawn = Withdrawn: { $title }. Residents see it no more.
notice-policy_waits = 📖 A policy waits for your approval: { $title } ({ $source }). Residents see it after that.
notice-policies_loaded = 📖 { $count ->
    [one] 1 policy was loaded from files and waits
   *[other] { $count } policies were loaded from files and wait
} for your approval: /approve
notice-policy_approved = 📖 { $person } has approved "{ $title }". Residents see it now.
notice-policy_returned = 📖 { $person } has sent "{ $title }" back: { $why }
notice-policy_withdrawn = 📖 { $person } has withdrawn "{ $title }": { $why }
notice-policy_ends = 📖 "{ $title }" ends on { $date }; residents won't see it after that. If it still holds, please change the day.
refused-policy-not-yours = Your post does not reach where this policy holds. Choose a place of yours, or ask somebody above you to write it.
refused-policy-own = You wrote it, so somebody else approves it.
refused-policy-over = This policy is over and can't be changed. Please write a new one.
refused-policy-overtaken = The one it replaces was changed or withdrawn meanwhile. Please send this version back, so that its writer looks again.
refused-policy-empty = It needs a name, plain words and a source.
refused-policy-long = Too long: { $field ->
    [title] the name
    [plain] the plain words
    [source] the source
   *[text] the full text
} may have { $limit } characters.
refused-policy-documents = A policy has { $limit } documents at most.
refused-policy-document-coming = The document is still on its way. Please open the policy again in a minute, look at it, and approve then.
refused-policy-document-lost = The document has not arrived. Please send the policy back, so that its writer adds it again.
refused-policy-document-empty = The document is empty. Please send the policy back, so that its writer adds the right one.
refused-policy-document-type = The document is neither PDF nor Word (.docx) nor plain text nor a picture. Please send the policy back, so that its writer adds another one.
refused-policy-topic = There is no such topic.
refused-policy-area = There is no such place.
refused-policy-days = It ends before it begins. Please change one of the days.
