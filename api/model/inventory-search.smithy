$version: "2.0"

namespace org.carillon.api

/// Searches the organization's own numbers, those in the deletion queue included. Any combination of filters narrows
/// the search, and any column sorts it. (SearchAvailablePhoneNumbers searches the pool for numbers to order.)
///
/// A page may have fewer numbers than MaxResults, or none, and still have a next one: the server reads a bounded number
/// of rows for each page. The list has ended when NextToken is absent. If numbers change between two pages, each number
/// that does not change comes exactly once.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "PhoneNumbers")
@tags(["Carillon"])
@http(method: "GET", uri: "/phone-number-inventory", code: 200)
operation SearchInventory with [OurErrors] {
    input :=
        /// The filters, the order and the page.
        {
            /// Only numbers that have these digits side by side, at any position. Separators are ignored: `206-555`,
            /// `(0100)` and `+1 206` mean `206555`, `0100` and `1206`. Letters are those of a keypad: `1-800-FLOWERS`
            /// finds 18003569377. Digits of other scripts count as digits.
            @httpQuery("digits")
            Digits: SearchedDigits

            /// Only numbers in this status.
            @httpQuery("status")
            Status: PhoneNumberStatus

            /// Only numbers of this product type.
            @httpQuery("product-type")
            ProductType: PhoneNumberProductType

            /// Only numbers of this type.
            @httpQuery("type")
            Type: PhoneNumberType

            /// Only numbers of this country's numbering plan.
            @httpQuery("country")
            Country: Alpha2CountryCode

            /// Only numbers of this holder: a user, Voice Connector, Voice Connector group, SIP rule or line. For a
            /// user these include the numbers of lines that have the user as a member.
            @httpQuery("holder-id")
            HolderId: FilterValue

            /// Only numbers that a holder of this type holds.
            @httpQuery("holder-type")
            HolderType: HolderType

            /// Only numbers with this label; letter case does not matter.
            @httpQuery("label")
            Label: PhoneNumberLabel

            /// Only numbers with a tag of this key.
            @httpQuery("tag-key")
            TagKey: TagKey

            /// Only numbers whose tag of the key TagKey has this value. Letter case matters, as in keys.
            @httpQuery("tag-value")
            TagValue: TagValue

            /// Only numbers of lines whose name begins with this text; letter case does not matter.
            @httpQuery("line-name")
            LineName: LineNamePrefix

            /// Only numbers whose holder has had them since this instant or later.
            @httpQuery("assigned-from")
            AssignedFrom: Iso8601Timestamp

            /// Only numbers whose holder has had them since before this instant.
            @httpQuery("assigned-before")
            AssignedBefore: Iso8601Timestamp

            /// The column to sort by; Number when absent. Numbers with the same value in the column are sorted by
            /// number.
            @httpQuery("sort-by")
            SortBy: InventoryColumn

            /// The direction; Ascending when absent. Numbers without a value in the column come last in Ascending order
            /// and first in Descending order.
            @httpQuery("sort-order")
            SortOrder: SortOrder

            /// Whether to count the matches in each status. The counts ignore the filter by status, so a client can
            /// show them beside a choice of statuses.
            @httpQuery("include-counts")
            IncludeCounts: Boolean

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
            PhoneNumbers: PhoneNumberSummaryList

            /// The number of matches in each status; absent unless IncludeCounts is true.
            Counts: InventoryCountList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// Lists the labels of the organization's numbers in alphabetical order, each with its count of numbers.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Labels")
@tags(["Carillon"])
@http(method: "GET", uri: "/phone-number-labels", code: 200)
operation ListPhoneNumberLabels with [OurErrors] {
    input :=
        /// The page of labels.
        {
            /// The most labels in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of labels.
        {
            /// The labels.
            Labels: PhoneNumberLabelCountList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// Shows the labels and the note of a number.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/phone-numbers/{PhoneNumberId}/annotations", code: 200)
operation GetPhoneNumberAnnotations with [OurUsualErrors] {
    input :=
        /// The number to show.
        {
            /// The number, by its identifier or in E.164 form.
            @required
            @httpLabel
            PhoneNumberId: PhoneNumberId
        }

    output :=
        /// The annotations of the number.
        {
            /// The labels, in alphabetical order.
            Labels: PhoneNumberLabelList

            /// The note; absent when there is none.
            Note: PhoneNumberNote

            /// The time at which the note was written.
            NotedTimestamp: Iso8601Timestamp
        }
}

/// Writes labels, a note or both on a number. The labels replace all labels of the number; members that are absent stay
/// as they are. Labels and notes belong to the tenure: they stay while the number is in the deletion queue and end when
/// the number leaves it.
@idempotent
@tags(["Carillon"])
@http(method: "PUT", uri: "/phone-numbers/{PhoneNumberId}/annotations", code: 204)
operation PutPhoneNumberAnnotations with [OurUsualErrors] {
    input :=
        /// The number and its new annotations.
        with [PhoneNumberAnnotations] {
            /// The number, by its identifier or in E.164 form.
            @required
            @httpLabel
            PhoneNumberId: PhoneNumberId
        }

    output: Unit
}

/// Writes labels and notes on many numbers, each by the rules of PutPhoneNumberAnnotations. The answer lists the
/// refused items; the others are written.
@tags(["Carillon"])
@http(method: "POST", uri: "/phone-numbers?operation=batch-put-annotations", code: 200)
operation BatchPutPhoneNumberAnnotations with [OurUsualErrors] {
    input :=
        /// The numbers and their new annotations.
        {
            /// One item for each number.
            @required
            PhoneNumberAnnotationItems: PhoneNumberAnnotationItemList
        }

    output :=
        /// The refused items.
        {
            /// One entry for each refused item; empty when all were written.
            PhoneNumberErrors: PhoneNumberErrorList
        }
}

/// The new annotations of a number: labels, a note, or both.
@mixin
structure PhoneNumberAnnotations {
    /// The new labels, which replace all former ones; an empty list removes them.
    Labels: PhoneNumberLabelList

    /// The new note; an empty text removes it.
    Note: PhoneNumberNote
}

/// One number of a batch and its new annotations.
structure PhoneNumberAnnotationItem with [PhoneNumberAnnotations] {
    /// The number, by its identifier or in E.164 form.
    @required
    PhoneNumberId: ResourceId
}

/// The number of matches in one status.
structure InventoryCount {
    /// The status.
    Status: PhoneNumberStatus

    /// The number of matches, or its lower bound.
    Count: Integer

    /// Whether Count is exact. When false, Count is a lower bound: more than 10,000 matches, for which a console shows
    /// `10,000+`, or a count that stopped because it would have read too many rows.
    Exact: Boolean
}

/// A label and its count of numbers.
structure PhoneNumberLabelCount {
    /// The label, in one of the letter cases in which numbers have it.
    Label: PhoneNumberLabel

    /// The count of numbers, or its lower bound. A number in the deletion queue counts until the supplier has it back.
    Count: Integer

    /// Whether Count is exact; false for 1,000 and more.
    Exact: Boolean
}

/// The columns by which the inventory can be sorted.
enum InventoryColumn {
    /// The number.
    NUMBER = "Number"

    /// The status, in alphabetical order.
    STATUS = "Status"

    /// The product type, in alphabetical order.
    PRODUCT_TYPE = "ProductType"

    /// Local before toll-free.
    TYPE = "Type"

    /// The country, by its two letters.
    COUNTRY = "Country"

    /// The name of the holder, in small letters.
    HOLDER_NAME = "HolderName"

    /// The time from which the holder has had the number.
    ASSIGNED = "Assigned"

    /// The first label in alphabetical order, in small letters.
    LABEL = "Label"

    /// The order in which the numbers entered the inventory.
    CREATED = "Created"

    /// The time of the last change of the number.
    UPDATED = "Updated"
}

/// The directions of a sort.
enum SortOrder {
    /// From small to large, from early to late.
    ASCENDING = "Ascending"

    /// From large to small, from late to early.
    DESCENDING = "Descending"
}

/// One to fifteen digits, or letters of a keypad, with separators between them. Every other character is refused as a
/// bad request.
@length(min: 1, max: 64)
@sensitive
string SearchedDigits

/// The beginning of the name of a line.
@length(min: 1, max: 320)
@sensitive
string LineNamePrefix

/// A label: a word or two that groups numbers.
@length(min: 1, max: 64)
@pattern("^\\S(.*\\S)?$")
@form("a label on one line, without blanks around it, such as VIP")
string PhoneNumberLabel

/// A note about a number.
@length(max: 4096)
@sensitive
string PhoneNumberNote

/// The labels of a number. Two labels must differ in more than letter case.
@length(max: 10)
list PhoneNumberLabelList {
    member: PhoneNumberLabel
}

list PhoneNumberLabelCountList {
    member: PhoneNumberLabelCount
}

/// The items of one batch.
@length(min: 1, max: 500)
list PhoneNumberAnnotationItemList {
    member: PhoneNumberAnnotationItem
}

list InventoryCountList {
    member: InventoryCount
}
