$version: "2.0"

namespace org.carillon.api

/// Creates a SIP rule: calls to a phone number, or to the host name of a Voice Connector, go to SIP media applications.
/// A rule that a phone number triggers holds that number from now until the rule is deleted, whether or not it is
/// disabled; the number must be of the product type SipMediaApplicationDialIn and nobody else's. A host name triggers
/// one rule at most. Names are labels for people, so that several rules may have the same. There is a quota of rules an
/// organization.
@http(method: "POST", uri: "/sip-rules", code: 201)
operation CreateSipRule {
    input :=
        /// What the rule is.
        {
            /// The name that the rule goes by.
            @required
            Name: SipRuleName

            /// What sets the rule off.
            @required
            TriggerType: SipRuleTriggerType

            /// The phone number in E.164 form, or the outbound host name of a Voice Connector of the organization.
            @required
            TriggerValue: SipRuleTriggerValue

            /// Whether the rule is out of force; it is in force when absent.
            Disabled: Boolean

            /// Where calls go: each application once, one a region, each with a priority of its own.
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
        /// Which rule to look at.
        with [SipRuleScoped] {}

    output :=
        /// The rule as of now.
        {
            /// The rule.
            SipRule: SipRule
        }
}

/// Lists the organization's SIP rules in order of creation, a page at a time. SipMediaApplicationId keeps the rules that
/// send calls to this application; to an unknown one none do.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "SipRules")
@http(method: "GET", uri: "/sip-rules", code: 200)
operation ListSipRules {
    input :=
        /// Which rules to list, and which page of them.
        {
            /// The application of the rules to keep.
            @httpQuery("sip-media-application")
            SipMediaApplicationId: ResourceId

            /// The most rules to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of rules.
        {
            /// The rules.
            SipRules: SipRuleList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// Gives a SIP rule a name, puts it in or out of force, and says where calls go. Whether it is disabled and its target
/// applications stay when the request leaves them out; the trigger never changes.
@idempotent
@http(method: "PUT", uri: "/sip-rules/{SipRuleId}", code: 202)
operation UpdateSipRule with [UsualErrors] {
    input :=
        /// The rule, and what to change.
        with [SipRuleScoped] {
            /// The name that the rule shall go by.
            @required
            Name: SipRuleName

            /// Whether the rule shall be out of force.
            Disabled: Boolean

            /// Where calls shall go, in place of where they went.
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

/// Deletes a SIP rule, which frees the phone number that it held. A rule that is not disabled is a conflict: disable it
/// with UpdateSipRule first.
@idempotent
@http(method: "DELETE", uri: "/sip-rules/{SipRuleId}", code: 204)
operation DeleteSipRule with [UsualErrors] {
    input :=
        /// Which rule to delete.
        with [SipRuleScoped] {}

    output: Unit

    errors: [
        ConflictException
    ]
}

/// Says which SIP rule an operation is about.
@mixin
structure SipRuleScoped {
    /// The rule. It must belong to the caller's organization.
    @required
    @httpLabel
    SipRuleId: ResourceId
}

/// Sends calls to a phone number or a host name to SIP media applications.
structure SipRule {
    /// The identifier of the rule.
    SipRuleId: ResourceId

    /// The name that the rule goes by.
    Name: SipRuleName

    /// Whether the rule is out of force.
    Disabled: Boolean

    /// What sets the rule off.
    TriggerType: SipRuleTriggerType

    /// The phone number in E.164 form, or the host name.
    TriggerValue: SipRuleTriggerValue

    /// Where calls go, in the order of the priorities.
    TargetApplications: SipRuleTargetsInForce

    /// When the rule was created.
    CreatedTimestamp: Iso8601Timestamp

    /// When the rule was last changed.
    UpdatedTimestamp: Iso8601Timestamp
}

/// A SIP media application that a rule sends calls to.
structure SipRuleTargetApplication {
    /// The application. It must belong to the caller's organization.
    @required
    SipMediaApplicationId: ResourceId

    /// When calls go here: the application with the lowest number is asked first.
    @required
    Priority: SipApplicationPriority

    /// The region of the application; it need not be said, but must not be another.
    AwsRegion: SipMediaApplicationRegion
}

/// What sets a SIP rule off.
enum SipRuleTriggerType {
    /// A call to a phone number.
    TO_PHONE_NUMBER = "ToPhoneNumber"

    /// A request to the outbound host name of a Voice Connector.
    REQUEST_URI_HOSTNAME = "RequestUriHostname"
}

/// The name that a SIP rule goes by: letters, digits, blanks, underscores, full stops and hyphens.
@length(min: 1, max: 256)
@pattern("^[a-zA-Z0-9 _.-]+$")
@form("a name of letters, digits, blanks and _.- such as Main trunk")
string SipRuleName

/// A phone number in E.164 form or a host name.
@length(max: 256)
@pattern("^[^\\S\\r\\n]*\\S.*$")
@form("a phone number or a host name, such as +12065550100")
string SipRuleTriggerValue

/// When an application is asked; 1 is first.
@range(min: 1)
integer SipApplicationPriority

/// Where calls shall go.
@length(min: 1, max: 25)
list SipRuleTargetApplicationList {
    member: SipRuleTargetApplication
}

/// Where calls go; nowhere, for a rule that was made without target applications.
@length(max: 25)
list SipRuleTargetsInForce {
    member: SipRuleTargetApplication
}

list SipRuleList {
    member: SipRule
}
