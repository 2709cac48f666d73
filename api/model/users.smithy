$version: "2.0"

namespace org.carillon.api

/// Creates a user in an account without an invitation, typically a shared device such as the equipment of a meeting
/// room. The user is registered at once. An e-mail address or a user name is required. An e-mail address that another
/// user of the organization has, in any account and letter case, is a conflict.
@http(method: "POST", uri: "/accounts/{AccountId}/users?operation=create", code: 201)
operation CreateUser with [UsualErrors] {
    input :=
        /// The account and the user to create in it.
        with [AccountScoped] {
            /// The name of the user.
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

/// Shows a user: e-mail address, license, personal PIN and primary phone number. ListUsers finds a user by e-mail
/// address.
@readonly
@http(method: "GET", uri: "/accounts/{AccountId}/users/{UserId}", code: 200)
operation GetUser with [UsualErrors] {
    input :=
        /// The user to show.
        with [UserScoped] {}

    output :=
        /// The user as of now.
        {
            /// The user.
            User: User
        }
}

/// Lists the users of an account in order of creation, in pages. UserEmail selects the user with this address, in any
/// letter case; UserType selects people or shared devices. The list omits personal PINs; GetUser shows them.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Users")
@http(method: "GET", uri: "/accounts/{AccountId}/users", code: 200)
operation ListUsers with [UsualErrors] {
    input :=
        /// The filters of the users, and the page.
        with [AccountScoped] {
            /// The e-mail address of the user to select.
            @httpQuery("user-email")
            UserEmail: EmailAddress

            /// The type of the users to select.
            @httpQuery("user-type")
            UserType: UserType

            /// The most users in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo200 = 100

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of users.
        {
            /// The users.
            Users: UserList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// Changes the license of a user, the user type and the metadata of Alexa for Business. The account must support the
/// license. Members that are absent stay as they are.
@http(method: "POST", uri: "/accounts/{AccountId}/users/{UserId}", code: 200)
operation UpdateUser with [UsualErrors] {
    input :=
        /// The user and its changes.
        with [UserScoped] {
            /// The new license.
            LicenseType: License

            /// A person or a shared device.
            UserType: UserType

            /// The connection of a shared device to Alexa for Business.
            AlexaForBusinessMetadata: AlexaForBusinessMetadata
        }

    output :=
        /// The user after the change.
        {
            /// The user.
            User: User
        }
}

/// Changes up to twenty users of an account, each by the rules of UpdateUser. The answer lists the refused users; the
/// others are changed.
@http(method: "POST", uri: "/accounts/{AccountId}/users", code: 200)
operation BatchUpdateUser with [UsualErrors] {
    input :=
        /// The account and the changes of its users.
        with [AccountScoped] {
            /// One item for each user.
            @required
            UpdateUserRequestItems: UpdateUserRequestItemList
        }

    output :=
        /// The refused items.
        {
            /// One entry for each refused user; empty when all were changed.
            UserErrors: UserErrorList
        }
}

/// Sends invitations to join an account to up to fifty e-mail addresses. Only Team accounts invite; the request is
/// refused for every other account. The answer has an invitation for each address. It stays Pending until it is
/// accepted.
@http(method: "POST", uri: "/accounts/{AccountId}/users?operation=add", code: 201)
operation InviteUsers with [UsualErrors] {
    input :=
        /// The account and the addresses to invite.
        with [AccountScoped] {
            /// The addresses to invite.
            @required
            UserEmailList: UserEmailList

            /// The type of the invited users; a person when absent.
            UserType: UserType
        }

    output :=
        /// The invitations.
        {
            /// One invitation for each address.
            Invites: InviteList
        }
}

/// Suspends up to fifty users of a Team or EnterpriseLWA account; every other account is refused. Users of a Team
/// account leave it and return by a new invitation. Users of an EnterpriseLWA account are signed out at once and cannot
/// sign in until BatchUnsuspendUser. The answer lists the refused users.
@http(method: "POST", uri: "/accounts/{AccountId}/users?operation=suspend", code: 200)
operation BatchSuspendUser with [UsualErrors] {
    input :=
        /// The account and the users to suspend.
        with [AccountScoped] {
            /// The users to suspend.
            @required
            UserIdList: UserIdList
        }

    output :=
        /// The refused items.
        {
            /// One entry for each refused user; empty when all were suspended.
            UserErrors: UserErrorList
        }
}

/// Ends the suspension of up to fifty users of an EnterpriseLWA account; they are Registered again. Every other account
/// is refused. Users who are not suspended are ignored. The answer lists the refused users.
@http(method: "POST", uri: "/accounts/{AccountId}/users?operation=unsuspend", code: 200)
operation BatchUnsuspendUser with [UsualErrors] {
    input :=
        /// The account and the users to unsuspend.
        with [AccountScoped] {
            /// The users to unsuspend.
            @required
            UserIdList: UserIdList
        }

    output :=
        /// The refused items.
        {
            /// One entry for each refused user; empty when none was refused.
            UserErrors: UserErrorList
        }
}

/// Signs a user out of every device at once. The user can sign in again, unlike a suspended one.
@http(method: "POST", uri: "/accounts/{AccountId}/users/{UserId}?operation=logout", code: 204)
operation LogoutUser with [UsualErrors] {
    input :=
        /// The user to sign out.
        with [UserScoped] {}

    output :=
        /// No members.
        {}
}

/// Gives a user a new personal meeting PIN. The old PIN is void, so announce meetings with the old PIN again.
@http(method: "POST", uri: "/accounts/{AccountId}/users/{UserId}?operation=reset-personal-pin", code: 200)
operation ResetPersonalPIN with [UsualErrors] {
    input :=
        /// The user of the PIN.
        with [UserScoped] {}

    output :=
        /// The user after the change.
        {
            /// The user, with the new PIN.
            User: User
        }
}

/// Shows the telephony permissions of a user: inbound calls, outbound calls and text messages. All are off for a user
/// whose settings were never written.
@readonly
@http(method: "GET", uri: "/accounts/{AccountId}/users/{UserId}/settings", code: 200)
operation GetUserSettings with [UsualErrors] {
    input :=
        /// The owner of the settings.
        with [TelephonyUserScoped] {}

    output :=
        /// The settings as they are now.
        {
            /// The settings.
            UserSettings: UserSettings
        }
}

/// Changes the telephony permissions of a user. A request has all three. The user must sign out and in again before
/// they take effect.
@idempotent
@http(method: "PUT", uri: "/accounts/{AccountId}/users/{UserId}/settings", code: 204)
operation UpdateUserSettings with [UsualErrors] {
    input :=
        /// The user and the new settings.
        with [TelephonyUserScoped] {
            /// The new settings.
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

    /// The account of the user.
    AccountId: String

    /// The user's e-mail address.
    PrimaryEmail: EmailAddress

    /// The user's primary phone number; ListPhoneNumbers finds additional ones.
    PrimaryProvisionedNumber: SensitiveString

    /// The display name.
    DisplayName: SensitiveString

    /// The license of the user.
    LicenseType: License

    /// A person or a shared device.
    UserType: UserType

    /// Whether the user can sign in.
    UserRegistrationStatus: RegistrationStatus

    /// The status of the user's invitation; absent for a user without one.
    UserInvitationStatus: InviteStatus

    /// The time of the first sign-in.
    RegisteredOn: Iso8601Timestamp

    /// The time of the invitation.
    InvitedOn: Iso8601Timestamp

    /// The connection of a shared device to Alexa for Business.
    AlexaForBusinessMetadata: AlexaForBusinessMetadata

    /// The PIN of the user's personal meeting.
    PersonalPIN: String
}

/// The settings of a user.
structure UserSettings {
    /// The telephony permissions.
    @required
    Telephony: TelephonySettings
}

/// The telephony permissions of a user.
structure TelephonySettings {
    /// Whether the user can receive calls.
    @required
    InboundCalling: Boolean

    /// Whether the user can call.
    @required
    OutboundCalling: Boolean

    /// Whether the user can send and receive text messages.
    @required
    SMS: Boolean
}

/// The connection of a shared device to Alexa for Business. It is kept for old clients and has no effect.
structure AlexaForBusinessMetadata {
    /// Whether the connection is enabled.
    IsAlexaForBusinessEnabled: Boolean

    /// The ARN of the room of Alexa for Business.
    AlexaForBusinessRoomArn: AlexaForBusinessRoomArn
}

/// The change of one user in a batch.
structure UpdateUserRequestItem {
    /// The user.
    @required
    UserId: ResourceId

    /// The new license.
    LicenseType: License

    /// A person or a shared device.
    UserType: UserType

    /// The connection of a shared device to Alexa for Business.
    AlexaForBusinessMetadata: AlexaForBusinessMetadata
}

/// The refusal of one user of a batch.
structure UserError {
    /// The user, as in the request.
    UserId: NonEmptyString

    /// The code of the reason.
    ErrorCode: ErrorCode

    /// The message with the reason.
    ErrorMessage: String
}

/// An invitation to join a Team account.
structure Invite {
    /// The identifier of the invitation.
    InviteId: String

    /// The status of the invitation.
    Status: InviteStatus

    /// The invited address.
    EmailAddress: EmailAddress

    /// The status of the e-mail.
    EmailStatus: EmailStatus
}

/// The types of users.
enum UserType {
    /// A person.
    PRIVATE_USER = "PrivateUser"

    /// A device that several people share.
    SHARED_DEVICE = "SharedDevice"
}

/// The registration status of a user.
enum RegistrationStatus {
    /// The user has not signed in yet.
    UNREGISTERED = "Unregistered"

    /// The user has signed in at least once and is not suspended.
    REGISTERED = "Registered"

    /// The user is suspended and cannot sign in.
    SUSPENDED = "Suspended"
}

/// The status of an invitation.
enum InviteStatus {
    /// Not answered yet.
    PENDING = "Pending"

    ACCEPTED = "Accepted"

    /// It cannot be accepted.
    FAILED = "Failed"
}

/// The status of the e-mail of an invitation.
enum EmailStatus {
    NOT_SENT = "NotSent"

    SENT = "Sent"

    /// No mail server accepted it.
    FAILED = "Failed"
}

/// The name of a user.
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

/// The users of one batch.
@length(max: 50)
list UserIdList {
    /// A user's identifier.
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
