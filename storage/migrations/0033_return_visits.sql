-- Return visits: what is still promised in a place stands on the agenda, and one closed day follows the works of a place.

alter table outings add column promises text not null default '[]';
alter table outing_places add column last_id bigint;

-- Where to go next: each count of a village is read from an index alone.
create index cases_village_open on cases (area_id, limit_at)
  where state <> 'closed' and shielded = 0 and merged_into is null;
create index cases_village_filed on cases (area_id, filed_at) where shielded = 0 and merged_into is null;
create index cases_village_clerk on cases (area_id, filed_at)
  where clerk_id is not null and shielded = 0 and merged_into is null;
create index petitions_behalf on petitions (id) where behalf is not null;
