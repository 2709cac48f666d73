$version: "2.0"

namespace org.carillon.api

/// Creates an auto attendant: a greeting and a menu of keys, offered while its schedule says that it is open. Everything
/// that it leads to must exist. What happens without the caller's doing (nothing pressed, closed, a holiday, invalid
/// input) must come to an end within ten flows and never lead back; a key, which the caller presses, may lead back.
@tags(["Carillon"])
@http(method: "POST", uri: "/auto-attendants", code: 201)
operation CreateAutoAttendant with [UsualErrors] {
    input :=
        /// What the auto attendant shall be.
        with [AutoAttendantSettings] {}

    output :=
        /// The new auto attendant.
        {
            /// The auto attendant, at version 1.
            AutoAttendant: AutoAttendant
        }

    errors: [
        ConflictException
    ]
}

/// Shows an auto attendant with its menu and its schedule.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/auto-attendants/{AutoAttendantId}", code: 200)
operation GetAutoAttendant with [UsualErrors] {
    input :=
        /// Which auto attendant to look at.
        with [AutoAttendantScoped] {}

    output :=
        /// The auto attendant as of now.
        {
            /// The auto attendant.
            AutoAttendant: AutoAttendant
        }
}

/// Lists the organization's auto attendants in order of creation, a page at a time, without menus and schedules, which
/// GetAutoAttendant shows.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "AutoAttendants")
@tags(["Carillon"])
@http(method: "GET", uri: "/auto-attendants", code: 200)
operation ListAutoAttendants {
    input :=
        /// Which page to list.
        {
            /// The most auto attendants to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo99 = 99

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of auto attendants.
        {
            /// The auto attendants.
            AutoAttendants: AutoAttendantSummaryList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// Replaces everything that an auto attendant is by what the request says, at one instant; what the request leaves out
/// is gone afterwards. Version is the one that the caller has seen. When somebody else has changed the auto attendant
/// since, nothing is changed and the conflict says what they changed, who and when.
@idempotent
@tags(["Carillon"])
@http(method: "PUT", uri: "/auto-attendants/{AutoAttendantId}", code: 200)
operation UpdateAutoAttendant with [UsualErrors] {
    input :=
        /// The auto attendant, the version that the caller has seen, and what it shall be.
        with [AutoAttendantScoped, AutoAttendantSettings] {
            /// The version that the caller has seen.
            @required
            Version: FlowVersion
        }

    output :=
        /// The auto attendant after the change.
        {
            /// The auto attendant, one version later.
            AutoAttendant: AutoAttendant
        }

    errors: [
        ConflictException
    ]
}

/// Deletes an auto attendant to which nothing leads any more. While a line, a hunt group or another auto attendant names
/// it, that is a conflict, which says who does.
@idempotent
@tags(["Carillon"])
@http(method: "DELETE", uri: "/auto-attendants/{AutoAttendantId}", code: 204)
operation DeleteAutoAttendant with [UsualErrors] {
    input :=
        /// Which auto attendant to delete.
        with [AutoAttendantScoped] {}

    errors: [
        ConflictException
    ]
}

/// Says which auto attendant an operation is about.
@mixin
structure AutoAttendantScoped {
    /// The auto attendant. It must belong to the caller's organization.
    @required
    @httpLabel
    AutoAttendantId: ResourceId
}

/// What an administrator decides about an auto attendant.
@mixin
structure AutoAttendantSettings {
    /// What people call it.
    @required
    Name: FlowName

    /// What the caller hears while it is open.
    @required
    Greeting: Greeting

    /// What the keys lead to while it is open, each key at most once.
    @required
    Menu: MenuEntryList

    /// When it is open. Always when absent.
    Schedule: FlowSchedule

    /// What happens while it is closed. The call ends when absent.
    Closed: ClosedBehavior

    /// What happens on a holiday of the schedule; the same as when closed when absent.
    Holiday: ClosedBehavior

    /// What happens when the caller presses nothing; the call ends after 10 seconds when absent.
    Timeout: TimeoutBehavior

    /// What happens when the caller presses a key that the menu does not have; when absent the greeting is played again
    /// twice, then the call ends.
    InvalidInput: InvalidInputBehavior
}

/// A greeting and a menu of keys, with a schedule.
structure AutoAttendant with [FlowFacts] {
    /// Its identifier.
    AutoAttendantId: ResourceId

    /// What people call it.
    Name: FlowName

    /// What the caller hears while it is open.
    Greeting: Greeting

    /// What the keys lead to while it is open.
    Menu: MenuEntryList

    /// When it is open. Always when absent.
    Schedule: FlowSchedule

    /// What happens while it is closed. The call ends when absent.
    Closed: ClosedBehavior

    /// What happens on a holiday of the schedule; the same as when closed when absent.
    Holiday: ClosedBehavior

    /// What happens when the caller presses nothing.
    Timeout: TimeoutBehavior

    /// What happens when the caller presses a key that the menu does not have.
    InvalidInput: InvalidInputBehavior
}

/// An auto attendant as a list shows it.
structure AutoAttendantSummary with [FlowFacts] {
    /// Its identifier.
    AutoAttendantId: ResourceId

    /// What people call it.
    Name: FlowName
}

/// What a caller hears: a text that is spoken, or a recording. Exactly one of them is given.
structure Greeting {
    /// What is spoken.
    Text: GreetingText

    /// Where the recording is. Whoever carries the call fetches it; this server does not.
    AudioUrl: GreetingAudioUrl
}

/// What one key leads to.
structure MenuEntry {
    /// The key.
    @required
    Key: MenuKey

    /// Where the call goes when the caller presses it.
    @required
    Target: CallTarget
}

/// When an auto attendant is open, by the clocks on the wall of one place: summer time comes and goes with them.
structure FlowSchedule {
    /// The place, as the IANA time zone database names it, for instance `America/New_York`.
    @required
    TimeZone: TimeZoneName

    /// The hours of each week in which it is open. Never open when there are none.
    @required
    OpenHours: OpenHoursList

    /// Days on which it is not open at all.
    Holidays: HolidayList
}

/// Hours of one day of the week. Hours over midnight are given as two of them.
structure OpenHours {
    /// The day.
    @required
    Day: Weekday

    /// When they begin.
    @required
    From: OpeningTime

    /// When they end, that minute not included; 24:00 is the end of the day.
    @required
    To: OpeningTime
}

/// One day on which nobody is there.
structure FlowHoliday {
    /// The day, in the time zone of the schedule.
    @required
    Date: CalendarDate

    /// What it is called.
    @required
    Name: FlowName
}

/// What happens while an auto attendant is not open.
structure ClosedBehavior {
    /// What the caller hears first. Nothing when absent.
    Greeting: Greeting

    /// Where the call goes then. It ends when absent.
    Target: CallTarget
}

/// What happens when the caller presses nothing.
structure TimeoutBehavior {
    /// For how many seconds to wait for a key; 10 when absent.
    Seconds: MenuSeconds

    /// Where the call goes then. It ends when absent.
    Target: CallTarget
}

/// What happens when the caller presses a key that the menu does not have.
structure InvalidInputBehavior {
    /// How often the greeting is played again and the caller may try anew; twice when absent.
    Retries: MenuRetries

    /// Where the call goes when that did not help. It ends when absent.
    Target: CallTarget
}

/// The keys of a telephone.
enum MenuKey {
    /// Zero.
    ZERO = "0"

    /// One.
    ONE = "1"

    /// Two.
    TWO = "2"

    /// Three.
    THREE = "3"

    /// Four.
    FOUR = "4"

    /// Five.
    FIVE = "5"

    /// Six.
    SIX = "6"

    /// Seven.
    SEVEN = "7"

    /// Eight.
    EIGHT = "8"

    /// Nine.
    NINE = "9"

    /// The star.
    STAR = "*"

    /// The pound sign, also called hash.
    POUND = "#"
}

/// The days of the week.
enum Weekday {
    /// Monday.
    MONDAY = "Monday"

    /// Tuesday.
    TUESDAY = "Tuesday"

    /// Wednesday.
    WEDNESDAY = "Wednesday"

    /// Thursday.
    THURSDAY = "Thursday"

    /// Friday.
    FRIDAY = "Friday"

    /// Saturday.
    SATURDAY = "Saturday"

    /// Sunday.
    SUNDAY = "Sunday"
}

/// What is spoken to a caller.
@length(min: 1, max: 2000)
@pattern("^\\s*\\S[\\s\\S]*$")
@form("a text that is not blank, such as Welcome")
string GreetingText

/// The https URL of a recording.
@length(max: 2048)
@pattern("^https://[^\\s/?#@]+([/?#]\\S*)?$")
@form("an https URL such as https://example.com/greeting.wav")
string GreetingAudioUrl

/// The name of a time zone, as the IANA time zone database has it.
@length(min: 1, max: 64)
string TimeZoneName

/// Hours and minutes on the clock of 24 hours.
@pattern("^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$")
@form("a time of day such as 09:30")
string OpeningTime

/// A day, written `yyyy-MM-dd`.
@pattern("^\\d{4}-\\d{2}-\\d{2}$")
@form("a day such as 2026-12-25")
string CalendarDate

/// For how many seconds a menu waits for a key.
@range(min: 1, max: 60)
integer MenuSeconds

/// How often a caller may try again.
@range(min: 0, max: 5)
integer MenuRetries

/// A menu; each key at most once.
@length(max: 12)
list MenuEntryList {
    member: MenuEntry
}

/// The open hours of a week.
@length(max: 100)
list OpenHoursList {
    member: OpenHours
}

/// The holidays of a schedule, of several years perhaps.
@length(max: 500)
list HolidayList {
    member: FlowHoliday
}

list AutoAttendantSummaryList {
    member: AutoAttendantSummary
}
