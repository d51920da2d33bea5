#!/bin/sh
# Puts every connector file, <name>.json, to Connect. Ends with 1 when one was refused or time ran out.
set -eu

deadline=$(($(date +%s) + DEADLINE_SECONDS))
answer=$(mktemp)
refused=0

pause() {
  if [ "$(date +%s)" -ge "$deadline" ]; then
    echo "gave up after $DEADLINE_SECONDS s: $1"
    exit 1
  fi
  echo "$1, trying again in $RETRY_SECONDS s"
  sleep "$RETRY_SECONDS"
}

await() {
  until curl --silent --fail --output /dev/null --max-time 15 "$1"; do
    pause "no answer yet from $1"
  done
}

put() {
  name=$(basename "$1" .json)
  while :; do
    # No answer at all is status 000.
    status=$(curl --silent --output "$answer" --write-out '%{http_code}' --max-time 90 \
      --request PUT --header 'Content-Type: application/json' --data-binary "@$1" \
      "$CONNECT_URL/connectors/$name/config") || status=000
    case $status in
      200 | 201)
        echo "$name: registered"
        return
        ;;
      # 409: the workers are rebalancing.
      000 | 408 | 409 | 429 | 5??)
        pause "$name: status $status $(cat "$answer")"
        ;;
      *)
        echo "$name: refused with status $status: $(cat "$answer")"
        refused=1
        return
        ;;
    esac
  done
}

# The application is ready only after it has created the topics that connectors read and write.
await "$APP_URL/health/readiness"
await "$CONNECT_URL/health"
for file in "$CONNECTORS"/*.json; do
  put "$file"
done
exit "$refused"
