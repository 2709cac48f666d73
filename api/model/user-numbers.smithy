$version: "2.0"

namespace org.carillon.api

/// Lists the numbers that a user has, longest held first, a page at a time: the primary one, additional ones, and
/// those of lines that the user is assigned to or may show. With them stands what the user may do with a number, which
/// number others see, and whether the user has to sign in again. When the primary number is taken away, the first
/// additional one of this list takes its place.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "UserPhoneNumbers")
@tags(["Carillon"])
@http(method: "GET", uri: "/accounts/{AccountId}/users/{UserId}/phone-numbers", code: 200)
operation ListUserPhoneNumbers with [UsualErrors] {
    input :=
        /// Whose numbers to list, and which page of them.
        with [UserScoped] {
            /// The most numbers to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of numbers, and what holds for all of them.
        {
            /// The numbers.
            UserPhoneNumbers: UserPhoneNumberList

            /// What holds for the user whatever the number.
            UserTelephony: UserTelephony

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// Shows how a user stands with phone numbers: the primary one, which number others see, what the user may do, and
/// whether the user has to sign out and in again before a change is noticed.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/accounts/{AccountId}/users/{UserId}/telephony", code: 200)
operation GetUserTelephony with [UsualErrors] {
    input :=
        /// Which user to look at.
        with [UserScoped] {}

    output :=
        /// How the user stands with numbers.
        with [UserTelephonyAnswer] {}
}

/// Makes another number the primary one of a user, at one instant. An additional number of the user exchanges its role
/// with the primary one, and both count as held without a break. A number of the inventory that is Unassigned and of
/// the product BusinessCalling takes the place of the primary one, which returns to the inventory, Unassigned. What
/// the user may do stays as it is, and so does the number that others see, unless that is the one that went;
/// CallerId says whether it matches the primary number afterwards. A number that is the primary one already changes
/// nothing. A user without a number is refused.
@tags(["Carillon"])
@http(
    method: "POST"
    uri: "/accounts/{AccountId}/users/{UserId}?operation=swap-primary-phone-number"
    code: 200
)
operation SwapPrimaryPhoneNumber with [UsualErrors] {
    input :=
        /// The user, and the number that becomes primary.
        with [UserScoped] {
            /// An additional number of the user, or an Unassigned one of the inventory.
            @required
            E164PhoneNumber: E164PhoneNumber
        }

    output :=
        /// How the user stands with numbers.
        with [UserTelephonyAnswer] {}
}

/// Takes an additional number from a user and returns it to the inventory, Unassigned. The primary number is refused;
/// DisassociatePhoneNumberFromUser takes it.
@tags(["Carillon"])
@http(
    method: "POST"
    uri: "/accounts/{AccountId}/users/{UserId}?operation=disassociate-additional-phone-number"
    code: 200
)
operation DisassociateAdditionalPhoneNumberFromUser with [UsualErrors] {
    input :=
        /// The user, and which number to take.
        with [UserScoped] {
            /// The additional number.
            @required
            E164PhoneNumber: E164PhoneNumber
        }

    output :=
        /// How the user stands with numbers.
        with [UserTelephonyAnswer] {}
}

/// Shows which number others see when the user calls.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/accounts/{AccountId}/users/{UserId}/caller-id", code: 200)
operation GetUserCallerId with [UsualErrors] {
    input :=
        /// Which user to look at.
        with [UserScoped] {}

    output :=
        /// The caller ID as of now.
        {
            /// The caller ID; absent for a user who has no number to show.
            CallerId: UserCallerId
        }
}

/// Chooses which number others see when the user calls: one that the user holds, or one of a line that the user is
/// assigned to or may show. The choice lasts while the user has the number without a break; afterwards the primary
/// number is shown, even if the number comes back one day. Without a number in the request the choice is given up.
@idempotent
@tags(["Carillon"])
@http(method: "PUT", uri: "/accounts/{AccountId}/users/{UserId}/caller-id", code: 200)
operation UpdateUserCallerId with [UsualErrors] {
    input :=
        /// The user, and the number to show.
        with [UserScoped] {
            /// The number to show; absent for the primary one.
            E164PhoneNumber: E164PhoneNumber
        }

    output :=
        /// How the user stands with numbers.
        with [UserTelephonyAnswer] {}
}

/// Notes that a user has signed in, which clients and engines report. It ends the mark that the user has to sign in
/// again, unless something changed after that sign-in. A sign-in counts when it is later than the change, of which
/// answers show the millisecond only: one that is reported for that very millisecond does not count. Reports may come
/// late, twice and in any order.
@tags(["Carillon"])
@http(method: "POST", uri: "/accounts/{AccountId}/users/{UserId}?operation=record-sign-in", code: 200)
operation RecordUserSignIn with [UsualErrors] {
    input :=
        /// Who has signed in, and when.
        with [UserScoped] {
            /// When the user signed in; now when absent. An instant more than a minute ahead is refused.
            SignedInTimestamp: Iso8601Timestamp
        }

    output :=
        /// How the user stands with numbers.
        with [UserTelephonyAnswer] {}
}

/// How a user stands with phone numbers after what the operation did.
@mixin
structure UserTelephonyAnswer {
    /// How the user stands.
    UserTelephony: UserTelephony
}

/// How a user stands with phone numbers, whichever they are.
structure UserTelephony {
    /// The user.
    @required
    UserId: String

    /// The account of the user.
    @required
    AccountId: String

    /// The user's primary number; absent for a user without a number.
    PrimaryProvisionedNumber: SensitiveString

    /// What others see when the user calls; absent for a user who has no number to show.
    CallerId: UserCallerId

    /// What the user may do with a number.
    @required
    Telephony: TelephonySettings

    /// Whether the user has to sign out and in again before the latest change is noticed: of a number, the primary
    /// one, the caller ID, or what the user may do. A sign-in later than the change ends it; one within the same
    /// millisecond does not.
    @required
    SignInRequired: Boolean

    /// When the latest change was made that the user does not notice yet; absent when there is none.
    SignInRequiredTimestamp: Iso8601Timestamp

    /// The latest sign-in that was reported; absent when there was none.
    LastSignInTimestamp: Iso8601Timestamp
}

/// The number that others see when a user calls.
structure UserCallerId {
    /// The number.
    @required
    E164PhoneNumber: SensitiveString

    /// Whether it is the user's primary number.
    @required
    MatchesPrimary: Boolean

    /// Whether it was chosen, by UpdateUserCallerId or by being kept in a swap; otherwise it follows the primary
    /// number.
    @required
    Chosen: Boolean
}

/// A number that a user has.
structure UserPhoneNumber {
    /// The identifier of the number.
    @required
    PhoneNumberId: String

    /// The number.
    @required
    E164PhoneNumber: SensitiveString

    /// As what the user has it.
    @required
    Role: UserPhoneNumberRole

    /// Since when the user has it: a number of the user's own whatever its role; a place in a line begins anew when its
    /// role changes.
    @required
    HeldSince: Iso8601Timestamp

    /// Since when the user has it in this role.
    @required
    RoleSince: Iso8601Timestamp

    /// Whether others see it when the user calls.
    @required
    IsCallerId: Boolean

    /// The line that it belongs to; absent for a number of the user's own.
    LineId: String

    /// The name of that line.
    LineName: SensitiveString
}

/// As what a user has a number.
enum UserPhoneNumberRole {
    /// The number by which the user is known first.
    PRIMARY = "Primary"

    /// A further number of the user's own.
    ADDITIONAL = "Additional"

    /// The number of a line that the user is assigned to.
    ASSIGNED = "Assigned"

    /// The number of a line that the user may show when calling, without being assigned to it.
    OUTBOUND_ONLY = "OutboundOnly"
}

list UserPhoneNumberList {
    member: UserPhoneNumber
}
