#!/usr/bin/env bash
# Carillon's own operations through Debian's aws command line, which learns them from the server as the README has it:
#   CARILLON_ENDPOINT=http://127.0.0.1:8080 AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=… conformance/cli/own-operations.sh
set -euo pipefail

. "$(dirname "$0")/expectations.sh"

HOME=$(mktemp -d)
export HOME
trap 'rm -rf "$HOME"' EXIT
run=$$
AWS_SERVICE=carillon

curl -sf "$CARILLON_ENDPOINT/service-2.json" | aws_call configure add-model --service-name carillon --service-model file:///dev/stdin
curl -sf "$CARILLON_ENDPOINT/paginators-1.json" -o ~/.aws/models/carillon/2018-05-01/paginators-1.json

# Help pages say what the model says; a page breaks lines, so their first words are looked for
published() { curl -sf "$CARILLON_ENDPOINT/openapi.json" | jq -r "$1" | tr '\n' ' ' | cut -d ' ' -f 1-5; }
contains() { # what, text, page
  case $(echo "$3" | col -bx | tr -s '[:space:]' ' ') in *"$2"*) passed=$((passed + 1)) ;; *) fail "$1" "$2" "$3" ;; esac
}
contains "the service's page" " list-lines " "$(call help)"
page=$(call list-lines help)
contains "what an operation does" "$(published '.paths["/lines"].get.description')" "$page"
contains "what a member is" "--user-id (string) $(published '.paths["/lines"].get.parameters[] | select(.name == "user-id").description')" "$page"
contains "pages" "list-lines is a paginated operation" "$page"
case $page in *"AWS API Documentation"*) fail "a link" "none to Amazon's pages, which do not know the operation" "$page" ;; esac

# Create, read, change, with numbers that Amazon's operations order under the same name of the service
account=$(call create-account --name "Own operations $run" --query Account.AccountId)
user=$(call create-user --account-id "$account" --email "own$run@example.com" --query User.UserId)
number=$(call search-available-phone-numbers --area-code "$CARILLON_AREA_CODE" --max-results 1 --query E164PhoneNumbers)
order=$(call create-phone-number-order --product-type BusinessCalling --e164-phone-numbers "$number" \
  --query PhoneNumberOrder.PhoneNumberOrderId)
becomes "the order" Successful call get-phone-number-order --phone-number-order-id "$order" --query PhoneNumberOrder.Status
line=$(call create-line --e164-phone-number "$number" --name "Desk $run" --assigned-user-ids "$user" --query Line.LineId)
expect "the line" "$number 1" "$(call get-line --line-id "$line" --query 'Line.[E164PhoneNumber,Revision]' | tr '\t' ' ')"
expect "the lines of a user" "Desk $run" "$(call list-lines --user-id "$user" --query 'Lines[].Name')"
change() {
  call update-line --line-id "$line" --revision "$1" --name "$2" --assigned-user-ids "$user" --query 'Line.[Name,Revision]'
}
expect "a change" "Front desk $run 2" "$(change 1 "Front desk $run" | tr '\t' ' ')"
refused "a change of an earlier revision" "ConflictException" change 1 Desk
expect "what a call would do" "$user" "$(call resolve-call --called-phone-number "$number" --at 2026-12-01T09:00:00Z \
  --query 'Steps[].Target.Value')"
refused "a line that is none" "there is no line a b/ü" call get-line --line-id 'a b/ü'

refused "a number that a line cannot be without" "cannot be without it" call disassociate-phone-number --phone-number-id "$number"
expect "the line is dissolved with its number" "Line Front desk $run" "$(call disassociate-phone-number --phone-number-id "$number" \
  --delete-line-or-sip-rule --query 'Assignment.Holder.[Type,Name]' | tr '\t' ' ')"
refused "a number without a holder" "has been Unassigned since" call disassociate-phone-number --phone-number-id "$number"

# Pages: lists come whole, each page by itself in text
for i in 1 2 3 4 5; do
  call create-device --account-id "$account" --name "Phone $i" --type SoftClient --sip-username "own$run-$i" >/dev/null
done
devices() { call list-devices --account-id "$account" "$@"; }
expect "three pages" "2 2 1" "$(devices --page-size 2 --query 'length(Devices)' | xargs)"
expect "one list" 5 "$(devices --page-size 2 --output json --query 'length(Devices)')"
expect "no more than asked for" "Phone 1 Phone 2 Phone 3" "$(devices --page-size 2 --max-items 3 --output json --query 'Devices[].Name' \
  | tr -d '[],"\n' | xargs)"
token=$(devices --max-items 3 --output json --query NextToken | tr -d '"')
expect "what follows" "Phone 4 Phone 5" "$(devices --starting-token "$token" --query 'Devices[].Name' | xargs)"
expect "the first page" 2 "$(devices --max-results 2 --query 'length(Devices)')"

echo "$passed passed, 0 failed"
