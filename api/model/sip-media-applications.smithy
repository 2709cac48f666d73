$version: "2.0"

namespace org.carillon.api

/// Creates a SIP media application: the program that answers calls of SIP rules. Several applications may have the same
/// name. A limit applies to the applications of an organization.
@http(method: "POST", uri: "/sip-media-applications", code: 201)
operation CreateSipMediaApplication with [AmazonErrors] {
    input :=
        /// The settings of the application.
        {
            /// The region of the application and of its function.
            @required
            AwsRegion: SipMediaApplicationRegion

            /// The name of the application.
            @required
            Name: SipMediaApplicationName

            /// The function that answers calls: exactly one.
            @required
            Endpoints: SipMediaApplicationEndpointList

            /// The tags of the new application.
            Tags: TagList
        }

    output :=
        /// The new application.
        {
            /// The application.
            SipMediaApplication: SipMediaApplication
        }

    errors: [
        AccessDeniedException
        ConflictException
        ResourceLimitExceededException
    ]
}

/// Shows a SIP media application.
@readonly
@http(method: "GET", uri: "/sip-media-applications/{SipMediaApplicationId}", code: 200)
operation GetSipMediaApplication with [UsualErrors] {
    input :=
        /// The application to show.
        with [SipMediaApplicationScoped] {}

    output :=
        /// The application as of now.
        {
            /// The application.
            SipMediaApplication: SipMediaApplication
        }
}

/// Lists the organization's SIP media applications in order of creation, in pages.
@readonly
@paginated(
    inputToken: "NextToken"
    outputToken: "NextToken"
    pageSize: "MaxResults"
    items: "SipMediaApplications"
)
@http(method: "GET", uri: "/sip-media-applications", code: 200)
operation ListSipMediaApplications with [AmazonErrors] {
    input :=
        /// The page of applications.
        {
            /// The most applications in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of applications.
        {
            /// The applications.
            SipMediaApplications: SipMediaApplicationList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// Changes the name or the function of a SIP media application. Members that are absent stay as they are; a request
/// with neither is refused.
@idempotent
@http(method: "PUT", uri: "/sip-media-applications/{SipMediaApplicationId}", code: 200)
operation UpdateSipMediaApplication with [UsualErrors] {
    input :=
        /// The application and its changes.
        with [SipMediaApplicationScoped] {
            /// The new name of the application.
            Name: SipMediaApplicationName

            /// The new function that answers calls: exactly one, in the application's region.
            Endpoints: SipMediaApplicationEndpointList
        }

    output :=
        /// The application after the change.
        {
            /// The application.
            SipMediaApplication: SipMediaApplication
        }

    errors: [
        ConflictException
    ]
}

/// Deletes a SIP media application. An application that is a target of SIP rules is a conflict: change the target
/// applications of these rules, or delete the rules.
@idempotent
@http(method: "DELETE", uri: "/sip-media-applications/{SipMediaApplicationId}", code: 204)
operation DeleteSipMediaApplication with [UsualErrors] {
    input :=
        /// The application to delete.
        with [SipMediaApplicationScoped] {}

    output: Unit

    errors: [
        ConflictException
    ]
}

/// Names the SIP media application of the operation.
@mixin
structure SipMediaApplicationScoped {
    /// The application. It must belong to the caller's organization.
    @required
    @httpLabel
    SipMediaApplicationId: ResourceId
}

/// A program that answers calls of SIP rules.
structure SipMediaApplication {
    /// The identifier of the application.
    SipMediaApplicationId: ResourceId

    /// The region of the application.
    AwsRegion: SipMediaApplicationRegion

    /// The name of the application.
    Name: SipMediaApplicationName

    /// The function that answers calls.
    Endpoints: SipMediaApplicationEndpointList

    /// The time of the creation.
    CreatedTimestamp: Iso8601Timestamp

    /// The time of the last change.
    UpdatedTimestamp: Iso8601Timestamp

    /// The ARN of the application, for tags and policies: `arn:aws:chime:<region>:<organization>:sma/<id>`.
    SipMediaApplicationArn: Arn
}

/// The function of a SIP media application.
structure SipMediaApplicationEndpoint {
    /// The function, a version of it, or an alias.
    @required
    LambdaArn: FunctionArn
}

/// The name of a SIP media application: letters, digits, blanks, underscores, full stops and hyphens.
@length(min: 1, max: 256)
@pattern("^[a-zA-Z0-9 _.-]+$")
@form("a name of letters, digits, blanks and _.- such as Main trunk")
string SipMediaApplicationName

/// An AWS region, such as `us-east-1`.
@length(max: 32)
@pattern("^[a-z]{2}(-[a-z]+)+-\\d+$")
@form("a region such as us-east-1")
string SipMediaApplicationRegion

/// The ARN of a Lambda function, of a version of it, or of an alias.
@length(max: 10000)
@pattern("^arn:(aws[a-zA-Z-]*)?:lambda:[a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\\d{1}:\\d{12}:function:[a-zA-Z0-9_-]+(:(\\$LATEST|[a-zA-Z0-9_-]+))?$")
@form("the ARN of a Lambda function, such as arn:aws:lambda:us-east-1:111122223333:function:calls")
@sensitive
string FunctionArn

/// The functions of a SIP media application: exactly one.
@length(min: 1, max: 1)
list SipMediaApplicationEndpointList {
    member: SipMediaApplicationEndpoint
}

list SipMediaApplicationList {
    member: SipMediaApplication
}
