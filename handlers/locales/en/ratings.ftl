# Ratings: in number only.

staff-ratings = { $unit }: { $count } ratings, { $stars } stars on average.
staff-ratings-few = { $unit }: fewer than { $few } ratings so far, so nothing is shown.
staff-ratings-foot = It changes with every { $few } new ones. Nobody sees who rated, or which case; nobody is ranked.
menu-ratings = How residents rate my unit
