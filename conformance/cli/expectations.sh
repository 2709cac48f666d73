# What the scripts beside this one share: where to find the command line, and how to look at what it answers. Sourced.

AWS_CLI=${AWS_CLI:-/usr/bin/aws}
export AWS_DEFAULT_REGION=${AWS_DEFAULT_REGION:-us-east-1} AWS_EC2_METADATA_DISABLED=true AWS_PAGER=
export AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null AWS_MAX_ATTEMPTS=1
passed=0

# The same endpoint serves both names of the service.
AWS_SERVICE=${AWS_SERVICE:-chime}

aws_call() { "$AWS_CLI" --endpoint-url "$CARILLON_ENDPOINT" --output text "$@"; }
call() { aws_call "$AWS_SERVICE" "$@"; }
chime() { aws_call chime "$@"; }

fail() {
  echo "not as expected: $1" >&2
  printf 'expected: %s\nanswered: %s\n' "$2" "$3" >&2
  exit 1
}

expect() { # what, expected, answered
  [ "$2" = "$3" ] || fail "$1" "$2" "$3"
  passed=$((passed + 1))
}

refused() { # what, text that the refusal contains, command…
  local what=$1 text=$2 answer
  shift 2
  if answer=$("$@" 2>&1); then fail "$what" "a refusal: $text" "$answer"; fi
  case $answer in
    *"$text"*) passed=$((passed + 1)) ;;
    *) fail "$what" "$text" "$answer" ;;
  esac
}

becomes() { # what, wanted, command…: asked again for at most thirty seconds
  local what=$1 wanted=$2 answer=
  shift 2
  for _ in $(seq 60); do
    answer=$("$@")
    if [ "$answer" = "$wanted" ]; then
      passed=$((passed + 1))
      return
    fi
    sleep 0.5
  done
  fail "$what" "$wanted" "$answer"
}
