$version: "2.0"

namespace org.carillon.api

/// Creates a user in an account without inviting anybody, typically a shared device such as the equipment of a meeting
/// room. The user is registered at once. An e-mail address or a user name is needed, so that people know whom they see;
/// an address that a user of the organization has already, of whatever account and letter case aside, is a conflict.
@http(method: "POST", uri: "/accounts/{AccountId}/users?operation=create", code: 201)
operation CreateUser with [UsualErrors] {
    input :=
        /// The account, and who is to be created in it.
        with [AccountScoped] {
            /// The name that the user goes by.
            Username: Username

            /// The user's e-mail address.
            Email: EmailAddress

            /// A person or a shared device; a person when absent.
            UserType: UserType
        }

    output :=
        /// The new user.
        {
            /// The user, with the account's default license.
            User: User
        }

    errors: [
        ConflictException
    ]
}

/// Shows a user: address, license, personal PIN, and primary phone number. To find a user by e-mail address, use
/// ListUsers.
@readonly
@http(method: "GET", uri: "/accounts/{AccountId}/users/{UserId}", code: 200)
operation GetUser with [UsualErrors] {
    input :=
        /// Which user to look at.
        with [UserScoped] {}

    output :=
        /// The user as of now.
        {
            /// The user.
            User: User
        }
}

/// Lists the users of an account in order of creation, a page at a time. UserEmail keeps the one user with this address,
/// letter case aside, UserType the people or the shared devices. Personal PINs are left out; GetUser shows them.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Users")
@http(method: "GET", uri: "/accounts/{AccountId}/users", code: 200)
operation ListUsers with [UsualErrors] {
    input :=
        /// Which users to list, and which page of them.
        with [AccountScoped] {
            /// The address of the one user to keep.
            @httpQuery("user-email")
            UserEmail: EmailAddress

            /// The type of the users to keep.
            @httpQuery("user-type")
            UserType: UserType

            /// The most users to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo200 = 100

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of users.
        {
            /// The users.
            Users: UserList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// Changes the license of a user, which must be one that the account supports, the user type and the metadata of Alexa
/// for Business. What the request leaves out stays.
@http(method: "POST", uri: "/accounts/{AccountId}/users/{UserId}", code: 200)
operation UpdateUser with [UsualErrors] {
    input :=
        /// The user, and what to change.
        with [UserScoped] {
            /// The license that the user shall have.
            LicenseType: License

            /// A person or a shared device.
            UserType: UserType

            /// What ties a shared device to Alexa for Business.
            AlexaForBusinessMetadata: AlexaForBusinessMetadata
        }

    output :=
        /// The user after the change.
        {
            /// The user.
            User: User
        }
}

/// Changes up to twenty users of an account, each by the rules of UpdateUser. A user who is refused is
/// reported in the answer and does not keep the others from being changed.
@http(method: "POST", uri: "/accounts/{AccountId}/users", code: 200)
operation BatchUpdateUser with [UsualErrors] {
    input :=
        /// The account, and the changes to its users.
        with [AccountScoped] {
            /// One item a user.
            @required
            UpdateUserRequestItems: UpdateUserRequestItemList
        }

    output :=
        /// What could not be changed.
        {
            /// One entry for each refused user; empty when all were changed.
            UserErrors: UserErrorList
        }
}

/// Sends invitations to up to fifty e-mail addresses to join an account. Only Team accounts invite; the request is
/// refused for any other. Each address is answered with an invitation that stays Pending until it is accepted.
@http(method: "POST", uri: "/accounts/{AccountId}/users?operation=add", code: 201)
operation InviteUsers with [UsualErrors] {
    input :=
        /// The account, and whom to invite.
        with [AccountScoped] {
            /// The addresses to write to.
            @required
            UserEmailList: UserEmailList

            /// What those who accept become; a person when absent.
            UserType: UserType
        }

    output :=
        /// The invitations.
        {
            /// One invitation an address.
            Invites: InviteList
        }
}

/// Suspends up to fifty users of a Team or EnterpriseLWA account; any other account is refused. Users of a Team account
/// leave it and return by a new invitation. Users of an EnterpriseLWA account are signed out at once and stay locked out
/// until BatchUnsuspendUser. Users who are refused are reported in the answer.
@http(method: "POST", uri: "/accounts/{AccountId}/users?operation=suspend", code: 200)
operation BatchSuspendUser with [UsualErrors] {
    input :=
        /// The account, and whom to suspend.
        with [AccountScoped] {
            /// The users to suspend.
            @required
            UserIdList: UserIdList
        }

    output :=
        /// Who could not be suspended.
        {
            /// One entry for each refused user; empty when all were suspended.
            UserErrors: UserErrorList
        }
}

/// Lifts the suspension of up to fifty users of an EnterpriseLWA account, who are Registered again; any other account is
/// refused. Users who are not suspended are passed over. Users who are refused are reported in the answer.
@http(method: "POST", uri: "/accounts/{AccountId}/users?operation=unsuspend", code: 200)
operation BatchUnsuspendUser with [UsualErrors] {
    input :=
        /// The account, and whose suspension to lift.
        with [AccountScoped] {
            /// The users to let in again.
            @required
            UserIdList: UserIdList
        }

    output :=
        /// Whose suspension could not be lifted.
        {
            /// One entry for each refused user; empty when none was refused.
            UserErrors: UserErrorList
        }
}

/// Signs a user out of every device at once. The user can sign in again, unlike one who is suspended.
@http(method: "POST", uri: "/accounts/{AccountId}/users/{UserId}?operation=logout", code: 204)
operation LogoutUser with [UsualErrors] {
    input :=
        /// Whom to sign out.
        with [UserScoped] {}

    output :=
        /// Nothing: the user is signed out.
        {}
}

/// Gives a user a new personal meeting PIN. The old one stops working, so meetings that were announced with it need to
/// be announced again.
@http(method: "POST", uri: "/accounts/{AccountId}/users/{UserId}?operation=reset-personal-pin", code: 200)
operation ResetPersonalPIN with [UsualErrors] {
    input :=
        /// Whose PIN to replace.
        with [UserScoped] {}

    output :=
        /// The user after the change.
        {
            /// The user, with the new PIN.
            User: User
        }
}

/// Shows what a user may do with a phone number: be called, call, and exchange text messages. All three are off for a
/// user whose settings were never written.
@readonly
@http(method: "GET", uri: "/accounts/{AccountId}/users/{UserId}/settings", code: 200)
operation GetUserSettings with [UsualErrors] {
    input :=
        /// Whose settings to look at.
        with [TelephonyUserScoped] {}

    output :=
        /// The settings as they stand now.
        {
            /// The settings.
            UserSettings: UserSettings
        }
}

/// Changes what a user may do with a phone number. All three permissions are given at once, and the user needs to sign
/// out and in again before they take effect.
@idempotent
@http(method: "PUT", uri: "/accounts/{AccountId}/users/{UserId}/settings", code: 204)
operation UpdateUserSettings with [UsualErrors] {
    input :=
        /// The user, and the new settings.
        with [TelephonyUserScoped] {
            /// The settings that replace the present ones.
            @required
            UserSettings: UserSettings
        }

    output: Unit
}

/// A person or a shared device in an account.
structure User {
    /// The identifier of the user.
    @required
    UserId: String

    /// The account that the user belongs to.
    AccountId: String

    /// The user's e-mail address.
    PrimaryEmail: EmailAddress

    /// The user's primary phone number; additional ones are found with ListPhoneNumbers.
    PrimaryProvisionedNumber: SensitiveString

    /// The name that others see.
    DisplayName: SensitiveString

    /// The license that the user has.
    LicenseType: License

    /// A person or a shared device.
    UserType: UserType

    /// Whether the user can sign in.
    UserRegistrationStatus: RegistrationStatus

    /// How the invitation of the user stands; absent for one who was not invited.
    UserInvitationStatus: InviteStatus

    /// When the user first signed in.
    RegisteredOn: Iso8601Timestamp

    /// When the user was invited.
    InvitedOn: Iso8601Timestamp

    /// What ties a shared device to Alexa for Business.
    AlexaForBusinessMetadata: AlexaForBusinessMetadata

    /// The PIN of the user's personal meeting.
    PersonalPIN: String
}

/// What a user is set up for.
structure UserSettings {
    /// What the user may do with a phone number.
    @required
    Telephony: TelephonySettings
}

/// What a user may do with a phone number.
structure TelephonySettings {
    /// Whether the user can be called.
    @required
    InboundCalling: Boolean

    /// Whether the user can call.
    @required
    OutboundCalling: Boolean

    /// Whether the user can send and receive text messages.
    @required
    SMS: Boolean
}

/// What tied a shared device to Alexa for Business. It is kept for old clients and has no effect.
structure AlexaForBusinessMetadata {
    /// Whether the tie is in force.
    IsAlexaForBusinessEnabled: Boolean

    /// The room of Alexa for Business, by its ARN.
    AlexaForBusinessRoomArn: AlexaForBusinessRoomArn
}

/// The change of one user in a batch.
structure UpdateUserRequestItem {
    /// The user.
    @required
    UserId: ResourceId

    /// The license that the user shall have.
    LicenseType: License

    /// A person or a shared device.
    UserType: UserType

    /// What ties a shared device to Alexa for Business.
    AlexaForBusinessMetadata: AlexaForBusinessMetadata
}

/// Why one user of a batch was refused.
structure UserError {
    /// The user, as the request named it.
    UserId: NonEmptyString

    /// The reason, for programs.
    ErrorCode: ErrorCode

    /// The reason, for people.
    ErrorMessage: String
}

/// An invitation to join a Team account.
structure Invite {
    /// The identifier of the invitation.
    InviteId: String

    /// Whether it was accepted.
    Status: InviteStatus

    /// Whom it went to.
    EmailAddress: EmailAddress

    /// Whether the e-mail went out.
    EmailStatus: EmailStatus
}

/// What a user is.
enum UserType {
    /// A person.
    PRIVATE_USER = "PrivateUser"

    /// Equipment that several people use.
    SHARED_DEVICE = "SharedDevice"
}

/// Whether a user can sign in.
enum RegistrationStatus {
    /// The user has not signed in yet.
    UNREGISTERED = "Unregistered"

    /// The user has signed in at least once and is not locked out.
    REGISTERED = "Registered"

    /// The user is locked out.
    SUSPENDED = "Suspended"
}

/// How an invitation stands.
enum InviteStatus {
    /// Not answered yet.
    PENDING = "Pending"

    ACCEPTED = "Accepted"

    /// It cannot be accepted.
    FAILED = "Failed"
}

/// Whether the e-mail of an invitation went out.
enum EmailStatus {
    NOT_SENT = "NotSent"

    SENT = "Sent"

    /// No mail server would take it.
    FAILED = "Failed"
}

/// The name that a user goes by.
@length(max: 256)
string Username

/// The ARN of a room of Alexa for Business.
@length(max: 2048)
@sensitive
string AlexaForBusinessRoomArn

/// The addresses that one request invites.
@length(max: 50)
list UserEmailList {
    member: EmailAddress
}

/// The users that one batch is about.
@length(max: 50)
list UserIdList {
    member: ResourceId
}

/// The changes that one batch makes.
@length(max: 20)
list UpdateUserRequestItemList {
    member: UpdateUserRequestItem
}

list UserList {
    member: User
}

list UserErrorList {
    member: UserError
}

list InviteList {
    member: Invite
}
