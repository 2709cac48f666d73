$version: "2.0"

namespace org.carillon.api

/// Creates an auto attendant: a greeting and a menu of keys, offered during the open hours of its schedule. Every
/// target must exist. The automatic targets (nothing pressed, closed, a holiday, invalid input) must not lead through
/// more than ten flows, nor back to an earlier flow. A key may lead back, since the caller presses it.
@tags(["Carillon"])
@http(method: "POST", uri: "/auto-attendants", code: 201)
operation CreateAutoAttendant with [OurUsualErrors] {
    input :=
        /// The settings of the auto attendant.
        with [AutoAttendantSettings] {}

    output :=
        /// The new auto attendant.
        {
            /// The auto attendant, at revision 1.
            AutoAttendant: AutoAttendant
        }
}

/// Shows an auto attendant with its menu and its schedule.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/auto-attendants/{AutoAttendantId}", code: 200)
operation GetAutoAttendant with [OurUsualErrors] {
    input :=
        /// The auto attendant to show.
        with [AutoAttendantScoped] {}

    output :=
        /// The auto attendant as of now.
        {
            /// The auto attendant.
            AutoAttendant: AutoAttendant
        }
}

/// Lists the organization's auto attendants in order of creation, in pages. The list omits menus and schedules;
/// GetAutoAttendant shows them.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "AutoAttendants")
@tags(["Carillon"])
@http(method: "GET", uri: "/auto-attendants", code: 200)
operation ListAutoAttendants with [OurErrors] {
    input :=
        /// The page to list.
        {
            /// The most auto attendants in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo99 = 99

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of auto attendants.
        {
            /// The auto attendants.
            AutoAttendants: AutoAttendantSummaryList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// Replaces the whole configuration of an auto attendant at one instant. Members that are absent are removed. Revision
/// is the revision that the caller has read. If another caller has changed the auto attendant since, nothing changes,
/// and the conflict lists the changes with their author and time.
@idempotent
@tags(["Carillon"])
@http(method: "PUT", uri: "/auto-attendants/{AutoAttendantId}", code: 200)
operation UpdateAutoAttendant with [OurUsualErrors] {
    input :=
        /// The auto attendant, the revision that the caller has read, and the new configuration.
        with [AutoAttendantScoped, AutoAttendantSettings] {
            /// The revision that the caller has read.
            @required
            Revision: Revision
        }

    output :=
        /// The auto attendant after the change.
        {
            /// The auto attendant, one revision later.
            AutoAttendant: AutoAttendant
        }

    errors: [
        ConflictException
    ]
}

/// Deletes an auto attendant. While a line, a hunt group or another auto attendant leads to it, that is a conflict that
/// lists them. With a Revision a change since is a conflict too, as in UpdateAutoAttendant.
@idempotent
@tags(["Carillon"])
@http(method: "DELETE", uri: "/auto-attendants/{AutoAttendantId}", code: 204)
operation DeleteAutoAttendant with [OurUsualErrors] {
    input :=
        /// The auto attendant to delete.
        with [AutoAttendantScoped] {
            /// The revision that the caller has read. Without it the auto attendant is deleted in any revision.
            @httpQuery("revision")
            Revision: Revision
        }

    errors: [
        ConflictException
    ]
}

/// Names the auto attendant of the operation.
@mixin
structure AutoAttendantScoped {
    /// The auto attendant. It must belong to the caller's organization.
    @required
    @httpLabel
    AutoAttendantId: ResourceId
}

/// The configuration of an auto attendant.
@mixin
structure AutoAttendantSettings {
    /// The name.
    @required
    Name: FlowName

    /// The greeting during open hours.
    @required
    Greeting: Greeting

    /// The targets of the keys during open hours, each key at most once.
    @required
    Menu: MenuEntryList

    /// The open hours; always open when absent.
    Schedule: FlowSchedule

    /// The behavior outside of open hours; the call ends when absent.
    Closed: ClosedBehavior

    /// The behavior on holidays of the schedule; that of Closed when absent.
    Holiday: ClosedBehavior

    /// The behavior when the caller presses nothing; the call ends after 10 seconds when absent.
    Timeout: TimeoutBehavior

    /// The behavior when the caller presses a key that the menu does not have. When absent, the greeting is played
    /// again twice, then the call ends.
    InvalidInput: InvalidInputBehavior
}

/// A greeting and a menu of keys, with a schedule.
structure AutoAttendant with [FlowFacts, AutoAttendantSettings] {
    /// The identifier.
    AutoAttendantId: ResourceId
}

/// An auto attendant in a list.
structure AutoAttendantSummary with [FlowFacts] {
    /// The identifier.
    AutoAttendantId: ResourceId

    /// The name.
    Name: FlowName
}

/// A greeting: either a text to speak, or a recording.
structure Greeting {
    /// The text to speak.
    Text: GreetingText

    /// The URL of the recording. The engine fetches it; this server does not.
    AudioUrl: GreetingAudioUrl
}

/// One key and its target.
structure MenuEntry {
    /// The key.
    @required
    Key: MenuKey

    /// The target of the call when the caller presses the key.
    @required
    Target: CallTarget
}

/// The open hours of an auto attendant, in the local time of one place, summer time included.
structure FlowSchedule {
    /// The time zone of the place, as named in the IANA time zone database, for example `America/New_York`.
    @required
    TimeZone: TimeZoneName

    /// The open hours of each week; never open when the list is empty.
    @required
    OpenHours: OpenHoursList

    /// The days on which it is closed all day.
    Holidays: HolidayList
}

/// Open hours on one day of the week. Write hours over midnight as two ranges.
structure OpenHours {
    /// The day.
    @required
    Day: Weekday

    /// The first minute.
    @required
    From: OpeningTime

    /// The end; this minute is closed. 24:00 is the end of the day.
    @required
    To: OpeningTime
}

/// One day on which the auto attendant is closed.
structure FlowHoliday {
    /// The day, in the time zone of the schedule.
    @required
    Date: CalendarDate

    /// The name.
    @required
    Name: FlowName
}

/// The behavior outside of open hours.
structure ClosedBehavior {
    /// The greeting; none when absent.
    Greeting: Greeting

    /// The next target; the call ends when absent.
    Target: CallTarget
}

/// The behavior when the caller presses nothing.
structure TimeoutBehavior {
    /// The seconds to wait for a key; 10 when absent.
    Seconds: MenuSeconds

    /// The next target; the call ends when absent.
    Target: CallTarget
}

/// The behavior when the caller presses a key that the menu does not have.
structure InvalidInputBehavior {
    /// The number of times that the greeting is played again; 2 when absent.
    Retries: MenuRetries

    /// The target after the last try; the call ends when absent.
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

/// A text to speak to a caller.
@length(min: 1, max: 2000)
@pattern("^\\s*\\S[\\s\\S]*$")
@form("a text that is not blank, such as Welcome")
string GreetingText

/// The https URL of a recording.
@length(max: 2048)
@pattern("^https://[^\\s/?#@]+([/?#]\\S*)?$")
@form("an https URL such as https://example.com/greeting.wav")
string GreetingAudioUrl

/// The name of a time zone in the IANA time zone database.
@length(min: 1, max: 64)
string TimeZoneName

/// A time of day in hours and minutes, 00:00 to 24:00.
@pattern("^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$")
@form("a time of day such as 09:30")
string OpeningTime

/// A day, written `yyyy-MM-dd`.
@pattern("^\\d{4}-\\d{2}-\\d{2}$")
@form("a day such as 2026-12-25")
string CalendarDate

/// The seconds that a menu waits for a key.
@range(min: 1, max: 60)
integer MenuSeconds

/// The number of further tries of a caller.
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

/// The holidays of a schedule; they may cover several years.
@length(max: 500)
list HolidayList {
    member: FlowHoliday
}

list AutoAttendantSummaryList {
    member: AutoAttendantSummary
}
