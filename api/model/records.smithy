$version: "2.0"

namespace org.carillon.api

/// Records a call, a voicemail or a message that an engine reports, or replaces the record of this identifier. Reports
/// may come repeatedly and in any order: the one with the highest sequence counts, and a report without a higher
/// sequence changes nothing.
///
/// Carillon looks up in the ledger the holder of the number at the start, and the involvement of each user. A report
/// names the users who took part, not the users who may see the record. It is refused if the organization did not have
/// the number, or one of the users, at that instant.
@idempotent
@tags(["Carillon"])
@http(method: "PUT", uri: "/records/{RecordId}", code: 200)
operation PutRecord with [OurUsualErrors] {
    input :=
        /// The report and the engine's identifier of the record.
        {
            /// The engine's identifier; unique in the organization.
            @required
            @httpLabel
            RecordId: RecordId

            /// The engine's report.
            @required
            Report: RecordReport
        }

    output :=
        /// The record as it is now.
        {
            /// The record, from this report or from a later one that came before it.
            Record: CommunicationRecord
        }
}

/// Records up to a hundred calls, voicemails and messages, each by the rules of PutRecord. The answer lists the refused
/// reports; the others are recorded. Use it for engines with much traffic.
@tags(["Carillon"])
@http(method: "POST", uri: "/records?operation=batch-put", code: 200)
operation BatchPutRecord with [OurUsualErrors] {
    input :=
        /// The reports.
        {
            /// One item for each record. Of several items of one record the highest sequence counts.
            @required
            RecordItems: RecordItemList
        }

    output :=
        /// The refused items.
        {
            /// One entry for each refused item; empty when all were recorded.
            RecordErrors: RecordErrorList
        }
}

/// Shows a record with the users who took part and their involvement.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/records/{RecordId}", code: 200)
operation GetRecord with [OurUsualErrors] {
    input :=
        /// The record to show.
        {
            /// The engine's identifier of the record.
            @required
            @httpLabel
            RecordId: RecordId
        }

    output :=
        /// The record of the latest report.
        {
            /// The record.
            Record: CommunicationRecord
        }
}

/// Lists the records of the organization that match the filters, the latest first. Where few records match, a page may
/// be short or even empty and have a next one. The list has ended when NextToken is absent.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Records")
@tags(["Carillon"])
@http(method: "GET", uri: "/records", code: 200)
operation ListRecords with [OurErrors] {
    input :=
        /// The filters of the records, and the page.
        with [RecordFilters] {
            /// The most records in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of records.
        {
            /// The records.
            Records: RecordList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// Lists the records that a user may see and that match the filters, the latest first: the user's own records, and
/// those of each line that the user is assigned to now: missed calls, voicemails to the default inbox, and calls and
/// messages in which only users took part who were assigned to the line then. ExplainRecordVisibility shows the reason
/// for each. Pages may be short, as those of ListRecords.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Records")
@tags(["Carillon"])
@http(method: "GET", uri: "/accounts/{AccountId}/users/{UserId}/records", code: 200)
operation ListVisibleRecords with [OurUsualErrors] {
    input :=
        /// The user, the filters of the records, and the page.
        with [UserScoped, RecordFilters] {
            /// The most records in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of records.
        {
            /// The records.
            Records: RecordList

            /// The token of the next page; absent on the last page.
            NextToken: NextToken
        }
}

/// Shows whether a user may see a record, by which rule, and the reason as a sentence.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/accounts/{AccountId}/users/{UserId}/records/{RecordId}/visibility", code: 200)
operation ExplainRecordVisibility with [OurUsualErrors] {
    input :=
        /// The user and the record.
        with [UserScoped] {
            /// The engine's identifier of the record.
            @required
            @httpLabel
            RecordId: RecordId
        }

    output :=
        /// The visibility as it is now.
        {
            /// The visibility and its rule.
            RecordVisibility: RecordVisibility
        }
}

/// Exports the records of ListRecords as comma-separated values (RFC 4180), in pages. The first page begins with the
/// names of the columns; all pages in order make one file. A cell that a spreadsheet would run as a formula begins with
/// an apostrophe; numbers in E.164 form stay as they are. Instants have three digits of milliseconds.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults")
@tags(["Carillon"])
@http(method: "GET", uri: "/records?operation=export", code: 200)
operation ExportRecords with [OurErrors] {
    input :=
        /// The filters of the records, and the page.
        with [RecordFilters] {
            /// The most records in a page.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo1000 = 500

            /// The NextToken of the page before; absent for the first page.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of the file.
        {
            /// The lines, each ending in CR LF.
            @required
            @httpPayload
            Csv: CsvText

            /// The name under which browsers save the file.
            @httpHeader("Content-Disposition")
            ContentDisposition: String

            /// The token of the next page; absent on the last page.
            @httpHeader("Next-Token")
            NextToken: NextToken
        }
}

/// Comma-separated values.
@mediaType("text/csv; charset=utf-8")
@sensitive
string CsvText
