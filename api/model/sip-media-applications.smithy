$version: "2.0"

namespace org.carillon.api

/// Creates a SIP media application: the program that answers calls which SIP rules send to it. Names are labels for
/// people, so that several may have the same. There is a quota of applications an organization.
@http(method: "POST", uri: "/sip-media-applications", code: 201)
operation CreateSipMediaApplication {
    input :=
        /// What the application is.
        {
            /// The region where the application runs, which is that of its function too.
            @required
            AwsRegion: SipMediaApplicationRegion

            /// The name that the application goes by.
            @required
            Name: SipMediaApplicationName

            /// The function that says what happens to a call: exactly one.
            @required
            Endpoints: SipMediaApplicationEndpointList

            /// The tags that the application begins with.
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
        /// Which application to look at.
        with [SipMediaApplicationScoped] {}

    output :=
        /// The application as of now.
        {
            /// The application.
            SipMediaApplication: SipMediaApplication
        }
}

/// Lists the organization's SIP media applications in order of creation, a page at a time.
@readonly
@paginated(
    inputToken: "NextToken"
    outputToken: "NextToken"
    pageSize: "MaxResults"
    items: "SipMediaApplications"
)
@http(method: "GET", uri: "/sip-media-applications", code: 200)
operation ListSipMediaApplications {
    input :=
        /// Which page of the applications.
        {
            /// The most applications to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of applications.
        {
            /// The applications.
            SipMediaApplications: SipMediaApplicationList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// Gives a SIP media application another name or another function. What the request leaves out stays; a request that
/// leaves both out is refused.
@idempotent
@http(method: "PUT", uri: "/sip-media-applications/{SipMediaApplicationId}", code: 200)
operation UpdateSipMediaApplication with [UsualErrors] {
    input :=
        /// The application, and what to change.
        with [SipMediaApplicationScoped] {
            /// The name that the application shall go by.
            Name: SipMediaApplicationName

            /// The function that shall say what happens to a call: exactly one, in the application's region.
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

/// Deletes a SIP media application. One that SIP rules still send calls to is a conflict: give those rules other target
/// applications first, or delete them.
@idempotent
@http(method: "DELETE", uri: "/sip-media-applications/{SipMediaApplicationId}", code: 204)
operation DeleteSipMediaApplication with [UsualErrors] {
    input :=
        /// Which application to delete.
        with [SipMediaApplicationScoped] {}

    output: Unit

    errors: [
        ConflictException
    ]
}

/// Says which SIP media application an operation is about.
@mixin
structure SipMediaApplicationScoped {
    /// The application. It must belong to the caller's organization.
    @required
    @httpLabel
    SipMediaApplicationId: ResourceId
}

/// A program that answers calls which SIP rules send to it.
structure SipMediaApplication {
    /// The identifier of the application.
    SipMediaApplicationId: ResourceId

    /// The region where the application runs.
    AwsRegion: SipMediaApplicationRegion

    /// The name that the application goes by.
    Name: SipMediaApplicationName

    /// The function that says what happens to a call.
    Endpoints: SipMediaApplicationEndpointList

    /// When the application was created.
    CreatedTimestamp: Iso8601Timestamp

    /// When the application was last changed.
    UpdatedTimestamp: Iso8601Timestamp

    /// The name of the application for tags and policies: `arn:aws:chime:<region>:<organization>:sma/<id>`.
    SipMediaApplicationArn: Arn
}

/// Where a SIP media application asks what happens to a call.
structure SipMediaApplicationEndpoint {
    /// The function, a version of it, or an alias.
    @required
    LambdaArn: FunctionArn
}

/// The name that a SIP media application goes by: letters, digits, blanks, underscores, full stops and hyphens.
@length(min: 1, max: 256)
@pattern("^[a-zA-Z0-9 _.-]+$")
@form("a name of letters, digits, blanks and _.- such as Main trunk")
string SipMediaApplicationName

/// A region as AWS names them, such as `us-east-1`.
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
