$version: "2.0"

namespace org.carillon.api

/// Creates a Team account in the organization, active at once and without users. The other types cannot be created
/// through the API: a Team account becomes an enterprise account when a domain is claimed for it.
@http(method: "POST", uri: "/accounts", code: 201)
operation CreateAccount with [UsualErrors] {
    input :=
        /// What to call the new account.
        {
            /// The name. People who are invited get to see it.
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

/// Shows an account: its type and status, the licenses that it can give, and its sign-in delegate groups. An account of
/// another organization is not found.
@readonly
@http(method: "GET", uri: "/accounts/{AccountId}", code: 200)
operation GetAccount with [UsualErrors] {
    input :=
        /// Which account to look at.
        with [AccountScoped] {}

    output :=
        /// The account as it stands now.
        {
            /// The account.
            Account: Account
        }
}

/// Lists the organization's accounts in order of creation, a page at a time. Name keeps those whose name begins with it,
/// letter case included; UserEmail keeps the one account that the user with this address belongs to, letter case aside.
/// Deleted accounts are not listed.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Accounts")
@http(method: "GET", uri: "/accounts", code: 200)
operation ListAccounts with [UsualErrors] {
    input :=
        /// Which accounts to list, and which page of them.
        {
            /// The beginning of the names to keep.
            @httpQuery("name")
            Name: AccountName

            /// The address of the user whose account to keep.
            @httpQuery("user-email")
            UserEmail: EmailAddress

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken

            /// The most accounts to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo200 = 100
        }

    output :=
        /// One page of accounts.
        {
            /// The accounts.
            Accounts: AccountList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// Changes the name of an account, or the license that its new users get, or both; what the request leaves out stays. A
/// default license that the account does not support is refused. Users who are there already keep their license.
@http(method: "POST", uri: "/accounts/{AccountId}", code: 200)
operation UpdateAccount with [UsualErrors] {
    input :=
        /// The account, and what to change.
        with [AccountScoped] {
            /// The new name.
            Name: AccountName

            /// The license that new users shall get.
            DefaultLicense: License
        }

    output :=
        /// The account after the change.
        {
            /// The account.
            Account: Account
        }
}

/// Deletes an account. A Team account must have all its users suspended first, an enterprise account its domains
/// released; otherwise the request cannot be processed. The deleted account is kept for 90 days, out of the API's sight,
/// and an operator can bring it back until then.
@idempotent
@http(method: "DELETE", uri: "/accounts/{AccountId}", code: 204)
operation DeleteAccount with [UsualErrors] {
    input :=
        /// Which account to delete.
        with [AccountScoped] {}

    output :=
        /// Nothing: the account is gone.
        {}

    errors: [
        UnprocessableEntityException
    ]
}

/// Shows what an account's meetings allow: remote control of shared screens, and being called at a phone number. An
/// account whose settings were never written shows the defaults.
@readonly
@http(method: "GET", uri: "/accounts/{AccountId}/settings", code: 200)
operation GetAccountSettings with [UsualErrors] {
    input :=
        /// Whose settings to look at.
        with [AccountScoped] {}

    output :=
        /// The settings as they stand now.
        {
            /// The settings.
            AccountSettings: AccountSettings
        }
}

/// Changes what an account's meetings allow. A setting that the request leaves out keeps its value.
@idempotent
@http(method: "PUT", uri: "/accounts/{AccountId}/settings", code: 204)
operation UpdateAccountSettings with [UsualErrors] {
    input :=
        /// The account, and its new settings.
        with [AccountScoped] {
            /// The settings to change.
            @required
            AccountSettings: AccountSettings
        }

    output :=
        /// Nothing: the settings can be read back.
        {}

    errors: [
        ConflictException
    ]
}

/// Lets groups of a directory sign in to an account on behalf of others. A group that the account has already stays as
/// it is. The account then lists the groups.
@http(method: "POST", uri: "/accounts/{AccountId}?operation=associate-signin-delegate-groups", code: 200)
operation AssociateSigninDelegateGroupsWithAccount with [UsualErrors] {
    input :=
        /// The account, and the groups to add.
        with [AccountScoped] {
            /// The groups to add, at most fifty in one request.
            @required
            SigninDelegateGroups: SigninDelegateGroupsToAdd
        }

    output :=
        /// Nothing: the account lists its groups.
        {}
}

/// Takes from groups of a directory the right to sign in to an account on behalf of others. The account then lists the
/// remaining ones.
@http(method: "POST", uri: "/accounts/{AccountId}?operation=disassociate-signin-delegate-groups", code: 200)
operation DisassociateSigninDelegateGroupsFromAccount with [UsualErrors] {
    input :=
        /// The account, and the groups to remove.
        with [AccountScoped] {
            /// The names of the groups to remove, at most fifty in one request.
            @required
            GroupNames: GroupNameList
        }

    output :=
        /// Nothing: the account lists its groups.
        {}
}

/// A Chime account: a body of users within the organization.
structure Account {
    /// The organization, by its twelve digits.
    @required
    AwsAccountId: String

    /// The identifier of the account.
    @required
    AccountId: String

    /// The name of the account.
    @required
    Name: String

    /// How its users come to it and sign in.
    AccountType: AccountType

    /// When the account was created.
    CreatedTimestamp: Iso8601Timestamp

    /// The license that new users get.
    DefaultLicense: License

    /// The licenses that its users can have.
    SupportedLicenses: LicenseList

    /// Whether the account can be used.
    AccountStatus: AccountStatus

    /// The groups that can sign in on behalf of others.
    SigninDelegateGroups: SigninDelegateGroupList
}

/// What the meetings of an account allow.
structure AccountSettings {
    /// Whether taking control of a screen that somebody shares is forbidden.
    DisableRemoteControl: Boolean

    /// Whether participants can have a meeting call them at a phone number.
    EnableDialOut: Boolean
}

/// A group of a directory whose members can sign in on behalf of others.
structure SigninDelegateGroup {
    /// The name of the group.
    GroupName: SigninDelegateGroupName
}

/// How the users of an account come to it and sign in.
enum AccountType {
    /// Users are invited, and sign in each with a login of their own.
    TEAM = "Team"

    /// Users come from an Active Directory.
    ENTERPRISE_DIRECTORY = "EnterpriseDirectory"

    /// Users are those with an address in a claimed domain, and sign in with Login with Amazon.
    ENTERPRISE_LWA = "EnterpriseLWA"

    /// Users come from an OpenID Connect provider.
    ENTERPRISE_OIDC = "EnterpriseOIDC"
}

/// Whether an account can be used.
enum AccountStatus {
    SUSPENDED = "Suspended"
    ACTIVE = "Active"
}

/// What a user is entitled to.
enum License {
    BASIC = "Basic"

    PLUS = "Plus"

    PRO = "Pro"

    /// All that Pro gives, for the first thirty days.
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
