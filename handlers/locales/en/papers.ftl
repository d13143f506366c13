# Notices on paper: the list, a copy to print, handing over; and what stands on them.

menu-papers = Notices on paper
button-papers = On paper
staff-button-papers = Notices
papers-which = Notices of which one? Tap its number.
papers-none-to-hand = No notice waits to be handed over.
papers-of-case = Notices of { $number }. Tap one, and it comes as a file to print:
paper-line = 📄 { $number } { $what } ({ $date })
paper-line-handed = 📄 { $number } { $what } ({ $date }), handed over { $handed }
paper-coming = { $number } is being made, and comes in a moment.
papers-to-hand = { $count ->
    [one] One notice
   *[other] { $count } notices
 } to print and hand over:
paper-for = For: { $who } ({ $number })
paper-how = How did { $number } reach its person?
paper-handed = { $number }: noted.
button-paper-print = Print
button-paper-handed = Handed over
button-handed-self = Into their hands
button-handed-post = By post
button-handed-home = To the household
notice-paper = 📄 { $number }: open it to print.
notice-paper_failed = The document could not be made. Please tap "On paper" once more.
notice-paper_to_hand = { $number } ({ $place }, { $category }): a notice to print and hand over, see /papers
staff-short-paper_to_hand = a notice to print and hand over
event-paper = notice { $number }
event-paper_handed = notice { $number } was handed over
refused-handed-already = { $number } was noted as handed over before.

paper-registration = Registered
paper-acceptance = Accepted
paper-not_accepted = Not accepted
paper-forwarded = Forwarded
paper-reply = Reply
paper-extension = Extension
paper-review = Review

## What stands on paper

sheet-day = { $day } { $month } { $year }
sheet-title-registration = Notice of Registration
sheet-title-acceptance = Notice of Acceptance
sheet-title-not_accepted = Notice of Non-acceptance
sheet-title-forwarded = Notice of Forwarding
sheet-title-reply = Written Reply
sheet-title-extension = Notice of Extension
sheet-title-review = Review Decision
sheet-to = To whom it concerns (petition { $number }):
sheet-to-name = Dear { $name },
sheet-registration = What you wrote on { $filed }, “{ $matter }”, is registered as petition { $number }.
sheet-registration-then = Within { $count } days of receipt it is forwarded to the office that can decide it, and you are told which (Regulations on Petition Work, article 22).
sheet-acceptance = What you wrote on { $filed }, “{ $matter }” (petition { $number }), was received by { $unit } and accepted on { $date } (Regulations on Petition Work, article 23).
sheet-path-request = Path: a request. Procedure: you are heard, the facts are looked into, and a written reply is given (article 31 (6)).
sheet-path-wages = Path: labour inspection. Procedure: the unpaid wages are looked into and dealt with by law, and a written reply is given (article 31).
sheet-path-question = Path: a question. Procedure: it is looked into, and answered in writing.
sheet-path-suggestion = Thank you for your suggestion. Path: a suggestion. Procedure: it is studied, and you are told in writing whether it is adopted, and why (article 29).
sheet-path-report = Path: a report of a violation. Procedure: it is checked and dealt with by law, and a written reply is given (article 31 (5)).
sheet-path-accusation = Path: an accusation. Procedure: it is dealt with by the discipline inspection, or whoever has the power to, under their rules (article 30).
sheet-until = It is concluded, and you have a written reply, by { $until }.
sheet-remedy-arbitration = You may also ask for labour arbitration, as a rule within one year; it is free (Law on Mediation and Arbitration of Labour Disputes, article 27).
sheet-remedy-arbitration-until = You may also ask for labour arbitration, best by { $date }; it is free (Law on Mediation and Arbitration of Labour Disputes, article 27).
sheet-remedy-reconsideration = Against an authority's decision you may ask for reconsideration within { $count } days of knowing of it (Administrative Reconsideration Law, article 20).
sheet-remedy-suit = Against an authority's decision you may also go to court within { $count } months of knowing of it (Administrative Litigation Law, article 46).
sheet-remedies-run-on = Petitioning does not stop these limits; please do not miss them.
sheet-no-court = What you wrote on { $filed }, “{ $matter }” (petition { $number }), is a matter of lawsuits, and is not accepted by { $unit } ({ $article }). Please turn to: { $body }.
sheet-no-procedure = What you wrote on { $filed }, “{ $matter }” (petition { $number }), is for another procedure of law, and is not accepted by { $unit } ({ $article }). Please turn to: { $body }.
sheet-no-other_body = What you wrote on { $filed }, “{ $matter }” (petition { $number }), is outside the powers of { $unit }, and is not accepted ({ $article }). Please turn to: { $body }.
sheet-no-final = What you wrote on { $filed }, “{ $matter }” (petition { $number }), has the same facts and reasons as what was ended ({ $body }), and is not accepted again by { $unit } ({ $article }).
sheet-why = Reason: { $words }
sheet-ask-above = If you do not agree, you may ask the office above within { $count } days of this notice, in the same chat or at the intake office; it is free.
sheet-to_court = What you wrote on { $filed }, “{ $matter }” (petition { $number }), is a matter of lawsuits, and went to { $body } on { $when } to be decided by law (Regulations on Petition Work, article 22). Legal aid: 12348.
sheet-to_discipline = What you wrote on { $filed }, “{ $matter }” (petition { $number }), is an accusation, and went to { $body } on { $when } to be dealt with by their rules (Regulations on Petition Work, article 22).
sheet-reply = What you wrote on { $filed }, “{ $matter }” (petition { $number }), was worked on by { $unit }, with this reply:
sheet-decision = Decision: { $decision }
sheet-found = Found: { $words }
sheet-done = Done: { $words }
sheet-basis = Basis: { $words }
sheet-outcome-done = It is done.
sheet-outcome-promised = It is promised by { $date }.
sheet-outcome-answered = It is answered.
sheet-outcome-refused = It cannot be done, for the reasons below.
sheet-outcome-passed = It was passed to { $body }, who have taken it.
sheet-outcome-adopted = Your suggestion is adopted, with thanks.
sheet-outcome-adopted_partly = Your suggestion is adopted in part, with thanks.
sheet-outcome-not_adopted = Your suggestion is not adopted this time; thank you for making it.
sheet-extension = What you wrote on { $filed }, “{ $matter }” (petition { $number }), is complicated; with the head's approval it is to be concluded by { $until } (Regulations on Petition Work, article 34).
sheet-review = What you wrote on { $filed }, “{ $matter }” (petition { $number }), was reviewed by { $unit }, with this result:
sheet-part = { $words }
sheet-foot = To add something or to ask, write in the same chat, or bring the number { $number } to the intake office.
