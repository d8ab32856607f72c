-- A step of a courier ride that was a slip is taken back; it stays written down, and counts no more.
alter table courier_event
  -- when it was written down, which may be later than it happened; null: before this was kept
  add column recorded_at timestamptz,
  add column taken_back_at timestamptz,
  add check (taken_back_at is null or step <> 'placed');
grant update (taken_back_at) on courier_event to portal_app;
create index courier_event_taken_back on courier_event (taken_back_at) where taken_back_at is not null;
