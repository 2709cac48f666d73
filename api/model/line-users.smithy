$version: "2.0"

namespace org.carillon.api

/// Adds a user to a line, by the rules of UpdateLine. The other members stay as they are. A user with the other role
/// changes it at that instant. For a user who has this role already nothing changes, and the line keeps its revision.
/// The last assigned user cannot become outbound-only; that is a conflict. When the user of the default inbox is no
/// longer assigned, the line's own inbox takes the voicemails.
@tags(["Carillon"])
@http(method: "POST", uri: "/lines/{LineId}?operation=associate-user", code: 200)
operation AssociateUserWithLine with [OurUsualErrors] {
    input :=
        /// The line, the user and the role.
        with [LineScoped] {
            /// The user, of any account of the organization.
            @required
            UserId: ResourceId

            /// The role.
            @required
            Role: LineUserRole
        }

    output :=
        /// The line after the change.
        with [LineUsersAnswer] {}

    errors: [
        ConflictException
        ResourceLimitExceededException
    ]
}

/// Removes a user from a line, in either role. The other members stay as they are. A user who is no member is a
/// conflict, and so is the last assigned user: assign another one first, or delete the line. When voicemails went to
/// the user's inbox, the line's own inbox takes them.
@tags(["Carillon"])
@http(method: "POST", uri: "/lines/{LineId}?operation=disassociate-user", code: 200)
operation DisassociateUserFromLine with [OurUsualErrors] {
    input :=
        /// The line, and the user.
        with [LineScoped] {
            /// The user.
            @required
            UserId: ResourceId
        }

    output :=
        /// The line after the change.
        with [LineUsersAnswer] {}

    errors: [
        ConflictException
    ]
}

/// A line after a change of its users.
@mixin
structure LineUsersAnswer {
    /// The line, one revision later unless nothing changed.
    Line: Line

    /// The users who must sign in again: the user, or none when nothing changed.
    SignInRequiredUserIds: SignInRequiredUserIdList
}

/// The role of a user in a line.
enum LineUserRole {
    /// The line is assigned to the user, who is called and sees its records.
    ASSIGNED = "Assigned"

    /// The user may show the line's number when calling, without being assigned.
    OUTBOUND_ONLY = "OutboundOnly"
}
