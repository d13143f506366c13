-- Messages that carry a file: what is uploaded with a call ('' for nothing), and what the network calls it afterwards.

alter table outbox add column upload text not null default '';

create table sent_files (
  digest text not null,
  field text not null,
  file_id text not null,
  primary key (digest, field)
);
