-- What has run out is deleted every night: it proves nothing any more and would only lie around.
create function sweep_expired(at timestamptz, idle interval) returns void
language sql security definer set search_path = public, pg_temp
as $$
  delete from session where ends_at < at or last_used_at < at - idle;
  delete from trusted_device where ends_at < at;
  delete from one_time_password where expires_at < at;
  delete from passkey_challenge where expires_at < at;
  delete from throttle where reset_at < at;
$$;
revoke execute on function sweep_expired from public;
grant execute on function sweep_expired to portal_app;
