-- The organisation: read as one snapshot, written by an import.

-- name: organisation_versions
select id, version from organisation order by id

-- name: organisation_changed!
update organisation set version = version + 1 where id = :id

-- name: organisation_lock
select version from organisation where id = :id for update

-- name: areas_all
select id, code, name, level, parent_id, path, aliases, lat, lon, active, name_en, travel_minutes, people,
  mark
from areas order by path, id

-- name: units_all
select id, code, name, name_en, short, area_id, superior_id, active, mark from units order by id

-- name: unit_paths
select id, path from units order by id

-- name: routes_all
select category, area_id, unit_id from routes order by category, area_id

-- name: posts_all
select id, person_id, role, unit_id, area_id, title, title_en, grid, active, version, acting_for
from posts order by id

-- name: groups_all
select key, unit_id, language, active, version from unit_groups where active = 1 order by key

-- name: area_insert!
insert into areas (
  id, code, name, level, parent_id, path, aliases, lat, lon, active, name_en, travel_minutes, people,
  mark
) values (
  :id, :code, :name, :level, :parent_id, :path, :aliases, :lat, :lon, :active, :name_en, :travel_minutes, :people,
  :mark
)

-- name: area_update!
update areas set
  name = :name, level = :level, parent_id = :parent_id, path = :path, aliases = :aliases, lat = :lat, lon = :lon,
  active = :active, name_en = :name_en, travel_minutes = :travel_minutes, people = :people,
  mark = :mark
where id = :id

-- name: unit_insert!
insert into units (id, code, name, name_en, short, area_id, superior_id, path, active, mark)
values (:id, :code, :name, :name_en, :short, :area_id, :superior_id, :path, :active, :mark)

-- name: unit_update!
update units set
  name = :name, name_en = :name_en, short = :short, area_id = :area_id, superior_id = :superior_id, path = :path,
  active = :active, mark = :mark
where id = :id

-- name: routes_clear!
delete from routes

-- name: route_insert!
insert into routes (category, area_id, unit_id) values (:category, :area_id, :unit_id)

-- name: answers_all
select title, title_en, words, text, text_en, source, category, area_id from answers order by title

-- name: answers_clear!
delete from answers

-- name: answer_insert!
insert into answers (title, title_en, words, text, text_en, source, category, area_id)
values (:title, :title_en, :words, :text, :text_en, :source, :category, :area_id)

-- name: cases_follow_areas!
-- Cases carry a copy of their area's path, by which posts over an area see them.
update cases set
  area_path = (select a.path from areas a where a.id = coalesce(cases.seen_from, cases.area_id)),
  version = version + 1
where area_path <> (select a.path from areas a where a.id = coalesce(cases.seen_from, cases.area_id))

-- name: cases_filed_since
-- What routes decide about: not what is shielded, nor what is held for another reason than want of a route.
select c.category, c.area_id, count(*) from cases c
where c.filed_at >= :since and c.shielded = 0 and c.held = ''
group by c.category, c.area_id
order by c.category, c.area_id
