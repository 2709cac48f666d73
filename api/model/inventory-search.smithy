$version: "2.0"

namespace org.carillon.api

/// Searches the organization's own numbers, those in the deletion queue included: a page at a time, narrowed down by any
/// combination of the filters and sorted by any column. (SearchAvailablePhoneNumbers searches the pool for numbers to
/// order.)
///
/// A page may have fewer numbers than MaxResults, or none, although there is a next one: a server looks at a bounded
/// number of rows for each page and goes on where it stopped when asked for the next. The list has ended when NextToken
/// is absent. While numbers change between two pages, whatever stays as it is comes exactly once.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Numbers")
@tags(["Carillon"])
@http(method: "GET", uri: "/phone-number-inventory", code: 200)
operation SearchInventory {
    input :=
        /// Which numbers to find, in what order, and which page of them.
        {
            /// Only numbers in which these digits stand side by side, wherever that is. Separators are ignored:
            /// `206-555`, `(0100)` and `+1 206` are as good as `206555`, `0100` and `1206`. Letters are those of a
            /// keypad, so that `1-800-FLOWERS` finds 18003569377; digits of other scripts are digits.
            @httpQuery("digits")
            Digits: SearchedDigits

            /// Only numbers in this status.
            @httpQuery("status")
            Status: PhoneNumberStatus

            /// Only numbers of this product.
            @httpQuery("product-type")
            ProductType: PhoneNumberProductType

            /// Only numbers of this type.
            @httpQuery("type")
            Type: PhoneNumberType

            /// Only numbers of this country's numbering plan.
            @httpQuery("country")
            Country: Alpha2CountryCode

            /// Only numbers of this holder: a user, Voice Connector, Voice Connector group, SIP rule or line. A user has
            /// the numbers of the lines, too, in which it has a part.
            @httpQuery("holder-id")
            HolderId: FilterValue

            /// Only numbers that a holder of this kind holds.
            @httpQuery("holder-kind")
            HolderKind: HolderKind

            /// Only numbers that bear this label, letter case aside.
            @httpQuery("label")
            Label: PhoneNumberLabel

            /// Only numbers that have a tag of this key.
            @httpQuery("tag-key")
            TagKey: TagKey

            /// Only numbers whose tag of TagKey has this value. Letter case matters, as it does for keys.
            @httpQuery("tag-value")
            TagValue: TagValue

            /// Only numbers of lines whose name begins with this, letter case aside.
            @httpQuery("line-name")
            LineName: LineNamePrefix

            /// Only numbers that have been held since this instant or later.
            @httpQuery("assigned-from")
            AssignedFrom: Iso8601Timestamp

            /// Only numbers that have been held since before this instant.
            @httpQuery("assigned-before")
            AssignedBefore: Iso8601Timestamp

            /// The column to sort by; Number when absent. Where two numbers have the same there, the number decides.
            @httpQuery("sort-by")
            SortBy: InventoryColumn

            /// Whether from small to large or the other way about; Ascending when absent. What has nothing in the
            /// column comes last in Ascending order and first in Descending order.
            @httpQuery("sort-order")
            SortOrder: SortOrder

            /// Whether to count by status what the filters find. The filter by status is left out of account, so that
            /// the counts can stand beside a choice of statuses.
            @httpQuery("include-counts")
            IncludeCounts: Boolean

            /// The most numbers to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of numbers.
        {
            /// The numbers.
            Numbers: InventoryNumberList

            /// How many there are in each status; absent unless asked for.
            Counts: InventoryCountList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// Lists the labels that numbers of the organization bear, in alphabetical order, with how many bear each.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Labels")
@tags(["Carillon"])
@http(method: "GET", uri: "/phone-number-labels", code: 200)
operation ListPhoneNumberLabels {
    input :=
        /// Which page of labels to list.
        {
            /// The most labels to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of labels.
        {
            /// The labels.
            Labels: PhoneNumberLabelCountList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// Shows the labels and the note of a number.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/phone-numbers/{PhoneNumberId}/annotations", code: 200)
operation GetPhoneNumberAnnotations with [UsualErrors] {
    input :=
        /// Which number to look at.
        {
            /// The number, by its identifier or in E.164 form.
            @required
            @httpLabel
            PhoneNumberId: PhoneNumberId
        }

    output :=
        /// What people wrote on the number.
        {
            /// Its labels, in alphabetical order.
            Labels: PhoneNumberLabelList

            /// Its note; absent when it has none.
            Note: PhoneNumberNote

            /// When the note was written.
            NotedTimestamp: Iso8601Timestamp
        }
}

/// Writes labels, a note or both on a number. Labels take the place of all that the number has; what the request leaves
/// out stays. Labels and notes belong to the organization's time with the number: they survive the deletion queue, and
/// are gone once the number has left it.
@idempotent
@tags(["Carillon"])
@http(method: "PUT", uri: "/phone-numbers/{PhoneNumberId}/annotations", code: 204)
operation PutPhoneNumberAnnotations with [UsualErrors] {
    input :=
        /// The number, and what to write on it.
        with [PhoneNumberAnnotations] {
            /// The number, by its identifier or in E.164 form.
            @required
            @httpLabel
            PhoneNumberId: PhoneNumberId
        }

    output: Unit
}

/// Writes labels and notes on many numbers, each by the rules of PutPhoneNumberAnnotations. A number that is refused is
/// reported in the answer and does not keep the others from being written on.
@tags(["Carillon"])
@http(method: "POST", uri: "/phone-numbers?operation=batch-put-annotations", code: 200)
operation BatchPutPhoneNumberAnnotations with [UsualErrors] {
    input :=
        /// The numbers, and what to write on each.
        {
            /// One item a number.
            @required
            PhoneNumberAnnotationItems: PhoneNumberAnnotationItemList
        }

    output :=
        /// What could not be written.
        {
            /// One entry for each refused item; empty when all were written.
            PhoneNumberErrors: PhoneNumberErrorList
        }
}

/// What to write on a number: labels, a note, or both.
@mixin
structure PhoneNumberAnnotations {
    /// The labels that it shall have, in place of all that it has; an empty list for none.
    Labels: PhoneNumberLabelList

    /// The note that it shall have; empty for none.
    Note: PhoneNumberNote
}

/// One number of a batch, and what to write on it.
structure PhoneNumberAnnotationItem with [PhoneNumberAnnotations] {
    /// The number, by its identifier or in E.164 form.
    @required
    PhoneNumberId: ResourceId
}

/// A number as a search of the inventory shows it.
structure InventoryNumber {
    /// The number.
    PhoneNumber: PhoneNumber

    /// Who holds it; absent when nobody does.
    Holder: PhoneNumberHolder

    /// Since when the holder has it.
    AssignedTimestamp: Iso8601Timestamp

    /// Its labels, in alphabetical order.
    Labels: PhoneNumberLabelList

    /// Its tags, by key.
    Tags: TagsOfResource
}

/// How many numbers there are in a status.
structure InventoryCount {
    /// The status.
    Status: PhoneNumberStatus

    /// How many there are, or at least how many.
    Count: Integer

    /// Whether there are that many. False when there are at least that many: when more than 10,000 were found, for which
    /// a console writes `10,000+`, or when so much had to be looked at that counting stopped.
    IsExact: Boolean
}

/// A label, and how many numbers bear it.
structure PhoneNumberLabelCount {
    /// The label. Where numbers bear it in several letter cases, one of them.
    Label: PhoneNumberLabel

    /// How many numbers bear it, or at least how many. A number in the deletion queue counts, until the supplier has it
    /// back.
    Count: Integer

    /// Whether that many bear it; false for 1,000 and more.
    IsExact: Boolean
}

/// The columns by which the inventory can be sorted.
enum InventoryColumn {
    /// The number itself.
    NUMBER = "Number"

    /// The status, in alphabetical order of its names.
    STATUS = "Status"

    /// The product, in alphabetical order of its names.
    PRODUCT_TYPE = "ProductType"

    /// Local before toll-free.
    TYPE = "Type"

    /// The country, by its two letters.
    COUNTRY = "Country"

    /// The name of the holder, in small letters.
    HOLDER_NAME = "HolderName"

    /// Since when it has been held.
    ASSIGNED = "Assigned"

    /// The alphabetically first of its labels, in small letters.
    LABEL = "Label"

    /// The order in which the numbers entered the inventory.
    CREATED = "Created"

    /// When anything about the number last changed.
    UPDATED = "Updated"
}

/// In which direction to sort.
enum SortOrder {
    /// From small to large, from early to late.
    ASCENDING = "Ascending"

    /// From large to small, from late to early.
    DESCENDING = "Descending"
}

/// One to fifteen digits to look for, or letters of a keypad, with separators between them. Anything else is refused as a
/// bad request.
@length(min: 1, max: 64)
@sensitive
string SearchedDigits

/// How the name of a line begins.
@length(min: 1, max: 320)
@sensitive
string LineNamePrefix

/// A label: a word or two by which people group numbers.
@length(min: 1, max: 64)
@pattern("^\\S(.*\\S)?$")
@form("a label on one line, without blanks around it, such as VIP")
string PhoneNumberLabel

/// What people need to know about a number.
@length(max: 4096)
@sensitive
string PhoneNumberNote

/// The labels of a number, no two of which differ in letter case only.
@length(max: 10)
list PhoneNumberLabelList {
    member: PhoneNumberLabel
}

list PhoneNumberLabelCountList {
    member: PhoneNumberLabelCount
}

/// What one batch writes.
@length(min: 1, max: 500)
list PhoneNumberAnnotationItemList {
    member: PhoneNumberAnnotationItem
}

list InventoryNumberList {
    member: InventoryNumber
}

list InventoryCountList {
    member: InventoryCount
}
