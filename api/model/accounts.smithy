$version: "2.0"

namespace org.carillon.api

/// Creates a Team account in the organization. The account is active at once and has no users. The API creates no other
/// types: a Team account becomes an enterprise account when it claims a domain.
@http(method: "POST", uri: "/accounts", code: 201)
operation CreateAccount with [UsualErrors] {
    input :=
        /// The name.
        {
            /// The name of the account. Invited people see it.
            @required
            Name: AccountName
        }

    output :=
        /// The new account.
        {
            /// The account, of the type Team.
            Account: Account
        }
}

/// Shows an account: its type and status, the licenses that it supports, and its sign-in delegate groups. An account of
/// another organization is not found.
@readonly
@http(method: "GET", uri: "/accounts/{AccountId}", code: 200)
operation GetAccount with [UsualErrors] {
    input :=
        /// The account to show.
        with [AccountScoped] {}

    output :=
        /// The account as it is now.
        {
            /// The account.
            Account: Account
        }
}

/// Lists the organization's accounts in order of creation, in pages. Name selects the accounts whose name begins with
/// it; letter case matters. UserEmail selects the account of the user with this address; letter case does not matter.
/// The list omits deleted accounts.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Accounts")
@http(method: "GET", uri: "/accounts", code: 200)
operation ListAccounts with [UsualErrors] {
    input :=
        /// The filters of the accounts, and the page.
        {
            /// The beginning of the names to select.
            @httpQuery("name")
            Name: AccountName

            /// The e-mail address of a user of the account to select.
            @httpQuery("user-email")
            UserEmail: EmailAddress

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken

            /// The most accounts in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo200 = 100
        }

    output :=
        /// One page of accounts.
        {
            /// The accounts.
            Accounts: AccountList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// Changes the name of an account, the license of its new users, or both. Members that are absent stay as they are. A
/// default license that the account does not support is refused. Existing users keep their license.
@http(method: "POST", uri: "/accounts/{AccountId}", code: 200)
operation UpdateAccount with [UsualErrors] {
    input :=
        /// The account and its changes.
        with [AccountScoped] {
            /// The new name.
            Name: AccountName

            /// The license of new users.
            DefaultLicense: License
        }

    output :=
        /// The account after the change.
        {
            /// The account.
            Account: Account
        }
}

/// Deletes an account. First suspend all users of a Team account, or release the domains of an enterprise account;
/// otherwise the request is refused as unprocessable. The API no longer shows the deleted account. The operator can
/// restore it for 90 days.
@idempotent
@http(method: "DELETE", uri: "/accounts/{AccountId}", code: 204)
operation DeleteAccount with [UsualErrors] {
    input :=
        /// The account to delete.
        with [AccountScoped] {}

    output :=
        /// No members.
        {}

    errors: [
        UnprocessableEntityException
    ]
}

/// Shows the meeting settings of an account: remote control of shared screens, and calls from the meeting to a phone
/// number. An account whose settings were never written has the defaults.
@readonly
@http(method: "GET", uri: "/accounts/{AccountId}/settings", code: 200)
operation GetAccountSettings with [UsualErrors] {
    input :=
        /// The owner of the settings.
        with [AccountScoped] {}

    output :=
        /// The settings as they are now.
        {
            /// The settings.
            AccountSettings: AccountSettings
        }
}

/// Changes the meeting settings of an account. Members that are absent stay as they are.
@idempotent
@http(method: "PUT", uri: "/accounts/{AccountId}/settings", code: 204)
operation UpdateAccountSettings with [UsualErrors] {
    input :=
        /// The account and its new settings.
        with [AccountScoped] {
            /// The settings to change.
            @required
            AccountSettings: AccountSettings
        }

    output :=
        /// No members; GetAccountSettings shows the settings.
        {}

    errors: [
        ConflictException
    ]
}

/// Allows groups of a directory to sign in to an account on behalf of its users. A group that the account already has
/// stays as it is. GetAccount lists the groups.
@http(method: "POST", uri: "/accounts/{AccountId}?operation=associate-signin-delegate-groups", code: 200)
operation AssociateSigninDelegateGroupsWithAccount with [UsualErrors] {
    input :=
        /// The account and the groups to add.
        with [AccountScoped] {
            /// The groups to add, at most fifty in one request.
            @required
            SigninDelegateGroups: SigninDelegateGroupsToAdd
        }

    output :=
        /// No members; GetAccount lists the groups.
        {}
}

/// Removes sign-in delegate groups from an account. GetAccount lists the remaining groups.
@http(method: "POST", uri: "/accounts/{AccountId}?operation=disassociate-signin-delegate-groups", code: 200)
operation DisassociateSigninDelegateGroupsFromAccount with [UsualErrors] {
    input :=
        /// The account and the groups to remove.
        with [AccountScoped] {
            /// The names of the groups to remove, at most fifty in one request.
            @required
            GroupNames: GroupNameList
        }

    output :=
        /// No members; GetAccount lists the groups.
        {}
}

/// A Chime account: a group of users within the organization.
structure Account {
    /// The id of the organization, twelve digits.
    @required
    AwsAccountId: String

    /// The identifier of the account.
    @required
    AccountId: String

    /// The name of the account.
    @required
    Name: String

    /// The type, which decides how users join the account and sign in.
    AccountType: AccountType

    /// The time of the creation.
    CreatedTimestamp: Iso8601Timestamp

    /// The license of new users.
    DefaultLicense: License

    /// The licenses that the account supports.
    SupportedLicenses: LicenseList

    /// Whether the account can be used.
    AccountStatus: AccountStatus

    /// The groups that can sign in on behalf of users.
    SigninDelegateGroups: SigninDelegateGroupList
}

/// The meeting settings of an account.
structure AccountSettings {
    /// Whether participants are forbidden to control a screen that another participant shares.
    DisableRemoteControl: Boolean

    /// Whether participants can make a meeting call them at a phone number.
    EnableDialOut: Boolean
}

/// A group of a directory whose members can sign in on behalf of users.
structure SigninDelegateGroup {
    /// The name of the group.
    GroupName: SigninDelegateGroupName
}

/// The types of accounts, which differ in how users join and sign in.
enum AccountType {
    /// Users are invited. Each signs in with a login of their own.
    TEAM = "Team"

    /// Users come from an Active Directory.
    ENTERPRISE_DIRECTORY = "EnterpriseDirectory"

    /// Users have an address in a claimed domain and sign in with Login with Amazon.
    ENTERPRISE_LWA = "EnterpriseLWA"

    /// Users come from an OpenID Connect provider.
    ENTERPRISE_OIDC = "EnterpriseOIDC"
}

/// Whether an account can be used.
enum AccountStatus {
    SUSPENDED = "Suspended"
    ACTIVE = "Active"
}

/// The licenses of users.
enum License {
    BASIC = "Basic"

    PLUS = "Plus"

    PRO = "Pro"

    /// The features of Pro, for the first thirty days.
    PRO_TRIAL = "ProTrial"
}

/// The name of an account, or the beginning of one.
@length(min: 1, max: 100)
@pattern("^[^\\S\\r\\n]*\\S.*$")
@form("a name on one line, such as Example Corp")
string AccountName

/// The name of a sign-in delegate group to add.
@length(max: 256)
@pattern("^[^\\S\\r\\n]*\\S.*$")
@form("a name on one line, such as Example Group")
string SigninDelegateGroupName

/// The name of a sign-in delegate group to remove.
@length(max: 256)
string GroupName

/// The groups that one request adds.
@length(min: 1, max: 50)
list SigninDelegateGroupsToAdd {
    member: SigninDelegateGroup
}

/// The names of the groups that one request removes.
@length(min: 1, max: 50)
list GroupNameList {
    member: GroupName
}

list SigninDelegateGroupList {
    member: SigninDelegateGroup
}

list AccountList {
    member: Account
}

list LicenseList {
    member: License
}
