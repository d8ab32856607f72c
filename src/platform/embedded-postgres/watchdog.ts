/**
 * The shell script between the program and PostgreSQL. It starts the server given as its arguments,
 * says its pid, and ends with it. Its standard input is a pipe from the program that nobody writes to:
 * the end of that pipe, however the program died, makes the shell shut the server down.
 * SIGINT is PostgreSQL's fast shutdown; it is repeated because a server just being started ignores it.
 */
export const watchdogScript = `
"$@" >&2 &
server=$!
echo $server
exec 4<&0 >&2
trap "" HUP INT TERM
{
  read -r ended
  tries=0
  while [ $tries -lt 60 ] && kill -INT $server 2>/dev/null; do
    tries=$((tries + 1))
    sleep 1
  done
} <&4 &
guard=$!
wait $server
kill -KILL $guard 2>/dev/null
`;
