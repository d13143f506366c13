-- Extensions that are asked for, and wishes for another cadre.

alter table cases add column extension text;
alter table cases add column recusal text;
update cases set extension = '{"days":0,"decision":"granted","plea":null}'
where exists (select 1 from events where events.case_id = cases.id and events.kind = 'date_set');
