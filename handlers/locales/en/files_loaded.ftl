# What is said of files that somebody loads: policies and surveys.

file-question = question { $number }
file-none = there is no such file
file-utf8 = it is not UTF-8: save it as UTF-8 text
file-toml = { $line ->
    [0] it ends before something in it is closed: look for a quote or a bracket that is open
   *[other] line { $line } can't be read: a quote, a bracket or a = may be missing
}
file-missing = is missing
file-unknown = there is no such key{ $meant ->
    [none] { "" }
   *[other] ; did you mean { $meant }?
}
file-text = needs a text in quotes
file-day = needs a day without quotes, as in 2026-12-24
file-yes-no = needs true or false, without quotes
file-texts = needs texts in quotes between [ and ], as in ["one", "two"]
file-area = there is no area with the code “{ $code }”
file-public = it names a person, and the public channel is read by everybody

policy-files-wait = Policies that wait for approval now: { $loaded }. Known as they are: { $left }.
policy-file-folder = there is no such folder
policy-file-nothing = holds no .md file
policy-file-head = begins with no head: a line +++, the keys, and another line +++
policy-file-title = is missing, and there is a text in that language
policy-file-long = has { $count } characters, { $most } at most
policy-file-long-text = the text ({ $language }) has { $count } characters, { $most } at most
policy-file-topic = no category is called “{ $topic }”; there are { $topics }
policy-file-until = lies before since
policy-file-document = needs the name of a file in quotes, or several between [ and ]
policy-file-documents = names { $count } files, { $most } at most
policy-file-outside = “{ $name }” lies outside of the folder of its policy
policy-file-gone = “{ $name }” is not there
policy-file-empty = “{ $name }” is empty
policy-file-large = “{ $name }” has { $size } MB, { $most } at most
policy-file-type = “{ $name }” is neither PDF nor Word (.docx) nor plain text nor a picture
