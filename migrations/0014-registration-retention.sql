-- What came of nothing is forgotten: the e-mail of somebody who never became a user is kept no longer than it may
-- be asked about. The last thirty days stay for the desk and the administrators.
create or replace function sweep_expired(at timestamptz, idle interval) returns void
language sql security definer set search_path = public, pg_temp
as $$
  delete from session where ends_at < at or last_used_at < at - idle;
  delete from trusted_device where ends_at < at;
  delete from one_time_password where expires_at < at;
  delete from passkey_challenge where expires_at < at;
  delete from throttle where reset_at < at;
  delete from registration_request
    where state = 'declined' and created_at < at - interval '30 days'
      or state = 'confirming' and expires_at < at - interval '30 days'
      or state = 'waiting' and customer_id is null and created_at < at - interval '90 days';
  delete from invitation
    where accepted_at is null and coalesce(withdrawn_at, expires_at) < at - interval '30 days';
$$;
