# What is said of a survey in a TOML file, to whoever loads it.

survey-file-waits = “{ $title }” waits to be approved in chat, by whoever holds a post over its area.
survey-file-sections = each question needs a section of its own: a line [[question]], and its keys below
survey-file-kind = “{ $value }” is none of these: { $kinds }
survey-file-count = there are { $count } questions; there should be 1 to { $most }
survey-file-title = needs 1 to { $most } characters
survey-file-groups = { $most } at most, each once, and each of 1 to { $length } characters
survey-file-over = that day is over
