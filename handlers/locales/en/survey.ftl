# Surveys.

## For residents

survey-promise-anonymous = Anonymous: each answer is put away alone, without your name; nobody can find or change it, not even you. What you type stays in your chat until you delete it.
survey-promise-named = Your answers are kept with your name. Until the last day you can change them; they go when you erase your data. No result says who said what.
survey-promise-names = With names: once it is over, those who ask read who said what, and that is recorded (/mydata). You can change it till then, or erase it with your data.
survey-name = First: what may we call you? Those who ask will read it.
survey-name-sure = “{ $words }”: that doesn't look like a name. Shall I put it down as yours? If not, just type your name.
survey-button-name = Yes, that is the name
survey-button-no-name = I'd rather not say
survey-no-name = no name given
survey-none-of-these = none of them
mydata-name-survey = 👁 { $office } looked at who answered what in a survey with your name { $count ->
    [one] once, on { $date }
   *[other] { $count } times, last on { $date }
}.
survey-begins = { $title }: { $count ->
    [one] 1 short question
   *[other] { $count } short questions
}. { $promise }
survey-goes-on = { $title }: we go on where you stopped. { $promise }
survey-where = Where do you live? It is for the results by place only, and is forgotten with your last answer.
survey-where-named = Where do you live? It is kept with your answers.
survey-elsewhere = Somewhere else
survey-mistake-place = I don't know that place. Tap one, or type the name of your village or town.
survey-team = Which of these are you? It is forgotten with your last answer.
survey-team-named = Which of these are you? It is kept with your answers.
survey-no-team = None of these
survey-number = { $number }/{ $count }
survey-several = { $question } { $option }?
survey-yes = Yes
survey-no = No
survey-hint-scale = 1 is bad, 5 is good.
survey-hint-number = Please type a number.
survey-hint-text = Please type it in your own words, without names.
survey-hint-photo = Please send a photo.
survey-button-pass = Skip this one
survey-button-take = Answer now
survey-button-no = Not for me
survey-button-change = Change my answers
survey-blank = no answer
survey-thanks-anonymous = Thank you! Everything is put away, and nothing of it has your name. When it is over, you can ask the office what came of it.
survey-thanks-named = Thank you! You can change your answers until { $date }.
survey-put-aside = Put aside. What you have answered is in; /surveys goes on where you stopped.
survey-declined = All right, we won't remind you. Should you change your mind: /surveys.
survey-earlier-button = That button belongs to an earlier question. Here is the one we are at:
survey-mistake-photo = That photo could not be taken. Please send another one, or skip this question.
surveys-none = There is nothing to answer just now.
surveys-open = What we would like to know from you:
notice-survey_asked = We have a few questions: { $title }, until { $date }. { $promise }
notice-survey_reminded = A reminder, the only one: { $title }, until { $date }. { $promise }
refused-survey-over = That survey is over. Thank you all the same! If something is wrong, just write it here.
refused-survey-done = You have answered that one already. Anonymous answers can't be found again, so they can't be changed. Thank you!
refused-survey-elsewhere = That question is behind you. /surveys goes on where you are.
refused-survey-no-way-back = There is no way back here: an anonymous answer is put away at once, and nobody can find it again. The next question is still open.

## For staff

menu-surveys = Surveys
survey-ask-place = Whose residents do you want to ask? Tap a place, or type its name.
survey-ask-title = What is it about? A short title, as residents will read it.
survey-ask-how = Anonymous or with names? It can't be changed later, and residents are told before the first question. With names, those who ask read who said what. Photos need names.
survey-anonymous = Anonymous
survey-named = With names
survey-ask-groups = Into which groups should the results be told apart? One on each line, { $most } at most, as in: under 60 / 60 or older. Fewer than 5 people are never shown.
survey-ask-question = The question, as a neighbour would put it:
survey-ask-kind = How is it answered?
survey-kind-single = One of several
survey-kind-several = Several
survey-kind-scale = 1 to 5
survey-kind-number = A number
survey-kind-text = In own words
survey-kind-photo = A photo
survey-ask-options = What can be chosen? One on each line: 2 to { $most }, of { $length } characters at most.
survey-ask-day = Until when, the last day included?
survey-ask-why = Why does it go back? Its author reads it.
survey-card = 📋 { $title } · { $place } · { $how }
    { $state }
survey-state-draft = being written
survey-state-waiting = waits for a second person
survey-state-open = out with residents
survey-state-closed = closed
survey-state-dropped = thrown away
survey-groups = Groups: { $groups }
survey-line = { $number }. { $text } ({ $kind })
survey-options = – { $options }
survey-until = Until { $date }
survey-ask-public = Into the county's public channel, too, once it is approved? Everybody reads the title there.
survey-goes-public = 📣 Once approved, it is posted in the public channel, too.
survey-why = Given back: { $why }
survey-button-new = ➕ New survey
survey-button-question = ➕ A question
survey-button-unask = Take the last one out
survey-button-hand-in = Hand it in
survey-button-drop = Throw it away
survey-button-approve = Let it go out
survey-button-return = Give it back
survey-button-results = Results
survey-button-photos = Photos
survey-button-names = Who answered what
survey-button-names-file = All of it as a file
survey-button-before = ◀ The one before
survey-button-next = Next ▶
survey-ask-names-why = Why do you need to see who answered what? It is recorded with your name, and those who answered can see that your office has looked.
survey-names-person = 👤 { $number }. { $who }
survey-names-none = Nobody has answered this one.
survey-names-coming = Who answered what in “{ $title }” is coming as a file. That, too, is recorded.
notice-survey_names = Who answered what in “{ $title }”. Keep the file as you would keep their letters.
refused-survey-look-over = That was opened a while ago. Please open the survey again in /surveys, and say what for.
survey-handed-in = “{ $title }” is handed in. It goes out once a second person says so.
survey-given-back = “{ $title }” goes back to its author.
survey-dropped = “{ $title }” is thrown away.
survey-goes-out = “{ $title }” goes out now, and closes after { $date }. Whoever asked for surveys hears of it, too, by day.
survey-results-coming = The results of “{ $title }” are coming as a file.
survey-photos-few = Fewer than { $least } people have sent a photo: none is shown.
surveys-own = { $count ->
    [0] You have no surveys.
    [one] One survey of yours, or in your area:
   *[other] { $count } surveys of yours, or in your area:
}
surveys-own-line = { $title } · { $place } · { $state }
notice-survey_waits = A survey for { $place } waits for your word: { $title }
notice-survey_approved = { $person } has let your survey “{ $title }” go out.
notice-survey_returned = { $person } gives your survey “{ $title }” back: { $why }
notice-survey_left = Your survey “{ $title }” was never handed in, and is put away.
notice-survey_results = “{ $title }” is over: here are the results. Groups of fewer than 5 are put together with others.
refused-survey-area = You can ask residents only where you hold a post.
refused-survey-state = That can't be done with this survey just now. /surveys shows how it stands.
refused-survey-runs = There are no results before the survey has closed: two results a day apart would tell of single people.
refused-survey-nobody = Nobody else holds a post over that area who could approve it. Ask your administrator.
refused-survey-no-questions = It has no question yet.
refused-survey-many-questions = That is too many questions: 20 at most, and fewer are answered by more.
refused-survey-no-day = It needs a last day that is still to come.
refused-question-empty = The question has no words.
refused-question-long = The question is too long.
refused-question-photo = A photo shows who took it: in an anonymous survey none can be asked for.
refused-question-no-options = That kind of question has nothing to choose from.
refused-question-options = There should be 2 to 8 to choose from, each of 40 characters at most.
refused-question-option-long = One of the choices is empty or too long: 40 characters at most.
refused-question-twice = One of the choices stands there twice.

## Results

notice-survey_picture = 📊 { $title } ({ $page } of { $pages })
survey-chart-about = { $place }: { $people } people have answered, until { $date }.
survey-chart-foot = What fewer than { $least } people said is put together with something else. By place and by group: in the table.
survey-csv-name = name
survey-csv-question = question
survey-csv-answer = answer
survey-csv-by = by
survey-csv-class = place or group
survey-csv-people = people
survey-csv-all = everybody
survey-csv-by-place = place
survey-csv-by-team = group
survey-csv-words = in their words
survey-csv-few = Fewer than { $least } people have taken part: nothing is shown.
survey-range = { $low } to under { $high }
