$version: "2.0"

namespace org.carillon.api

/// Creates a SIP rule: calls to a phone number, or to the host name of a Voice Connector, go to SIP media applications.
/// A rule holds its trigger number until the rule is deleted, also while it is disabled. The number must have the
/// product type SipMediaApplicationDialIn and no other holder. A host name triggers at most one rule. Several rules may
/// have the same name. A limit applies to the rules of an organization.
@http(method: "POST", uri: "/sip-rules", code: 201)
operation CreateSipRule with [AmazonErrors] {
    input :=
        /// The settings of the rule.
        {
            /// The name of the rule.
            @required
            Name: SipRuleName

            /// The type of trigger.
            @required
            TriggerType: SipRuleTriggerType

            /// The phone number in E.164 form, or the outbound host name of a Voice Connector of the organization.
            @required
            TriggerValue: SipRuleTriggerValue

            /// Whether the rule is disabled; false when absent.
            Disabled: Boolean

            /// The target applications: each once, one in each region, each with a priority of its own.
            TargetApplications: SipRuleTargetApplicationList
        }

    output :=
        /// The new rule.
        {
            /// The rule.
            SipRule: SipRule
        }

    errors: [
        AccessDeniedException
        ConflictException
        ResourceLimitExceededException
    ]
}

/// Shows a SIP rule.
@readonly
@http(method: "GET", uri: "/sip-rules/{SipRuleId}", code: 200)
operation GetSipRule with [UsualErrors] {
    input :=
        /// The rule to show.
        with [SipRuleScoped] {}

    output :=
        /// The rule as of now.
        {
            /// The rule.
            SipRule: SipRule
        }
}

/// Lists the organization's SIP rules in order of creation, in pages. SipMediaApplicationId selects the rules with this
/// target application; an unknown one has none.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "SipRules")
@http(method: "GET", uri: "/sip-rules", code: 200)
operation ListSipRules with [AmazonErrors] {
    input :=
        /// The filters of the rules, and the page.
        {
            /// The target application of the rules to select.
            @httpQuery("sip-media-application")
            SipMediaApplicationId: ResourceId

            /// The most rules in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of rules.
        {
            /// The rules.
            SipRules: SipRuleList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// Changes the name of a SIP rule, and optionally whether it is disabled and its target applications. Absent members
/// stay as they are. The trigger never changes.
@idempotent
@http(method: "PUT", uri: "/sip-rules/{SipRuleId}", code: 202)
operation UpdateSipRule with [UsualErrors] {
    input :=
        /// The rule and its changes.
        with [SipRuleScoped] {
            /// The new name of the rule.
            @required
            Name: SipRuleName

            /// Whether to disable the rule.
            Disabled: Boolean

            /// The target applications, which replace the former ones.
            TargetApplications: SipRuleTargetApplicationList
        }

    output :=
        /// The rule after the change.
        {
            /// The rule.
            SipRule: SipRule
        }

    errors: [
        ConflictException
        ResourceLimitExceededException
    ]
}

/// Deletes a SIP rule and unassigns its phone number. An enabled rule is a conflict: disable it first with
/// UpdateSipRule.
@idempotent
@http(method: "DELETE", uri: "/sip-rules/{SipRuleId}", code: 204)
operation DeleteSipRule with [UsualErrors] {
    input :=
        /// The rule to delete.
        with [SipRuleScoped] {}

    output: Unit

    errors: [
        ConflictException
    ]
}

/// Names the SIP rule of the operation.
@mixin
structure SipRuleScoped {
    /// The rule. It must belong to the caller's organization.
    @required
    @httpLabel
    SipRuleId: ResourceId
}

/// A rule that sends calls to a phone number or a host name to SIP media applications.
structure SipRule {
    /// The identifier of the rule.
    SipRuleId: ResourceId

    /// The name of the rule.
    Name: SipRuleName

    /// Whether the rule is disabled.
    Disabled: Boolean

    /// The type of trigger.
    TriggerType: SipRuleTriggerType

    /// The phone number in E.164 form, or the host name.
    TriggerValue: SipRuleTriggerValue

    /// The target applications in the order of their priorities.
    TargetApplications: SipRuleTargetsInForce

    /// The time of the creation.
    CreatedTimestamp: Iso8601Timestamp

    /// The time of the last change.
    UpdatedTimestamp: Iso8601Timestamp
}

/// A target application of a SIP rule.
structure SipRuleTargetApplication {
    /// The application. It must belong to the caller's organization.
    @required
    SipMediaApplicationId: ResourceId

    /// The priority: the application with the lowest is asked first.
    @required
    Priority: SipApplicationPriority

    /// The region of the application. When present, it must be the application's region.
    AwsRegion: SipMediaApplicationRegion
}

/// The types of triggers of SIP rules.
enum SipRuleTriggerType {
    /// A call to a phone number.
    TO_PHONE_NUMBER = "ToPhoneNumber"

    /// A request to the outbound host name of a Voice Connector.
    REQUEST_URI_HOSTNAME = "RequestUriHostname"
}

/// The name of a SIP rule: letters, digits, blanks, underscores, full stops and hyphens.
@length(min: 1, max: 256)
@pattern("^[a-zA-Z0-9 _.-]+$")
@form("a name of letters, digits, blanks and _.- such as Main trunk")
string SipRuleName

/// A phone number in E.164 form or a host name.
@length(max: 256)
@pattern("^[^\\S\\r\\n]*\\S.*$")
@form("a phone number or a host name, such as +12065550100")
string SipRuleTriggerValue

/// The priority of a target application; 1 is first.
@range(min: 1)
integer SipApplicationPriority

/// The target applications of a SIP rule.
@length(min: 1, max: 25)
list SipRuleTargetApplicationList {
    member: SipRuleTargetApplication
}

/// The target applications of a SIP rule; empty for a rule that was created without them.
@length(max: 25)
list SipRuleTargetsInForce {
    member: SipRuleTargetApplication
}

list SipRuleList {
    member: SipRule
}
