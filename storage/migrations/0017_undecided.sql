-- Cases in which somebody is asked for a decision, or was: looked for each morning among all open ones.
create index cases_undecided on cases (id) where state <> 'closed' and (
  extension is not null or recusal is not null or objection is not null or not_accepted is not null
);
