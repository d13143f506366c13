-- Return visits: what is still promised in a place stands on the agenda, and one closed day follows the works of a place.

alter table outings add column promises text not null default '[]';
alter table outing_places add column last_id bigint;

-- Who is heard: few petitions are written for somebody else, and they are looked for by themselves.
create index petitions_behalf on petitions (id) where behalf is not null;
