$version: "2.0"

namespace org.carillon.api

/// Records a call, a voicemail or a message, as the engine that carried it reports it, or replaces what was recorded
/// under this identifier. The same report may come any number of times and reports may come in any order: the one with
/// the highest sequence stands, and a report whose sequence is not higher than the recorded one changes nothing.
///
/// Carillon looks up in the ledger who held the number at the instant when it began, and how each user came to it: what
/// the report names is who took part, never who may see it. A number that the organization did not have at that
/// instant, and a user whom it did not have, are refused.
@idempotent
@tags(["Carillon"])
@http(method: "PUT", uri: "/records/{RecordId}", code: 200)
operation PutRecord with [UsualErrors] {
    input :=
        /// What happened, and the engine's identifier of it.
        {
            /// The engine's identifier; unique in the organization.
            @required
            @httpLabel
            RecordId: RecordId

            /// What the engine reports.
            @required
            Report: RecordReport
        }

    output :=
        /// What is recorded now.
        {
            /// The record, of this report or of a later one that came before it.
            Record: CommunicationRecord
        }
}

/// Records up to a hundred calls, voicemails and messages, each by the rules of PutRecord. A report that is refused is
/// named in the answer and does not keep the others from being recorded. Engines with much traffic use this one.
@tags(["Carillon"])
@http(method: "POST", uri: "/records?operation=batch-put", code: 200)
operation BatchPutRecord with [UsualErrors] {
    input :=
        /// What happened.
        {
            /// One item a record. Of several with one identifier the highest sequence stands.
            @required
            RecordItems: RecordItemList
        }

    output :=
        /// What could not be recorded.
        {
            /// One entry for each refused item; empty when all were taken.
            RecordErrors: RecordErrorList
        }
}

/// Shows one record, with who took part and how each came to it.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/records/{RecordId}", code: 200)
operation GetRecord with [UsualErrors] {
    input :=
        /// Which record to look at.
        {
            /// The engine's identifier of it.
            @required
            @httpLabel
            RecordId: RecordId
        }

    output :=
        /// The record as the latest report left it.
        {
            /// The record.
            Record: CommunicationRecord
        }
}

/// Lists all records of the organization, the latest first, narrowed down as asked. Where only few records match, a
/// page may be shorter than asked for, even empty, and yet lead on: the list ends where no NextToken is.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Records")
@tags(["Carillon"])
@http(method: "GET", uri: "/records", code: 200)
operation ListRecords {
    input :=
        /// Which records to list, and which page of them.
        with [RecordFilters] {
            /// The most records to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of records.
        {
            /// The records.
            Records: RecordList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// Lists the records that a user may see, the latest first, narrowed down as asked: everything that the user took part
/// in, and of each line that the user is assigned to now the missed calls, the voicemails to its default inbox, and the
/// calls and messages made or received by people assigned to it. ExplainRecordVisibility tells the reason for each.
/// Pages may be short, as those of ListRecords.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults", items: "Records")
@tags(["Carillon"])
@http(method: "GET", uri: "/accounts/{AccountId}/users/{UserId}/records", code: 200)
operation ListVisibleRecords with [UsualErrors] {
    input :=
        /// Whose view to take, which records to list, and which page of them.
        with [UserScoped, RecordFilters] {
            /// The most records to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo100 = 100

            /// Where the page before ended; absent for the first.
            @httpQuery("next-token")
            NextToken: NextToken
        }

    output :=
        /// One page of records.
        {
            /// The records.
            Records: RecordList

            /// Where the next page begins; absent on the last.
            NextToken: NextToken
        }
}

/// Tells whether a user may see a record, and by which rule, as data and as a sentence.
@readonly
@tags(["Carillon"])
@http(method: "GET", uri: "/accounts/{AccountId}/users/{UserId}/records/{RecordId}/visibility", code: 200)
operation ExplainRecordVisibility with [UsualErrors] {
    input :=
        /// Who looks, and at which record.
        with [UserScoped] {
            /// The engine's identifier of the record.
            @required
            @httpLabel
            RecordId: RecordId
        }

    output :=
        /// The answer as of now.
        {
            /// Whether, and why.
            RecordVisibility: RecordVisibility
        }
}

/// Answers what ListRecords lists as comma-separated values (RFC 4180), a page at a time. The first page begins with the
/// names of the columns; the pages one after the other are one file. A cell that a spreadsheet would take for a formula
/// begins with an apostrophe; numbers in E.164 form are left as they are. Instants have three digits of milliseconds.
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults")
@tags(["Carillon"])
@http(method: "GET", uri: "/records?operation=export", code: 200)
operation ExportRecords {
    input :=
        /// Which records to export, and which page of them.
        with [RecordFilters] {
            /// The most records to answer with.
            @httpQuery("max-results")
            MaxResults: MaxResultsUpTo1000 = 500

            /// Where the page before ended; absent for the first.
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

            /// What browsers call the file that they save.
            @httpHeader("Content-Disposition")
            ContentDisposition: String

            /// Where the next page begins; absent on the last.
            @httpHeader("Next-Token")
            NextToken: NextToken
        }
}

/// Comma-separated values.
@mediaType("text/csv; charset=utf-8")
@sensitive
string CsvText
