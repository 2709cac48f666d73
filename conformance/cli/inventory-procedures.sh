#!/usr/bin/env bash
# The procedures of the number inventory with Voice Connectors, groups and SIP rules, through Debian's own aws command
# line, as `aws chime` or as `aws chime-sdk-voice`, in a new organization of any endpoint:
#   CARILLON_ENDPOINT=http://127.0.0.1:8080 AWS_SERVICE=chime-sdk-voice AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=… \
#     conformance/cli/inventory-procedures.sh
set -euo pipefail

. "$(dirname "$0")/expectations.sh"
# Some shapes take text with spaces in it, so each name of the service has things of its own names.
run="$AWS_SERVICE $$"

status() { call get-phone-number --phone-number-id "$1" --query PhoneNumber.Status; }
holder() { call get-phone-number --phone-number-id "$1" --query 'PhoneNumber.Associations[].[Name,Value]' | tr '\t' ' '; }
fields() { tr '\t' ' '; }

# Order ten numbers for trunks
mapfile -t numbers < <(call search-available-phone-numbers --area-code "${CARILLON_AREA_CODE:-425}" --max-results 10 --query E164PhoneNumbers | tr '\t' '\n')
order=$(call create-phone-number-order --product-type VoiceConnector --e164-phone-numbers "${numbers[@]}" \
  --query PhoneNumberOrder.PhoneNumberOrderId)
becomes "the order" Successful call get-phone-number-order --phone-number-order-id "$order" --query PhoneNumberOrder.Status

# Two connectors and a group over them
east=$(call create-voice-connector --name "East $run" --aws-region us-east-1 --require-encryption \
  --query VoiceConnector.VoiceConnectorId)
west=$(call create-voice-connector --name "West $run" --aws-region us-west-2 --no-require-encryption \
  --query VoiceConnector.VoiceConnectorId)
expect "a connector" "East $run us-east-1 True" "$(call get-voice-connector --voice-connector-id "$east" \
  --query 'VoiceConnector.[Name,AwsRegion,RequireEncryption]' | fields)"
host=$(call get-voice-connector --voice-connector-id "$east" --query VoiceConnector.OutboundHostName)
expect "its host name" "$east" "${host%%.*}"
expect "a renamed connector" "Eastern $run False" "$(call update-voice-connector --voice-connector-id "$east" --name "Eastern $run" \
  --no-require-encryption --query 'VoiceConnector.[Name,RequireEncryption]' | fields)"
expect "the connectors" "2" "$(call list-voice-connectors \
  --query "length(VoiceConnectors[?VoiceConnectorId=='$east' || VoiceConnectorId=='$west'])")"
group=$(call create-voice-connector-group --name "All $run" \
  --voice-connector-items "VoiceConnectorId=$east,Priority=1" "VoiceConnectorId=$west,Priority=2" \
  --query VoiceConnectorGroup.VoiceConnectorGroupId)
refused "the same priority twice" "riority" call create-voice-connector-group --name "Bad $run" \
  --voice-connector-items "VoiceConnectorId=$east,Priority=1" "VoiceConnectorId=$west,Priority=1"
expect "the group" "$east $west" "$(call get-voice-connector-group --voice-connector-group-id "$group" \
  --query 'VoiceConnectorGroup.VoiceConnectorItems[].VoiceConnectorId' | fields)"

# Assign three to a connector; a number held already is reported
expect "three assigned" None "$(call associate-phone-numbers-with-voice-connector --voice-connector-id "$east" \
  --e164-phone-numbers "${numbers[@]:0:3}" --query 'PhoneNumberErrors[0]')"
expect "an assigned number" Assigned "$(status "${numbers[0]}")"
expect "who has it" "VoiceConnectorId $east" "$(holder "${numbers[0]}")"
expect "numbers by connector" "3" "$(call list-phone-numbers --filter-name VoiceConnectorId --filter-value "$east" \
  --query 'length(PhoneNumbers)')"
expect "a number held elsewhere" "${numbers[0]} PhoneNumberAssociationsExist" \
  "$(call associate-phone-numbers-with-voice-connector --voice-connector-id "$west" \
    --e164-phone-numbers "${numbers[0]}" "${numbers[3]}" --query 'PhoneNumberErrors[].[PhoneNumberId,ErrorCode]' | fields)"
expect "the other of that batch" "VoiceConnectorId $west" "$(holder "${numbers[3]}")"

# Reassign by force, to a group too
expect "a forced reassignment" None "$(call associate-phone-numbers-with-voice-connector-group --voice-connector-group-id "$group" \
  --e164-phone-numbers "${numbers[0]}" --force-associate --query 'PhoneNumberErrors[0]')"
expect "where it is now" "VoiceConnectorGroupId $group" "$(holder "${numbers[0]}")"
expect "numbers by group" "${numbers[0]}" "$(call list-phone-numbers --filter-name VoiceConnectorGroupId --filter-value "$group" \
  --status Assigned --product-type VoiceConnector --query 'PhoneNumbers[].E164PhoneNumber')"

# Switch product types, while Unassigned only
refused "another product while assigned" "unassign it first" \
  call update-phone-number --phone-number-id "${numbers[0]}" --product-type SipMediaApplicationDialIn
expect "another product" SipMediaApplicationDialIn "$(call update-phone-number --phone-number-id "${numbers[9]}" \
  --product-type SipMediaApplicationDialIn --query PhoneNumber.ProductType)"
expect "a number for SIP rules at a connector" "${numbers[9]} BadRequest" \
  "$(call associate-phone-numbers-with-voice-connector --voice-connector-id "$west" --e164-phone-numbers "${numbers[9]}" \
    --query 'PhoneNumberErrors[].[PhoneNumberId,ErrorCode]' | fields)"
expect "a batch of product types" "${numbers[1]}" "$(call batch-update-phone-number --update-phone-number-request-items \
  "PhoneNumberId=${numbers[8]},ProductType=SipMediaApplicationDialIn" "PhoneNumberId=${numbers[1]},ProductType=SipMediaApplicationDialIn" \
  --query 'PhoneNumberErrors[].PhoneNumberId')"

# A SIP media application answers a number by a SIP rule
lambda=arn:aws:lambda:us-east-1:123456789012:function:answer
application=$(call create-sip-media-application --name "Answer $run" --aws-region us-east-1 --endpoints "LambdaArn=$lambda" \
  --query SipMediaApplication.SipMediaApplicationId)
expect "the application" "$lambda" "$(call get-sip-media-application --sip-media-application-id "$application" \
  --query 'SipMediaApplication.Endpoints[0].LambdaArn')"
rule=$(call create-sip-rule --name "Dial in $run" --trigger-type ToPhoneNumber --trigger-value "${numbers[9]}" \
  --target-applications "SipMediaApplicationId=$application,Priority=1,AwsRegion=us-east-1" --query SipRule.SipRuleId)
expect "who has the rule's number" "SipRuleId $rule" "$(holder "${numbers[9]}")"
expect "numbers by rule" "${numbers[9]}" "$(call list-phone-numbers --filter-name SipRuleId --filter-value "$rule" \
  --query 'PhoneNumbers[].E164PhoneNumber')"
refused "a second rule for the number" "Dial in $run" call create-sip-rule --name "Again $run" --trigger-type ToPhoneNumber \
  --trigger-value "${numbers[9]}" --target-applications "SipMediaApplicationId=$application,Priority=1,AwsRegion=us-east-1"
refused "an application with a rule" "ConflictException" call delete-sip-media-application --sip-media-application-id "$application"
refused "deleting the rule's number" "Dial in $run" call delete-phone-number --phone-number-id "${numbers[9]}"
refused "a rule that is on" "ConflictException" call delete-sip-rule --sip-rule-id "$rule"
expect "a rule switched off" True "$(call update-sip-rule --sip-rule-id "$rule" --name "Dial in $run" --disabled --query SipRule.Disabled)"
call delete-sip-rule --sip-rule-id "$rule"
expect "the number of a deleted rule" Unassigned "$(status "${numbers[9]}")"
call delete-sip-media-application --sip-media-application-id "$application"

# What a connector is configured with
call put-voice-connector-termination --voice-connector-id "$east" \
  --termination 'CpsLimit=2,CallingRegions=US,CA,CidrAllowedList=203.0.113.0/27,Disabled=false' >/dev/null
expect "its termination" "2 203.0.113.0/27" "$(call get-voice-connector-termination --voice-connector-id "$east" \
  --query 'Termination.[CpsLimit,CidrAllowedList[0]]' | fields)"
refused "an address block that is none" "CidrAllowedList" call put-voice-connector-termination --voice-connector-id "$east" \
  --termination 'CpsLimit=2,CallingRegions=US,CidrAllowedList=203.0.113.7/27'
call put-voice-connector-termination-credentials --voice-connector-id "$east" \
  --credentials 'Username=pbx,Password=correct-horse-battery'
expect "its credentials" pbx "$(call list-voice-connector-termination-credentials --voice-connector-id "$east" --query Usernames)"
call delete-voice-connector-termination-credentials --voice-connector-id "$east" --usernames pbx
expect "no credentials" None "$(call list-voice-connector-termination-credentials --voice-connector-id "$east" --query 'Usernames[0]')"
call get-voice-connector-termination-health --voice-connector-id "$east" >/dev/null
call put-voice-connector-origination --voice-connector-id "$east" \
  --origination 'Routes=[{Host=pbx.example.com,Port=5061,Protocol=TCP,Priority=1,Weight=10}],Disabled=false' >/dev/null
expect "its origination" "pbx.example.com 5061 TCP 1 10" "$(call get-voice-connector-origination --voice-connector-id "$east" \
  --query 'Origination.Routes[0].[Host,Port,Protocol,Priority,Weight]' | fields)"
call put-voice-connector-emergency-calling-configuration --voice-connector-id "$east" --emergency-calling-configuration \
  "DNIS=[{EmergencyPhoneNumber=+12065550911,CallingCountry=US}]" >/dev/null
expect "its emergency calling" +12065550911 "$(call get-voice-connector-emergency-calling-configuration --voice-connector-id "$east" \
  --query 'EmergencyCallingConfiguration.DNIS[0].EmergencyPhoneNumber')"
call delete-voice-connector-emergency-calling-configuration --voice-connector-id "$east"
call delete-voice-connector-origination --voice-connector-id "$east"
call delete-voice-connector-termination --voice-connector-id "$east"
refused "a termination that was deleted" "NotFoundException" call get-voice-connector-termination --voice-connector-id "$east"
call put-voice-connector-logging-configuration --voice-connector-id "$east" --logging-configuration EnableSIPLogs=true >/dev/null
expect "its logging" True "$(call get-voice-connector-logging-configuration --voice-connector-id "$east" \
  --query LoggingConfiguration.EnableSIPLogs)"
if [ "$AWS_SERVICE" = chime ]; then # chime-sdk-voice of this version has no tags yet, chime no regions
  arn=$(call get-voice-connector --voice-connector-id "$east" --query VoiceConnector.VoiceConnectorArn)
  if [ "$arn" = None ]; then arn=arn:aws:chime:us-east-1:$(call get-account --account-id \
    "$(call create-account --name "Arn $run" --query Account.AccountId)" --query Account.AwsAccountId):vc/$east; fi
  call tag-resource --resource-arn "$arn" --tags Key=site,Value=Seattle Key=cost,Value=42
  expect "tags" "cost 42 site Seattle" "$(call list-tags-for-resource --resource-arn "$arn" --query 'sort_by(Tags,&Key)[].[Key,Value]' | xargs)"
  call untag-resource --resource-arn "$arn" --tag-keys cost
  expect "a tag less" site "$(call list-tags-for-resource --resource-arn "$arn" --query 'Tags[].Key')"
else
  expect "the regions" us-east-1 "$(call list-available-voice-connector-regions --query "VoiceConnectorRegions[?@=='us-east-1'] | [0]")"
fi

# What still holds something is not deleted
refused "a connector with numbers" "2 phone numbers" call delete-voice-connector --voice-connector-id "$east"
refused "a group with a number" "ConflictException" call delete-voice-connector-group --voice-connector-group-id "$group"
expect "two unassigned" None "$(call disassociate-phone-numbers-from-voice-connector --voice-connector-id "$east" \
  --e164-phone-numbers "${numbers[1]}" "${numbers[2]}" --query 'PhoneNumberErrors[0]')"
refused "a connector in a group" "All $run" call delete-voice-connector --voice-connector-id "$east"
expect "a number that the connector has not" "${numbers[3]}" "$(call disassociate-phone-numbers-from-voice-connector \
  --voice-connector-id "$east" --e164-phone-numbers "${numbers[3]}" --query 'PhoneNumberErrors[].PhoneNumberId')"
expect "one unassigned from the group" None "$(call disassociate-phone-numbers-from-voice-connector-group \
  --voice-connector-group-id "$group" --e164-phone-numbers "${numbers[0]}" --query 'PhoneNumberErrors[0]')"
refused "a group with items" "ConflictException" call delete-voice-connector-group --voice-connector-group-id "$group"
expect "a group without items" 0 "$(call update-voice-connector-group --voice-connector-group-id "$group" --name "All $run" \
  --voice-connector-items '[]' --query 'length(VoiceConnectorGroup.VoiceConnectorItems)')"
call delete-voice-connector-group --voice-connector-group-id "$group"
call delete-voice-connector --voice-connector-id "$east"
refused "a deleted connector" "NotFoundException" call get-voice-connector --voice-connector-id "$east"
call disassociate-phone-numbers-from-voice-connector --voice-connector-id "$west" --e164-phone-numbers "${numbers[3]}" >/dev/null
call delete-voice-connector --voice-connector-id "$west"

# Everything is back in the inventory, and goes
expect "a batch delete" None "$(call batch-delete-phone-number --phone-number-ids "${numbers[@]}" --query 'PhoneNumberErrors[0]')"
expect "the deletion queue" DeleteInProgress "$(status "${numbers[0]}")"

echo "$passed passed, 0 failed"
