#!/usr/bin/env bash
# The whole life of a number through Debian's own aws command line (package awscli), in a new organization of any
# endpoint:
#   CARILLON_ENDPOINT=http://127.0.0.1:8080 AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=… conformance/cli/number-life.sh
# Another `aws` may come first on PATH, so AWS_CLI names the one to use.
set -euo pipefail

. "$(dirname "$0")/expectations.sh"

status() { chime get-phone-number --phone-number-id "$number" --query PhoneNumber.Status; }

# Search and order
numbers=$(chime search-available-phone-numbers --area-code "${CARILLON_AREA_CODE:-206}" --max-results 2 --query E164PhoneNumbers)
number=$(echo "$numbers" | cut -f1)
other=$(echo "$numbers" | cut -f2)
refused "a search without a place" "BadRequestException" chime search-available-phone-numbers
refused "a city without its state" "State" chime search-available-phone-numbers --city Seattle
# A call of the command line may take longer than the supplier's two seconds, so the order itself is what is looked at.
answer=$(chime create-phone-number-order --product-type BusinessCalling --e164-phone-numbers "$number" "$other" \
  --query 'PhoneNumberOrder.[PhoneNumberOrderId,Status,OrderedPhoneNumbers[0].Status]')
order=$(echo "$answer" | cut -f1)
expect "a new order" "Processing Processing" "$(echo "$answer" | cut -f2,3 | tr '\t' ' ')"
becomes "the order" Successful chime get-phone-number-order --phone-number-order-id "$order" --query PhoneNumberOrder.Status
becomes "the number" Unassigned status
expect "the inventory" "$number" "$(chime list-phone-numbers --status Unassigned --product-type BusinessCalling \
  --query "PhoneNumbers[?E164PhoneNumber=='$number'].E164PhoneNumber")"
expect "the orders" "$order" "$(chime list-phone-number-orders --max-results 1 --query 'PhoneNumberOrders[0].PhoneNumberOrderId')"
refused "a number that is there already" "already in the inventory" \
  chime create-phone-number-order --product-type BusinessCalling --e164-phone-numbers "$number"

# An account and a user
account=$(chime create-account --name "Number life $$" --query Account.AccountId)
user=$(chime create-user --account-id "$account" --email "jane$$@example.com" --query User.UserId)

# Assign, look at it, change it, unassign
chime associate-phone-number-with-user --account-id "$account" --user-id "$user" --e164-phone-number "$number" >/dev/null
expect "an assigned number" Assigned "$(status)"
expect "who has it" "$user" "$(chime get-phone-number --phone-number-id "$number" \
  --query "PhoneNumber.Associations[?Name=='UserId'].Value")"
expect "the user's number" "$number" "$(chime get-user --account-id "$account" --user-id "$user" --query User.PrimaryProvisionedNumber)"
expect "permissions after a first number" "False False False" "$(chime get-user-settings --account-id "$account" --user-id "$user" \
  --query 'UserSettings.Telephony.[InboundCalling,OutboundCalling,SMS]' | tr '\t' ' ')"
chime update-user-settings --account-id "$account" --user-id "$user" \
  --user-settings 'Telephony={InboundCalling=true,OutboundCalling=true,SMS=false}'
expect "permissions that were set" "True True False" "$(chime get-user-settings --account-id "$account" --user-id "$user" \
  --query 'UserSettings.Telephony.[InboundCalling,OutboundCalling,SMS]' | tr '\t' ' ')"
expect "numbers by user" "$number" "$(chime list-phone-numbers --filter-name UserId --filter-value "$user" \
  --query 'PhoneNumbers[].E164PhoneNumber')"
refused "a filter without its value" "FilterValue" chime list-phone-numbers --filter-name UserId
refused "deleting an assigned number" "jane$$@example.com" chime delete-phone-number --phone-number-id "$number"
refused "another product while assigned" "unassign it first" \
  chime update-phone-number --phone-number-id "$number" --product-type VoiceConnector
expect "a calling name" UpdateInProgress "$(chime update-phone-number --phone-number-id "$number" --calling-name 'Jane 1' \
  --query PhoneNumber.CallingNameStatus)"
refused "a second calling name" "ConflictException" chime update-phone-number --phone-number-id "$number" --calling-name Janet
becomes "the calling name" UpdateSucceeded chime get-phone-number --phone-number-id "$number" --query PhoneNumber.CallingNameStatus
chime disassociate-phone-number-from-user --account-id "$account" --user-id "$user" >/dev/null
expect "an unassigned number" Unassigned "$(status)"
refused "a user without a number" "BadRequestException" \
  chime disassociate-phone-number-from-user --account-id "$account" --user-id "$user"
expect "another product" VoiceConnector "$(chime update-phone-number --phone-number-id "$number" --product-type VoiceConnector \
  --query PhoneNumber.ProductType)"

# Delete and restore, by number and by the id that the service itself answers
chime delete-phone-number --phone-number-id "$number"
expect "a deleted number" DeleteInProgress "$(status)"
id=$(chime list-phone-numbers --status DeleteInProgress \
  --query "PhoneNumbers[?E164PhoneNumber=='$number'].PhoneNumberId")
expect "its id" "%2B${number#+}" "$id"
expect "a restored number" "Unassigned VoiceConnector Jane 1" "$(chime restore-phone-number --phone-number-id "$id" \
  --query 'PhoneNumber.[Status,ProductType,CallingName]' | tr '\t' ' ')"
refused "restoring what is not deleted" "not in the deletion queue" chime restore-phone-number --phone-number-id "$id"

# Batches report each number by itself
expect "a batch delete" "+12065550000 NotFound" "$(chime batch-delete-phone-number --phone-number-ids "$number" "$other" +12065550000 \
  --query 'PhoneNumberErrors[].[PhoneNumberId,ErrorCode]' | tr '\t' ' ')"
expect "the deletion queue" "$other" "$(chime list-phone-numbers --status DeleteInProgress \
  --query "PhoneNumbers[?E164PhoneNumber=='$other'].E164PhoneNumber")"

# Settings
chime update-global-settings --business-calling CdrBucket=records --voice-connector CdrBucket=trunks
expect "global settings" "records trunks" "$(chime get-global-settings --query '[BusinessCalling.CdrBucket,VoiceConnector.CdrBucket]' | tr '\t' ' ')"
chime update-phone-number-settings --calling-name 'Number life'
expect "the default calling name" "Number life" "$(chime get-phone-number-settings --query CallingName)"
refused "another default name on the same day" "seven days" chime update-phone-number-settings --calling-name Other
refused "an unknown number" "NotFoundException" chime get-phone-number --phone-number-id +12065550000
refused "an operation that is not implemented" "not implemented" chime list-bots --account-id "$account"
if AWS_SECRET_ACCESS_KEY=wrong chime get-global-settings >/dev/null 2>&1; then fail "a wrong secret" "a refusal" "an answer"; fi
passed=$((passed + 1))

echo "$passed passed, 0 failed"
