$version: "2.0"

namespace org.carillon.api

/// Lists the numbers of a user in pages, the longest held first: the primary one, additional ones, and those of lines
/// that have the user as a member. The answer also has the user's permissions, caller ID and whether the user must sign
/// in again. When the user loses the primary number, the first additional one of this list takes its place.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "PhoneNumbers")
@tags(["Carillon"])
@http(method: "GET", uri: "/accounts/{AccountId}/users/{UserId}/phone-numbers", code: 200)
operation ListUserPhoneNumbers with [OurUsualErrors] {
    input :=
        /// The owner of the numbers, and the page.
        with [UserScoped] {
            /// The most numbers in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of numbers.
        {
            /// The numbers.
            PhoneNumbers: UserPhoneNumberList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// Shows a user's telephony: the primary number, the caller ID, the permissions, and whether the user must sign out and
/// in again to notice a change.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/accounts/{AccountId}/users/{UserId}/telephony", code: 200)
operation GetUserTelephony with [OurUsualErrors] {
    input :=
        /// The user to show.
        with [UserScoped] {}

    output :=
        /// The user's telephony.
        with [UserTelephonyAnswer] {}
}

/// Makes another number the primary one of a user, at one instant. An additional number of the user exchanges its role
/// with the primary one, and both count as held without a break. An Unassigned BusinessCalling number of the inventory
/// takes the place of the primary one, which returns to the inventory, Unassigned. The permissions stay. The caller ID
/// stays too, unless it is the number that left; CallerId shows whether it matches the primary number afterwards. If
/// the number is already the primary one, nothing changes. A user without a number is refused.
@tags(["Carillon"])
@http(
    method: "POST"
    uri: "/accounts/{AccountId}/users/{UserId}?operation=swap-primary-phone-number"
    code: 200
)
operation SwapPrimaryPhoneNumber with [OurUsualErrors] {
    input :=
        /// The user and the new primary number.
        with [UserScoped] {
            /// An additional number of the user, or an Unassigned number of the inventory.
            @required
            E164PhoneNumber: E164PhoneNumber
        }

    output :=
        /// The user's telephony.
        with [UserTelephonyAnswer] {}

    errors: [
        ConflictException
    ]
}

/// Unassigns an additional number of a user; it returns to the inventory. The primary number is refused;
/// DisassociatePhoneNumberFromUser unassigns it.
@tags(["Carillon"])
@http(
    method: "POST"
    uri: "/accounts/{AccountId}/users/{UserId}?operation=disassociate-additional-phone-number"
    code: 200
)
operation DisassociateAdditionalPhoneNumberFromUser with [OurUsualErrors] {
    input :=
        /// The user and the number to unassign.
        with [UserScoped] {
            /// The additional number.
            @required
            E164PhoneNumber: E164PhoneNumber
        }

    output :=
        /// The user's telephony.
        with [UserTelephonyAnswer] {}
}

/// Shows the caller ID of a user: the number that others see when the user calls.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/accounts/{AccountId}/users/{UserId}/caller-id", code: 200)
operation GetUserCallerId with [OurUsualErrors] {
    input :=
        /// The user to show.
        with [UserScoped] {}

    output :=
        /// The caller ID as of now.
        {
            /// The caller ID; absent for a user without a number to show.
            CallerId: UserCallerId
        }
}

/// Chooses the caller ID of a user: a number that the user holds, or the number of a line that has the user as a
/// member. The choice lasts while the user has the number without a break; afterwards the caller ID is the primary
/// number, even if the user gets the number again. A request without a number ends the choice.
@idempotent
@tags(["Carillon"])
@http(method: "PUT", uri: "/accounts/{AccountId}/users/{UserId}/caller-id", code: 200)
operation UpdateUserCallerId with [OurUsualErrors] {
    input :=
        /// The user and the number to show.
        with [UserScoped] {
            /// The number to show; absent for the primary one.
            E164PhoneNumber: E164PhoneNumber
        }

    output :=
        /// The user's telephony.
        with [UserTelephonyAnswer] {}
}

/// Records that a user has signed in; clients and engines report it. It ends SignInRequired unless a change came after
/// that sign-in. The sign-in must be later than the change. Answers show the change in milliseconds; a sign-in in the
/// same millisecond is not later. Reports may come late, twice and in any order.
@tags(["Carillon"])
@http(method: "POST", uri: "/accounts/{AccountId}/users/{UserId}?operation=report-sign-in", code: 200)
operation ReportUserSignIn with [OurUsualErrors] {
    input :=
        /// The user and the time of the sign-in.
        with [UserScoped] {
            /// The time of the sign-in; now when absent. An instant more than a minute ahead is refused.
            SignedInTimestamp: Iso8601Timestamp
        }

    output :=
        /// The user's telephony.
        with [UserTelephonyAnswer] {}
}

/// A user's telephony after the operation.
@mixin
structure UserTelephonyAnswer {
    /// The user's telephony.
    UserTelephony: UserTelephony
}

/// A user's telephony: primary number, caller ID, permissions and sign-in.
structure UserTelephony {
    /// The user.
    @required
    UserId: String

    /// The account of the user.
    @required
    AccountId: String

    /// The user's primary number; absent for a user without a number.
    PrimaryProvisionedNumber: SensitiveString

    /// The caller ID; absent for a user without a number to show.
    CallerId: UserCallerId

    /// The user's permissions.
    @required
    Telephony: TelephonySettings

    /// Whether the user must sign out and in again to notice the latest change of a number, the primary number, the
    /// caller ID or the permissions. A sign-in later than the change ends it; a sign-in in the same millisecond does
    /// not.
    @required
    SignInRequired: Boolean

    /// The time of the latest change that the user does not notice yet; absent when there is none.
    SignInRequiredTimestamp: Iso8601Timestamp

    /// The latest reported sign-in; absent when there was none.
    LastSignInTimestamp: Iso8601Timestamp
}

/// The number that others see when a user calls.
structure UserCallerId {
    /// The number that was chosen, by UpdateUserCallerId or by being kept in a swap; absent when none is, so that the
    /// primary number is shown.
    E164PhoneNumber: E164PhoneNumber

    /// The number that others see.
    @required
    ShownPhoneNumber: E164PhoneNumber

    /// Whether it is the user's primary number.
    @required
    MatchesPrimary: Boolean
}

/// A number that a user has.
structure UserPhoneNumber {
    /// The identifier of the number.
    @required
    PhoneNumberId: String

    /// The number.
    @required
    E164PhoneNumber: SensitiveString

    /// The role of the number.
    @required
    Role: UserPhoneNumberRole

    /// The time from which the user has the number. A number of the user's own keeps it in any role; a membership of a
    /// line begins anew when its role changes.
    @required
    AssignedTimestamp: Iso8601Timestamp

    /// The time from which the user has the number in this role.
    @required
    RoleAssignedTimestamp: Iso8601Timestamp

    /// Whether it is the caller ID.
    @required
    Shown: Boolean

    /// The line of the number; absent for a number of the user's own.
    LineId: String

    /// The name of that line.
    LineName: SensitiveString
}

/// The relation between a number and its holder.
enum UserPhoneNumberRole {
    /// The user's primary number.
    PRIMARY = "Primary"

    /// A further number of the user's own.
    ADDITIONAL = "Additional"

    /// The number of a line that the user is assigned to.
    ASSIGNED = "Assigned"

    /// The number of a line that the user may show when calling, without being assigned.
    OUTBOUND_ONLY = "OutboundOnly"
}

list UserPhoneNumberList {
    member: UserPhoneNumber
}
