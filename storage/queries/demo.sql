-- Starting the demo afresh: everything that was said and done goes, the organisation and its people stay.

-- name: demo_clear_followups!
delete from followups

-- name: demo_clear_outbox!
delete from outbox

-- name: demo_clear_inbox!
delete from inbox

-- name: demo_clear_cards!
delete from cards

-- name: demo_clear_messages!
delete from messages

-- name: demo_clear_conversations!
delete from conversations

-- name: demo_clear_digest_items!
delete from digest_items

-- name: demo_clear_ratings!
delete from ratings

-- name: demo_clear_events!
delete from events

-- name: demo_clear_trails!
delete from trails

-- name: demo_clear_seal_heads!
delete from seal_heads

-- name: demo_clear_seals!
delete from seals

-- name: demo_clear_jobs!
delete from jobs

-- name: demo_clear_files!
delete from files

-- name: demo_clear_alarms!
delete from alarms

-- name: demo_clear_parts!
delete from parts

-- name: demo_clear_shields!
delete from shields

-- name: demo_clear_supporters!
delete from supporters

-- name: demo_clear_links!
delete from links

-- name: demo_clear_alike!
delete from alike

-- name: demo_clear_policy_terms!
delete from policy_terms

-- name: demo_clear_policy_days!
delete from policy_days

-- name: demo_clear_policy_parts!
delete from policy_parts

-- name: demo_clear_policies!
delete from policies

-- name: demo_clear_canned_replies!
delete from canned_replies

-- name: demo_clear_papers!
delete from papers

-- name: demo_clear_callbacks!
delete from callbacks

-- name: demo_clear_survey_named!
delete from survey_named

-- name: demo_clear_survey_answers!
delete from survey_answers

-- name: demo_clear_survey_guests!
delete from survey_guests

-- name: demo_clear_surveys!
delete from surveys

-- name: demo_clear_note_terms!
delete from note_terms

-- name: demo_clear_notes!
delete from notes

-- name: demo_clear_themes!
delete from themes

-- name: demo_clear_tasks!
delete from tasks

-- name: demo_clear_receptions!
delete from receptions

-- name: demo_clear_reception_series!
delete from reception_series

-- name: demo_clear_bookings!
delete from bookings

-- name: demo_clear_outing_items!
delete from outing_items

-- name: demo_clear_outings!
delete from outings

-- name: demo_clear_outing_places!
delete from outing_places

-- name: demo_clear_briefs!
delete from briefs

-- name: demo_clear_ledger!
delete from ledger

-- name: demo_clear_subscriptions!
delete from subscriptions

-- name: demo_clear_broadcasts!
delete from broadcasts

-- name: demo_clear_told!
delete from told

-- name: demo_clear_cases!
delete from cases

-- name: demo_clear_petitions!
delete from petitions

-- name: demo_clear_drafts!
delete from drafts

-- name: demo_clear_people!
update people set
  open_cases = 0, open_parts = 0, pushes = 0, push_day = null, digest_since = null, drafts = 0, drafts_day = null,
  code_since = null, code_tries = 0, pin_digest = '', pin_since = null, pin_tries = 0, pin_until = null,
  unreachable_at = null, looks = 0, looks_day = null, deputy_id = null, deputy_asked = null,
  away_until = case when home = '' then away_until end, version = version + 1
