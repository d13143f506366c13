# What is said of a survey in a TOML file, to whoever loads it.

survey-file-waits = “{ $title }” waits to be approved in chat, by whoever holds a post over its area.
survey-file-colon = { ": " }
survey-file-question = question { $number }
survey-file-none = there is no such file
survey-file-utf8 = it is not UTF-8: save it as UTF-8 text
survey-file-toml = { $line ->
    [0] it ends before something in it is closed: look for a quote or a bracket that is open
   *[other] line { $line } can't be read: a quote, a bracket or a = may be missing
}
survey-file-missing = is missing
survey-file-unknown = there is no such key{ $meant ->
    [none] { "" }
   *[other] ; did you mean { $meant }?
}
survey-file-text = needs a text in quotes
survey-file-day = needs a day without quotes, as in 2026-12-24
survey-file-yes-no = needs true or false, without quotes
survey-file-texts = needs texts in quotes between [ and ], as in ["Tap", "Well"]
survey-file-sections = each question needs a section of its own: a line [[question]], and its keys below
survey-file-kind = “{ $value }” is none of these: { $kinds }
survey-file-count = there are { $count } questions; there should be 1 to { $most }
survey-file-title = needs 1 to { $most } characters
survey-file-public = it names a person, and the public channel is read by everybody
survey-file-groups = { $most } at most, each once, and each of 1 to { $length } characters
survey-file-area = there is no area with the code “{ $code }”
survey-file-over = that day is over
