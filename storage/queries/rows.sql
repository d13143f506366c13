-- Rows by key, as the unit of work loads and flushes them. Columns stand in the order of the dataclass fields.
-- Every update is guarded by the version that was loaded.

-- name: people_by_key
select
  id, name, language, home, created_at, version, unreachable_at, away_until, open_cases, push_day,
  pushes, digest_since, drafts_day, drafts, code_since, code_tries, phone, agent_id, pin_digest,
  pin_since, pin_tries, pin_until, erased_at, exported_at, looks_day, looks, deputy_id, deputy_asked,
  open_parts
from people where id = any(:keys) order by id for update

-- name: people_insert!
insert into people (
  id, name, language, home, created_at, version, unreachable_at, away_until, open_cases, push_day,
  pushes, digest_since, drafts_day, drafts, code_since, code_tries, phone, agent_id, pin_digest,
  pin_since, pin_tries, pin_until, erased_at, exported_at, looks_day, looks, deputy_id, deputy_asked,
  open_parts
) values (
  :id, :name, :language, :home, :created_at, :version, :unreachable_at, :away_until, :open_cases,
  :push_day, :pushes, :digest_since, :drafts_day, :drafts, :code_since, :code_tries, :phone, :agent_id,
  :pin_digest, :pin_since, :pin_tries, :pin_until, :erased_at, :exported_at, :looks_day, :looks,
  :deputy_id, :deputy_asked, :open_parts
)

-- name: people_update!
update people set
  name = :name, language = :language, home = :home, created_at = :created_at,
  unreachable_at = :unreachable_at, away_until = :away_until, open_cases = :open_cases,
  push_day = :push_day, pushes = :pushes, digest_since = :digest_since, drafts_day = :drafts_day,
  drafts = :drafts, code_since = :code_since, code_tries = :code_tries, phone = :phone,
  agent_id = :agent_id, pin_digest = :pin_digest, pin_since = :pin_since, pin_tries = :pin_tries,
  pin_until = :pin_until, erased_at = :erased_at, exported_at = :exported_at, looks_day = :looks_day,
  looks = :looks, deputy_id = :deputy_id, deputy_asked = :deputy_asked, open_parts = :open_parts,
  version = :version + 1
where id = :id and version = :version

-- name: addresses_by_key
select
  key, person_id, version
from addresses where key = any(:keys) order by key for update

-- name: addresses_insert!
insert into addresses (
  key, person_id, version
) values (
  :key, :person_id, :version
)

-- name: addresses_update!
update addresses set
  person_id = :person_id, version = :version + 1
where key = :key and version = :version

-- name: posts_by_key
select
  id, person_id, role, unit_id, area_id, title, title_en, grid, active, version, acting_for
from posts where id = any(:keys) order by id for update

-- name: posts_insert!
insert into posts (
  id, person_id, role, unit_id, area_id, title, title_en, grid, active, version, acting_for
) values (
  :id, :person_id, :role, :unit_id, :area_id, :title, :title_en, :grid, :active, :version, :acting_for
)

-- name: posts_update!
update posts set
  person_id = :person_id, role = :role, unit_id = :unit_id, area_id = :area_id, title = :title,
  title_en = :title_en, grid = :grid, active = :active, acting_for = :acting_for, version = :version + 1
where id = :id and version = :version

-- name: groups_by_key
select
  key, unit_id, language, active, version
from unit_groups where key = any(:keys) order by key for update

-- name: groups_insert!
insert into unit_groups (
  key, unit_id, language, active, version
) values (
  :key, :unit_id, :language, :active, :version
)

-- name: groups_update!
update unit_groups set
  unit_id = :unit_id, language = :language, active = :active, version = :version + 1
where key = :key and version = :version

-- name: invites_by_key
select
  digest, role, unit_id, area_id, title, title_en, grid, expires_at, used_by, version
from invites where digest = any(:keys) order by digest for update

-- name: invites_insert!
insert into invites (
  digest, role, unit_id, area_id, title, title_en, grid, expires_at, used_by, version
) values (
  :digest, :role, :unit_id, :area_id, :title, :title_en, :grid, :expires_at, :used_by, :version
)

-- name: invites_update!
update invites set
  role = :role, unit_id = :unit_id, area_id = :area_id, title = :title, title_en = :title_en,
  grid = :grid, expires_at = :expires_at, used_by = :used_by, version = :version + 1
where digest = :digest and version = :version

-- name: drafts_by_key
select
  id, person_id, conversation, text, created_at, touched_at, category, area_id, place, lat, lon,
  offered, state, petition_id, epoch, fired, version, kind, kind_other, kind_chosen, accuses, accused,
  hide, files, behalf, entry, follows, alike, near, not_about, way, asks_place
from drafts where id = any(:keys) order by id for update

-- name: drafts_insert!
insert into drafts (
  id, person_id, conversation, text, created_at, touched_at, category, area_id, place, lat, lon,
  offered, state, petition_id, epoch, fired, version, kind, kind_other, kind_chosen, accuses, accused,
  hide, files, behalf, entry, follows, alike, near, not_about, way, asks_place
) values (
  :id, :person_id, :conversation, :text, :created_at, :touched_at, :category, :area_id, :place, :lat,
  :lon, :offered, :state, :petition_id, :epoch, :fired, :version, :kind, :kind_other, :kind_chosen,
  :accuses, :accused, :hide, :files, :behalf, :entry, :follows, :alike, :near, :not_about, :way,
  :asks_place
)

-- name: drafts_update!
update drafts set
  person_id = :person_id, conversation = :conversation, text = :text, created_at = :created_at,
  touched_at = :touched_at, category = :category, area_id = :area_id, place = :place, lat = :lat,
  lon = :lon, offered = :offered, state = :state, petition_id = :petition_id, epoch = :epoch,
  fired = :fired, kind = :kind, kind_other = :kind_other, kind_chosen = :kind_chosen,
  accuses = :accuses, accused = :accused, hide = :hide, files = :files, behalf = :behalf,
  entry = :entry, follows = :follows, alike = :alike, near = :near, not_about = :not_about, way = :way,
  asks_place = :asks_place, version = :version + 1
where id = :id and version = :version

-- name: petitions_by_key
select
  id, number, resident_id, text, language, filed_at, code_digest, cases, version, open_cases, naming,
  name, phone, way, clerk_id, behalf, earlier, guardian
from petitions where id = any(:keys) order by id for update

-- name: petitions_insert!
insert into petitions (
  id, number, resident_id, text, language, filed_at, code_digest, cases, version, open_cases, naming,
  name, phone, way, clerk_id, behalf, earlier, guardian
) values (
  :id, :number, :resident_id, :text, :language, :filed_at, :code_digest, :cases, :version, :open_cases,
  :naming, :name, :phone, :way, :clerk_id, :behalf, :earlier, :guardian
)

-- name: petitions_update!
update petitions set
  number = :number, resident_id = :resident_id, text = :text, language = :language,
  filed_at = :filed_at, code_digest = :code_digest, cases = :cases, open_cases = :open_cases,
  naming = :naming, name = :name, phone = :phone, way = :way, clerk_id = :clerk_id, behalf = :behalf,
  earlier = :earlier, guardian = :guardian, version = :version + 1
where id = :id and version = :version

-- name: cases_by_key
select
  id, petition_id, number, suffix, resident_id, category, area_id, area_path, place, summary, filed_at,
  limit_at, epoch_at, state, closing, unit_id, cadre_id, assigned_why, assigned_at, accepted_at,
  clock_from, news_at, told_at, question, asked_at, visit_at, wait_until, wait_why, outcome,
  proposed_at, promise_at, closed_at, reopened, urged_at, late_why, tried, shared, stars, epoch, fired,
  version, kind, text, held, shielded, accused, seen_from, files, files_lost, details, details_at,
  aside, addressed, handed_up, clerk_id, instance, decisions, reply, hearing, not_accepted, lat, lon,
  supporters, merged, merged_into, merged_at, joint, telling, not_done, unit_at, objection, objected,
  assisting, raised, extension, recusal, callback_id, caller_id, meeting, hardship, upward, child,
  press, owner_id, owned_at, owner_asked, listed_until
from cases where id = any(:keys) order by id for update

-- name: cases_insert!
insert into cases (
  id, petition_id, number, suffix, resident_id, category, area_id, area_path, place, summary, filed_at,
  limit_at, epoch_at, state, closing, unit_id, cadre_id, assigned_why, assigned_at, accepted_at,
  clock_from, news_at, told_at, question, asked_at, visit_at, wait_until, wait_why, outcome,
  proposed_at, promise_at, closed_at, reopened, urged_at, late_why, tried, shared, stars, epoch, fired,
  version, kind, text, held, shielded, accused, seen_from, files, files_lost, details, details_at,
  aside, addressed, handed_up, clerk_id, instance, decisions, reply, hearing, not_accepted, lat, lon,
  supporters, merged, merged_into, merged_at, joint, telling, not_done, unit_at, objection, objected,
  assisting, raised, extension, recusal, callback_id, caller_id, meeting, hardship, upward, child,
  press, owner_id, owned_at, owner_asked, listed_until
) values (
  :id, :petition_id, :number, :suffix, :resident_id, :category, :area_id, :area_path, :place, :summary,
  :filed_at, :limit_at, :epoch_at, :state, :closing, :unit_id, :cadre_id, :assigned_why, :assigned_at,
  :accepted_at, :clock_from, :news_at, :told_at, :question, :asked_at, :visit_at, :wait_until,
  :wait_why, :outcome, :proposed_at, :promise_at, :closed_at, :reopened, :urged_at, :late_why, :tried,
  :shared, :stars, :epoch, :fired, :version, :kind, :text, :held, :shielded, :accused, :seen_from,
  :files, :files_lost, :details, :details_at, :aside, :addressed, :handed_up, :clerk_id, :instance,
  :decisions, :reply, :hearing, :not_accepted, :lat, :lon, :supporters, :merged, :merged_into,
  :merged_at, :joint, :telling, :not_done, :unit_at, :objection, :objected, :assisting, :raised,
  :extension, :recusal, :callback_id, :caller_id, :meeting, :hardship, :upward, :child, :press,
  :owner_id, :owned_at, :owner_asked, :listed_until
)

-- name: cases_update!
update cases set
  petition_id = :petition_id, number = :number, suffix = :suffix, resident_id = :resident_id,
  category = :category, area_id = :area_id, area_path = :area_path, place = :place, summary = :summary,
  filed_at = :filed_at, limit_at = :limit_at, epoch_at = :epoch_at, state = :state, closing = :closing,
  unit_id = :unit_id, cadre_id = :cadre_id, assigned_why = :assigned_why, assigned_at = :assigned_at,
  accepted_at = :accepted_at, clock_from = :clock_from, news_at = :news_at, told_at = :told_at,
  question = :question, asked_at = :asked_at, visit_at = :visit_at, wait_until = :wait_until,
  wait_why = :wait_why, outcome = :outcome, proposed_at = :proposed_at, promise_at = :promise_at,
  closed_at = :closed_at, reopened = :reopened, urged_at = :urged_at, late_why = :late_why,
  tried = :tried, shared = :shared, stars = :stars, epoch = :epoch, fired = :fired, kind = :kind,
  text = :text, held = :held, shielded = :shielded, accused = :accused, seen_from = :seen_from,
  files = :files, files_lost = :files_lost, details = :details, details_at = :details_at,
  aside = :aside, addressed = :addressed, handed_up = :handed_up, clerk_id = :clerk_id,
  instance = :instance, decisions = :decisions, reply = :reply, hearing = :hearing,
  not_accepted = :not_accepted, lat = :lat, lon = :lon, supporters = :supporters, merged = :merged,
  merged_into = :merged_into, merged_at = :merged_at, joint = :joint, telling = :telling,
  not_done = :not_done, unit_at = :unit_at, objection = :objection, objected = :objected,
  assisting = :assisting, raised = :raised, extension = :extension, recusal = :recusal,
  callback_id = :callback_id, caller_id = :caller_id, meeting = :meeting, hardship = :hardship,
  upward = :upward, child = :child, press = :press, owner_id = :owner_id, owned_at = :owned_at,
  owner_asked = :owner_asked, listed_until = :listed_until, version = :version + 1
where id = :id and version = :version

-- name: alarms_by_key
select
  id, person_id, conversation, danger, area_id, area_path, asked_at, epoch_at, state, shielded, accused,
  place, lat, lon, draft_id, case_id, words, answered_at, rung, tried, taken_by, taken_at, ending, epoch,
  fired, version
from alarms where id = any(:keys) order by id for update

-- name: alarms_insert!
insert into alarms (
  id, person_id, conversation, danger, area_id, area_path, asked_at, epoch_at, state, shielded, accused,
  place, lat, lon, draft_id, case_id, words, answered_at, rung, tried, taken_by, taken_at, ending, epoch,
  fired, version
) values (
  :id, :person_id, :conversation, :danger, :area_id, :area_path, :asked_at, :epoch_at, :state, :shielded,
  :accused, :place, :lat, :lon, :draft_id, :case_id, :words, :answered_at, :rung, :tried, :taken_by,
  :taken_at, :ending, :epoch, :fired, :version
)

-- name: alarms_update!
update alarms set
  person_id = :person_id, conversation = :conversation, danger = :danger, area_id = :area_id,
  area_path = :area_path, asked_at = :asked_at, epoch_at = :epoch_at, state = :state,
  shielded = :shielded, accused = :accused, place = :place, lat = :lat, lon = :lon,
  draft_id = :draft_id, case_id = :case_id, words = :words, answered_at = :answered_at, rung = :rung,
  tried = :tried, taken_by = :taken_by, taken_at = :taken_at, ending = :ending, epoch = :epoch,
  fired = :fired, version = :version + 1
where id = :id and version = :version

-- name: shields_by_key
select
  id, case_id, unit_id
from shields where id = any(:keys) order by id for update

-- name: shields_insert!
insert into shields (
  id, case_id, unit_id
) values (
  :id, :case_id, :unit_id
)

-- name: files_by_key
select
  id, person_id, kind, number, at, source, ref, name, mime, size, seconds, digest, state, draft_id,
  petition_id, case_id, public, version
from files where id = any(:keys) order by id for update

-- name: files_insert!
insert into files (
  id, person_id, kind, number, at, source, ref, name, mime, size, seconds, digest, state, draft_id,
  petition_id, case_id, public, version
) values (
  :id, :person_id, :kind, :number, :at, :source, :ref, :name, :mime, :size, :seconds, :digest, :state,
  :draft_id, :petition_id, :case_id, :public, :version
)

-- name: files_update!
update files set
  person_id = :person_id, kind = :kind, number = :number, at = :at, source = :source, ref = :ref,
  name = :name, mime = :mime, size = :size, seconds = :seconds, digest = :digest, state = :state,
  draft_id = :draft_id, petition_id = :petition_id, case_id = :case_id, public = :public,
  version = :version + 1
where id = :id and version = :version

-- name: jobs_by_key
select
  id, kind, subject_id, created_at, not_before, state, tries, error, version
from jobs where id = any(:keys) order by id for update

-- name: jobs_insert!
insert into jobs (
  id, kind, subject_id, created_at, not_before, state, tries, error, version
) values (
  :id, :kind, :subject_id, :created_at, :not_before, :state, :tries, :error, :version
)

-- name: jobs_update!
update jobs set
  kind = :kind, subject_id = :subject_id, created_at = :created_at, not_before = :not_before,
  state = :state, tries = :tries, error = :error, version = :version + 1
where id = :id and version = :version

-- name: papers_by_key
select
  key, number, case_id, unit_id, kind, at, data, to_hand, handed_at, handed_by, handed_how, version
from papers where key = any(:keys) order by key for update

-- name: papers_insert!
insert into papers (
  key, number, case_id, unit_id, kind, at, data, to_hand, handed_at, handed_by, handed_how, version
) values (
  :key, :number, :case_id, :unit_id, :kind, :at, :data, :to_hand, :handed_at, :handed_by, :handed_how,
  :version
)

-- name: papers_update!
update papers set
  number = :number, case_id = :case_id, unit_id = :unit_id, kind = :kind, at = :at, data = :data,
  to_hand = :to_hand, handed_at = :handed_at, handed_by = :handed_by, handed_how = :handed_how,
  version = :version + 1
where key = :key and version = :version

-- name: trails_by_key
select
  case_id, length, link, unchained, sealed, version
from trails where case_id = any(:keys) order by case_id for update

-- name: trails_insert!
insert into trails (
  case_id, length, link, unchained, sealed, version
) values (
  :case_id, :length, :link, :unchained, :sealed, :version
)

-- name: trails_update!
update trails set
  length = :length, link = :link, unchained = :unchained, sealed = :sealed, version = :version + 1
where case_id = :case_id and version = :version

-- name: supporters_by_key
select
  key, case_id, person_id, kind, at, representative, answered, draft_id, left_at, version
from supporters where key = any(:keys) order by key for update

-- name: supporters_insert!
insert into supporters (
  key, case_id, person_id, kind, at, representative, answered, draft_id, left_at, version
) values (
  :key, :case_id, :person_id, :kind, :at, :representative, :answered, :draft_id, :left_at, :version
)

-- name: supporters_update!
update supporters set
  case_id = :case_id, person_id = :person_id, kind = :kind, at = :at, representative = :representative,
  answered = :answered, draft_id = :draft_id, left_at = :left_at, version = :version + 1
where key = :key and version = :version

-- name: callbacks_by_key
select
  id, case_id, drawn, unit_id, caller_id, drawn_at, due_at, epoch_at, asked_at, answer, recorded_by,
  answered_at, dropped, epoch, fired, version
from callbacks where id = any(:keys) order by id for update

-- name: callbacks_insert!
insert into callbacks (
  id, case_id, drawn, unit_id, caller_id, drawn_at, due_at, epoch_at, asked_at, answer, recorded_by,
  answered_at, dropped, epoch, fired, version
) values (
  :id, :case_id, :drawn, :unit_id, :caller_id, :drawn_at, :due_at, :epoch_at, :asked_at, :answer,
  :recorded_by, :answered_at, :dropped, :epoch, :fired, :version
)

-- name: callbacks_update!
update callbacks set
  case_id = :case_id, drawn = :drawn, unit_id = :unit_id, caller_id = :caller_id, drawn_at = :drawn_at,
  due_at = :due_at, epoch_at = :epoch_at, asked_at = :asked_at, answer = :answer,
  recorded_by = :recorded_by, answered_at = :answered_at, dropped = :dropped, epoch = :epoch,
  fired = :fired, version = :version + 1
where id = :id and version = :version

-- name: parts_by_key
select
  id, case_id, unit_id, what, due_at, asked_by, asked_at, epoch_at, state, cadre_id, result, over_at,
  epoch, fired, version
from parts where id = any(:keys) order by id for update

-- name: parts_insert!
insert into parts (
  id, case_id, unit_id, what, due_at, asked_by, asked_at, epoch_at, state, cadre_id, result, over_at,
  epoch, fired, version
) values (
  :id, :case_id, :unit_id, :what, :due_at, :asked_by, :asked_at, :epoch_at, :state, :cadre_id, :result,
  :over_at, :epoch, :fired, :version
)

-- name: parts_update!
update parts set
  case_id = :case_id, unit_id = :unit_id, what = :what, due_at = :due_at, asked_by = :asked_by,
  asked_at = :asked_at, epoch_at = :epoch_at, state = :state, cadre_id = :cadre_id, result = :result,
  over_at = :over_at, epoch = :epoch, fired = :fired, version = :version + 1
where id = :id and version = :version

-- name: tasks_by_key
select
  id, what, unit_id, owner_id, due_at, next_at, origin, origin_id, area_id, area_path, given_by,
  given_at, epoch_at, place, case_id, residents, milestones, more, state, over_at, news_at, words,
  files, unproved, why, epoch, fired, version
from tasks where id = any(:keys) order by id for update

-- name: tasks_insert!
insert into tasks (
  id, what, unit_id, owner_id, due_at, next_at, origin, origin_id, area_id, area_path, given_by,
  given_at, epoch_at, place, case_id, residents, milestones, more, state, over_at, news_at, words,
  files, unproved, why, epoch, fired, version
) values (
  :id, :what, :unit_id, :owner_id, :due_at, :next_at, :origin, :origin_id, :area_id, :area_path,
  :given_by, :given_at, :epoch_at, :place, :case_id, :residents, :milestones, :more, :state, :over_at,
  :news_at, :words, :files, :unproved, :why, :epoch, :fired, :version
)

-- name: tasks_update!
update tasks set
  what = :what, unit_id = :unit_id, owner_id = :owner_id, due_at = :due_at, next_at = :next_at,
  origin = :origin, origin_id = :origin_id, area_id = :area_id, area_path = :area_path,
  given_by = :given_by, given_at = :given_at, epoch_at = :epoch_at, place = :place, case_id = :case_id,
  residents = :residents, milestones = :milestones, more = :more, state = :state, over_at = :over_at,
  news_at = :news_at, words = :words, files = :files, unproved = :unproved, why = :why, epoch = :epoch,
  fired = :fired, version = :version + 1
where id = :id and version = :version

-- name: policies_by_key
select
  id, content, state, written_by, written_at, epoch_at, key, decided_by, decided_at, why, replaces,
  epoch, fired, version, scope
from policies where id = any(:keys) order by id for update

-- name: policies_insert!
insert into policies (
  id, content, state, written_by, written_at, epoch_at, key, decided_by, decided_at, why, replaces,
  epoch, fired, version, scope
) values (
  :id, :content, :state, :written_by, :written_at, :epoch_at, :key, :decided_by, :decided_at, :why,
  :replaces, :epoch, :fired, :version, :scope
)

-- name: policies_update!
update policies set
  content = :content, state = :state, written_by = :written_by, written_at = :written_at,
  epoch_at = :epoch_at, key = :key, decided_by = :decided_by, decided_at = :decided_at, why = :why,
  replaces = :replaces, epoch = :epoch, fired = :fired, scope = :scope, version = :version + 1
where id = :id and version = :version

-- name: canned_replies_by_key
select
  id, unit_id, title, words, written_by, written_at, dropped_at, version
from canned_replies where id = any(:keys) order by id for update

-- name: canned_replies_insert!
insert into canned_replies (
  id, unit_id, title, words, written_by, written_at, dropped_at, version
) values (
  :id, :unit_id, :title, :words, :written_by, :written_at, :dropped_at, :version
)

-- name: canned_replies_update!
update canned_replies set
  unit_id = :unit_id, title = :title, words = :words, written_by = :written_by,
  written_at = :written_at, dropped_at = :dropped_at, version = :version + 1
where id = :id and version = :version

-- name: surveys_by_key
select
  id, area_id, area_path, title, anonymous, questions, groups, author_id, created_at, closes_at,
  epoch_at, state, approved_by, asking, reminding, returned, epoch, fired, version, tells_names, public
from surveys where id = any(:keys) order by id for update

-- name: surveys_insert!
insert into surveys (
  id, area_id, area_path, title, anonymous, questions, groups, author_id, created_at, closes_at,
  epoch_at, state, approved_by, asking, reminding, returned, epoch, fired, version, tells_names, public
) values (
  :id, :area_id, :area_path, :title, :anonymous, :questions, :groups, :author_id, :created_at,
  :closes_at, :epoch_at, :state, :approved_by, :asking, :reminding, :returned, :epoch, :fired, :version,
  :tells_names, :public
)

-- name: surveys_update!
update surveys set
  area_id = :area_id, area_path = :area_path, title = :title, anonymous = :anonymous,
  questions = :questions, groups = :groups, author_id = :author_id, created_at = :created_at,
  closes_at = :closes_at, epoch_at = :epoch_at, state = :state, approved_by = :approved_by,
  asking = :asking, reminding = :reminding, returned = :returned, epoch = :epoch, fired = :fired,
  tells_names = :tells_names, public = :public, version = :version + 1
where id = :id and version = :version

-- name: survey_guests_by_key
select
  key, survey_id, person_id, step, area_id, team, done, declined, version, name
from survey_guests where key = any(:keys) order by key for update

-- name: survey_guests_insert!
insert into survey_guests (
  key, survey_id, person_id, step, area_id, team, done, declined, version, name
) values (
  :key, :survey_id, :person_id, :step, :area_id, :team, :done, :declined, :version, :name
)

-- name: survey_guests_update!
update survey_guests set
  survey_id = :survey_id, person_id = :person_id, step = :step, area_id = :area_id, team = :team,
  done = :done, declined = :declined, name = :name, version = :version + 1
where key = :key and version = :version

-- name: survey_answers_by_key
select
  id, survey_id, ask, value, area_id, team
from survey_answers where id = any(:keys) order by id for update

-- name: survey_answers_insert!
insert into survey_answers (
  id, survey_id, ask, value, area_id, team
) values (
  :id, :survey_id, :ask, :value, :area_id, :team
)

-- name: survey_named_by_key
select
  key, survey_id, person_id, ask, value, area_id, team, version
from survey_named where key = any(:keys) order by key for update

-- name: survey_named_insert!
insert into survey_named (
  key, survey_id, person_id, ask, value, area_id, team, version
) values (
  :key, :survey_id, :person_id, :ask, :value, :area_id, :team, :version
)

-- name: survey_named_update!
update survey_named set
  survey_id = :survey_id, person_id = :person_id, ask = :ask, value = :value, area_id = :area_id,
  team = :team, version = :version + 1
where key = :key and version = :version

-- name: notes_by_key
select
  id, author_id, area_id, area_path, topic, words, at, case_id, files, version
from notes where id = any(:keys) order by id for update

-- name: notes_insert!
insert into notes (
  id, author_id, area_id, area_path, topic, words, at, case_id, files, version
) values (
  :id, :author_id, :area_id, :area_path, :topic, :words, :at, :case_id, :files, :version
)

-- name: notes_update!
update notes set
  author_id = :author_id, area_id = :area_id, area_path = :area_path, topic = :topic, words = :words,
  at = :at, case_id = :case_id, files = :files, version = :version + 1
where id = :id and version = :version

-- name: note_terms_by_key
select
  id, term, note_id
from note_terms where id = any(:keys) order by id for update

-- name: note_terms_insert!
insert into note_terms (
  id, term, note_id
) values (
  :id, :term, :note_id
)

-- name: themes_by_key
select
  id, area_id, area_path, category, cases, unit_id, owner_id, opened_at, epoch_at, state, tasks, why,
  epoch, fired, version
from themes where id = any(:keys) order by id for update

-- name: themes_insert!
insert into themes (
  id, area_id, area_path, category, cases, unit_id, owner_id, opened_at, epoch_at, state, tasks, why,
  epoch, fired, version
) values (
  :id, :area_id, :area_path, :category, :cases, :unit_id, :owner_id, :opened_at, :epoch_at, :state,
  :tasks, :why, :epoch, :fired, :version
)

-- name: themes_update!
update themes set
  area_id = :area_id, area_path = :area_path, category = :category, cases = :cases, unit_id = :unit_id,
  owner_id = :owner_id, opened_at = :opened_at, epoch_at = :epoch_at, state = :state, tasks = :tasks,
  why = :why, epoch = :epoch, fired = :fired, version = :version + 1
where id = :id and version = :version

-- name: receptions_by_key
select
  id, area_id, area_path, host_id, place, topics, rooms, starts, minutes, begins_at, ends_at,
  published_by, published_at, places, waiting, walk_ins, state, reason, epoch, fired, version,
  series_id, moved_from, public, posted
from receptions where id = any(:keys) order by id for update

-- name: receptions_insert!
insert into receptions (
  id, area_id, area_path, host_id, place, topics, rooms, starts, minutes, begins_at, ends_at,
  published_by, published_at, places, waiting, walk_ins, state, reason, epoch, fired, version,
  series_id, moved_from, public, posted
) values (
  :id, :area_id, :area_path, :host_id, :place, :topics, :rooms, :starts, :minutes, :begins_at, :ends_at,
  :published_by, :published_at, :places, :waiting, :walk_ins, :state, :reason, :epoch, :fired, :version,
  :series_id, :moved_from, :public, :posted
)

-- name: receptions_update!
update receptions set
  area_id = :area_id, area_path = :area_path, host_id = :host_id, place = :place, topics = :topics,
  rooms = :rooms, starts = :starts, minutes = :minutes, begins_at = :begins_at, ends_at = :ends_at,
  published_by = :published_by, published_at = :published_at, places = :places, waiting = :waiting,
  walk_ins = :walk_ins, state = :state, reason = :reason, epoch = :epoch, fired = :fired,
  series_id = :series_id, moved_from = :moved_from, public = :public, posted = :posted,
  version = :version + 1
where id = :id and version = :version

-- name: bookings_by_key
select
  key, reception_id, person_id, state, at, number, people, words, case_id, shielded, accused, name,
  phone, clerk_id, visitor_id, room, came_at, called_at, received_at, matters, version, epoch, uid,
  sequence, entry
from bookings where key = any(:keys) order by key for update

-- name: bookings_insert!
insert into bookings (
  key, reception_id, person_id, state, at, number, people, words, case_id, shielded, accused, name,
  phone, clerk_id, visitor_id, room, came_at, called_at, received_at, matters, version, epoch, uid,
  sequence, entry
) values (
  :key, :reception_id, :person_id, :state, :at, :number, :people, :words, :case_id, :shielded, :accused,
  :name, :phone, :clerk_id, :visitor_id, :room, :came_at, :called_at, :received_at, :matters, :version,
  :epoch, :uid, :sequence, :entry
)

-- name: bookings_update!
update bookings set
  reception_id = :reception_id, person_id = :person_id, state = :state, at = :at, number = :number,
  people = :people, words = :words, case_id = :case_id, shielded = :shielded, accused = :accused,
  name = :name, phone = :phone, clerk_id = :clerk_id, visitor_id = :visitor_id, room = :room,
  came_at = :came_at, called_at = :called_at, received_at = :received_at, matters = :matters,
  epoch = :epoch, uid = :uid, sequence = :sequence, entry = :entry, version = :version + 1
where key = :key and version = :version

-- name: outing_places_by_key
select
  area_id, last_at, outing_id, proposed_at, passed, told_at, version, last_id
from outing_places where area_id = any(:keys) order by area_id for update

-- name: outing_places_insert!
insert into outing_places (
  area_id, last_at, outing_id, proposed_at, passed, told_at, version, last_id
) values (
  :area_id, :last_at, :outing_id, :proposed_at, :passed, :told_at, :version, :last_id
)

-- name: outing_places_update!
update outing_places set
  last_at = :last_at, outing_id = :outing_id, proposed_at = :proposed_at, passed = :passed,
  told_at = :told_at, last_id = :last_id, version = :version + 1
where area_id = :area_id and version = :version

-- name: outings_by_key
select
  id, area_id, area_path, at, planned_by, planned_at, epoch_at, meet, leaders, team, units, items,
  state, over_at, why, worked, solved, works, epoch, fired, version, promises, entries, sequence
from outings where id = any(:keys) order by id for update

-- name: outings_insert!
insert into outings (
  id, area_id, area_path, at, planned_by, planned_at, epoch_at, meet, leaders, team, units, items,
  state, over_at, why, worked, solved, works, epoch, fired, version, promises, entries, sequence
) values (
  :id, :area_id, :area_path, :at, :planned_by, :planned_at, :epoch_at, :meet, :leaders, :team, :units,
  :items, :state, :over_at, :why, :worked, :solved, :works, :epoch, :fired, :version, :promises,
  :entries, :sequence
)

-- name: outings_update!
update outings set
  area_id = :area_id, area_path = :area_path, at = :at, planned_by = :planned_by,
  planned_at = :planned_at, epoch_at = :epoch_at, meet = :meet, leaders = :leaders, team = :team,
  units = :units, items = :items, state = :state, over_at = :over_at, why = :why, worked = :worked,
  solved = :solved, works = :works, epoch = :epoch, fired = :fired, promises = :promises,
  entries = :entries, sequence = :sequence, version = :version + 1
where id = :id and version = :version

-- name: outing_items_by_key
select
  id, outing_id, case_id, coming, named, notes, found, decided, decided_by, decided_at, units, agreed,
  tasks, version
from outing_items where id = any(:keys) order by id for update

-- name: outing_items_insert!
insert into outing_items (
  id, outing_id, case_id, coming, named, notes, found, decided, decided_by, decided_at, units, agreed,
  tasks, version
) values (
  :id, :outing_id, :case_id, :coming, :named, :notes, :found, :decided, :decided_by, :decided_at,
  :units, :agreed, :tasks, :version
)

-- name: outing_items_update!
update outing_items set
  outing_id = :outing_id, case_id = :case_id, coming = :coming, named = :named, notes = :notes,
  found = :found, decided = :decided, decided_by = :decided_by, decided_at = :decided_at,
  units = :units, agreed = :agreed, tasks = :tasks, version = :version + 1
where id = :id and version = :version
-- name: briefs_by_key
select
  id, area_id, first, last, at, epoch_at, weekly, public, readers, state, texts, pictures, decided_by,
  epoch, fired, version, unit_id
from briefs where id = any(:keys) order by id for update

-- name: briefs_insert!
insert into briefs (
  id, area_id, first, last, at, epoch_at, weekly, public, readers, state, texts, pictures, decided_by,
  epoch, fired, version, unit_id
) values (
  :id, :area_id, :first, :last, :at, :epoch_at, :weekly, :public, :readers, :state, :texts, :pictures,
  :decided_by, :epoch, :fired, :version, :unit_id
)

-- name: briefs_update!
update briefs set
  area_id = :area_id, first = :first, last = :last, at = :at, epoch_at = :epoch_at, weekly = :weekly,
  public = :public, readers = :readers, state = :state, texts = :texts, pictures = :pictures,
  decided_by = :decided_by, epoch = :epoch, fired = :fired, unit_id = :unit_id, version = :version + 1
where id = :id and version = :version

-- name: ledger_by_key
select
  case_id, unit_id, unit_by, reported, done, epoch_at, state, checked_by, published_at, epoch, fired,
  version
from ledger where case_id = any(:keys) order by case_id for update

-- name: ledger_insert!
insert into ledger (
  case_id, unit_id, unit_by, reported, done, epoch_at, state, checked_by, published_at, epoch, fired,
  version
) values (
  :case_id, :unit_id, :unit_by, :reported, :done, :epoch_at, :state, :checked_by, :published_at, :epoch,
  :fired, :version
)

-- name: ledger_update!
update ledger set
  unit_id = :unit_id, unit_by = :unit_by, reported = :reported, done = :done, epoch_at = :epoch_at,
  state = :state, checked_by = :checked_by, published_at = :published_at, epoch = :epoch,
  fired = :fired, version = :version + 1
where case_id = :case_id and version = :version

-- name: subscriptions_by_key
select
  key, person_id, topic, area_id, at, left_at, left_by, version
from subscriptions where key = any(:keys) order by key for update

-- name: subscriptions_insert!
insert into subscriptions (
  key, person_id, topic, area_id, at, left_at, left_by, version
) values (
  :key, :person_id, :topic, :area_id, :at, :left_at, :left_by, :version
)

-- name: subscriptions_update!
update subscriptions set
  person_id = :person_id, topic = :topic, area_id = :area_id, at = :at, left_at = :left_at,
  left_by = :left_by, version = :version + 1
where key = :key and version = :version

-- name: broadcasts_by_key
select
  id, thing, kind, area_id, topics, public, words, by, at, state, asked_at, approved_by, approved_at,
  ended_at, after, handed, blocked, exhausted, held, tally, epoch, fired, version, reach
from broadcasts where id = any(:keys) order by id for update

-- name: broadcasts_insert!
insert into broadcasts (
  id, thing, kind, area_id, topics, public, words, by, at, state, asked_at, approved_by, approved_at,
  ended_at, after, handed, blocked, exhausted, held, tally, epoch, fired, version, reach
) values (
  :id, :thing, :kind, :area_id, :topics, :public, :words, :by, :at, :state, :asked_at, :approved_by,
  :approved_at, :ended_at, :after, :handed, :blocked, :exhausted, :held, :tally, :epoch, :fired,
  :version, :reach
)

-- name: broadcasts_update!
update broadcasts set
  thing = :thing, kind = :kind, area_id = :area_id, topics = :topics, public = :public, words = :words,
  by = :by, at = :at, state = :state, asked_at = :asked_at, approved_by = :approved_by,
  approved_at = :approved_at, ended_at = :ended_at, after = :after, handed = :handed,
  blocked = :blocked, exhausted = :exhausted, held = :held, tally = :tally, epoch = :epoch,
  fired = :fired, reach = :reach, version = :version + 1
where id = :id and version = :version

-- name: reception_series_by_key
select
  id, area_id, area_path, host_id, place, topics, rooms, rule, spans, minutes, next_day, published_by,
  published_at, state, epoch, fired, version, public
from reception_series where id = any(:keys) order by id for update

-- name: reception_series_insert!
insert into reception_series (
  id, area_id, area_path, host_id, place, topics, rooms, rule, spans, minutes, next_day, published_by,
  published_at, state, epoch, fired, version, public
) values (
  :id, :area_id, :area_path, :host_id, :place, :topics, :rooms, :rule, :spans, :minutes, :next_day,
  :published_by, :published_at, :state, :epoch, :fired, :version, :public
)

-- name: reception_series_update!
update reception_series set
  area_id = :area_id, area_path = :area_path, host_id = :host_id, place = :place, topics = :topics,
  rooms = :rooms, rule = :rule, spans = :spans, minutes = :minutes, next_day = :next_day,
  published_by = :published_by, published_at = :published_at, state = :state, epoch = :epoch,
  fired = :fired, public = :public, version = :version + 1
where id = :id and version = :version

-- name: links_by_key
select
  digest, case_id, purpose, until, asked_at, used_by, version
from links where digest = any(:keys) order by digest for update

-- name: links_insert!
insert into links (
  digest, case_id, purpose, until, asked_at, used_by, version
) values (
  :digest, :case_id, :purpose, :until, :asked_at, :used_by, :version
)

-- name: links_update!
update links set
  case_id = :case_id, purpose = :purpose, until = :until, asked_at = :asked_at, used_by = :used_by,
  version = :version + 1
where digest = :digest and version = :version

-- name: events_by_key
select
  id, case_id, at, actor_id, role, kind, data, public, channel, position, salt, digest, link
from events where id = any(:keys) order by id for update

-- name: events_insert!
insert into events (
  id, case_id, at, actor_id, role, kind, data, public, channel, position, salt, digest, link
) values (
  :id, :case_id, :at, :actor_id, :role, :kind, :data, :public, :channel, :position, :salt, :digest,
  :link
)

-- name: ratings_by_key
select
  id, case_id, unit_id, cadre_id, stars, at
from ratings where id = any(:keys) order by id for update

-- name: ratings_insert!
insert into ratings (
  id, case_id, unit_id, cadre_id, stars, at
) values (
  :id, :case_id, :unit_id, :cadre_id, :stars, :at
)

-- name: digest_items_by_key
select
  id, person_id, case_id, kind, at, sent_at, version, words
from digest_items where id = any(:keys) order by id for update

-- name: digest_items_insert!
insert into digest_items (
  id, person_id, case_id, kind, at, sent_at, version, words
) values (
  :id, :person_id, :case_id, :kind, :at, :sent_at, :version, :words
)

-- name: digest_items_update!
update digest_items set
  person_id = :person_id, case_id = :case_id, kind = :kind, at = :at, sent_at = :sent_at,
  words = :words, version = :version + 1
where id = :id and version = :version

-- name: conversations_by_key
select
  key, person_id, flow, step, data, trail, run, draft_id, version, alarm_id
from conversations where key = any(:keys) order by key for update

-- name: conversations_insert!
insert into conversations (
  key, person_id, flow, step, data, trail, run, draft_id, version, alarm_id
) values (
  :key, :person_id, :flow, :step, :data, :trail, :run, :draft_id, :version, :alarm_id
)

-- name: conversations_update!
update conversations set
  person_id = :person_id, flow = :flow, step = :step, data = :data, trail = :trail, run = :run,
  draft_id = :draft_id, alarm_id = :alarm_id, version = :version + 1
where key = :key and version = :version

-- name: messages_by_key
select
  id, chat, mine, at, text, buttons, case_id, replaces, ref, file_id, alarm_id, among
from messages where id = any(:keys) order by id for update

-- name: messages_insert!
insert into messages (
  id, chat, mine, at, text, buttons, case_id, replaces, ref, file_id, alarm_id, among
) values (
  :id, :chat, :mine, :at, :text, :buttons, :case_id, :replaces, :ref, :file_id, :alarm_id, :among
)

-- name: cards_by_key
select
  key, message_id, ref, version
from cards where key = any(:keys) order by key for update

-- name: cards_insert!
insert into cards (
  key, message_id, ref, version
) values (
  :key, :message_id, :ref, :version
)

-- name: cards_update!
update cards set
  message_id = :message_id, ref = :ref, version = :version + 1
where key = :key and version = :version

-- name: followups_by_key
select
  id, subject, kind, epoch, round, due_at, state
from followups where id = any(:keys) order by id for update

-- name: followups_insert!
insert into followups (
  id, subject, kind, epoch, round, due_at, state
) values (
  :id, :subject, :kind, :epoch, :round, :due_at, :state
)
