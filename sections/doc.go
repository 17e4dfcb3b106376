// Package sections builds the parts of a report that are written or listed:
// masthead, cover, note page, contents, acronyms, foreword, the parts of the
// body, and the first sheet of a draft.
//
// # Sources
//
// The order of the parts and the fields of the masthead are those of documents
// of governing bodies: United Nations Editorial Manual, "Mastheads and covers".
//
// # Units
//
// None: builders never see layout. Numbers stay numbers (doc.Stat).
//
// # Errors
//
// Faults are diagnostics in the reporter of the inputs.
package sections
