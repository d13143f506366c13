-- What a sender has to remember of the last moment (on SQLite a file beside the database has it).
create table jottings (
  id bigint primary key,
  text text not null
);
